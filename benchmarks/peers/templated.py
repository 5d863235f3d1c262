"""The document made by docxtpl from a Word template with Jinja tags, which python-docx builds here."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage  # type: ignore[import-untyped]
from jinja2 import Environment

from benchmarks.peers import content
from benchmarks.peers.content import Cell, Paragraph
from benchmarks.peers.plain import write

_HIGH = Cm(20)
"""How high a flowchart is."""


def render(text: str, template: Path, *, draw: Callable[[dict[str, Any]], bytes] | None = None) -> bytes:
    """The document that the spec in ``text`` describes; ``draw`` gives its flowchart."""
    return fill(yaml.load(text, yaml.CSafeLoader), template, draw=draw)


def fill(spec: dict[str, Any], template: Path, *, draw: Callable[[dict[str, Any]], bytes] | None = None) -> bytes:
    """The document that a spec describes."""
    environment = Environment(autoescape=True)
    environment.filters["text"] = content.text
    numbers = {step["id"]: number for number, step in enumerate(spec["steps"], 1)}
    document = DocxTemplate(template)
    flowchart = InlineImage(document, BytesIO(draw(spec)), height=_HIGH) if draw else ""
    values = {**spec, "numbers": numbers, "control": count(1).__next__, "flowchart": flowchart}
    document.render(values, environment)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def build(path: Path, *, controls: bool = False) -> None:
    """Write the template, each text that is filled in in a content control if asked for."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ id }}  {{ title }}  {{ version }}  {{ confidentiality }}"
    section.footer.paragraphs[0].text = "第 1 页"
    document.add_paragraph("{{ title }}", "Title")
    _front(document)
    for name, key in content.TEXTS.items():
        document.add_heading(name)
        document.add_paragraph(_value(key))
    document.add_heading("适用范围")
    _write(document, _lines(content.SCOPE, "scope."))
    document.add_heading("引用文件")
    _write(document, _loop("item in references", Paragraph("{{ item | text }}")))
    _grid(document, "角色与职责", content.ROLES, "roles.values()")
    document.add_heading("触发与前提")
    _write(document, _lines(content.CONDITIONS, ""))
    _grid(document, "服务级别", content.LEVELS, "service_levels")
    document.add_heading("操作步骤")
    document.add_paragraph("{{ flowchart }}")
    _table(document, content.STEPS, "item in steps", _step())
    _grid(document, "异常处理", content.EXCEPTIONS, "exceptions")
    _ending(document)
    if controls:
        _control(document)
    document.save(str(path))


def _front(document: DocumentObject) -> None:
    front = [[[Paragraph("", name)], [Paragraph(_value(key))]] for name, key in content.FRONT.items()]
    _rows(document, [first + second for first, second in zip(front[::2], front[1::2], strict=True)])
    people = [
        [
            [Paragraph(cell)]
            for cell in (name, _value(f"{key}.name"), _value(f"{key}.position"), "", _value(f"{key}.date"))
        ]
        for name, key in content.APPROVAL.items()
    ]
    _rows(document, [[[Paragraph("", name)] for name in content.SIGNED], *people])
    columns = content.REVISIONS
    _table(document, tuple(columns), "item in revisions", _cells(columns))


def _step() -> list[Cell]:
    """The cells of a row of the step table."""
    action = [
        Paragraph("{{ item.action }}", "{{ item.title }}："),
        *_optional("details", Paragraph(_value("item.details"))),
    ]
    for key, line in zip(content.DETAILS.values(), _lines(content.DETAILS, "item."), strict=True):
        action += _optional(key, line)
    for name, key in content.REFERENCES.items():
        action += _optional(key, Paragraph("{{ " + f"{key}[item.{key}].title" + " }}", f"{name}："))
    action += _loop("caution in item.cautions", Paragraph("{{ caution | text }}", "注意："))
    ways = _loop("way in item.decision.branches", Paragraph("{{ way.when }} → 步骤 {{ numbers[way.go_to] }}"))
    action += _optional("decision", Paragraph("{{ item.decision.question }}"), *ways)
    others = ("{{ loop.index }}", "{{ roles[item.role].name }}", "{{ item.time_limit }}")
    place, role, limit = ([Paragraph(other)] for other in others)
    return [place, action, role, _lines(content.EXCHANGE, "item."), limit]


def _ending(document: DocumentObject) -> None:
    document.add_heading("常见问题")
    _write(document, _loop("item in faq", *_lines(content.QUESTION, "item.")))
    document.add_heading("服务话术")
    _write(document, _loop("item in scripts.values()", Paragraph("", "{{ item.title }}"), Paragraph("{{ item.say }}")))
    _write(document, _loop("item in sections", Paragraph("", "{{ item.title }}"), Paragraph("{{ item.body }}")))
    document.add_heading("表单")
    document.add_paragraph("{%p for form in forms.values() %}")
    document.add_heading("{{ form.title }} {{ form.number }}", 2)
    cells: list[Cell] = []
    for field in ("pair[0]", "pair[1]"):
        values = [Paragraph(_value(f"{field}.{key}")) for key in ("options", "hint")]
        cells += [[Paragraph("", _value(f"{field}.name"))], values]
    _table(document, (), "pair in form.fields | batch(2)", cells)
    document.add_paragraph("{%p endfor %}")


def _control(document: DocumentObject) -> None:
    """Puts every text that is filled in into a content control, named by its tag; the ids are counted."""
    for run in [*document.element.body.iter(qn("w:r"))]:
        if tag := re.search(r"\{\{ *([^ |}]+)", run.text):
            control = parse_xml(
                f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{tag[1]}"/><w:tag w:val="{tag[1]}"/>'
                '<w:id w:val="{{ control() }}"/></w:sdtPr><w:sdtContent/></w:sdt>'
            )
            run.addprevious(control)
            control[1].append(run)


def _value(name: str) -> str:
    return "{{ " + name + " | text }}"


def _lines(lines: dict[str, str], holder: str) -> list[Paragraph]:
    return [Paragraph(_value(holder + key), f"{name}：") for name, key in lines.items()]


def _cells(columns: dict[str, str]) -> list[Cell]:
    return [[Paragraph(_value(f"item.{key}"))] for key in columns.values()]


def _optional(key: str, *lines: Paragraph) -> list[Paragraph]:
    return [Paragraph("{%p if item." + key + " %}"), *lines, Paragraph("{%p endif %}")]


def _loop(loop: str, *lines: Paragraph) -> list[Paragraph]:
    return [Paragraph("{%p for " + loop + " %}"), *lines, Paragraph("{%p endfor %}")]


def _write(document: DocumentObject, lines: list[Paragraph]) -> None:
    for line in lines:
        write(document.add_paragraph(), line)


def _grid(document: DocumentObject, heading: str, columns: dict[str, str], items: str) -> None:
    document.add_heading(heading)
    _table(document, tuple(columns), f"item in {items}", _cells(columns))


def _table(document: DocumentObject, header: tuple[str, ...], loop: str, cells: list[Cell]) -> None:
    """A table with a row for each turn of ``loop``, between two rows that docxtpl takes out."""
    empty: list[Cell] = [[Paragraph("")] for _ in cells[1:]]
    begin, end = ([[Paragraph("{%tr " + tag + " %}")], *empty] for tag in (f"for {loop}", "endfor"))
    headings = [[[Paragraph("", name)] for name in header]] if header else []
    _rows(document, [*headings, begin, cells, end])


def _rows(document: DocumentObject, rows: list[list[Cell]]) -> None:
    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, lines in zip(row.cells, cells, strict=True):
            write(cell.paragraphs[0], lines[0])
            for line in lines[1:]:
                write(cell.add_paragraph(), line)
