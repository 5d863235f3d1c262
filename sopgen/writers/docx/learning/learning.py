"""From a Word file to the text of a style sheet that mimics it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sopgen.diagnostics import Language, Message
from sopgen.style.measures import PAPERS
from sopgen.writers.docx.house.levels import heading_levels
from sopgen.writers.docx.house.names import element, text_of
from sopgen.writers.docx.house.packages import unpack
from sopgen.writers.docx.house.sections import page_of
from sopgen.writers.docx.learning import furniture
from sopgen.writers.docx.learning.paragraphs import look, sort
from sopgen.writers.docx.learning.properties import Properties

if TYPE_CHECKING:
    from lxml.etree import _Element

    from sopgen.writers.docx.house.packages import Package
    from sopgen.writers.docx.learning.paragraphs import Sorted
    from sopgen.writers.house import HouseTemplate

_CHINESE = re.compile("[\u4e00-\u9fff]")
_USUAL_NUMBERS = ("一、", "1. ", "（1）", "① ")
"""How levels are numbered that the file does not number."""
_HEAD = Message(
    zh="# 照“{name}”的样子写成的样式表。没写的，取自 enterprise；可以接着改，各项的写法见 docs/styles.md。\n",
    en="# A style sheet that mimics {name}. What it does not say is as in enterprise; docs/styles.md tells more.\n",
)


def learn(file: HouseTemplate, name: str, language: Language) -> str:
    """The text of a style sheet that mimics a Word file.

    Args:
        file: the Word file.
        name: what to call the style sheet.
        language: of its comment.

    Raises:
        TemplateError: it is broken, encrypted, holds macros, or is no Word document.
    """
    package = unpack(file)
    root = package.root(package.main)
    body = root.find(element("body"))
    assert body is not None
    learned = _learned(package, body)
    told = {"extends": "enterprise", "name": name, **learned}
    if _CHINESE.search(text_of(body)) is None:  # else what enterprise says of English documents would lie over it
        told["languages"] = {"en": {key: value for key, value in learned.items() if key != "page"}}
    return _HEAD.format(name=file.name).text(language) + "".join(_lines(told))


def _learned(package: Package, body: _Element) -> dict[str, Any]:
    properties = Properties(package)
    kinds = sort(body, properties)
    sections = [*body.iter(element("sectPr"))]
    told: dict[str, Any] = {}
    if sections:
        told["page"] = _page(sections[-1])
    told["body"] = look(kinds.body, properties)
    told["headings"] = {str(level): look(kinds.headings[level], properties) for level in sorted(kinds.headings)}
    told["numbering"] = _numbering(package, properties, kinds)
    if kinds.title:
        told["paragraphs"] = {"title": look(kinds.title, properties)}
    table = furniture.table(body, properties)
    if table:
        told["table"] = table
    for kind in ("header", "footer"):
        title = text_of(kinds.title[0]).strip() if kinds.title else ""
        running = furniture.running(package, sections, kind, properties, title)
        if running is not None:
            told[kind] = {"left": [], "center": [], "right": []} | running
    return {key: value for key, value in told.items() if value}


def _page(section: _Element) -> dict[str, Any]:
    page = page_of(section)
    width, height = sorted(page.size)
    paper = min(PAPERS, key=lambda name: abs(PAPERS[name][0] - width) + abs(PAPERS[name][1] - height))
    sides = page.margins
    margins = {side: _millimetres(getattr(sides, side)) for side in ("top", "bottom", "left", "right")}
    return {
        "size": paper,
        "margins": margins,
        "header": _millimetres(page.header),
        "footer": _millimetres(page.footer),
    }


def _millimetres(points: float) -> str:
    return f"{points / 72 * 25.4:.1f}".removesuffix(".0") + "mm"


def _numbering(package: Package, properties: Properties, kinds: Sorted) -> list[Any]:
    """How headings are numbered: by lists, or by hand; empty if they are not."""
    part = package.related("numbering")
    levels: list[Any] = [None] * 4
    if properties.known is not None:
        levels = [*heading_levels(properties.known, package.root(part) if part else None)]
    for level, sample in enumerate(kinds.samples):
        levels[level] = sample
    if not any(levels):
        return []
    return [usual if level is None else level for level, usual in zip(levels, _USUAL_NUMBERS, strict=True)]


def _lines(told: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """YAML: a block for each part, a line for each of its looks."""
    for key, value in told.items():
        apart = "" if indent or isinstance(value, str) else "\n"
        if isinstance(value, list) and any(not isinstance(item, str) for item in value):
            yield f"{apart}{indent}{key}:\n" + "".join(f"{indent}  - {_flow(item)}\n" for item in value)
        elif isinstance(value, Mapping) and any(isinstance(item, Mapping) for item in value.values()):
            yield f"{apart}{indent}{key}:\n" + "".join(_lines(value, f"{indent}  "))
        else:
            yield f"{apart}{indent}{key}: {_flow(value)}\n"


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(value: str) -> str:
    """A text as YAML: in quotes where it might be taken for something else."""
    plain = value.replace(" ", "").replace(".", "").replace("-", "").replace("_", "")
    safe = plain.isalnum() and not value[:1].isdigit() and value == value.strip() and not value.startswith("-")
    measure = plain.isalnum() and any(value.endswith(unit) for unit in ("pt", "mm", "字", "倍"))
    return value if safe or measure or value == "0" else json.dumps(value, ensure_ascii=False)
