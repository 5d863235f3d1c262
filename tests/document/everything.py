"""Specs in which every key of the language is filled in, each with a token of its own, made from the models."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from sopgen.spec.clauses import Clause
from sopgen.spec.forms import FormField
from sopgen.spec.kinds import Kind, fields_of
from sopgen.spec.shape import Names, Shape
from sopgen.spec.sop import Sop
from sopgen.spec.steps import Step

NESTING = {Step: 3, Clause: 4, FormField: 3}
"""How often a shape may stand inside itself."""


@dataclass
class Filler:
    """Fills every key; ``variant`` picks among keys that exclude each other and among words of a set.

    ``language`` is that of the spec; with ``blocks`` every Markdown text is a paragraph and a list.
    """

    variant: int
    language: str = "zh-CN"
    blocks: bool = False
    root: type[Shape] = Sop
    expected: dict[str, int] = field(default_factory=dict)
    roles: dict[str, Any] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(100))
    nesting: dict[type, int] = field(default_factory=dict)

    def spec(self) -> dict[str, Any]:
        """A whole spec; ``expected`` then says which token must be printed how often."""
        data = self.shape(self.root)
        data["roles"] |= self.roles
        return data

    def token(self) -> str:
        token = f"tok{next(self.numbers)}x"
        self.expected[token] = self.expected.get(token, 0) + 1
        return token

    def document_number(self) -> str:
        number = f"DOC-{next(self.numbers)}"
        self.expected[number] = 1
        return number

    def shape(self, model: type[Shape]) -> dict[str, Any]:
        self.nesting[model] = self.nesting.get(model, 0) + 1
        left_out = self._excluded(model)
        data = {}
        for known in fields_of(model):
            if known.key in left_out:
                continue
            annotation = model.model_fields[known.attribute].annotation
            value = self.fixed(model, known.key)
            data[known.key] = self.value(annotation, known.kind) if value is None else value
        self.nesting[model] -= 1
        return {key: value for key, value in data.items() if value != []}

    def _excluded(self, model: type[Shape]) -> set[str]:
        left_out = set()
        for constraint in model.constraints:
            if constraint.rule in ("exactly-one", "at-most-one"):
                keys = [key for key in constraint.keys if self._may_nest(model, key)]
                left_out |= set(constraint.keys) - {keys[self.variant % len(keys)]}
        for constraint in model.constraints:
            if constraint.rule == "needs" and constraint.keys[1] in left_out:
                left_out.add(constraint.keys[0])
        return left_out | {key for key in ("steps", "clauses", "fields") if not self._may_nest(model, key)}

    def _may_nest(self, model: type[Shape], key: str) -> bool:
        inner = {"steps": Step, "parallel": Step, "clauses": Clause, "fields": FormField}.get(key)
        return inner is None or self.nesting.get(inner, 0) < NESTING[inner]

    def fixed(self, model: type[Shape], key: str) -> Any:
        """Values that take more than a token."""
        values: dict[str, Any] = {
            "sopgen": 1,
            "language": self.language if model is self.root else None,
            "diagram": "none",
            "style": "enterprise",
            "columns": [self.token(), self.token()] if key == "columns" else None,
            "rows": [[self.token(), self.token()]] if key == "rows" else None,
            "file": "image.png",
            "confidentiality": ("内部", "机密", "绝密", "公开", "secret")[self.variant % 5],
        }
        if key == "id":
            return f"id-{next(self.numbers)}" if model is not self.root else self.document_number()
        return values.get(key)

    def value(self, annotation: Any, kind: Kind | None) -> Any:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin in (Union, types.UnionType):
            return self.value(next(item for item in arguments if item not in (type(None), bool)), kind)
        if hasattr(annotation, "__metadata__"):
            return self.value(annotation.__origin__, kind)
        if origin is tuple:
            return [self.value(arguments[0], kind)]
        if origin is Names:
            chosen_by_id = Kind.ID in arguments[0].__metadata__
            name = f"n-{next(self.numbers)}" if chosen_by_id else self.token()
            return {name: self.value(arguments[1], kind)}
        if origin is Literal:
            return arguments[self.variant % len(arguments)]
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.shape(annotation) if self.nesting.get(annotation, 0) < NESTING.get(annotation, 9) else []
        return self.scalar(annotation, kind)

    def scalar(self, annotation: Any, kind: Kind | None) -> Any:
        if kind is Kind.PLACE:
            return "purpose"
        if kind is Kind.SOP:
            return "sop.yaml"
        if kind is Kind.ROLE:
            name = f"role-{next(self.numbers)}"
            token = self.token()
            self.roles[name] = token
            self.expected[token] = 2  # where it is defined, and where it is used
            return name
        if kind in (Kind.STEP, Kind.CALL):
            return self.document_number()
        number = next(self.numbers)
        chinese = self.language == "zh-CN"
        made = {
            "TimeLimit": f"{number}分钟" if chinese else f"{number} minutes",
            "Date": f"2026-01-{number % 28 + 1:02}",
            "Version": f"V{number}.0",
            "Retention": f"{number}年" if chinese else f"{number} years",
            "bool": True,
            "int": number,
        }.get(getattr(annotation, "__name__", ""))
        if made is None:
            token = self.token()
            return f"{token}\n\n- one\n- two" if self.blocks and kind is Kind.TEXT else token
        if isinstance(made, str):
            day = number % 28 + 1
            dated = f"2026年1月{day}日" if chinese else f"{day} January 2026"
            printed = dated if made.startswith("2026") else made
            self.expected[printed] = 1
        return made
