"""How a document's own names, numbers and references print: 步骤 4, 附表 2, 第九条, 《退换货处理》."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from sopgen.diagnostics import Language
from sopgen.document.counted import ARTICLE, CHAPTER, FIGURE, counted, number_of, spelt
from sopgen.document.labels import Labels, labels
from sopgen.document.markup import Html, html
from sopgen.source import pointer
from sopgen.spec.index import Index
from sopgen.spec.numbering import ClausePlace, StepPlace
from sopgen.spec.references import Reference
from sopgen.spec.sop import Sop

_FIGURES = {"number": "decimal", "han": "chinese", "letter": "letter", "roman": "roman", "circled": "circled"}
"""How the words for numbers in the labels of items are written."""


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """Another document of the repository: its title, and the numbers of its steps by id."""

    title: str
    steps: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Printing:
    """Everything that printing one SOP needs besides its own text.

    Attributes:
        sop: the SOP.
        index: what it defines.
        language: the language of its labels.
        known: other documents, by number.
        views: how models print that print as more than their keys.
        drawings: the numbers of diagrams by path, in the order in which they print.
    """

    sop: Sop
    index: Index
    language: Language
    known: Mapping[str, KnownDocument] = field(default_factory=dict)
    views: Mapping[type, Callable[..., Any]] = field(default_factory=dict)
    drawings: dict[str, int] = field(default_factory=dict)

    @cached_property
    def t(self) -> Labels:
        """The labels."""
        return labels(self.language)

    def in_language(self, language: Language) -> Printing:
        """The same document with labels of another language."""
        return replace(self, language=language)

    def say(self, key: str, **values: object) -> Html:
        """A label, such as ``flow.step``, with its blanks filled in."""
        label: Any = self.t
        for part in key.split("."):
            label = label[part]
        return Html(label.format(**{name: html(value) for name, value in values.items()}))

    def text(self, value: str, path: str) -> Html:
        """A plain text of the spec."""
        return Html(f'<span data-path="{path}">{html(value)}</span>')

    def link(self, target: str, content: object) -> Html:
        """A link to something of this document."""
        return Html(f'<a href="#{html(target)}">{html(content)}</a>')

    def role(self, name: str) -> Html:
        """A role by its name."""
        role = self.sop.roles.get(name)
        return Html(html(name)) if role is None else self.text(role.name, f"/roles/{name}/name")

    def state(self, name: str) -> Html:
        """A ticket's state by its name."""
        for position, state in enumerate(self.sop.states):
            if state.id == name:
                return self.text(state.name, f"/states/{position}/name")
        return Html(html(name))

    def _linked_state(self, name: str) -> Html:
        known = any(state.id == name for state in self.sop.states)
        return self.link(f"state-{name}", self.state(name)) if known else self.state(name)

    def record(self, name: str) -> Html:
        """A record by its name."""
        record = self.sop.records.get(name)
        if record is None:
            return Html(html(name))
        return self.link(f"record-{name}", self.text(record.name, f"/records/{name}/name"))

    def form(self, name: str) -> Html:
        """A form by its number and title."""
        form = self.sop.forms.get(name)
        if form is None:
            return Html(html(name))
        return self._numbered("form", self.position("forms", name), name, form.title)

    def script(self, name: str) -> Html:
        """A script by its number and title."""
        script = self.sop.scripts.get(name)
        if script is None:
            return Html(html(name))
        return self._numbered("script", self.position("scripts", name), name, script.title)

    def _numbered(self, space: str, number: int, name: str, title: str | None) -> Html:
        """A link to something with a number and perhaps a title."""
        anchor = f"{space}-{name}"
        label = self.say(f"{space}s.{space}", number=number_of(anchor, number))
        return self.link(anchor, Html(f"{label} {html(title)}") if title else label)

    def position(self, key: str, name: str) -> int:
        """The number of a form or script: its place in the file, from 1."""
        return list(getattr(self.sop, key)).index(name) + 1

    def table_number(self, name: str) -> int:
        """The number of a look-up table, from 1; 0 when there is none of that id."""
        return next((number for number, table in enumerate(self.sop.tables, 1) if table.id == name), 0)

    @cached_property
    def step_numbers(self) -> Mapping[str, str]:
        """The number of each step and track, by its path."""
        return {pointer(place.path): place.number for place in self.index.places}

    @cached_property
    def clause_places(self) -> Mapping[str, ClausePlace]:
        """Where each clause stands, by its path."""
        return {pointer(place.path): place for place in self.index.clauses}

    @cached_property
    def _steps(self) -> Mapping[str, StepPlace]:
        return {place.step.id: place for place in reversed(self.index.steps) if place.step.id is not None}

    def step(self, name: str, path: str) -> Html:
        """Where the flow goes, told at ``path``: a step of this document, the end, or another document."""
        if name == "end":
            return Html(self.t["flow"]["end"])
        place = self._steps.get(name)
        if place is None:
            return self.document(name)
        number = number_of(f"step-{name}", place.number)
        label = self.say("flow.step", number=number)
        if len(self.sop.procedures) > 1 and not path.startswith(f"{pointer(place.sequence)}/"):
            title = self.sop.procedures[int(place.sequence[1])].title
            label = self.say("flow.step_of", number=number, procedure=title)
        return self.link(f"step-{name}", label)

    def procedure(self, name: str) -> Html:
        """A procedure of this document by its title."""
        for procedure in self.sop.procedures:
            if procedure.id == name:
                return self.link(f"procedure-{name}", self.say("flow.procedure", title=procedure.title))
        return Html(html(name))

    def call(self, name: str) -> Html:
        """What a step carries out: a procedure of this document, or another document."""
        own = any(procedure.id == name for procedure in self.sop.procedures)
        return self.procedure(name) if own else self.document(name)

    def document(self, number: str, step: str = "") -> Html:
        """Another document by title and number, as far as they are known."""
        known = self.known.get(number)
        listed = next((reference for reference in self.sop.references if reference.number == number), None)
        title = known.title if known else listed.title if listed else ""
        if step:
            shown = known.steps.get(step, step) if known else step
            key = "document_step" if title else "number_step"
            return self.say(f"flow.{key}", title=title, number=number, step=shown)
        return self.say("flow.document", title=title, number=number) if title else Html(html(number))

    @cached_property
    def _clauses(self) -> Mapping[str, ClausePlace]:
        return {place.clause.id: place for place in reversed(self.index.clauses) if place.clause.id is not None}

    def clause(self, name: str) -> Html:
        """A clause by its number: 第九条, 第二十一条第（五）项, 第二章."""
        place = self._clauses.get(name)
        return Html(html(name)) if place is None else self.link(f"clause-{name}", self._clause_name(place))

    def _clause_name(self, place: ClausePlace) -> Html:
        own = number_of(clause_anchor(place), self._clause_text(place).rstrip("."))
        if place.level == "article" or place.parent is None:
            return own
        above = self._clause_name(place.parent)
        if place.level == "item":
            return self.say("clauses.reference_item", article=above, item=own)
        return self.say("clauses.reference_section", chapter=above, section=own)

    def clause_number(self, place: ClausePlace) -> Html:
        """The number that stands before a clause: 第一章, 第九条, （五）, 1."""
        series = CHAPTER if place.level in ("chapter", "section") else ARTICLE
        return counted(series, self._clause_text(place), _counts(place), self._clause_pattern(place))

    def _clause_text(self, place: ClausePlace) -> str:
        return spelt(self._clause_pattern(place), _counts(place))

    def _clause_pattern(self, place: ClausePlace) -> Html:
        level, labels = len(_counts(place)), self.t["clauses"]
        if place.level != "item":
            written = "chinese" if self.language == "zh-CN" else "decimal"
            return Html(labels[place.level].format(number=f"{{{level}:{written}}}"))
        patterns = labels["items"]
        figures = {word: f"{{{level}:{written}}}" for word, written in _FIGURES.items()}
        return Html(patterns[min(place.depth, len(patterns)) - 1].format(**figures))

    def figure(self, title: object) -> Html:
        """The caption of a figure, which is numbered in the order of the document."""
        return self.say("diagram.figure", number=counted(FIGURE, ""), title=title)

    def table(self, name: str) -> Html:
        """A look-up table by its number and title."""
        number = self.table_number(name)
        if not number:
            return Html(html(name))
        return self._numbered("table", number, name, self.sop.tables[number - 1].title)

    def section(self, name: str) -> Html:
        """A free section by its title."""
        title = next((section.title for section in self.sop.sections if section.id == name), None)
        return Html(html(name)) if title is None else self.link(f"section-{name}", self.say("section", title=title))

    def refer(self, reference: Reference, path: str) -> Html:
        """What a reference in double brackets, standing at ``path``, prints as."""
        name = reference.name
        if reference.target == "document":
            return self.document(name, reference.step)
        if reference.target == "step":
            return self.step(name, path)
        print_as = {
            "procedure": self.procedure,
            "form": self.form,
            "script": self.script,
            "clause": self.clause,
            "table": self.table,
            "state": self._linked_state,
            "record": self.record,
            "section": self.section,
        }.get(reference.target)
        return Html(html(f"[[{reference.text}]]")) if print_as is None else print_as(name)


def clause_anchor(place: ClausePlace) -> str:
    """The id of a clause; one that has none of its own is named by its place."""
    return f"clause-{place.clause.id or pointer(place.path)}"


def _counts(place: ClausePlace) -> tuple[int, ...]:
    """How many clauses there are so far at each level that is counted together."""
    together = place.level in ("section", "item") and place.parent is not None
    return (*(_counts(place.parent) if together and place.parent else ()), place.number)
