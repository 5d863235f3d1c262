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
            case Paragraph(text, title):
                document.add_paragraph(text, "Title" if title else "Body Text")
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
    cell.paragraphs[0].text = content[0]
    cell.paragraphs[0].style = "Body Text"
    for line in content[1:]:
        cell.add_paragraph(line, "Body Text")
