"""A script that someone might write instead of using sopgen: YAML, pydantic models, docxtpl.

``python script.py SPEC TEMPLATE OUTPUT``
"""

from __future__ import annotations

import sys
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Literal

import yaml
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage  # type: ignore[import-untyped]
from jinja2 import Environment
from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A map without unknown keys."""

    model_config = ConfigDict(extra="forbid")


class Person(Model):
    """Who signs."""

    name: str
    position: str
    date: date


class Scope(Model):
    """Where it applies."""

    applies_to: list[str]
    excludes: list[str]
    customers: list[str]
    channels: list[str]


class Reference(Model):
    """Another document."""

    number: str | None = None
    title: str
    note: str | None = None


class Role(Model):
    """Who acts."""

    name: str
    responsibilities: list[str]
    contact: str


class ServiceLevel(Model):
    """How fast."""

    level: str
    criteria: str
    first_response: str
    resolution: str


class Branch(Model):
    """A way out of a decision."""

    when: str
    go_to: str


class Decision(Model):
    """A question with branches."""

    question: str
    branches: list[Branch]


class Step(Model):
    """A step."""

    id: str
    title: str
    action: str
    role: str
    inputs: str
    outputs: str
    time_limit: str
    details: str | None = None
    key_actions: list[str] | None = None
    standard: str | None = None
    checkpoint: str | None = None
    scripts: str | None = None
    forms: str | None = None
    cautions: list[dict[Literal["note", "warning", "danger"], str]] = []
    decision: Decision | None = None
    next: str | None = None


class ExceptionCase(Model):
    """What may happen."""

    situation: str
    response: str
    role: str
    time_limit: str


class Script(Model):
    """What to say."""

    title: str
    say: str


class Question(Model):
    """What is asked."""

    question: str
    answer: str


class Section(Model):
    """A free text."""

    id: str
    title: str
    body: str
    after: str


class Field(Model):
    """A field of a form."""

    name: str
    type: str | None = None
    required: bool = False
    options: list[str] | None = None
    hint: str | None = None


class Form(Model):
    """A form."""

    title: str
    number: str
    fields: list[Field]


class Revision(Model):
    """A change."""

    version: str
    date: date
    author: str
    reason: str
    changes: list[str]


class Sop(Model):
    """The whole."""

    sopgen: int
    id: str
    title: str
    type: str
    version: str
    diagram: Literal["none", "swimlane"]
    status: Literal["draft", "in-review", "trial", "effective", "superseded", "retired"]
    effective_date: date
    review_date: date
    department: str
    confidentiality: Literal["public", "internal", "confidential", "secret"]
    prepared_by: Person
    reviewed_by: Person
    approved_by: Person
    summary: str
    purpose: str
    background: str
    scope: Scope
    references: list[Reference]
    roles: dict[str, Role]
    triggers: list[str]
    preconditions: list[str]
    exit_criteria: list[str]
    service_levels: list[ServiceLevel]
    steps: list[Step]
    exceptions: list[ExceptionCase]
    scripts: dict[str, Script]
    faq: list[Question]
    sections: list[Section]
    forms: dict[str, Form]
    revisions: list[Revision]


def text(value: object) -> str:
    """A value as one text."""
    if isinstance(value, list):
        return "；".join(map(text, value))
    if isinstance(value, dict):
        return "；".join(map(text, value.values()))
    return "" if value is None else str(value)


def main(spec: str, template: str, output: str) -> None:
    """Validate the spec and fill in the template, with a flowchart if the spec asks for one."""
    data = yaml.load(Path(spec).read_text(encoding="utf-8"), yaml.CSafeLoader)
    sop = Sop.model_validate(data).model_dump()
    environment = Environment(autoescape=True)
    environment.filters["text"] = text
    document = DocxTemplate(template)
    numbers = {step["id"]: number for number, step in enumerate(sop["steps"], 1)}
    values = {**sop, "numbers": numbers, "control": count(1).__next__}
    if sop["diagram"] != "none":
        import flowchart  # type: ignore[import-not-found]  # it stands beside this script

        values["flowchart"] = InlineImage(document, BytesIO(flowchart.picture(data)), height=Cm(20))
    document.render(values, environment)
    document.save(output)


main(*sys.argv[1:])
