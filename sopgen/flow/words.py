"""The words that a graph needs besides those of the spec."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field

from sopgen.frozen import frozen
from sopgen.source import Path
from sopgen.spec.limits import Limit, Wait

ENGLISH: Mapping[str, str] = {
    "start": "Start",
    "end": "End",
    "otherwise": "otherwise",
    "overdue": "overdue",
    "outcome": "Outcome?",
    "no_role": "No role",
    "calls": "runs: {target}",
    "with": "with {roles}",
    "when": "when: {when}",
    "nested": "{count} sub-steps",
    "step_of": "step {number} of “{procedure}”",
    "to": "Go to {target}",
    "from": "From “{source}”",
    "document": "“{title}” ({number})",
    "every": "every {every}",
    "length": "within {within}",
    "wait_for": "Wait {for}",
    "wait_until": "Wait until {until}",
    "wait_longest": "Wait until {until}, for at most {for}",
    "by": "{roles}: {action}",
    "separator": ", ",
}
"""The labels in English, for those who look at the graph and print nothing."""


def _as_typed(text: str, _path: Path) -> str:
    return text


@frozen
class Words:
    """How texts print in a graph.

    Attributes:
        labels: the fixed words, by the keys of ``ENGLISH``.
        plain: gives the plain text of a Markdown text and its path.
        titles: the titles of other documents, by number.
    """

    labels: Mapping[str, str] = field(default_factory=lambda: ENGLISH)
    plain: Callable[[str, Path], str] = _as_typed
    titles: Mapping[str, str] = field(default_factory=dict)

    def say(self, key: str, **values: str) -> str:
        """A label with its blanks filled in."""
        return self.labels[key].format(**values)

    def document(self, number: str) -> str:
        """Another document, by title where that is known."""
        title = self.titles.get(number)
        return self.say("document", title=title, number=number) if title else number

    def limit(self, limit: Limit | None, path: Path) -> str:
        """A time limit as short as it can be said: the length, without from when or with what extension."""
        if limit is None:
            return ""
        if limit.every and limit.repeats_by_length:
            return self.say("every", every=limit.every.text)
        if limit.within and limit.from_ and limit.is_mere_length:
            return self.say("length", within=limit.within.text)
        main = limit.within or limit.every
        return main.text if main else self.plain(limit.text or "", (*path, "text"))

    def wait(self, wait: Wait, path: Path) -> str:
        """A pause."""
        length = wait.for_.text if wait.for_ else ""
        until = self.plain(wait.until, (*path, "until")) if wait.until else ""
        key = "wait_longest" if length and until else "wait_until" if until else "wait_for"
        return self.say(key, **{"for": length, "until": until})
