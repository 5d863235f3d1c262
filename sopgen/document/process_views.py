"""How the process prints: steps as table rows, decisions as branches, waits and limits as phrases."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from sopgen.document.counted import STEP, counted, counted_step, step_levels
from sopgen.document.diagrams import STATES
from sopgen.document.holder_views import HolderView
from sopgen.document.markup import Html, html
from sopgen.document.printing import Printing
from sopgen.document.views import View


class StepView(View):
    """A step as a row of its procedure's table."""

    is_track = False

    performer: Any = ()
    """Who does it: its own role, else that of the step or procedure it stands in."""

    @property
    def number(self) -> Html:
        """Its number: ``4``, ``6.1`` nested, ``5A.1`` in a track."""
        return counted_step(self._printing.step_numbers[self._path])


class TrackView(View):
    """A parallel track as a band of its procedure's table."""

    is_track = True

    @property
    def number(self) -> Html:
        """Its number: ``5A``."""
        return Html(html(self._printing.step_numbers[self._path]))

    @property
    def label(self) -> Html:
        """Its number with the word before it."""
        place, pattern = step_levels(self.number)
        label = self.t["flow"]["track"]
        return counted(STEP, label.format(number=self.number), place, label.format(number=pattern))

    @property
    def own_title(self) -> Any:
        """Its title, unless the procedure that it carries out prints with the same."""
        called = (one.title for one in self._printing.sop.procedures if one.id == self._model.procedure)
        return None if self._model.title in called else self["title"]


class DrawingView:
    """A diagram as a layout sees it."""

    def __init__(self, path: str, title: Html, printing: Printing) -> None:
        self.path = path
        number = printing.drawings.setdefault(path, len(printing.drawings) + 1)
        self.caption = printing.figure(title)
        self.anchor = f"diagram-{number}"


class SequenceView(View):
    """A procedure, or a document with steps of its own."""

    @cached_property
    def rows(self) -> list[Any]:
        """Its steps and tracks, nested ones after their parents."""
        return list(_flat(self["steps"], self["role"]))

    @property
    def drawn(self) -> bool:
        """Whether there is a diagram of it."""
        return bool(self["steps"]) and self._printing.sop.diagram != "none"

    @property
    def drawing(self) -> DrawingView:
        """Its diagram."""
        title, kind = self["title"], str(self.t["diagram"]["process"])
        named = title if self._model.title.endswith(kind) else Html(f"{title}{kind}")
        return DrawingView(self._path, named, self._printing)

    def column(self, *keys: str) -> bool:
        """Whether any step gives any of ``keys``, so that there has to be a column for them."""
        steps = [row for row in self.rows if not row.is_track]
        return any(step.gives(key) for key in keys for step in steps)


def _flat(steps: list[Any], performer: Any) -> Iterator[Any]:
    for step in steps:
        step.performer = step.role or performer
        yield step
        yield from _flat(step.steps, step.performer)
        for track in step.parallel:
            yield track
            yield from _flat(track.steps, step.performer)


class LimitView(View):
    """A time limit; prints as typed, or as a phrase when it says more."""

    def __html__(self) -> str:
        say, main = self._printing.say, self["within"] or self["every"] or self["text"]
        if self._model.repeats_by_length:
            main = say("limit.every", every=main)
        phrases = [main]
        if self["from"] is not None and self["within"] is not None:
            label = "limit.from_length" if self._model.is_mere_length else "limit.from"
            phrases = [say(label, **{"from": self["from"], "within": main})]
        elif self["from"] is not None:
            phrases.append(say("limit.since", **{"from": self["from"]}))
        if self["until"] is not None:
            phrases[0] = say("limit.until", every=phrases[0], until=self["until"])
        phrases += [say(f"limit.{key}", **{key: value}) for key, value in self.given("extend", "excludes", "target")]
        return str(self.t["clause_separator"]).join(map(html, phrases))


class WaitView(View):
    """A pause; prints as a phrase."""

    def __html__(self) -> str:
        say, length, until = self._printing.say, self["for"], self["until"]
        if until is None:
            phrase = say("flow.wait_for", **{"for": length})
        elif length is None:
            phrase = say("flow.wait_until", until=until)
        else:
            phrase = say("flow.wait_longest", **{"for": length, "until": until})
        if self["otherwise"] is None:
            return phrase
        return f"{phrase}{self.t['phrase_separator']}{say('flow.wait_otherwise', otherwise=self['otherwise'])}"


class BranchView(View):
    """One way out of a decision."""

    def __html__(self) -> str:
        target = self["go_to"] or self.t["flow"]["following"]
        return f"{html(self['when'])} {self._printing.say('arrow', target=target)}"


class TransitionView(View):
    """A way from one state to another: where to, and what makes it happen."""

    def __html__(self) -> str:
        causes = [value for _, value in self.given("role", "action")]
        if not causes:
            return html(self["to"])
        told = str(self.t["colon"]).join(map(html, causes))
        return f"{html(self['to'])}{self._printing.say('parenthesis', text=Html(told))}"


class RiskView(View):
    """A risk told in one line, with its control."""

    def __html__(self) -> str:
        phrases = [value for _, value in self.given("step", "description")]
        keys = ("control", "owner", "likelihood", "severity")
        phrases += [self._printing.say(f"flow.{key}", **{key: value}) for key, value in self.given(*keys)]
        return str(self.t["phrase_separator"]).join(map(html, phrases))


class SopView(SequenceView, HolderView):
    """The whole document."""

    @cached_property
    def sequences(self) -> list[SequenceView]:
        """Its procedures; the document itself when it has steps of its own."""
        if self._model.steps:
            return [self]
        return list(self["procedures"])

    @property
    def states_drawn(self) -> bool:
        """Whether there is a diagram of the states: where they lead somewhere, and procedures are drawn too."""
        sop = self._model
        wanted = sop.diagram or ("flow" if sop.steps or sop.procedures else "none")
        return wanted != "none" and any(state.next for state in sop.states)

    @property
    def states_drawing(self) -> DrawingView:
        """The diagram of the states of a ticket."""
        return DrawingView(f"{self._path}{STATES}", self.t["diagram"]["states"], self._printing)
