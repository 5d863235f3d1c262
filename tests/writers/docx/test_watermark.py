from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from opened import Opened
from samples import EN, EN_LABELS, ZH, ZH_LABELS, para

from sopgen.document.nodes import Document
from sopgen.style import load_style
from sopgen.style.model import Style
from sopgen.writers.docx import write

Styled = Callable[..., Style]


def written(style: Style, stage: str, language: str = "zh-CN") -> Opened:
    metadata, labels = (ZH, ZH_LABELS) if language == "zh-CN" else (EN, EN_LABELS)
    return Opened(write(Document(replace(metadata, stage=stage), (para("一"),), labels), style))


def words(opened: Opened) -> dict[str, list[str]]:
    """What lies across the pages of each header."""
    names = [name for name in opened.zip.namelist() if name.startswith("word/header")]
    return {
        name[5:-4]: [str(shape.get("string")) for shape in opened.find("//v:shape/v:textpath", opened.part(name))]
        for name in names
    }


@pytest.mark.parametrize(
    ("stage", "chinese", "english"),
    [
        ("draft", ["草稿"], ["DRAFT"]),
        ("in-review", ["送审稿"], ["DRAFT"]),
        ("trial", ["试行"], ["TRIAL"]),
        ("effective", ["受控文件"], ["CONTROLLED"]),
        ("superseded", ["作废"], ["OBSOLETE"]),
        ("retired", ["作废"], ["OBSOLETE"]),
        ("", [], []),
    ],
)
def test_the_status_lies_across_every_page(style: Style, stage: str, chinese: list[str], english: list[str]) -> None:
    assert words(written(style, stage)) == {"header1": chinese}
    assert words(written(style, stage, "en")) == {"header1": english}


@pytest.mark.parametrize("name", ["enterprise", "gongwen", "standard", "modern-en"])
def test_every_header_of_every_style_has_it(name: str) -> None:
    found = words(written(load_style(name), "trial"))
    assert found
    assert set(map(tuple, found.values())) == {("试行",)}


def test_it_is_what_word_puts_there_itself(style: Style) -> None:
    opened = written(style, "draft")
    header = opened.part("word/header1.xml")
    (paragraph,) = opened.find("w:p[w:r/w:pict]", header)
    (shape,) = opened.find("w:r/w:pict/v:shape", paragraph)
    assert str(shape.get("id")).startswith("PowerPlusWaterMarkObject")
    assert shape.get("type") == "#_x0000_t136"
    assert shape.get("fillcolor") == "#E2E2E2"
    assert "z-index:-" in str(shape.get("style"))
    assert "rotation:315" in str(shape.get("style"))
    (text,) = opened.find("v:textpath", shape)
    assert "宋体" in str(text.get("style"))


def test_shapes_have_ids_of_their_own(styled: Styled) -> None:
    opened = written(styled("", "standard"), "draft")
    shapes = [
        shape
        for name in opened.zip.namelist()
        if name.startswith("word/header")
        for shape in opened.find("//v:shape", opened.part(name))
    ]
    assert len(shapes) == 3
    assert len({shape.get("id") for shape in shapes}) == 3


def test_it_can_be_switched_off_and_have_words_of_ones_own(styled: Styled) -> None:
    assert words(written(styled("watermark: none"), "draft")) == {"header1": []}
    assert words(written(styled("watermark: none"), "draft", "en")) == {"header1": []}
    assert words(written(styled("watermark_texts: {draft: '内部 & 征求意见'}"), "draft")) == {
        "header1": ["内部 & 征求意见"]
    }


@pytest.mark.parametrize("text", ["稿", "草稿", "受控文件", "未经许可不得复制与外传", "NOT FOR DISTRIBUTION"])
def test_it_fits_between_the_margins(styled: Styled, text: str) -> None:
    style = styled(f"watermark_texts: {{draft: {text}}}")
    opened = written(style, "draft")
    (shape,) = opened.find("//v:shape", opened.part("word/header1.xml"))
    width, height = (float(size) for size in re.findall(r"(?:width|height):([0-9.]+)pt", str(shape.get("style"))))
    assert style.watermark is not None
    assert 10 < height <= style.watermark.size
    assert (width + height) * 0.7071 <= style.page.text_width
