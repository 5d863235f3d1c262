"""The starters: whole SOPs that a new spec begins as, listed in ``templates/starters/starters.yaml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sopgen.diagnostics import Language, Location, Message, listed
from sopgen.errors import UsageError
from sopgen.frozen import frozen
from sopgen.repository import problems
from sopgen.resources import templates
from sopgen.source import parse, read
from sopgen.source.nearest import DID_YOU_MEAN, folded, near


@frozen
class Starter:
    """A type of SOP to begin from.

    Attributes:
        name: its name on the command line.
        title: what people call it.
        about: one sentence on what it covers.
        aliases: other names that are understood.
    """

    name: str
    title: Message
    about: Message
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that is understood."""
        return self.name, self.title.zh, self.title.en, *self.aliases

    @property
    def either_name(self) -> Message:
        """What to call it in a sentence."""
        return Message(self.title.zh, self.name)

    def path(self, language: Language) -> Path:
        """Its spec in one language."""
        return _folder() / language / f"{self.name}.yaml"


def starters() -> tuple[Starter, ...]:
    """Every starter, in the order of the list."""
    data: Any = parse(read(_folder() / "starters.yaml")).data
    return tuple(
        Starter(name, Message(item["zh"], item["en"]), Message(**item["about"]), tuple(item["aliases"]))
        for name, item in data.items()
    )


def starter(name: str) -> Starter:
    """The starter of that name, Chinese name or alias, in any spelling of capitals, spaces and hyphens.

    Raises:
        UsageError: there is none.
    """
    by_name = {known: item for item in reversed(starters()) for known in item.names}
    by_spelling = {folded(known): item for known, item in by_name.items()}
    found = by_spelling.get(folded(name))
    if found is not None:
        return found
    meant = near(name, by_name)
    hint = DID_YOU_MEAN.format(name=by_name[meant].either_name) if meant else None
    names = listed(Message(f"{item.title.zh}（{item.name}）", item.name) for item in starters())
    raise UsageError(problems.UNKNOWN_STARTER.at(Location("new"), hint=hint, name=name, names=names))


def _folder() -> Path:
    return templates() / "starters"
