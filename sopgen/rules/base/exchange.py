"""What steps take and make: inputs and outputs by the words that name them, and who else has such a thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sopgen.rules.base.customers import CUSTOMER
from sopgen.rules.base.things import Things, core_of, words_of
from sopgen.source import Path
from sopgen.spec.references import REFERENCE

if TYPE_CHECKING:
    from sopgen.flow.graph import Graph
    from sopgen.spec.index import Index
    from sopgen.spec.numbering import StepPlace

_OUTSIDE = re.compile(
    rf"系统|产品$|商品$|设备$|货物$|整机$|\bsystem|\b(?:product|goods|device|unit|parcel)\b|{CUSTOMER.pattern}",
    re.IGNORECASE,
)
_OR = re.compile(r"或者?|、|/|\bor\b", re.IGNORECASE)

LOOKED_UP = 200
"""How many names are looked for under other names, and in all texts, of one spec: more than a real one ever needs."""


class Item(NamedTuple):
    """An input or output of a step.

    Attributes:
        text: what it is called, references as people read them.
        words: the words that name it.
        path: where it stands.
        step: the place of its step among all steps.
    """

    text: str
    words: frozenset[str]
    path: Path
    step: int


class Exchange:
    """The inputs and outputs of a spec. Procedures that do not keep account of them have none here.

    It does not hold the context that holds it: both would stay in memory until garbage is looked for.
    """

    def __init__(self, index: Index, graph: Graph, step_places: Mapping[Path, StepPlace]) -> None:
        self._index, self._graph, self._step_places, self._looked_up = index, graph, step_places, 0
        self.steps = index.steps
        accounting = _accounting(self.steps)
        asked = [(number, place) for number, place in enumerate(self.steps) if place.sequence in accounting]
        self.inputs = [item for number, place in asked for item in self._items(number, place, "inputs")]
        self.outputs = [item for number, place in asked for item in self._items(number, place, "outputs")]

    def _items(self, number: int, place: StepPlace, key: str) -> Iterator[Item]:
        for position, text in enumerate(getattr(place.step, key)):
            name = self._read(text)
            yield Item(name, words_of(name), (*place.path, key, position), number)

    def _read(self, text: str) -> str:
        """A text with the titles of what it refers to."""
        return REFERENCE.sub(lambda match: self._titles.get(match[1].strip(), match[1]), text) if "[[" in text else text

    @cached_property
    def _titles(self) -> dict[str, str]:
        sop = self._index.sop
        found = {f"form:{name}": form.title for name, form in sop.forms.items()}
        found |= {f"record:{name}": record.name for name, record in sop.records.items()}
        found |= {f"table:{table.id}": table.title for table in sop.tables if table.title}
        found |= {f"state:{state.id}": state.name for state in sop.states}
        return found | {one.number: one.title for one in sop.references if one.number}

    @cached_property
    def made(self) -> Things:
        """The outputs, by name: the steps that make them."""
        return _by_name(self.outputs)

    @cached_property
    def taken(self) -> Things:
        """The inputs, by name: the steps that take them."""
        return _by_name(self.inputs)

    @cached_property
    def at_hand(self) -> Things:
        """What is there without a step that makes it, or kept whatever step made it."""
        sop = self._index.sop
        names = [*(form.title for form in sop.forms.values()), *(record.name for record in sop.records.values())]
        names += [*(resource.name for resource in sop.resources), *(reference.title for reference in sop.references)]
        names += [*(table.title for table in sop.tables if table.title), *(one.title for one in sop.attachments)]
        names += [one.title for one in sop.classifications.values() if one.title]
        names += [*sop.definitions, *sop.triggers, *sop.preconditions, *sop.exit_criteria]
        for procedure in sop.procedures:
            names += [*procedure.inputs, *procedure.outputs, *procedure.preconditions, *procedure.exit_criteria]
            names += [procedure.trigger] if procedure.trigger else []
        found: dict[frozenset[str], list[int]] = {words_of(self._read(name)): [-1] for name in names}
        return Things(found)

    def is_from_outside(self, item: Item) -> bool:
        """Whether a name says that it comes from an outsider or a system, or is of the product itself."""
        outsiders = (role.name for role in self._index.sop.roles.values() if role.external)
        return bool(_OUTSIDE.search(item.text)) or any(name in item.text for name in outsiders)

    def is_spoken_of(self, item: Item, *but: str) -> bool:
        """Whether a text of the spec says the name, outside the step itself and lists of the keys ``but``."""
        if self._looked_up >= LOOKED_UP:
            return True
        self._looked_up += 1
        own = self.steps[item.step].path
        parts = _OR.split(item.text.casefold())
        names = {name for part in parts for name in (part.strip(), core_of(part)) if name}
        return any(
            name in text
            for path, text in self._texts
            if path[: len(own)] != own and (len(path) < 2 or path[-2] not in but)
            for name in names
        )

    @cached_property
    def _neighbours(self) -> tuple[Mapping[Path, set[Path]], Mapping[Path, set[Path]]]:
        """The steps right before and right behind each step."""
        nodes = self._graph.nodes
        before: dict[Path, set[Path]] = defaultdict(set)
        behind: dict[Path, set[Path]] = defaultdict(set)
        for edge in self._graph.edges:
            source, target = nodes[edge.source].path, nodes[edge.target].path
            if source != target:
                before[target].add(source)
                behind[source].add(target)
        return before, behind

    def is_unaccounted(self, item: Item, key: str) -> bool:
        """Whether a step right beside does not say its ``inputs`` or ``outputs``, which may be what is looked for."""
        beside = self._neighbours[key == "inputs"][self.steps[item.step].path]
        places = (self._step_places.get(path) for path in beside)
        return any(place is not None and not (getattr(place.step, key) or _only_asks(place, key)) for place in places)

    @cached_property
    def _texts(self) -> list[tuple[Path, str]]:
        about_itself = {"revisions", "review", "metrics", "training", "purpose", "summary", "background"}
        texts = self._index.texts
        return [(one.path, one.text.casefold()) for one in texts if one.path[0] not in about_itself]


def _only_asks(place: StepPlace, key: str) -> bool:
    """Whether a step that makes nothing takes something and decides by it: it has no outputs to name."""
    return key == "outputs" and place.step.decision is not None and bool(place.step.inputs)


def _accounting(steps: tuple[StepPlace, ...]) -> frozenset[Path]:
    """The procedures most of whose steps say what they make, and many what they take."""
    counts: dict[Path, list[int]] = defaultdict(lambda: [0, 0, 0])
    for place in steps:
        count = counts[place.sequence]
        count[0] += 1
        count[1] += bool(place.step.inputs)
        count[2] += bool(place.step.outputs)
    return frozenset(
        path for path, (all_, taking, making) in counts.items() if all_ > 2 and taking * 3 >= all_ <= making * 2
    )


def _by_name(items: list[Item]) -> Things:
    found: dict[frozenset[str], list[int]] = defaultdict(list)
    for item in items:
        found[item.words].append(item.step)
    return Things(found)
