from __future__ import annotations

from collections.abc import Callable
from typing import Any
from zlib import crc32

import pytest
from opened import Element, Opened, attribute, text
from samples import ZH, ZH_LABELS, document, para

from sopgen.document.nodes import Cell, Document, Field, Paragraph, Row, Table, Text
from sopgen.style.model import Style
from sopgen.writers.docx import write

Body = Callable[..., Opened]
OPTIONS = (Text("软件", "/o/0"), Text("<硬件>", "/o/1"), Text("软件", "/o/2"))


def field(body: Body, node: Field, language: str = "zh-CN") -> tuple[Opened, Element]:
    """The control of a field."""
    opened = body(Paragraph((node,)), language=language)
    (control,) = opened.find("//w:p/w:sdt")
    return opened, control


@pytest.mark.parametrize(
    ("kind", "element"),
    [
        ("text", "w:text[not(@w:multiLine)]"),
        ("number", "w:text"),
        ("money", "w:text"),
        ("time", "w:text"),
        ("long_text", "w:text[@w:multiLine='1']"),
        ("date", "w:date"),
        ("checkbox", "w14:checkbox"),
        ("anything else", "w:text"),
    ],
)
def test_each_kind_of_field_is_a_control_of_its_kind(body: Body, kind: str, element: str) -> None:
    opened, control = field(body, Field(kind, "/forms/f/fields/0", "型号"))
    assert opened.find(f"w:sdtPr/{element}", control)
    assert opened.values("w:sdtPr/w:alias", control) == ["型号"]
    assert opened.values("w:sdtPr/w:tag", control) == ["/forms/f/fields/0"]
    assert opened.values("w:sdtPr/w:id", control) == [str(crc32(b"/forms/f/fields/0#field") & 0x7FFFFFFF)]


def test_an_empty_field_has_something_to_click_on_that_fills_no_second_line(body: Body) -> None:
    fields = [Cell((Paragraph((Field("number", f"/f/{index}"),)),)) for index in range(2)]
    opened = body(Table((Row(tuple(fields)),), (1, 30), role="form"))
    assert [text(control) for control in opened.find("//w:sdtContent")] == ["\u2003", "\u2003" * 4]


@pytest.mark.parametrize("kind", ["signature", "photo"])
def test_what_is_signed_or_pasted_in_may_be_anything(body: Body, kind: str) -> None:
    opened, control = field(body, Field(kind))
    assert not opened.find("w:sdtPr/w:text | w:sdtPr/w:date | w:sdtPr/w:dropDownList", control)


def test_what_stands_there_at_first_goes_when_something_is_filled_in(body: Body) -> None:
    opened, control = field(body, Field("text", placeholder="铭牌上的型号", role="prompt"))
    assert opened.find("w:sdtPr/w:showingPlcHdr", control)
    assert text(control) == "铭牌上的型号"
    (style,) = opened.values("w:sdtContent/w:r/w:rPr/w:rStyle", control)
    assert opened.style_names[style] == "Placeholder Text"
    (entry,) = opened.values("w:sdtPr/w:rPr/w:rStyle", control)
    assert opened.style_names[entry] == "Entry"


def test_a_default_stays(body: Body) -> None:
    opened, control = field(body, Field("text", value="0", placeholder="数量", role="prompt"))
    assert not opened.find("w:sdtPr/w:showingPlcHdr", control)
    assert text(control) == "0"
    assert not opened.find("w:sdtContent/w:r/w:rPr/w:rStyle", control)


def test_a_field_that_shows_nothing_can_be_clicked_on(body: Body) -> None:
    _, control = field(body, Field("text"))
    assert text(control)
    assert not text(control).strip()


@pytest.mark.parametrize(
    ("language", "form", "spoken"), [("zh-CN", "yyyy'年'M'月'd'日'", "zh-CN"), ("en", "d MMMM yyyy", "en-GB")]
)
def test_dates_are_picked_as_the_language_writes_them(body: Body, language: str, form: str, spoken: str) -> None:
    opened, control = field(body, Field("date", value="2026-03-01"), language)
    assert opened.values("w:sdtPr/w:date/w:dateFormat", control) == [form]
    assert opened.values("w:sdtPr/w:date/w:lid", control) == [spoken]
    (date,) = opened.find("w:sdtPr/w:date", control)
    assert attribute(date, "fullDate") == "2026-03-01T00:00:00Z"


def test_a_date_that_is_none_is_not_said_to_be_one(body: Body) -> None:
    opened, control = field(body, Field("date", value="明天"))
    (date,) = opened.find("w:sdtPr/w:date", control)
    assert not attribute(date, "fullDate")


def test_a_choice_is_a_list_and_boxes_on_paper(body: Body) -> None:
    opened, control = field(body, Field("choice", value="<硬件>", options=OPTIONS))
    items = opened.find("w:sdtPr/w:dropDownList/w:listItem", control)
    assert [attribute(item, "displayText") for item in items] == ["软件", "<硬件>"]  # Word takes none twice
    assert text(control) == "☐\u00a0软件\u2002 ☑\u00a0<硬件>\u2002 ☐\u00a0软件"
    assert opened.find("w:sdtPr/w:showingPlcHdr", control)
    (chosen,) = opened.find("w:sdtPr/w:dropDownList", control)
    assert attribute(chosen, "lastValue") == "<硬件>"


@pytest.mark.parametrize(("checked", "state", "shown"), [(False, "0", "☐"), (True, "1", "☑")])
def test_a_box_is_ticked_or_not(body: Body, checked: bool, state: str, shown: str) -> None:
    opened, control = field(body, Field("checkbox", checked=checked))
    (value,) = opened.find("w:sdtPr/w14:checkbox/w14:checked", control)
    assert list(value.values()) == [state]
    assert text(control) == shown
    assert "w14" in str(opened.document.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"))


def test_long_names_and_paths_are_cut_to_what_word_takes(body: Body) -> None:
    opened, control = field(body, Field("text", "/forms" + "/fields/0" * 12, "名" * 100))
    (alias,), (tag,) = opened.values("w:sdtPr/w:alias", control), opened.values("w:sdtPr/w:tag", control)
    assert (len(alias), tag[0]) == (64, "#")


def test_fields_that_repeat_have_ids_of_their_own(body: Body) -> None:
    opened = body(*[Paragraph((Field("text", "/f"), Text("甲", "/f"))) for _ in range(3)])
    ids = opened.values("//w:sdtPr/w:id")
    assert len(ids) == len(set(ids)) == 6
    assert ids[1] == str(crc32(b"/f") & 0x7FFFFFFF)


@pytest.mark.parametrize(("protection", "edit"), [("none", []), ("read-only", ["readOnly"]), ("forms", ["forms"])])
def test_a_document_may_be_protected(styled: Callable[..., Style], protection: str, edit: list[str]) -> None:
    style = styled(f"protection: {protection}")
    opened = Opened(write(document(para("甲", "/a"), Paragraph((Field("text", "/f"),))), style))
    protected = opened.find("w:documentProtection", opened.part("word/settings.xml"))
    assert [attribute(one, "edit") for one in protected] == edit
    assert [attribute(one, "enforcement") for one in protected] == ["1"] * len(edit)


def test_where_only_forms_are_filled_in_all_else_is_locked(styled: Callable[..., Style]) -> None:
    blocks: Any = (para("甲", "/a"), Paragraph((Field("text", "/f"), Field("checkbox", "/g"))))
    opened = Opened(write(Document(ZH, blocks, ZH_LABELS), styled("protection: forms")))
    locks = {
        opened.values("w:sdtPr/w:tag", sdt)[0]: opened.values("w:sdtPr/w:lock", sdt) for sdt in opened.find("//w:sdt")
    }
    assert locks == {"/a": ["sdtContentLocked"], "/f": [], "/g": []}
    sections = opened.find("//w:sectPr")
    assert sections
    assert len(opened.find("//w:sectPr/w:formProt")) == len(sections)
