from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from houses import VALUES, W, house
from opened import Opened, text
from samples import document

from sopgen.document.nodes import Heading, Section, Text
from sopgen.style.model import Style
from sopgen.writers.docx.house import write

Into = Callable[..., Opened]

OURS = (Section((), role="contents"), Heading(1, (Text("目的"),), (1,)), Heading(1, (Text("范围"),), (2,)))


def around(document: Document) -> None:
    """A heading before the document, one after it, and an empty one, as they stand after a page break."""
    document.paragraphs[0].insert_paragraph_before("发布令", style="Heading 1")
    document.add_paragraph("", style="Heading 1")
    document.add_paragraph("签收表", style="Heading 1")


def numbered(document: Document) -> None:
    around(document)
    levels = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="77">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num xmlns:w="{W}" w:numId="88"><w:abstractNumId w:val="77"/></w:num>'))
    layout = document.styles["Heading 1"].element.get_or_add_pPr()
    layout.append(parse_xml(f'<w:numPr xmlns:w="{W}"><w:numId w:val="88"/></w:numPr>'))


def numbers(written: Opened) -> dict[str, list[str]]:
    """The list that each heading names for itself, by its text."""
    found = written.find("//w:p[w:pPr/w:pStyle/@w:val='Heading1']")
    return {text(one): written.values("w:pPr/w:numPr/w:numId", one) for one in found if text(one)}


def test_headings_that_the_template_does_not_number_get_no_number(into: Into) -> None:
    written = into(house(change=around), *OURS)
    assert numbers(written) == {"发布令": ["0"], "目的": [], "范围": [], "签收表": ["0"]}


def test_the_document_counts_from_one_behind_headings_that_are_numbered(into: Into) -> None:
    written = into(house(change=numbered), *OURS)
    found = numbers(written)
    assert found["发布令"] == found["签收表"] == []
    assert found["目的"] == found["范围"] != []
    assert found["目的"] not in (["0"], ["88"])


@pytest.mark.parametrize("change", [around, numbered])
def test_pages_that_are_told_of_all_headings_are_those_of_the_documents_own(
    style: Style, change: Callable[[Document], None]
) -> None:
    def told(_data: bytes) -> Sequence[int]:
        return [1, 41, 42, 99]

    written = write(house(change=change), document(*OURS), style, VALUES, told)
    assert "inexact-pages" not in [one.rule for one in written.diagnostics]
    assert [page for page in ("41", "42", "99") if f"<w:t>{page}</w:t>" in text_of(written.data)] == ["41", "42"]


def text_of(data: bytes) -> str:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_properties_that_end_a_section_are_the_last_of_their_paragraph(into: Into) -> None:
    """LibreOffice 7.4 writes them before the style."""

    def as_libreoffice(document: Document) -> None:
        section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
        layout = parse_xml(f'<w:pPr xmlns:w="{W}">{section}<w:pStyle w:val="BodyText"/><w:rPr/></w:pPr>')
        document.paragraphs[0]._p.insert(0, layout)

    written = into(house(change=as_libreoffice), *OURS)
    kept = [[one.tag.rpartition("}")[2] for one in layout] for layout in written.find("//w:pPr[w:sectPr]")]
    assert kept == [["pStyle", "rPr", "sectPr"]]
