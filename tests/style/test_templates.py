from __future__ import annotations

import pytest

from sopgen.document.nodes import Metadata
from sopgen.spec.refusals import NotReadableError
from sopgen.style.templates import BLANKS, CHAPTER, PAGES, filled, read_template


def test_blanks_are_filled_in() -> None:
    assert filled(["编号：{number}", "{title}"], {"number": "A-1", "title": "报修"}) == "编号：A-1   报修"


def test_a_text_with_a_blank_that_stays_empty_is_left_out() -> None:
    assert filled(["密级：{confidentiality}", "{number}"], {"confidentiality": "", "number": "A-1"}) == "A-1"


def test_pages_are_left_to_be_counted() -> None:
    assert filled(["第 {page} 页 共 {pages} 页"], {}) == "第 {page} 页 共 {pages} 页"


def test_every_blank_is_something_that_documents_say_about_themselves() -> None:
    metadata = Metadata("", "", "", "")
    assert len(BLANKS) > 5
    assert not [name for name in BLANKS if name not in (*PAGES, CHAPTER) and not hasattr(metadata, name)]


@pytest.mark.parametrize("text", ["{姓名}", "{}", "{title} {x}", None])
def test_a_blank_that_nothing_fills_is_refused_with_those_there_are(text: object) -> None:
    with pytest.raises(NotReadableError) as refusal:
        read_template(text)
    assert "{effective_date}" in refusal.value.hint.zh
    assert "{{" not in refusal.value.message.en + refusal.value.hint.en
