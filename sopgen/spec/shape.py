"""The base of every model: bare values, single values for lists, the user's own ``x-`` keys.

JSON Schema and validation are made from the same declarations, so that editors accept what sopgen accepts. The
modules of models leave annotations as they are: pydantic would compile each that ``__future__`` had made a text.
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic import ValidationError as PydanticError
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from sopgen.frozen import frozen
from sopgen.spec.constraints import Constraint
from sopgen.spec.kinds import fields_of
from sopgen.spec.scalar import Scalar

Json = dict[str, Any]
K = TypeVar("K")
T = TypeVar("T")

EXTRA_PREFIX = "x-"

_AS_THEY_ARE = Scalar(core_schema.any_schema(), {})


_NONE: Mapping[str, Any] = MappingProxyType({})


def _none() -> Mapping[str, Any]:
    return _NONE  # one for all; the signature of a function is found faster than that of a class such as ``dict``


class Shape(BaseModel):
    """A map of a spec: frozen, unknown keys refused, keys beginning with ``x-`` kept in ``extras``."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=False)

    bare: ClassVar[str | None] = None
    """The key that a bare value stands for, if there is one."""
    bare_list: ClassVar[bool] = False
    """Whether only a list stands for it, since a bare text would be taken for something else."""
    constraints: ClassVar[tuple[Constraint, ...]] = ()
    """What must hold between the keys of a map."""

    extras: Annotated[Mapping[str, Any], _AS_THEY_ARE, Field(alias=EXTRA_PREFIX, default_factory=_none, exclude=True)]
    """The user's own keys."""

    @classmethod
    def from_bare(cls, value: object) -> object:
        """The map that a value which is not a map stands for."""
        taken = isinstance(value, list) if cls.bare_list else value is not None
        return {cls.bare: value} if cls.bare is not None and taken else value

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, value: object, handler: Callable[[object], Self]) -> Self:
        if not isinstance(value, dict):
            value = cls.from_bare(value)
        if not isinstance(value, dict):
            return handler(value)
        problems = [problem for constraint in cls.constraints if (problem := constraint.problem(value))]
        if None in value.values():
            value = {key: item for key, item in value.items() if item is not None or key not in optional_keys(cls)}
        if any(key.startswith(EXTRA_PREFIX) for key in value):
            value = _set_extras_apart(value)
        if not problems:
            return handler(value)
        raise _joined(problems, handler, value)


@cache
def optional_keys(model: type[Shape]) -> frozenset[str]:
    """The keys that may be left out; one without a value counts as left out."""
    return frozenset(field.key for field in fields_of(model) if not field.info.is_required())


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


@frozen
class _OneOrMany:
    """Accepts a single value where a list is allowed; the list has at least so many items."""

    least: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._as_list, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        array = handler(schema["schema"])
        least = {"minItems": self.least} if self.least else {}
        return {"anyOf": [array | least, array["items"]]}

    def _as_list(self, value: object) -> object:
        if isinstance(value, list):
            if len(value) < self.least:  # pydantic's own check does not count items with problems
                raise PydanticCustomError("too_short", "an item is needed")
            return value
        return [value]


Many = Annotated[tuple[T, ...], _OneOrMany(0)]
"""One value or a list of them, which may be empty."""
Some = Annotated[tuple[T, ...], _OneOrMany(1)]
"""One value or a list of at least one."""


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
        """A map with ``x-`` keys; the schemas of all our keys have a pattern."""
        ((pattern, values),) = handler(schema["schema"])["patternProperties"].items()
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^{EXTRA_PREFIX}|{pattern}"},
            "patternProperties": {f"^{EXTRA_PREFIX}": {}},
            "additionalProperties": values,
        }

    @classmethod
    def _read(cls, value: object, handler: Callable[[object], dict[K, T]]) -> "Names[K, T]":
        if not isinstance(value, dict) or not any(key.startswith(EXTRA_PREFIX) for key in value):
            return cls(handler(value))
        own = _set_extras_apart(value)
        extras = own.pop(EXTRA_PREFIX)
        return cls(handler(own), extras)
