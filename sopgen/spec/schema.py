"""The JSON Schema of the spec language (draft 2020-12), made from the models.

It accepts what the loader accepts. Descriptions are the docstrings of the models and their fields, read from the
source files, so that they are there under ``python -OO`` as well.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from sopgen.spec.dates import DATE_PATTERN
from sopgen.spec.durations import LENGTH_PATTERN, TIME_LIMIT_PATTERN
from sopgen.spec.kinds import fields_of
from sopgen.spec.numbers import DOCUMENT_NUMBER
from sopgen.spec.retention import RETENTION_PATTERN
from sopgen.spec.shape import EXTRA_PREFIX, Shape
from sopgen.spec.sop import Sop

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema of a spec, as plain data."""
    schema = Sop.model_json_schema(schema_generator=_Generator)
    values: dict[str, Any] = {}
    shared = _share(schema, values)
    shared["$defs"] |= dict(sorted(values.items()))
    return {"$schema": DIALECT, "title": "sopgen spec, version 1", **shared}


VALUES = {
    TIME_LIMIT_PATTERN: "TimeLimit",
    LENGTH_PATTERN: "Length",
    RETENTION_PATTERN: "Retention",
    DATE_PATTERN: "Date",
    DOCUMENT_NUMBER: "DocumentNumber",
}
"""The names under which the schema defines values whose long patterns stand in many places."""


def _share(schema: Any, values: dict[str, Any]) -> Any:
    """``schema`` with each of the ``VALUES`` replaced by a reference to its definition in ``values``."""
    if isinstance(schema, list):
        return [_share(item, values) for item in schema]
    if not isinstance(schema, dict):
        return schema
    name = VALUES.get(schema.get("pattern", ""))
    if name is None:
        return {key: _share(item, values) for key, item in schema.items()}
    kept = {key: item for key, item in schema.items() if key == "description"}
    values[name] = {key: item for key, item in schema.items() if key != "description"}
    return {**kept, "$ref": f"#/$defs/{name}"}


class _Generator(GenerateJsonSchema):
    """Pydantic's generator without titles and defaults, with bare values and our descriptions."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 (pydantic's own signature)
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        model: type[Shape] = schema["cls"]
        json, words = super().model_schema(schema), docstrings(model)
        keys = json["properties"]
        described = {
            field.key: {"description": words[field.attribute], **keys[field.key]} for field in fields_of(model)
        }
        json |= {"description": words[""], "properties": described, "patternProperties": {f"^{EXTRA_PREFIX}": {}}}
        json.pop("title", None)
        if model.constraints:
            json["allOf"] = [constraint.json_schema() for constraint in model.constraints]
        if model.bare is None:
            return json
        bare = {"allOf": [keys[model.bare], {"not": {"type": ["object", "null"]}}]}
        return {"description": words[""], "anyOf": [json, bare]}


@cache
def docstrings(model: type[BaseModel]) -> dict[str, str]:
    """The docstring of a model under ``""``, and those of its fields, on one line each."""
    tree = ast.parse(Path(inspect.getfile(model)).read_text("utf-8"))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == model.__name__)
    return dict(_documented(body))


def _documented(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    name = ""
    for statement in body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            name = statement.target.id
        elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            yield name, " ".join(str(statement.value.value).split())
        else:
            break
