from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sopgen.repository import SpecFile
from sopgen.repository.documents import Documents
from sopgen.repository.heads import top_values

Write = Callable[..., Path]

STEPS = "steps:\n- {id: take, action: 受理}\n- {action: 处理, steps: [{id: fix, action: 修}]}\n"


def test_heads_are_read_as_yaml_reads_them() -> None:
    text = 'x: {id: no}\nlist: [id, title]\n? [a]\n: b\n"id": >-\n  AFS-\n  1\ntitle: &t 报修 # 注释\nid: again\n'
    assert top_values(text, ("id", "title")) == {"id": "AFS- 1", "title": "报修"}


def test_heads_are_read_up_to_what_is_broken() -> None:
    assert top_values("id: A-1\ntitle: [\nx: {", ("id", "title")) == {"id": "A-1"}
    assert top_values("- id: A", ("id",)) == {}


def test_documents_are_found_by_number_with_titles_and_steps(spec: Write) -> None:
    documents = Documents([SpecFile("a", spec("a.yaml", "A-1", "甲", STEPS)), SpecFile("b", spec("b.yaml", "A-2"))])
    assert set(documents.by_number) == {"A-1", "A-2"}
    assert documents["A-1"].title == "甲"
    assert documents["A-1"].steps == {"take": "1", "fix": "2.1"}
    with pytest.raises(KeyError):
        documents["A-3"]


def test_files_of_one_number_are_kept_together(spec: Write) -> None:
    files = [SpecFile("a", spec("a.yaml", "A-1")), SpecFile("b", spec("b.yaml", "A-1"))]
    assert Documents(files).by_number == {"A-1": files}


def test_a_broken_document_still_has_its_title_and_what_may_be_its_steps(spec: Write) -> None:
    documents = Documents([SpecFile("a", spec("a.yaml", "A-1", "甲", "nonsense: 1\n" + STEPS))])
    assert documents["A-1"].title == "甲"
    assert {"take", "fix"} <= set(documents["A-1"].steps)


def test_looking_a_number_up_reads_no_document_until_its_value_is_wanted(spec: Write) -> None:
    path = spec("a.yaml", "A-1", "甲", STEPS)
    documents = Documents([SpecFile("a", path)])
    assert "A-1" in documents
    assert "A-2" not in documents
    assert list(documents) == ["A-1"]
    assert len(documents) == 1
    path.write_text("sopgen: 1\nid: A-1\ntitle: 乙\nversion: V1.0\npurpose: x\n", encoding="utf-8")
    assert documents["A-1"].title == "乙"


def test_a_file_that_is_gone_has_no_head() -> None:
    assert Documents([SpecFile("a", Path("gone.yaml"))]).by_number == {}
