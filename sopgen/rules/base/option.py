"""What of a rule can be set: a number, a word, a list of words. A repository's settings give the values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from sopgen.diagnostics import Message
from sopgen.frozen import frozen

T = TypeVar("T")


@frozen(eq=False)
class Option(Generic[T]):
    """Something that can be set about a rule, as ``key`` in the table ``[rules.<name of the rule>]``.

    Attributes:
        key: its key in the settings.
        default: its value where the settings do not say.
        read: makes a value of what TOML holds; raises ``ValueError`` for what it cannot be.
        wanted: what its values are, for messages.
        meaning: what it does, in one sentence, for the rule's page.
    """

    key: str
    default: T
    read: Callable[[object], T]
    wanted: Message
    meaning: Message


Values = Mapping[Option[Any], object]
"""What was set, by the option."""

NUMBER = Message(zh="大于 0 的整数", en="a whole number greater than 0")
WORDS = Message(zh='一个列表，例如 ["一", "二"]', en='a list such as ["one", "two"]')
ONE_OF = Message(zh="{words} 中的一个", en="one of {words}")


def number(key: str, default: int, meaning: Message) -> Option[int]:
    """An option that is a whole number greater than 0."""
    return Option(key, default, _number, NUMBER, meaning)


def words(key: str, meaning: Message, default: tuple[str, ...] = ()) -> Option[tuple[str, ...]]:
    """An option that is a list of words."""
    return Option(key, default, _words, WORDS, meaning)


def choice(key: str, among: tuple[str, ...], meaning: Message) -> Option[str]:
    """An option that is one of several words, the first of which holds when nothing is set."""
    wanted = ONE_OF.format(words=", ".join(f'"{word}"' for word in among))

    def read(value: object) -> str:
        if value in among:
            return str(value)
        raise ValueError

    return Option(key, among[0], read, wanted, meaning)


def _number(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    raise ValueError


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value):
        return tuple(word.strip() for word in value)
    raise ValueError
