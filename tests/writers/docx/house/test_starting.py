"""What ``sopgen template new`` writes: a template that can be used as it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from houses import STRICT_VALUES, template
from opened import Opened, text

from sopgen.diagnostics import LANGUAGES, Language
from sopgen.resources import templates
from sopgen.style import load_style
from sopgen.writers import Written
from sopgen.writers.docx.house.starting import starting_template

STYLES = sorted(path.stem for path in (templates() / "styles").glob("*.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", STYLES)
def test_it_can_be_used_as_it_stands(name: str, language: Language, into: Callable[..., Opened]) -> None:
    style = load_style(name)
    data = starting_template(style, language)
    assert data == starting_template(style, language)
    written = into(template(data), style=style, values=STRICT_VALUES)
    assert not [found for found in written.diagnostics if found.rule == "unnumbered-headings"]
    assert "{{" not in text(written.document)
    assert "正文。" in text(written.document)


def test_it_says_what_to_do_in_comments() -> None:
    opened = Opened(Written(starting_template(load_style("enterprise"), "zh-CN")))
    comments = [text(one) for one in opened.find("//w:comment", opened.part("word/comments.xml"))]
    assert len(comments) == 4
    assert len(opened.find("//w:commentReference")) == 4
    assert any("sopgen render --template" in one for one in comments)


def test_its_tags_are_in_header_and_cover(into: Callable[..., Opened]) -> None:
    data = starting_template(load_style("enterprise"), "zh-CN")
    opened = Opened(Written(data))
    assert "{{ sop.title }}" in text(opened.document)
    assert "{{ sop.id }}" in text(opened.part("word/header1.xml"))
    lines = [text(one) for one in opened.find("//w:p", opened.part("word/header1.xml"))]
    assert lines[0] == "{{ sop.title }}", "a long title leaves no room for the number beside it"
    assert lines[1].startswith("文件编号：{{ sop.id }}")
    assert "密级：—" in text(into(template(data), values=STRICT_VALUES).part("word/header1.xml"))
