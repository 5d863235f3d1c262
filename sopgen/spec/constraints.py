"""Keys of a map that exclude, need or replace each other, for validation and for JSON Schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any, Literal, NamedTuple

from pydantic_core import InitErrorDetails, PydanticCustomError

from sopgen.diagnostics import Message, listed

EXCLUDE = Message(zh="{keys}不能同时出现", en="{keys} exclude each other")
KEEP_ONE = Message(zh="请只保留其中一个", en="keep one of them")
NEEDS = Message(zh="有“{first}”就要有“{second}”", en="`{first}` needs `{second}`")
ADD_KEY = Message(zh="请加上“{key}: …”", en="add `{key}: …`")
ADD_ONE = Message(zh="请从中选一个加上", en="choose one of them and add it")
ONE_OF = Message(zh="这里要写以下之一：{keys}", en="one of these is needed here: {keys}")


class Constraint(NamedTuple):
    """What must hold between the keys of one map; a key without a value counts as absent.

    Attributes:
        rule: ``at-most-one`` of the keys may stand, ``exactly-one`` or ``at-least-one`` must, or the first key
            ``needs`` the second.
        keys: the keys it speaks of.
    """

    rule: Literal["at-most-one", "exactly-one", "at-least-one", "needs"]
    keys: tuple[str, ...]

    def problem(self, value: Mapping[str, object]) -> InitErrorDetails | None:
        """The problem in ``value``, placed on the last key at fault, or None; a ``contradiction`` for ``explain``."""
        present = [key for key in value if key in self.keys and value[key] is not None]
        told = self._told(present)
        if told is None:
            return None
        message, hint = told
        context = {"message": message, "hint": hint, "keys": () if present else self.keys}
        error = PydanticCustomError("contradiction", "{message}", context)
        return InitErrorDetails(type=error, loc=(present[-1],) if present else (), input=dict(value))

    def _told(self, present: list[str]) -> tuple[Message, Message] | None:
        """The message and the hint, None where there is no problem."""
        if self.rule == "needs":
            first, second = self.keys
            if first in present and second not in present:
                return NEEDS.format(first=first, second=second), ADD_KEY.format(key=second)
        elif len(present) > 1 and self.rule != "at-least-one":
            return EXCLUDE.format(keys=quoted(present, zh="与", en=" and ")), KEEP_ONE
        elif not present and self.rule != "at-most-one":
            return ONE_OF.format(keys=quoted(self.keys)), ADD_ONE
        return None

    def json_schema(self) -> dict[str, Any]:
        """The same in JSON Schema."""
        given = [{"required": [key], "properties": {key: {"not": {"type": "null"}}}} for key in self.keys]
        if self.rule == "needs":
            return {"anyOf": [{"not": given[0]}, given[1]]}
        if self.rule == "at-least-one":
            return {"anyOf": given}
        if self.rule == "exactly-one":
            return {"oneOf": given}
        return {"not": {"anyOf": [{"allOf": [*pair]} for pair in combinations(given, 2)]}}


def quoted(keys: Iterable[str], zh: str = "、", en: str = ", ") -> Message:
    """Keys as a sentence lists them, each in quotation marks."""
    return listed((Message(f"“{key}”", f"`{key}`") for key in keys), zh, en)
