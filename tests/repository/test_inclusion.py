"""The SOPs of a handbook, as the pipeline finds them in a repository."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.repository import Repository
from sopgen.source import from_pointer

Write = Callable[..., Path]
Include = Callable[[str], pipeline.Checked]

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def include(here: Path, spec: Write) -> Include:
    """Checks a handbook in ``specs`` whose only part names the given SOPs, each in a line of its own from line 9."""
    spec("specs/a.yaml", "A-1", "受理")
    spec("specs/more/b.yaml", "B/1", "派工", "steps: [{action: 派工, role: nobody}]\n")

    def run(sops: str) -> pipeline.Checked:
        entries = "".join(f"    - {name}\n" for name in sops.split())
        path = spec("specs/book.yaml", "H-1", "手册", f"kind: handbook\nparts:\n- title: 流程\n  sops:\n{entries}")
        repository = Repository.find(here / "specs")
        (file,) = repository.gather([str(path)]).files
        return pipeline.check(file, repository)

    return run


def told(checked: pipeline.Checked) -> list[str]:
    return [f"{str(one).removeprefix(checked.file.name)} | {one.hint}" for one in checked.diagnostics]


def test_an_sop_is_found_by_its_path_from_the_handbook_and_by_its_number(include: Include, spec: Write) -> None:
    spec("specs/more/c.yaml", "C-1", "回访")
    checked = include("a.yaml C-1")
    assert told(checked) == []
    assert checked.spec is not None
    found = {path: (sop.spec.sop.id, sop.folder) for path, sop in checked.spec.included.items()}
    assert found == {("parts", 0, "sops", 0): ("A-1", ""), ("parts", 0, "sops", 1): ("C-1", "more")}


@pytest.mark.parametrize(
    ("sops", "line"),
    [
        ("aa.yaml", ":10:7: error SOP074 missing-sop: there is no SOP `aa.yaml` | did you mean `a.yaml`?"),
        ("more/bb.yaml", ":10:7: error SOP074 missing-sop: there is no SOP `more/bb.yaml` | did you mean `more/b.yaml`?"),
        ("AA-1", ":10:7: error SOP074 missing-sop: there is no SOP `AA-1` | did you mean `A-1`?"),
        ("../../x/y.yaml", ":10:7: error SOP074 missing-sop: there is no SOP `../../x/y.yaml` | write the path"),
        (f"{'a' * 300}.yaml", ":10:7: error SOP074 missing-sop: there is no SOP `aaaa"),
        ("book.yaml", ":10:7: error SOP075 nested-handbook: the handbook names itself as one of its SOPs | name the SOP"),
        ("H-1", ":10:7: error SOP075 nested-handbook: the handbook names itself as one of its SOPs | name the SOP"),
        ("more/b.yaml", ":10:7: error SOP076 invalid-sop: `more/b.yaml` cannot stand in a handbook; errors in it: 1 | fix"),
        ("B/1", ":10:7: error SOP076 invalid-sop: `B/1` cannot stand in a handbook; errors in it: 1 | fix"),
        ("a.yaml A-1", ":11:7: error SOP064 repeated-sop: `A-1` stands in this handbook already | delete one"),
    ],
)  # fmt: skip
def test_what_cannot_stand_in_a_handbook_is_told_at_its_entry(include: Include, sops: str, line: str) -> None:
    checked = include(sops)
    (found,) = told(checked)
    assert found.startswith(line)
    for one in checked.diagnostics:
        assert one.message.zh != one.message.en


def test_an_invalid_sop_is_told_with_its_errors(include: Include) -> None:
    (one,) = include("B/1").diagnostics
    assert [(str(message), place.file.replace("\\", "/")) for message, place in one.related] == [
        ("there is no role `nobody`", "specs/more/b.yaml")
    ]


def test_another_handbook_is_refused_even_if_it_names_this_one(include: Include, spec: Write) -> None:
    spec("specs/other.yaml", "H-2", "别的手册", "kind: handbook\nparts: [{title: 甲, sops: book.yaml}]\n")
    (found,) = told(include("other.yaml"))
    assert found.startswith(":10:7: error SOP075 nested-handbook: `other.yaml` is a handbook")


def test_a_file_that_is_no_yaml_is_invalid(include: Include, here: Path) -> None:
    (here / "specs" / "broken.yaml").write_text("sopgen: [", encoding="utf-8")
    assert [one.rule for one in include("broken.yaml").diagnostics] == ["invalid-sop"]


def test_a_handbook_prints_with_its_sops_and_their_images(include: Include, here: Path, spec: Write) -> None:
    spec("specs/more/c.yaml", "C-1", "回访", "attachments: [{title: 界面, file: img/c.png}]\nsteps: [回访客户]\n")
    (here / "specs" / "more" / "img").mkdir()
    (here / "specs" / "more" / "img" / "c.png").write_bytes(PNG)
    checked = include("a.yaml more/c.yaml")
    assert checked.spec is not None
    document = pipeline.document(checked.spec, checked.file, Repository.find(here / "specs"))
    assert document.images == {"more/img/c.png": PNG}
    tree, path = checked.spec.origin(from_pointer("/parts/0/sops/1/attachments/0/title"))
    assert (Path(tree.source.file), tree.value(path)) == (Path("specs/more/c.yaml"), "界面")
