"""Time limits as a spec writes them: a text, or a map that says from when, how often, with what extension."""

from typing import Annotated, ClassVar

from pydantic import Field

from sopgen.spec.constraints import Constraint
from sopgen.spec.durations import parse_length, parse_time_limit
from sopgen.spec.shape import Shape
from sopgen.spec.texts import Length, Line, Pause, StepId, Text


class Limit(Shape):
    """A time limit: ``within 10 minutes`` or ``{within: 2 days, from: receipt}``; a bare ``every 3 days`` is ``every``.

    ```yaml
    steps:
      - {action: Acknowledge the complaint, time_limit: within 24 hours}
      - {action: Tell the customer how it stands, time_limit: every 3 days}
      - {action: Decide, time_limit: {within: 15 business days, from: receipt, extend: 15 business days}}
    ```
    """

    bare: ClassVar[str | None] = "within"
    constraints: ClassVar[tuple[Constraint, ...]] = (Constraint("exactly-one", ("within", "every", "text")),)

    within: Length | None = None
    """The longest time that may pass."""
    from_: Annotated[Text | None, Field(alias="from")] = None
    """What starts the clock."""
    extend: Pause | None = None
    """By how much the limit may be extended."""
    excludes: Text | None = None
    """Time that does not count."""
    target: Length | None = None
    """The time aimed at, shorter than the limit."""
    every: Length | None = None
    """How often something is repeated."""
    until: Text | None = None
    """When the repetition ends."""
    text: Line | None = None
    """A limit in words only, which takes no part in arithmetic."""

    @classmethod
    def from_bare(cls, value: object) -> object:
        """A text that says how often is ``every``, any other is ``within``."""
        if isinstance(value, str) and _repeats(value):
            return {"every": value}
        return super().from_bare(value)

    @property
    def repeats_by_length(self) -> bool:
        """Whether ``every`` is a mere length, ``30 minutes``: then it takes a word more to say that it is how often."""
        return self.every is not None and _is_length(self.every.text)

    @property
    def is_mere_length(self) -> bool:
        """Whether ``within`` is a mere length, ``4小时``: after a beginning it takes a word that makes it a limit."""
        return self.within is not None and _is_length(self.within.text)


def _repeats(text: str) -> bool:
    try:
        return parse_time_limit(text.strip()).kind == "every"
    except ValueError:
        return False


def _is_length(text: str) -> bool:
    try:
        parse_length(text)
    except ValueError:
        return False
    return True


class Wait(Shape):
    """A pause after the action of a step: for a time, until something happens, or both.

    ```yaml
    steps:
      - {action: Send the quotation, wait: {for: 3 days, until: the customer answers, otherwise: close}}
      - {action: Order the parts, wait: 2 business days}
      - {id: close, action: Close the ticket}
    ```
    """

    bare: ClassVar[str | None] = "for"
    constraints: ClassVar[tuple[Constraint, ...]] = (
        Constraint("at-least-one", ("for", "until")),
        Constraint("needs", ("otherwise", "for")),
    )

    for_: Annotated[Pause | None, Field(alias="for")] = None
    """How long to wait."""
    until: Text | None = None
    """What is waited for."""
    otherwise: StepId | None = None
    """Where to go when the time has passed and it has not happened."""
