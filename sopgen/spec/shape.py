"""The base of every model: bare values, single values for lists, the user's own ``x-`` keys, keys that exclude others.

JSON Schema and validation are made from the same declarations, so that editors accept what sopgen accepts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic import ValidationError as PydanticError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from sopgen.diagnostics import Message

Json = dict[str, Any]
K = TypeVar("K")
T = TypeVar("T")

EXTRA_PREFIX = "x-"


class Shape(BaseModel):
    """A map of a spec: frozen, unknown keys refused, keys beginning with ``x-`` kept in ``extras``."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=False)

    bare: ClassVar[str | None] = None
    """The key that a bare value stands for, if there is one."""
    constraints: ClassVar[tuple[Constraint, ...]] = ()
    """What must hold between the keys of a map."""

    extras: Annotated[dict[str, Any], Field(alias=EXTRA_PREFIX, default_factory=dict, exclude=True)]
    """The user's own keys."""

    @classmethod
    def from_bare(cls, value: object) -> object:
        """The map that a value which is not a map stands for."""
        return value if cls.bare is None or value is None else {cls.bare: value}

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: object, handler: Callable[[object], Self]) -> Self:
        if not isinstance(value, dict):
            value = cls.from_bare(value)
        if not isinstance(value, dict):
            return handler(value)
        problems = [problem for constraint in cls.constraints if (problem := constraint.problem(value))]
        if any(key.startswith(EXTRA_PREFIX) for key in value):
            value = _set_extras_apart(value)
        if not problems:
            return handler(value)
        raise _joined(problems, handler, value)


def _set_extras_apart(value: dict[str, Any]) -> dict[str, Any]:
    own = {key: item for key, item in value.items() if not key.startswith(EXTRA_PREFIX)}
    own[EXTRA_PREFIX] = {key: item for key, item in value.items() if key.startswith(EXTRA_PREFIX)}
    return own


def _joined(problems: list[InitErrorDetails], handler: Callable[[object], object], value: object) -> PydanticError:
    """Our own problems and those of the fields, in one error."""
    try:
        handler(value)
    except PydanticError as error:
        problems += [
            InitErrorDetails(
                type=PydanticCustomError(item["type"], "{msg}", {"msg": item["msg"], **item.get("ctx", {})}),
                loc=item["loc"],
                input=item["input"],
            )
            for item in error.errors(include_url=False)
        ]
    return PydanticError.from_exception_data("spec", problems)


@dataclass(frozen=True, slots=True)
class Constraint:
    """What must hold between the keys of one map.

    Attributes:
        rule: ``at-most-one`` of the keys may stand, ``exactly-one`` or ``at-least-one`` must, or the first key
            ``needs`` the second.
        keys: the keys it speaks of.
    """

    rule: str
    keys: tuple[str, ...]

    def problem(self, value: Mapping[str, object]) -> InitErrorDetails | None:
        """The problem in ``value``, placed on the last key at fault, or None."""
        present = [key for key in value if key in self.keys and value[key] is not None]
        message = self._message(present)
        if message is None:
            return None
        error = PydanticCustomError("contradiction", "{message}", {"message": message})
        return InitErrorDetails(type=error, loc=(present[-1],) if present else (), input=dict(value))

    def _message(self, present: list[str]) -> Message | None:
        if self.rule == "needs":
            first, second = self.keys
            if first in present and second not in present:
                return NEEDS.format(first=first, second=second)
            return None
        if len(present) > 1 and self.rule != "at-least-one":
            return EXCLUDE.format(zh=" 与 ".join(present), en=" and ".join(present))
        if not present and self.rule != "at-most-one":
            return ONE_OF.format(zh="、".join(self.keys), en=", ".join(self.keys))
        return None

    def json_schema(self) -> Json:
        """The same in JSON Schema; a key without a value counts as absent."""
        given = [{"required": [key], "properties": {key: {"not": {"type": "null"}}}} for key in self.keys]
        if self.rule == "needs":
            return {"anyOf": [{"not": given[0]}, given[1]]}
        if self.rule == "at-least-one":
            return {"anyOf": given}
        if self.rule == "exactly-one":
            return {"oneOf": given}
        return {"not": {"anyOf": [{"allOf": [*pair]} for pair in combinations(given, 2)]}}


NEEDS = Message(zh="有 {first} 就要有 {second}", en="{first} needs {second}")
EXCLUDE = Message(zh="{zh} 不能同时出现", en="{en} exclude each other")
ONE_OF = Message(zh="这里要写以下之一：{zh}", en="one of these is needed here: {en}")


class _OneOrMany:
    """Accepts a single value where a list is allowed, and nothing for an empty list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        array = handler(schema["schema"])
        return {"anyOf": [array, array["items"], {"type": "null"}]}


def _as_list(value: object) -> object:
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


Many = Annotated[tuple[T, ...], _OneOrMany()]
"""One value or a list of them."""


class Names(dict[K, T], Generic[K, T]):
    """A map of names chosen by the user; ``extras`` holds its ``x-`` keys."""

    extras: Mapping[str, Any]

    def __init__(self, items: Mapping[K, T] | None = None, extras: Mapping[str, Any] | None = None) -> None:
        super().__init__(items or {})
        self.extras = extras or {}

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A dict whose ``x-`` keys are set apart before its values are read."""
        key, value = get_args(source)
        inner = handler.generate_schema(dict[key, value])  # type: ignore[valid-type]
        return core_schema.no_info_wrap_validator_function(cls._read, inner)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        """A map with ``x-`` keys, or nothing for an empty one."""
        json = handler(schema["schema"])
        pattern, values = next(iter(json.get("patternProperties", {"": json.get("additionalProperties")}).items()))
        named = {f"^(?!{EXTRA_PREFIX}){pattern.removeprefix('^')}": values}
        closed = {
            "type": "object",
            "patternProperties": {**named, f"^{EXTRA_PREFIX}": {}},
            "additionalProperties": False,
        }
        return {"anyOf": [closed, {"type": "null"}]}

    @classmethod
    def _read(cls, value: object, handler: Callable[[object], dict[K, T]]) -> Names[K, T]:
        if value is None:
            return cls()
        if not isinstance(value, dict) or not any(key.startswith(EXTRA_PREFIX) for key in value):
            return cls(handler(value))
        own = _set_extras_apart(value)
        extras = own.pop(EXTRA_PREFIX)
        return cls(handler(own), extras)
