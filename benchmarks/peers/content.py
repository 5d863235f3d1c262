"""What all peers print: the headings, paragraphs and tables of the workload, as plain texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, its label in bold; ``title`` is the title of the document."""

    text: str
    label: str = ""
    title: bool = False


Cell: TypeAlias = list[Paragraph]
"""The paragraphs in a cell."""


@dataclass(frozen=True)
class Table:
    """A table; ``header`` says whether its first row is one of headings."""

    rows: list[list[Cell]]
    header: bool = True


Block: TypeAlias = Heading | Paragraph | Table

FRONT = {
    "文件编号": "id", "版本": "version", "状态": "status", "文件类型": "type", "生效日期": "effective_date",
    "复审日期": "review_date", "归口部门": "department", "密级": "confidentiality",
}  # fmt: skip
APPROVAL = {"编制": "prepared_by", "审核": "reviewed_by", "批准": "approved_by"}
SIGNED = ("签署", "姓名", "职务", "签字", "日期")
REVISIONS = {"版本": "version", "日期": "date", "修订人": "author", "修订原因": "reason", "修订内容": "changes"}
TEXTS = {"概述": "summary", "目的": "purpose", "背景": "background"}
SCOPE = {"适用": "applies_to", "不适用": "excludes", "客户": "customers", "渠道": "channels"}
ROLES = {"角色": "name", "职责": "responsibilities", "联系方式": "contact"}
CONDITIONS = {"触发条件": "triggers", "前提条件": "preconditions", "结束条件": "exit_criteria"}
LEVELS = {"级别": "level", "判定标准": "criteria", "首次响应": "first_response", "解决时限": "resolution"}
STEPS = ("步骤", "操作", "角色", "输入与输出", "时限")
EXCHANGE = {"输入": "inputs", "输出": "outputs"}
REFERENCES = {"话术": "scripts", "表单": "forms"}
DETAILS = {"关键动作": "key_actions", "标准": "standard", "检查": "checkpoint"}
QUESTION = {"问": "question", "答": "answer"}
EXCEPTIONS = {"异常情况": "situation", "处理办法": "response", "角色": "role", "时限": "time_limit"}


def text(value: Any) -> str:
    """A value of the spec as one text: lists with semicolons, nothing for what is left out."""
    if isinstance(value, list):
        return "；".join(map(text, value))
    if isinstance(value, dict):
        return "；".join(text(item) for item in value.values())
    return "" if value is None else str(value)


def blocks(spec: dict[str, Any]) -> Iterator[Block]:
    """The document, block by block."""
    yield Paragraph(spec["title"], title=True)
    yield from _front(spec)
    for name, key in TEXTS.items():
        yield Heading(name)
        yield Paragraph(text(spec[key]))
    yield Heading("适用范围")
    yield from _lines(SCOPE, spec["scope"])
    yield Heading("引用文件")
    yield from (Paragraph(text(item)) for item in spec["references"])
    yield Heading("角色与职责")
    yield _grid(ROLES, spec["roles"].values())
    yield Heading("触发与前提")
    yield from _lines(CONDITIONS, spec)
    yield Heading("服务级别")
    yield _grid(LEVELS, spec["service_levels"])
    yield Heading("操作步骤")
    rows = [_step(spec, number, step) for number, step in enumerate(spec["steps"], 1)]
    yield Table([_header(STEPS), *rows])
    yield Heading("异常处理")
    yield _grid(EXCEPTIONS, spec["exceptions"])
    yield from _ending(spec)


def _front(spec: dict[str, Any]) -> Iterator[Block]:
    pairs = [[[Paragraph("", name)], [Paragraph(text(spec[key]))]] for name, key in FRONT.items()]
    yield Table([first + second for first, second in zip(pairs[::2], pairs[1::2], strict=True)], header=False)
    people = [(name, spec[key]) for name, key in APPROVAL.items()]
    signed = [[name, person["name"], person["position"], "", text(person["date"])] for name, person in people]
    yield Table([_header(SIGNED), *([[Paragraph(cell)] for cell in row] for row in signed)])
    yield _grid(REVISIONS, spec["revisions"])


def _grid(columns: dict[str, str], items: Any) -> Table:
    rows = [[[Paragraph(text(item.get(key)))] for key in columns.values()] for item in items]
    return Table([_header(columns), *rows])


def _header(names: Iterable[str]) -> list[Cell]:
    return [[Paragraph("", name)] for name in names]


def _lines(lines: dict[str, str], holder: dict[str, Any]) -> Iterator[Paragraph]:
    """A labelled line for each of the keys that ``holder`` has."""
    return (Paragraph(text(holder[key]), f"{name}：") for name, key in lines.items() if key in holder)


def _step(spec: dict[str, Any], number: int, step: dict[str, Any]) -> list[Cell]:
    action = [Paragraph(step["action"], f"{step['title']}："), Paragraph(text(step.get("details")))]
    action += _lines(DETAILS, step)
    action += [Paragraph(spec[key][step[key]]["title"], f"{name}：") for name, key in REFERENCES.items() if key in step]
    action += [Paragraph(text(caution), "注意：") for caution in step.get("cautions", ())]
    if "decision" in step:
        numbers = {other["id"]: place for place, other in enumerate(spec["steps"], 1)}
        ways = [f"{item['when']} → 步骤 {numbers[item['go_to']]}" for item in step["decision"]["branches"]]
        action += map(Paragraph, (step["decision"]["question"], *ways))
    others = (str(number), spec["roles"][step["role"]]["name"], step["time_limit"])
    place, role, limit = ([Paragraph(other)] for other in others)
    return [place, action, role, [*_lines(EXCHANGE, step)], limit]


def _ending(spec: dict[str, Any]) -> Iterator[Block]:
    yield Heading("常见问题")
    for item in spec["faq"]:
        yield from _lines(QUESTION, item)
    yield Heading("服务话术")
    for script in spec["scripts"].values():
        yield Heading(script["title"], 2)
        yield from map(Paragraph, script["say"].splitlines())
    for section in spec["sections"]:
        yield Heading(section["title"])
        yield Paragraph(section["body"])
    yield Heading("表单")
    for form in spec["forms"].values():
        yield Heading(f"{form['title']} {form['number']}", 2)
        cells = [
            [
                [Paragraph("", field["name"])],
                [Paragraph(text(field.get("options"))), Paragraph(text(field.get("hint")))],
            ]
            for field in form["fields"]
        ]
        yield Table([first + second for first, second in zip(cells[::2], cells[1::2], strict=True)], header=False)
