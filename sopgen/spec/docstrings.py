"""What the models say of themselves: their docstrings and those of their fields.

Read from the source files, so that they are there under ``python -OO`` as well.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel

_EXAMPLE = "```yaml\n"


def docstrings(model: type[BaseModel]) -> dict[str, str]:
    """The docstring of a model under ``""``, and those of its fields, each on one line and without its example."""
    return {name: " ".join(text.partition(_EXAMPLE)[0].replace("``", "`").split()) for name, text in _texts(model)}


def example(model: type[BaseModel]) -> str:
    """The YAML in the docstring of a model; empty if there is none."""
    _, found, rest = dict(_texts(model))[""].partition(_EXAMPLE)
    return dedent(rest.partition("```")[0]).strip("\n") if found else ""


@cache
def _texts(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    from sopgen.spec.shape import Shape

    holders = [holder for holder in reversed(model.__mro__) if issubclass(holder, Shape) and holder is not Shape]
    return tuple({name: text for holder in holders for name, text in _documented(_body(holder))}.items())


def _body(model: type) -> list[ast.stmt]:
    tree = ast.parse(Path(inspect.getfile(model)).read_text("utf-8"))
    return next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == model.__name__)


def _documented(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    name = ""
    for statement in body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            name = statement.target.id
        elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            yield name, str(statement.value.value)
        else:
            break
