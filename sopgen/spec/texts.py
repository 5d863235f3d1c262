"""The scalar types of the language, as annotations for models.

Every scalar arrives as the text that was typed; each type here says which texts it takes, for pydantic and for
JSON Schema (whose reader has turned bare ``1.0`` and ``true`` into a number and a truth value before it looks).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from sopgen.spec.dates import DATE_PATTERN, Date, parse_date
from sopgen.spec.durations import LENGTH_PATTERN, TIME_LIMIT_PATTERN, TimeLimit, parse_length, parse_time_limit
from sopgen.spec.kinds import Kind
from sopgen.spec.numbers import DOCUMENT_NUMBER
from sopgen.spec.refusals import NotReadableError
from sopgen.spec.retention import RETENTION_PATTERN, Retention, parse_retention
from sopgen.spec.versions import VERSION_PATTERN, Version, parse_version

T = TypeVar("T")

ID_PATTERN = "^[a-z0-9㐀-䶿一-鿿]+(-[a-z0-9㐀-䶿一-鿿]+)*$"
"""Lower-case words joined by hyphens; Chinese letters are letters."""

_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"], "minLength": 1, "pattern": "\\S"}
_INTEGER_OR_TEXT = {"type": ["string", "integer"], "minimum": 0}

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), WithJsonSchema(_SCALAR)]

Line: TypeAlias = Annotated[_Text, Kind.LINE]
"""A name or title."""
Text: TypeAlias = Annotated[_Text, Kind.TEXT]
"""Markdown."""
Say: TypeAlias = Annotated[str, StringConstraints(min_length=1, pattern=r"\S"), WithJsonSchema(_SCALAR), Kind.SAY]
"""Words to be spoken, verbatim."""
Id: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN),
    WithJsonSchema({**_INTEGER_OR_TEXT, "pattern": ID_PATTERN}),
    Kind.ID,
]
"""An id."""
RoleId: TypeAlias = Annotated[_Text, Kind.ROLE]
"""The id of a role."""
StepId: TypeAlias = Annotated[_Text, Kind.STEP]
"""Where the flow goes: the id of a step, ``end``, or a document number."""
CallId: TypeAlias = Annotated[_Text, Kind.CALL]
"""What is carried out: a document number, or the id of a procedure."""
ProcedureId: TypeAlias = Annotated[_Text, Kind.PROCEDURE]
"""The id of a procedure."""
FormId: TypeAlias = Annotated[_Text, Kind.FORM]
"""The id of a form."""
ScriptId: TypeAlias = Annotated[_Text, Kind.SCRIPT]
"""The id of a script."""
RecordId: TypeAlias = Annotated[_Text, Kind.RECORD]
"""The id of a record."""
StateId: TypeAlias = Annotated[_Text, Kind.STATE]
"""The id of a ticket's state."""
ResourceName: TypeAlias = Annotated[_Text, Kind.RESOURCE]
"""The name of a resource."""
Word: TypeAlias = Annotated[_Text, Kind.WORD]
"""A word of the user's choice, of which some have a label."""
File: TypeAlias = Annotated[_Text, Kind.FILE]
"""The path of an image, relative to the spec."""
Place: TypeAlias = Annotated[_Text, Kind.PLACE]
"""The key of a part, or the id of a section."""
Number: TypeAlias = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=DOCUMENT_NUMBER),
    WithJsonSchema({**_INTEGER_OR_TEXT, "pattern": DOCUMENT_NUMBER}),
    Kind.NUMBER,
]
"""The number of a document."""


def _reading(parse: Callable[[str], T]) -> PlainValidator:
    """A validator that reads a text with ``parse``; its ``ValueError`` carries the message."""

    def read(value: object) -> T:
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text is needed")
        return parse(value.strip())

    return PlainValidator(read)


def _parse_pause(text: str) -> TimeLimit:
    try:
        return parse_length(text)
    except NotReadableError:
        return parse_time_limit(text)


Length: TypeAlias = Annotated[
    TimeLimit, _reading(parse_time_limit), WithJsonSchema({"type": "string", "pattern": TIME_LIMIT_PATTERN})
]
"""A time limit in one text, such as ``10分钟内``."""
Pause: TypeAlias = Annotated[
    TimeLimit,
    _reading(_parse_pause),
    WithJsonSchema({"type": "string", "anyOf": [{"pattern": LENGTH_PATTERN}, {"pattern": TIME_LIMIT_PATTERN}]}),
]
"""A stretch of time to wait, such as ``3天`` or ``3天后``."""
Retained: TypeAlias = Annotated[
    Retention, _reading(parse_retention), WithJsonSchema({"type": "string", "pattern": RETENTION_PATTERN})
]
"""How long a record is kept."""
Dated: TypeAlias = Annotated[Date, _reading(parse_date), WithJsonSchema({"type": "string", "pattern": DATE_PATTERN})]
"""A date such as ``2026-03-01``."""
Versioned: TypeAlias = Annotated[
    Version,
    _reading(parse_version),
    WithJsonSchema({"type": ["string", "number"], "minimum": 0, "pattern": VERSION_PATTERN}),
]
"""A version such as ``V1.0``."""

TRUE, FALSE = ("true", "是"), ("false", "否")
_FLAG_WORDS = [
    word for known in (TRUE, FALSE) for typed in known for word in {typed: 0, typed.title(): 0, typed.upper(): 0}
]
_FLAG_SCHEMA: dict[str, Any] = {"anyOf": [{"type": "boolean"}, {"enum": _FLAG_WORDS}]}


def _read_flag(value: object) -> bool:
    if isinstance(value, str) and value in _FLAG_WORDS:
        return value.lower() in TRUE
    raise PydanticCustomError("bool_parsing", "true or false is needed")


def _read_flag_or_text(value: object) -> bool | str:
    if isinstance(value, str) and value.strip():
        return value.lower() in TRUE if value in _FLAG_WORDS else value.strip()
    raise PydanticCustomError("string_type", "text is needed")


Flag: TypeAlias = Annotated[bool, PlainValidator(_read_flag), WithJsonSchema(_FLAG_SCHEMA)]
"""``true`` or ``false``, 是 or 否."""
FlagOrText: TypeAlias = Annotated[bool | str, PlainValidator(_read_flag_or_text), WithJsonSchema(_SCALAR), Kind.TEXT]
"""``true`` or ``false``, or a text that says more."""


def _read_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    raise PydanticCustomError("string_type", "text is needed")


CellText: TypeAlias = Annotated[
    str, PlainValidator(_read_cell), WithJsonSchema({"type": ["string", "number", "boolean", "null"]}), Kind.TEXT
]
"""Markdown in a table cell, which may be empty."""


def _read_count(value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    raise PydanticCustomError("int_parsing", "a whole number is needed")


Count: TypeAlias = Annotated[
    int,
    PlainValidator(_read_count),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[0-9]+$"}]}),
]
"""A whole number, zero or more."""

SECRECY = {"公开": "public", "内部": "internal", "机密": "confidential", "绝密": "secret"}
_SECRECY_WORDS = [*SECRECY.values(), *SECRECY]


def _read_secrecy(value: object) -> str:
    if isinstance(value, str) and value in _SECRECY_WORDS:
        return SECRECY.get(value, value)
    raise PydanticCustomError("literal_error", "one of a set", {"expected": ", ".join(map(repr, _SECRECY_WORDS))})


Secrecy: TypeAlias = Annotated[str, PlainValidator(_read_secrecy), WithJsonSchema({"enum": _SECRECY_WORDS}), Kind.WORD]
"""``public``, ``internal``, ``confidential`` or ``secret``, or 公开, 内部, 机密, 绝密."""
