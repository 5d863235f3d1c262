"""The scalar types of the language, as annotations for models.

Every scalar arrives as the text that was typed; each type here says which texts it takes, for pydantic and for
JSON Schema. The reader of a JSON Schema has turned bare ``1.0`` and ``true`` into a number and a truth value before it
looks, so a schema also takes the numbers and truth values that can be typed so; it cannot tell ``1`` from ``1.0``,
``1.10`` from ``1.1`` or ``TRUE`` from ``true``, and takes them all where the loader takes one. A schema with a
``title`` is defined once under that name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, TypeAlias

from pydantic_core import PydanticCustomError, core_schema

from sopgen.spec.dates import DATE_PATTERN, Date, parse_date
from sopgen.spec.durations import TimeLimit, length_pattern, parse_length, parse_time_limit, time_limit_pattern
from sopgen.spec.kinds import Kind
from sopgen.spec.numbers import CITED_NUMBER, DOCUMENT_NUMBER, ID_PATTERN
from sopgen.spec.parts import RESERVED
from sopgen.spec.refusals import NotReadableError
from sopgen.spec.retention import Retention, parse_retention, retention_pattern
from sopgen.spec.scalar import JsonSchema, Scalar, read_by, string
from sopgen.spec.versions import VERSION_PATTERN, Version, parse_version

Json = dict[str, Any]

_ANY = ["string", "number", "boolean"]


def _whole(pattern: str) -> str:
    """``pattern`` for the whole of a text, also where ``$`` matches before a last line break, as in Python."""
    return f"{pattern}(?!\\n)"


def _number(title: str, pattern: str) -> Scalar:
    """A number of documents, which may look like a figure."""
    json_schema: Json = {"title": title, "type": ["string", "number"], "minimum": 0, "pattern": _whole(pattern)}
    return string(json_schema, pattern=pattern)


_TEXT: Json = {"title": "Text", "type": _ANY, "pattern": "\\S"}
_ID: Json = {"type": ["string", "integer", "boolean"], "minimum": 0, "pattern": _whole(ID_PATTERN)}

_Text = Annotated[str, string(_TEXT, strip_whitespace=True, min_length=1)]

Line: TypeAlias = Annotated[_Text, Kind.LINE]
"""A name or title."""
Pattern: TypeAlias = Annotated[_Text, Kind.PATTERN]
"""How things are numbered: text with blanks."""
Text: TypeAlias = Annotated[_Text, Kind.TEXT]
"""Markdown."""
Say: TypeAlias = Annotated[str, string(_TEXT, pattern=r"\S"), Kind.SAY]
"""Words to be spoken, verbatim."""
Id: TypeAlias = Annotated[str, string({"title": "Id", **_ID}, pattern=ID_PATTERN), Kind.ID]
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
SopName: TypeAlias = Annotated[_Text, Kind.SOP]
"""An SOP: its path from the handbook, or its number."""
Number: TypeAlias = Annotated[str, _number("DocumentNumber", DOCUMENT_NUMBER), Kind.NUMBER]
"""The number of a document."""
CitedNumber: TypeAlias = Annotated[str, _number("CitedNumber", CITED_NUMBER), Kind.NUMBER]
"""What another document is cited by: its number, or the designation of a standard."""


def _no_part(name: str) -> str:
    if name in RESERVED:
        raise PydanticCustomError("part_name", "the name of a part")
    return name


SectionId: TypeAlias = Annotated[
    str,
    Scalar(
        core_schema.no_info_after_validator_function(_no_part, core_schema.str_schema(pattern=ID_PATTERN)),
        {"title": "SectionId", **_ID, "not": {"enum": [*RESERVED]}},
    ),
    Kind.ID,
]
"""The id of a section, which no part has for its key."""


def _reading(parse: Callable[[str], object], json_schema: JsonSchema) -> Scalar:
    """A text that ``parse`` reads; its ``ValueError`` carries the message."""

    def read(value: object) -> object:
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "text is needed")
        return parse(value)

    return read_by(read, json_schema)


def _parse_pause(text: str) -> TimeLimit:
    try:
        return parse_length(text)
    except NotReadableError:
        return parse_time_limit(text)


def _time_limit() -> Json:
    return {"title": "TimeLimit", "type": "string", "pattern": time_limit_pattern()}


def _pause() -> Json:
    return {"anyOf": [{"title": "Length", "type": "string", "pattern": length_pattern()}, _time_limit()]}


def _retention() -> Json:
    return {"title": "Retention", "type": "string", "pattern": retention_pattern()}


Length: TypeAlias = Annotated[TimeLimit, _reading(parse_time_limit, _time_limit)]
"""A time limit in one text, such as ``10分钟内``."""
Pause: TypeAlias = Annotated[TimeLimit, _reading(_parse_pause, _pause)]
"""A stretch of time to wait, such as ``3天`` or ``3天后``."""
Retained: TypeAlias = Annotated[Retention, _reading(parse_retention, _retention)]
"""How long a record is kept."""
Dated: TypeAlias = Annotated[
    Date, _reading(parse_date, {"title": "Date", "type": "string", "pattern": _whole(DATE_PATTERN)})
]
"""A date such as ``2026-03-01``."""
Versioned: TypeAlias = Annotated[
    Version,
    _reading(
        parse_version,
        {"title": "Version", "type": ["string", "number"], "minimum": 0, "pattern": _whole(VERSION_PATTERN)},
    ),
]
"""A version such as ``V1.0``."""

TRUE, FALSE = ("true", "是"), ("false", "否")
_FLAG_WORDS = [
    word for known in (TRUE, FALSE) for typed in known for word in {typed: 0, typed.title(): 0, typed.upper(): 0}
]


def _read_flag(value: object) -> bool:
    if isinstance(value, str) and value in _FLAG_WORDS:
        return value.lower() in TRUE
    raise PydanticCustomError("bool_parsing", "true or false is needed")


def _read_flag_or_text(value: object) -> bool | str:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "text is needed")
    if not value.strip():
        raise PydanticCustomError("string_too_short", "text is needed")
    return value.lower() in TRUE if value in _FLAG_WORDS else value.strip()


Flag: TypeAlias = Annotated[
    bool,
    read_by(_read_flag, {"title": "Flag", "anyOf": [{"type": "boolean"}, {"enum": _FLAG_WORDS}]}),
]
"""``true`` or ``false``, 是 or 否."""
FlagOrText: TypeAlias = Annotated[bool | str, read_by(_read_flag_or_text, _TEXT), Kind.TEXT]
"""``true`` or ``false``, or a text that says more."""


def _read_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    raise PydanticCustomError("string_type", "text is needed")


CellText: TypeAlias = Annotated[str, read_by(_read_cell, {"title": "Cell", "type": [*_ANY, "null"]}), Kind.TEXT]
"""Markdown in a table cell, which may be empty."""


def _read_count(value: object) -> int:
    if isinstance(value, str) and re.fullmatch("0*[0-9]{1,6}", value):
        return int(value)
    raise PydanticCustomError("int_parsing", "a whole number is needed")


Count: TypeAlias = Annotated[
    int,
    read_by(
        _read_count,
        {"type": ["string", "integer"], "minimum": 0, "maximum": 999999, "pattern": _whole("^0*[0-9]{1,6}$")},
    ),
]
"""A whole number, zero or more."""

SECRECY = {"公开": "public", "内部": "internal", "机密": "confidential", "绝密": "secret"}
_SECRECY_WORDS = [*SECRECY.values(), *SECRECY]


def _read_secrecy(value: object) -> str:
    if isinstance(value, str) and value in _SECRECY_WORDS:
        return SECRECY.get(value, value)
    raise PydanticCustomError("literal_error", "one of a set", {"expected": ", ".join(map(repr, _SECRECY_WORDS))})


Secrecy: TypeAlias = Annotated[
    str,
    read_by(_read_secrecy, {"title": "Confidentiality", "enum": _SECRECY_WORDS}),
    Kind.WORD,
]
"""``public``, ``internal``, ``confidential`` or ``secret``, or 公开, 内部, 机密, 绝密."""
