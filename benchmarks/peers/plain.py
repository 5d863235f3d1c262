"""The document written call by call with python-docx, the way its documentation shows."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import yaml
from docx import Document
from docx.document import Document as DocumentObject

from benchmarks.peers.content import Cell, Heading, Paragraph, Table, blocks


def render(text: str) -> bytes:
    """The document that the spec in ``text`` describes."""
    spec = yaml.load(text, yaml.CSafeLoader)
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = running_header(spec)
    section.footer.paragraphs[0].text = "第 1 页"
    for block in blocks(spec):
        match block:
            case Heading(text, level):
                document.add_heading(text, level)
            case Paragraph(_, _, title):
                write(document.add_paragraph(style="Title" if title else "Body Text"), block)
            case Table():
                _table(document, block)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def running_header(spec: dict[str, Any]) -> str:
    """What stands at the top of every page."""
    return f"{spec['id']}  {spec['title']}  {spec['version']}  {spec['confidentiality']}"


def _table(document: DocumentObject, block: Table) -> None:
    table = document.add_table(len(block.rows), len(block.rows[0]), "Table Grid")
    for row, cells in zip(table.rows, block.rows, strict=True):
        for cell, content in zip(row.cells, cells, strict=True):
            _fill(cell, content)


def _fill(cell: Any, content: Cell) -> None:
    cell.paragraphs[0].style = "Body Text"
    write(cell.paragraphs[0], content[0])
    for line in content[1:]:
        write(cell.add_paragraph(style="Body Text"), line)


def write(paragraph: Any, line: Paragraph) -> None:
    """Write a line into an empty paragraph."""
    if line.label:
        paragraph.add_run(line.label).bold = True
    paragraph.add_run(line.text)
