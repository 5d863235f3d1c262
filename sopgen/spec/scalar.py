"""How a scalar is read: one mark on an annotation, for pydantic and for JSON Schema.

Of pydantic's own marks, one for each constraint and one for the schema, validators take half as long again to be made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

JsonSchema: TypeAlias = Mapping[str, Any] | Callable[[], Mapping[str, Any]]
"""A JSON Schema, or what makes it once it is asked for."""
ANYTHING: Mapping[str, Any] = {}
"""The JSON Schema of what is never written as one."""


class Scalar:
    """A mark that says how a scalar is read, and what a JSON Schema says about it."""

    def __init__(self, reader: CoreSchema, json_schema: JsonSchema) -> None:
        self._reader = reader
        self._json_schema = json_schema

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return {**self._reader}

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**(self._json_schema() if callable(self._json_schema) else self._json_schema)}


def string(json_schema: Mapping[str, Any] = ANYTHING, **constraints: Any) -> Scalar:
    """A text within pydantic's ``constraints``: ``pattern``, ``min_length``, ``strip_whitespace`` and so on."""
    return Scalar(core_schema.str_schema(**constraints), json_schema)


def read_by(read: Callable[[Any], object], json_schema: JsonSchema = ANYTHING) -> Scalar:
    """What ``read`` makes of a value; its ``ValueError`` says what is wrong with it."""
    return Scalar(core_schema.no_info_plain_validator_function(read), json_schema)
