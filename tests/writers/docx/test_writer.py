from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest
from opened import Opened, attribute, text
from samples import bullets, cell, chinese, document, english, head, para

from sopgen.document.nodes import Document, Heading, Row, Section, Table, Text
from sopgen.style import load_style
from sopgen.style.model import Style
from sopgen.writers import WRITERS
from sopgen.writers.docx import write

Open = Callable[[Document], Opened]
SAMPLES = [pytest.param(chinese, id="chinese"), pytest.param(english, id="english")]


@pytest.mark.parametrize("sample", SAMPLES)
def test_python_docx_opens_it(style: Style, sample: Callable[[], Document]) -> None:
    written = write(sample(), style)
    assert not written.diagnostics
    found = docx.Document(io.BytesIO(written.data))
    assert found.core_properties.title == sample().metadata.title
    assert found.paragraphs[0].style is not None
    assert found.paragraphs[0].style.name == "Title"
    assert len(found.tables) > 2
    assert round(found.sections[0].page_width.mm) == 210  # type: ignore[union-attr]


def test_a_document_ends_with_what_the_style_sheet_says() -> None:
    table = Table((head("一"), Row((cell("二"),))))
    for blocks in ((para("文"),), (table,), ()):
        found = Opened(write(document(*blocks), load_style("standard")))
        assert found.styles()[-1] == "End line"
        assert "Table gap" not in found.styles()


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_same_document_gives_the_same_bytes(style: Style, sample: Callable[[], Document]) -> None:
    assert write(sample(), style).data == write(sample(), load_style("enterprise")).data


@pytest.mark.parametrize("sample", SAMPLES)
def test_all_its_ids_are_unique_and_all_it_refers_to_is_there(opened: Open, sample: Callable[[], Document]) -> None:
    found = opened(sample())
    for ids in (
        found.values("//w:sdtPr/w:id"),
        [attribute(start, "id") for start in found.find("//w:bookmarkStart")],
        [str(properties.get("id")) for properties in found.find("//wp:docPr")],
    ):
        assert max(Counter(ids).values(), default=1) == 1
    names = {attribute(start, "name") for start in found.find("//w:bookmarkStart")}
    assert {attribute(link, "anchor") for link in found.find("//w:hyperlink[@w:anchor]")} == names
    used = {
        value
        for element in found.document.iter()
        for name, value in element.attrib.items()
        if "relationships}" in str(name)
    }
    assert {str(value) for value in used} <= set(found.targets)
    numbering = found.part("word/numbering.xml")
    numbers = {attribute(number, "numId") for number in found.find("w:num", numbering)} | {"0"}
    assert set(found.values("//w:numPr/w:numId")) <= numbers
    assert set(found.values("//w:pStyle | //w:rStyle | //w:tblStyle")) <= set(found.style_names)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_part_has_a_type_and_every_internal_target_is_a_part(
    opened: Open, sample: Callable[[], Document]
) -> None:
    found = opened(sample())
    parts = set(found.zip.namelist())
    types = found.part("[Content_Types].xml")
    known = {str(item.get("PartName")).lstrip("/") for item in types} | {f".{item.get('Extension')}" for item in types}
    assert not [
        name for name in parts - {"[Content_Types].xml"} if name not in known and name[name.rindex(".") :] not in known
    ]
    internal = [target for target in found.targets.values() if "://" not in target]
    assert {f"word/{target}" for target in internal} <= parts


def test_a_long_document_takes_time_in_proportion(style: Style) -> None:
    """Counts the work instead of timing it: as many boxes and ids for each step at 400 steps as at 40."""

    def size(steps: int) -> int:
        rows = tuple(
            Row((cell(str(n)), cell("接收报修信息", f"/steps/{n}/action"), cell("客服专员", "/roles/agent/name")))
            for n in range(steps)
        )
        return len(
            Opened(write(document(Table((head("步骤", "动作", "角色"), *rows), role="steps")), style)).find("//w:sdt")
        )

    assert size(400) == 10 * size(40) == 800


def test_an_empty_document_is_a_document(opened: Open) -> None:
    found = opened(document())
    assert len(found.find("//w:body/w:p")) == 1
    assert docx.Document(io.BytesIO(found.data)).paragraphs


def test_documents_do_not_remember_each_other(style: Style) -> None:
    first = write(document(bullets("一", ordered=True), para("甲", "/a")), style)
    write(document(*(bullets("一", ordered=True) for _ in range(5)), Heading(1, (Text("x"),), (7,))), style)
    assert write(document(bullets("一", ordered=True), para("甲", "/a")), style).data == first.data


def test_the_words_of_the_document_are_all_there_in_order(opened: Open) -> None:
    found = opened(chinese())
    words = re.sub(r"\s", "", text(found.document))
    for earlier, later in (
        ("修订记录", "目录"),
        ("规范故障报修", "报修工单"),
        ("您好，工号", "第一章"),
        ("第二条", "图1报修处理流程"),
    ):
        assert words.index(earlier) < words.index(later)


def test_a_document_without_labels_is_written_all_the_same(opened: Open) -> None:
    found = opened(replace(document(Section((), role="contents"), Heading(1, (Text("一"),), (1,))), labels={}))
    assert "_Toc" in attribute(found.find("//w:hyperlink")[0], "anchor")


def test_word_is_in_the_table_of_formats(style: Style) -> None:
    written = WRITERS["docx"].write(document(para("一")), style)
    assert WRITERS["docx"].suffix == ".docx"
    assert written.data == write(document(para("一")), style).data
