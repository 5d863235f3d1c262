"""How a document's own names, numbers and references print: 步骤 4, 附表 2, 第九条, 《退换货处理》."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import cached_property
from posixpath import join
from typing import TYPE_CHECKING, Any

from sopgen.diagnostics import Language
from sopgen.document.counted import ARTICLE, CHAPTER, FIGURE, counted, number_of
from sopgen.document.labels import Labels, labels
from sopgen.document.markup import Html, html
from sopgen.document.numbers import Numbers
from sopgen.document.numerals import spelt
from sopgen.frozen import frozen
from sopgen.source import pointer
from sopgen.spec.clauses import LookupTable
from sopgen.spec.forms import Script
from sopgen.spec.index import Index
from sopgen.spec.numbering import ClausePlace, StepPlace
from sopgen.spec.references import Reference

if TYPE_CHECKING:
    from sopgen.document.binding import Binding
    from sopgen.repository.documents import KnownDocument
    from sopgen.spec.handbook import SopOrHandbook

_BLANK = re.compile(r"\{([^{}:]+)(?::0?([1-9][0-9]?))?\}")
_FIGURES = {"number": "decimal", "han": "chinese", "letter": "letter", "roman": "roman", "circled": "circled"}
"""How the words for numbers in the labels of items are written."""


@frozen(slots=False)
class Printing:
    """Everything that printing one SOP or handbook needs besides its own text.

    Attributes:
        sop: the SOP, or the handbook.
        index: what it defines.
        language: the language of its labels.
        known: other documents, by number.
        views: how models print that print as more than their keys.
        drawings: the numbers of diagrams by path, in the order in which they print.
        base: the path of the SOP in the handbook that it stands in; empty for a document of its own.
        folder: the folder of its images from that of the whole document.
        binding: what it shares with the other documents of the handbook; None outside handbooks.
    """

    sop: SopOrHandbook
    index: Index
    language: Language
    known: Mapping[str, KnownDocument] = field(default_factory=dict)
    views: Mapping[type, Callable[..., Any]] = field(default_factory=dict)
    drawings: dict[str, int] = field(default_factory=dict)
    base: str = ""
    folder: str = ""
    binding: Binding | None = None

    @cached_property
    def t(self) -> Labels:
        """The labels."""
        return labels(self.language)

    def in_language(self, language: Language) -> Printing:
        """The same document with labels of another language."""
        if language not in self._in_languages:
            self._in_languages[language] = replace(self, language=language)
        return self._in_languages[language]

    @cached_property
    def _in_languages(self) -> dict[Language, Printing]:
        return {}

    def say(self, key: str, **values: object) -> Html:
        """A label, such as ``flow.step``, with its blanks filled in."""
        label: Any = self.t
        for part in key.split("."):
            label = label[part]
        return Html(label.format(**{name: html(value) for name, value in values.items()}))

    def text(self, value: str, path: str) -> Html:
        """A plain text of the spec."""
        return Html(f'<span data-path="{path}">{html(value)}</span>')

    def pattern(self, value: str, path: str) -> Html:
        """How things are numbered, its blanks in words: ``〔日期〕-〔3位流水号〕`` for ``{date}-{seq:03}``."""
        words = self.t["pattern"]

        def blank(found: re.Match[str]) -> str:
            name, digits = found.groups()
            word = words["digits"].format(digits=int(digits)) if name == "seq" and digits else words.get(name, name)
            return str(words["blank"].format(text=word))

        return self.text(_BLANK.sub(blank, value), path)

    def image(self, source: str) -> str:
        """The path of an image from the folder of the whole document."""
        return join(self.folder, source)

    def anchor(self, space: str, name: object) -> str:
        """What links to something of this document point to: ``step-register``."""
        return f"{self.binding.name_of(self)}-{space}-{name}" if self.base and self.binding else f"{space}-{name}"

    def link(self, target: str, content: object) -> Html:
        """A link to something of this document."""
        return Html(f'<a href="#{html(target)}">{html(content)}</a>')

    def role(self, name: str) -> Html:
        """A role by its name."""
        role = self.sop.roles.get(name)
        return Html(html(name)) if role is None else self.text(role.name, f"{self.base}/roles/{name}/name")

    def state(self, name: str) -> Html:
        """A ticket's state by its name."""
        position = self._states.get(name)
        if position is None:
            return Html(html(name))
        return self.text(self.sop.states[position].name, f"{self.base}/states/{position}/name")

    @cached_property
    def _states(self) -> Mapping[str, int]:
        return {state.id: position for position, state in reversed([*enumerate(self.sop.states)])}

    def _linked_state(self, name: str) -> Html:
        return self.link(self.anchor("state", name), self.state(name)) if name in self._states else self.state(name)

    def record(self, name: str) -> Html:
        """A record by its name."""
        record = self.sop.records.get(name)
        if record is None:
            return Html(html(name))
        return self.link(self.anchor("record", name), self.text(record.name, f"{self.base}/records/{name}/name"))

    def form(self, name: str) -> Html:
        """A form by its number and title."""
        form = self.sop.forms.get(name)
        if form is None:
            return Html(html(name))
        path, anchor = f"{self.base}/forms/{name}", self.anchor("form", name)
        if self.binding:
            path, anchor = self.binding.same.get(path, (path, anchor))
        return self._numbered("form", path, anchor, form.title)

    def script(self, name: str) -> Html:
        """A script by its number and title."""
        script = self._scripts.get(name)
        if script is None:
            return Html(html(name))
        path, item = script
        return self._numbered("script", path, self.anchor("script", name), item.title)

    def table(self, name: str) -> Html:
        """A look-up table by its number and title."""
        table = self._tables.get(name)
        if table is None:
            return Html(html(name))
        path, item = table
        return self._numbered("table", path, self.anchor("table", name), item.title)

    def _numbered(self, space: str, path: str, anchor: str, title: str | None) -> Html:
        """A link to something with a number and perhaps a title."""
        label = self.say(f"{space}s.{space}", number=number_of(anchor, self.numbers[path]))
        return self.link(anchor, self.say("numbered", label=label, title=title) if title else label)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each form, script, table and attachment, by its path."""
        if self.binding:
            return self.binding.numbers
        numbers = Numbers()
        numbers.count(self.index.shapes)
        return numbers

    @cached_property
    def _scripts(self) -> Mapping[str, tuple[str, Script]]:
        return {str(path[-1]): (self.base + pointer(path), item) for path, item in self.index.of(Script)}

    @cached_property
    def _tables(self) -> Mapping[str, tuple[str, LookupTable]]:
        tables = self.index.of(LookupTable)
        return {item.id: (self.base + pointer(path), item) for path, item in tables if item.id is not None}

    @cached_property
    def step_numbers(self) -> Mapping[str, str]:
        """The number of each step and track, by its path."""
        return {self.base + pointer(place.path): place.number for place in self.index.places}

    @cached_property
    def clause_places(self) -> Mapping[str, ClausePlace]:
        """Where each clause stands, by its path."""
        return {self.base + pointer(place.path): place for place in self.index.clauses}

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
        return self.link(self.anchor("step", name), self._step_name(place, path))

    def _step_name(self, place: StepPlace, path: str) -> Html:
        """What a step is called at ``path``: its number, and outside its procedure that too."""
        number = number_of(self.anchor("step", place.step.id), place.number)
        if len(self.sop.procedures) < 2 or path.startswith(f"{self.base}{pointer(place.sequence)}/"):
            return self.say("flow.step", number=number)
        title = self.sop.procedures[int(place.sequence[1])].title
        return self.say("flow.step_of", number=number, procedure=title)

    def procedure(self, name: str) -> Html:
        """A procedure of this document by its title."""
        title = self._procedures.get(name)
        if title is None:
            return Html(html(name))
        return self.link(self.anchor("procedure", name), self.say("flow.procedure", title=title))

    @cached_property
    def _procedures(self) -> Mapping[str, str]:
        return {procedure.id: procedure.title for procedure in reversed(self.sop.procedures) if procedure.id}

    def call(self, name: str) -> Html:
        """What a step carries out: a procedure of this document, or another document."""
        return self.procedure(name) if name in self._procedures else self.document(name)

    def document(self, number: str, step: str = "") -> Html:
        """Another document by title and number, as far as they are known; a link, where it stands in this handbook."""
        bound = self.binding.documents.get(number) if self.binding else None
        if bound is None:
            return self._document(number, step)
        title, place = bound.sop.title, bound._steps.get(step)
        if place is None:
            return self.link(bound.heading, self.say("flow.document", title=title, number=number))
        name = bound._step_name(place, "")
        printed = self.say("flow.document_place", title=title, place=name)
        return self.link(bound.anchor("step", step), printed)

    @property
    def heading(self) -> str:
        """What links to the whole of an SOP in a handbook point to."""
        return self.binding.name_of(self) if self.binding else ""

    def _document(self, number: str, step: str) -> Html:
        known = self.known.get(number)
        title = known.title if known else self._listed.get(number, "")
        if step:
            shown = known.steps.get(step, step) if known else step
            key = "document_step" if title else "number_step"
            return self.say(f"flow.{key}", title=title, number=number, step=shown)
        return self.say("flow.document", title=title, number=number) if title else Html(html(number))

    @cached_property
    def _listed(self) -> Mapping[str, str]:
        return {one.number: one.title for one in reversed(self.sop.references) if one.number}

    @cached_property
    def _clauses(self) -> Mapping[str, ClausePlace]:
        return {place.clause.id: place for place in reversed(self.index.clauses) if place.clause.id is not None}

    def clause(self, name: str) -> Html:
        """A clause by its number: 第九条, 第二十一条第（五）项, 第二章."""
        place = self._clauses.get(name)
        return Html(html(name)) if place is None else self.link(self.anchor("clause", name), self._clause_name(place))

    def _clause_name(self, place: ClausePlace) -> Html:
        number = spelt(self._clause_pattern(place), _counts(place))
        own = number_of(self.clause_anchor(place), number.rstrip("."))
        if place.level == "article" or place.parent is None:
            return own
        above = self._clause_name(place.parent)
        if place.level == "item":
            return self.say("clauses.reference_item", article=above, item=own)
        return self.say("clauses.reference_section", chapter=above, section=own)

    def clause_anchor(self, place: ClausePlace) -> str:
        """What links to a clause point to; one that has no id is named by its place."""
        return self.anchor("clause", place.clause.id or pointer(place.path))

    def clause_number(self, place: ClausePlace) -> Html:
        """The number that stands before a clause: 第一章, 第九条, （五）, 1."""
        series = CHAPTER if place.level in ("chapter", "section") else ARTICLE
        counts, pattern = _counts(place), self._clause_pattern(place)
        return counted(series, spelt(pattern, counts), counts, pattern)

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
        return Html(f"{self.say('diagram.figure', number=counted(FIGURE, ''))}{self.t['title_gap']}{html(title)}")

    def section(self, name: str) -> Html:
        """A free section, or a part of a handbook, by its title."""
        if name not in self._sections:
            return Html(html(name))
        label, title = self._sections[name]
        return self.link(self.anchor("section", name), self.say(label, title=title))

    @cached_property
    def _sections(self) -> Mapping[str, tuple[str, str]]:
        """By id, the label that names it and its title."""
        parts = getattr(self.sop, "parts", ())
        found = {part.id: ("chapter", part.title) for part in reversed(parts) if part.id}
        sections = (section for section in reversed(self.sop.sections) if section.id)
        return found | {one.id: ("annex" if one.is_annex else "section", one.title) for one in sections}

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


def _counts(place: ClausePlace) -> tuple[int, ...]:
    """How many clauses there are so far at each level that is counted together."""
    above = place.parent if place.level in ("section", "item") else None
    return (*(_counts(above) if above else ()), place.number)
