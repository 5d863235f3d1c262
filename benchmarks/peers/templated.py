"""The document made by docxtpl from a Word template with Jinja tags, which python-docx builds here."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.document import Document as DocumentObject
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import Environment

from benchmarks.peers import content


def render(text: str, template: Path) -> bytes:
    """The document that the spec in ``text`` describes."""
    return fill(yaml.load(text, yaml.CSafeLoader), template)


def fill(spec: dict[str, Any], template: Path) -> bytes:
    """The document that a spec describes."""
    environment = Environment(autoescape=True)
    environment.filters["text"] = content.text
    numbers = {step["id"]: number for number, step in enumerate(spec["steps"], 1)}
    document = DocxTemplate(template)
    document.render({**spec, "numbers": numbers}, environment)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def build(path: Path) -> None:
    """Write the template."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "{{ id }}  {{ title }}  {{ version }}  {{ confidentiality }}"
    section.footer.paragraphs[0].text = "第 1 页"
    document.add_paragraph("{{ title }}", "Title")
    _front(document)
    for name, key in content.TEXTS.items():
        document.add_heading(name)
        document.add_paragraph(_value(key))
    _lines(document, "适用范围", content.SCOPE, "scope.")
    document.add_heading("引用文件")
    _loop(document, "item in references", "{{ item | text }}")
    _grid(document, "角色与职责", content.ROLES, "roles.values()")
    _lines(document, "触发与前提", content.CONDITIONS, "")
    _grid(document, "服务级别", content.LEVELS, "service_levels")
    document.add_heading("操作步骤")
    _table(document, content.STEPS, "item in steps", _step())
    _grid(document, "异常处理", content.EXCEPTIONS, "exceptions")
    _ending(document)
    document.save(str(path))


def _front(document: DocumentObject) -> None:
    cells = [cell for name, key in content.FRONT.items() for cell in (name, _value(key))]
    _fixed(document, [cells[place : place + 4] for place in range(0, len(cells), 4)])
    people = [
        [name, _value(f"{key}.name"), _value(f"{key}.position"), "", _value(f"{key}.date")]
        for name, key in content.APPROVAL.items()
    ]
    _fixed(document, [["签署", "姓名", "职务", "签字", "日期"], *people])
    columns = content.REVISIONS
    _table(document, tuple(columns), "item in revisions", [[_value(f"item.{key}")] for key in columns.values()])


def _step() -> list[list[str]]:
    """The cells of a row of the step table, paragraph by paragraph."""
    action = ["{{ item.title }}：{{ item.action }}", *_optional("details", _value("item.details"))]
    for name, key in content.DETAILS.items():
        action += _optional(key, f"{name}：{_value(f'item.{key}')}")
    action += _optional("scripts", "话术：{{ scripts[item.scripts].title }}")
    action += _optional("forms", "表单：{{ forms[item.forms].title }}")
    action += ["{%p for caution in item.cautions %}", "注意：{{ caution | text }}", "{%p endfor %}"]
    branch = "{{ branch.when }} → 步骤 {{ numbers[branch.go_to] }}"
    branches = ["{%p for branch in item.decision.branches %}", branch, "{%p endfor %}"]
    action += _optional("decision", "{{ item.decision.question }}", *branches)
    exchange = ["输入：{{ item.inputs }}", "输出：{{ item.outputs }}"]
    return [["{{ loop.index }}"], action, ["{{ roles[item.role].name }}"], exchange, ["{{ item.time_limit }}"]]


def _ending(document: DocumentObject) -> None:
    document.add_heading("常见问题")
    _loop(document, "item in faq", "问：{{ item.question }}", "答：{{ item.answer }}")
    document.add_heading("服务话术")
    _loop(document, "item in scripts.values()", "{{ item.title }}", "{{ item.say }}")
    _loop(document, "item in sections", "{{ item.title }}", "{{ item.body }}")
    document.add_heading("表单")
    document.add_paragraph("{%p for form in forms.values() %}")
    document.add_heading("{{ form.title }} {{ form.number }}", 2)
    cells = [
        [_value(f"pair[{side}].{key}") for key in keys] for side in (0, 1) for keys in (("name",), ("options", "hint"))
    ]
    _table(document, (), "pair in form.fields | batch(2)", cells)
    document.add_paragraph("{%p endfor %}")


def _value(name: str) -> str:
    return "{{ " + name + " | text }}"


def _optional(key: str, *lines: str) -> list[str]:
    return ["{%p if item." + key + " %}", *lines, "{%p endif %}"]


def _loop(document: DocumentObject, loop: str, *lines: str) -> None:
    for line in ("{%p for " + loop + " %}", *lines, "{%p endfor %}"):
        document.add_paragraph(line)


def _lines(document: DocumentObject, heading: str, lines: dict[str, str], holder: str) -> None:
    document.add_heading(heading)
    for name, key in lines.items():
        document.add_paragraph(f"{name}：{_value(holder + key)}")


def _grid(document: DocumentObject, heading: str, columns: dict[str, str], items: str) -> None:
    document.add_heading(heading)
    _table(document, tuple(columns), f"item in {items}", [[_value(f"item.{key}")] for key in columns.values()])


def _fixed(document: DocumentObject, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]), "Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _table(document: DocumentObject, header: tuple[str, ...], loop: str, cells: list[list[str]]) -> None:
    """A table with a row for each turn of ``loop``, between two rows that docxtpl takes out."""
    rows = [*([list(header)] if header else []), ["{%tr for " + loop + " %}"], [""], ["{%tr endfor %}"]]
    table = document.add_table(len(rows), len(cells), "Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    for cell, lines in zip(table.rows[-2].cells, cells, strict=True):
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
