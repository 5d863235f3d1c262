"""From a graph to its placement: the ways to set it that are tried, and the best of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heapreplace
from typing import NamedTuple

from sopgen.flow.graph import Graph
from sopgen.flow.placement.arranging import arrange
from sopgen.flow.placement.finishing import finish
from sopgen.flow.placement.model import Frame, Placement
from sopgen.flow.placement.pages import Rows
from sopgen.flow.placement.paging import Pages, Paging
from sopgen.flow.placement.paper import OF_CUT, Choice
from sopgen.flow.placement.parts import Parts
from sopgen.flow.placement.plan import Part, Plan, plan
from sopgen.flow.placement.settling import Sheet, settle
from sopgen.flow.placement.sizes import Type
from sopgen.flow.placement.wires import Drawing, drawing

_ENDLESS = float("inf")
_SHAPE = 118.0
"""The width of shapes, in points, where there is room for all."""
_FEW = 100
"""Up to how many lines there are for lanes of different widths to be tried where there is room for all."""
_TRIES = 3
"""How many ways to set a diagram on pages are tried at most."""
_DOUBT = 0.5
"""How much dearer a way may seem than the best one that was tried, in pages, for it to be tried as well."""
_SMALL, _TURNED, _SLIM = 0.3, 0.4, 0.8
"""What smaller type costs, what turned pages do, and narrow shapes, in pages."""
_SOONER = 1 + 0.75 * OF_CUT
"""How much dearer pages may be that begin on the rest of a page: that page is there anyway, one more cut is not."""
_MANY = 3
"""With how many lanes shapes need not be narrow."""


def place(graph: Graph, frame: Frame = Frame(), *, lanes: bool = True) -> Placement:  # noqa: B008 (a constant)
    """Where everything of ``graph``, one procedure as it is drawn or the states of a ticket, goes on the page.

    Args:
        graph: what ``Graph.drawn`` gives.
        frame: the room there is.
        lanes: whether each role has a lane; else there is a single one without a heading.

    Returns:
        The placement. It fits the frame, except where a single shape with the marks around it is too large for it.
    """
    return _Placing(graph, frame, lanes=lanes).run()


class _Waiting(NamedTuple):
    """A way that waits for its turn: what it costs, about, as far as it is reckoned, and the reckoning of the rest.

    What a way costs is never less than what it costs as far as a page, so the first that is reckoned to its end is the
    cheapest; for most of them it takes a page to see that their turn will not come.
    """

    reckoned: float
    number: int
    penalty: float
    paging: Paging
    further: Iterator[float]


class _Placing:
    def __init__(self, graph: Graph, frame: Frame, *, lanes: bool) -> None:
        self.graph, self.frame = graph, frame
        self.whole = drawing(graph)
        if not lanes:
            nodes = {name: node._replace(roles=()) for name, node in self.whole.nodes.items()}
            self.whole = Drawing(nodes, self.whole.wires)
        self.roles = tuple(dict.fromkeys(node.lane for node in self.whole.nodes.values()))
        names = {role: graph.roles.get(role, role) for role in self.roles} if lanes else {}
        self.parts = Parts(self.whole, self.roles, names)
        self.rows: dict[int, Rows] = {}

    def run(self) -> Placement:
        if self.frame.height is None:
            type_ = self._type(self.frame.sizes[0])
            return self._finished([settle(self._clearest(), _SHAPE, type_)], type_, landscape=False)
        choice, sheets = self._best()
        return self._finished(sheets, choice.type, landscape=choice.landscape)

    def _finished(self, sheets: Sequence[Sheet], type_: Type, *, landscape: bool) -> Placement:
        return finish(self.graph, sheets, self.parts.names, type_, self.frame.line, landscape=landscape)

    def _type(self, size: float) -> Type:
        return Type(size, size * self.frame.line)

    def _clearest(self) -> Plan:
        """The plan of all on one page that has the fewest crossings, with lanes as wide as that takes."""
        few = len(self.whole.wires) <= _FEW
        best = plan(Part(self.whole, self.roles, 1 if few else 3, {}, self.parts.sizes))
        for most in (2, 3) if few else ():
            wider = plan(Part(self.whole, self.roles, most, {}, self.parts.sizes))
            if wider.clutter >= best.clutter:
                break
            best = wider
        return best

    def _best(self) -> tuple[Choice, Sequence[Sheet]]:
        """The way to set everything on pages that takes the fewest, and is the best to read among those."""
        pagings: list[Paging] = []
        best: tuple[Paging, Pages] | None = None
        least, tries = _ENDLESS, 0
        waiting = self._waiting()
        while waiting and tries < _TRIES and waiting[0].reckoned <= least + _DOUBT:
            _, number, penalty, paging, further = waiting[0]
            more = next(further, None)
            if more is not None:
                heapreplace(waiting, _Waiting(more + penalty, number, penalty, paging, further))
                continue
            heappop(waiting)
            pagings.append(paging)
            pages = paging.run(least - penalty)
            if pages is not None and pages.cost + penalty < least:
                best, least = (paging, pages), pages.cost + penalty
            tries += best is not None
        if best is None:
            return self._somehow(pagings)
        paging, pages = self._sooner(*best)
        return paging.choice, paging.better(pages).sheets

    def _sooner(self, paging: Paging, pages: Pages) -> tuple[Paging, Pages]:
        """The same on the rest of a page, if it takes several pages anyway."""
        choice, rest = paging.choice, self.frame.rest
        if rest is None or choice.landscape or len(pages.sheets) == 1:
            return paging, pages
        sooner = self._paging(choice._replace(first=(choice.first[0], rest)))
        found = sooner.run(_ENDLESS)
        return (sooner, found) if found and found.cost <= pages.cost + _SOONER else (paging, pages)

    def _choices(self) -> Iterator[Choice]:
        frame = self.frame
        upright = frame.width or _ENDLESS, frame.height or _ENDLESS
        first = upright[0], frame.first or upright[1]
        for size in frame.sizes:
            for most in (1, 2, 3) if len(self.roles) == 1 else (1, 2):
                yield Choice(self._type(size), most, first, upright, landscape=False)
                if frame.wide:
                    yield Choice(self._type(size), most, frame.wide, frame.wide, landscape=True)
        if len(self.roles) > _MANY:
            yield Choice(self._type(frame.sizes[-1]), 1, first, upright, landscape=False, narrow=True)

    def _waiting(self) -> list[_Waiting]:
        """All ways, a heap."""
        found = []
        for number, choice in enumerate(self._choices()):
            paging, penalty = self._paging(choice), self._penalty(choice)
            found.append(_Waiting(penalty, number, penalty, paging, paging.reckoned()))
        heapify(found)
        return found

    def _penalty(self, choice: Choice) -> float:
        small = choice.type.size < self.frame.sizes[0]
        return _SMALL * small + _TURNED * choice.landscape + _SLIM * choice.narrow

    def _paging(self, choice: Choice) -> Paging:
        if choice.most not in self.rows:
            cells = arrange(self.whole, self.roles, choice.most, {})
            self.rows[choice.most] = Rows.of(cells, self.parts.home)
        return Paging(self.parts, choice, self.rows[choice.most])

    def _somehow(self, pagings: Sequence[Paging]) -> tuple[Choice, Sequence[Sheet]]:
        """Where a row is too large for a page: the first way, the narrowest first, that fits with a node a row."""
        narrowest = sorted(pagings, key=lambda paging: (paging.choice.type.size, paging.choice.most))
        for paging in narrowest:
            apart = paging.apart()
            pages = apart.run(_ENDLESS)
            if pages is not None:
                return apart.choice, pages.sheets
        apart = narrowest[0].apart()
        return apart.choice, apart.anyway()
