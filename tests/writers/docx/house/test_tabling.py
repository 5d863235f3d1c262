"""Which style of a template the tables of documents have, and what it decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from houses import W, house
from lxml import etree
from opened import Opened
from samples import english

from sopgen.style import load_style

Into = Callable[..., Opened]
FIRST = (
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="7A1F3D"/></w:tcPr></w:tblStylePr>'
)


def with_style(name: str, *, chosen: bool, first_row: str = FIRST) -> Callable[[Document], None]:
    """Gives a template a table style, which is that of new tables if it is ``chosen``."""

    def change(document: Document) -> None:
        document.styles.element.append(
            parse_xml(
                f'<w:style xmlns:w="{W}" w:type="table" w:customStyle="1" w:styleId="Ours"><w:name w:val="{name}"/>'
                f'<w:basedOn w:val="TableNormal"/>{first_row}</w:style>'
            )
        )
        if chosen:
            said = etree.fromstring(f'<w:defaultTableStyle xmlns:w="{W}" w:val="Ours"/>')
            document.settings.element.find(f"{{{W}}}defaultTabStop").addnext(said)

    return change


def names(written: Opened) -> set[str]:
    """The styles of tables in the text, and what those of sopgen's stand on."""
    used = {*written.values("//w:body//w:tblStyle")}
    styles = written.part("word/styles.xml")
    based = {one for name in used for one in written.values(f"//w:style[@w:styleId='{name}']/w:basedOn", styles)}
    return {written.style_names[name] for name in used | based}


@pytest.mark.parametrize(
    ("name", "chosen", "found"),
    [("Harbour", True, True), ("Harbour", False, False), ("流程表格", False, True), ("SOP table", False, True)],
)
def test_tables_have_the_style_that_is_chosen_or_called_so(name: str, chosen: bool, found: bool, into: Into) -> None:
    written = into(house(change=with_style(name, chosen=chosen)), *english().blocks)
    assert (name in names(written)) is found
    every = written.values("//w:style[@w:type='table']/w:name", written.part("word/styles.xml"))
    assert len(every) == len({*every})


def test_the_first_row_looks_as_the_style_says(into: Into) -> None:
    style = load_style("modern-en")
    own = into(house(change=with_style("Harbour", chosen=True)), *english().blocks, style=style)
    usual = into(house(), *english().blocks, style=style)
    header = "//w:tr[w:trPr/w:tblHeader]/w:tc/w:tcPr/w:shd"
    assert usual.find(header)
    assert not own.find(header)
    headed = own.find("//w:tbl[w:tr[1]/w:trPr/w:tblHeader]")
    assert headed
    assert len(own.find("//w:tblPr/w:tblLook[@w:firstRow='1']")) == len(headed)
    table = "//w:style[w:name/@w:val='SOP table']/w:tblStylePr[@w:type='firstRow']"
    assert len(own.find(table, own.part("word/styles.xml"))) == 1, "LibreOffice takes none from the style below"
    (colour,) = usual.values("//w:style[w:name/@w:val='Table header']/w:rPr/w:color", usual.part("word/styles.xml"))
    assert colour == "FFFFFF"
    assert not own.values("//w:style[w:name/@w:val='Table header']/w:rPr/w:color", own.part("word/styles.xml"))


def test_a_style_without_first_rows_leaves_them_to_the_style_sheet(into: Into) -> None:
    change = with_style("Harbour", chosen=True, first_row="")
    written = into(house(change=change), *english().blocks, style=load_style("modern-en"))
    assert written.find("//w:tr[w:trPr/w:tblHeader]/w:tc/w:tcPr/w:shd")
    assert not written.find("//w:tblLook")
    assert not written.find("//w:body//w:tblBorders")
