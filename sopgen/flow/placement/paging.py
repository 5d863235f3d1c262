"""A flow on pages, in one way to set it: pages are laid out one after the other, each as long as its page holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from sopgen.flow.placement.finishing import header
from sopgen.flow.placement.geometry import Geometry
from sopgen.flow.placement.pages import Rows, best_ends, cut_costs
from sopgen.flow.placement.paper import GOOD, OF_CUT, Choice, Paper
from sopgen.flow.placement.parts import Parts
from sopgen.flow.placement.plan import Part, Plan
from sopgen.flow.placement.settling import Sheet, settle
from sopgen.flow.placement.sizes import Type
from sopgen.flow.placement.wires import Drawing

_ENDLESS = float("inf")
_ASIDE = 20.0
"""About how much room there is between two columns where there is little."""
_SHAPES = (17.5, 15.0, 12.5, 11.0, 9.5, 8.5, 7.5, 6.5, 5.5)
"""The widths of shapes to try, in parts of the size of type."""
_WIDE, _GOOD = 2, _SHAPES.index(GOOD)
"""Those that are wide only where that helps, come before the first of these; the second is wide enough."""
_NARROW = 6
"""The last of them that is good to read."""
_GAIN = 0.95
"""What part of the height has to be left for shapes to be wider than ``_WIDE``."""
_USUAL, _CROWDED = 0.7, 0.6
"""The part of a page that is filled when it is reckoned with little room between rows: lines, marks and labels take
room, more of them on upright pages whose lanes have several columns."""
_DEARER = 0.3
"""How much dearer pages may be that cut fewer lines, in pages."""
_SECOND_LOOKS = 3
"""How often better ends of pages are looked for."""
_MORE = 1.15
"""What part of what a page holds another may hold that begins a little earlier."""
Widths = tuple[float, ...]
"""Widths of shapes in points, from the widest to the narrowest."""


class Pages(NamedTuple):
    """The pages of a choice, the row with which each ends, and what they cost, in pages."""

    sheets: tuple[Sheet, ...]
    ends: tuple[int, ...]
    cost: float


class TooDearError(Exception):
    """A page costs more than it may."""


class Bound(NamedTuple):
    """What the last page may cost: the pages before it, and what all may cost."""

    paper: Paper
    dearest: float

    def hold(self, geometry: Callable[[float, Type], Geometry], drawing: Drawing, widths: Widths) -> None:
        """Stop where the page is too dear even without labels: with narrower shapes it is no lower.

        Raises:
            TooDearError: it is.
        """
        if widths:
            height = geometry(widths[0], self.paper.choice.type).height
            if self.paper.cost_with(height, drawing, widths[0]) >= self.dearest:
                raise TooDearError


class Paging:
    """The pages of one choice."""

    def __init__(self, parts: Parts, choice: Choice, rows: Rows) -> None:
        self.parts, self.choice, self.rows = parts, choice, rows
        self._sheets: dict[tuple[int, int], tuple[Sheet | None, int]] = {}
        self._full = _CROWDED if choice.most > 1 and not choice.landscape else _USUAL

    @cached_property
    def _widths(self) -> Widths:
        """The widths of shapes to try, the best first."""
        return tuple([share * self.choice.type.size for share in _SHAPES])

    @cached_property
    def _last(self) -> int:
        """The narrowest of them that pages with several rows may have."""
        return len(_SHAPES) - 1 if self.choice.narrow else _NARROW

    def _room(self, first: int) -> tuple[float, float]:
        """The width and height that a page has, without headings of a line."""
        width, height = self.choice.first if first == 0 else self.choice.further
        return width, height - (self.choice.type.line + 8 if self.parts.names else 0)

    def _until(self, columns: int, across: float) -> Sequence[float]:
        """About how high all rows before each are, where so many columns stand side by side."""
        return self.parts.until(self.rows, self._fit(across / columns - _ASIDE), self.choice.type)

    def _reach(self, first: int, full: float = 1.0) -> tuple[int, float]:
        """The last row of a page that begins with ``first``, as far as can be said, and what part of it is taken.

        ``full`` is the part of a page that can be filled.
        """
        across, down = self._room(first)
        down *= full
        narrowest = self._widths[self._last] + _ASIDE
        columns = set(self.rows.columns[first])
        until = self._until(count := len(columns), across)
        last, part = first, (until[first + 1] - until[first]) / down
        while last + 1 < self.rows.count:
            columns |= self.rows.columns[last + 1]
            if len(columns) * narrowest > across:
                break
            if len(columns) != count:
                until = self._until(count := len(columns), across)
            taken = (until[last + 2] - until[first]) / down
            if taken > 1:
                break
            last, part = last + 1, taken
        return last, part

    def _fit(self, room: float) -> float:
        """The greatest width to try that is no more than ``room``, else the least."""
        for width in self._widths:
            if width <= room:
                return width
        return self._widths[self._last]

    def reckoned(self, first: int = 0) -> Iterator[float]:
        """About what the rows from ``first`` on cost, in pages, as far as each page: it is never less than before."""
        pages, taken, cuts = 0, 1.0, 0
        while first < self.rows.count:
            last, part = self._reach(first, self._full)
            if self.choice.landscape or taken + part > 1:
                pages, taken = pages + 1, 0.0
            taken, first, cuts = taken + part, last + 1, cuts + 1
            yield pages - 1 + min(taken, 1) + OF_CUT * cuts

    def run(self, dearest: float) -> Pages | None:
        """The longest pages that fit; None if they cost more than ``dearest``, or a row is too large for a page."""
        ends: list[int] = []
        first, paper = 0, self._paper()
        while first < self.rows.count:
            try:
                last = self._filled(first, Bound(paper, dearest))
            except TooDearError:
                return None
            if last is None:
                return None
            sheet, _ = self._known(first, last)
            if sheet:
                paper.add(sheet)
            ends.append(last)
            first = last + 1
            if dearest < _ENDLESS and any(paper.cost + further > dearest for further in self.reckoned(first)):
                return None
        return self._pages(ends)

    def better(self, pages: Pages) -> Pages:
        """As many pages, or fewer, that end where few lines are cut, if such ones fit as well."""
        if len(pages.ends) == 1:  # nothing is cut
            return pages
        costs = cut_costs(self.parts.drawing, self.rows.row, self.rows.count)
        reach = self._proven(pages.ends)
        for _ in range(_SECOND_LOOKS):
            ends = best_ends(costs, reach, len(pages.ends))
            if not ends or sum(costs[last] for last in ends) >= sum(costs[last] for last in pages.ends):
                break
            for first, last in zip(_firsts(ends), ends, strict=True):
                sheet, further = self._known(first, last)
                if sheet is None:
                    reach[first] = max(first, min(last - 1, further))
                    break
            else:
                other = self._pages(ends)
                return other if other.cost <= pages.cost + _DEARER else pages
        return pages

    def apart(self) -> Paging:
        """The same with a node a row."""
        return Paging(self.parts, self.choice, self.rows.apart(self.parts.home))

    def anyway(self) -> list[Sheet]:
        """A page for each row, whether it fits or not; where it does not, the one that is the least too large."""
        return [self._known(row, row)[0] or self._least_too_large(row) for row in range(self.rows.count)]

    def _least_too_large(self, row: int) -> Sheet:
        across, down = self._room(row)
        planned = self.parts.plan(self.parts.part(self.rows, row, row, self.choice.most, cut=True))
        sheets = [settle(planned, width, self.choice.type) for width in self._widths]
        return min(sheets, key=lambda sheet: max(sheet.geometry.width / across, sheet.geometry.height / down))

    def _proven(self, ends: Sequence[int]) -> list[int]:
        """How far a page may reach from each row on, if it holds a little more than the one that begins next.

        The last one need not be full: those that begin before it may hold what the one before does.
        """
        until = self.parts.until(self.rows, self._widths[_GOOD], self.choice.type)
        found, first, held = [], 0, 0.0
        for begin, end in zip(_firsts(ends), ends, strict=True):
            own = until[end + 1] - until[begin]
            held = max(own, held) if end + 1 == self.rows.count else own
            while first <= begin:
                last = bisect_right(until, until[first] + _MORE * held) - 2
                found.append(max(first, min(last, end)))
                first += 1
        return found + [self.rows.count - 1] * (self.rows.count - first)

    def _pages(self, ends: Sequence[int]) -> Pages:
        found = (self._known(first, last)[0] for first, last in zip(_firsts(ends), ends, strict=True))
        sheets = tuple(sheet for sheet in found if sheet is not None)
        paper = self._paper()
        for sheet in sheets:
            paper.add(sheet)
        return Pages(sheets, tuple(ends), paper.cost)

    def _paper(self) -> Paper:
        return Paper(self.choice, self.choice.type.line + 8 if self.parts.names else 0)

    def _filled(self, first: int, bound: Bound) -> int | None:
        """The last row of the longest page that begins with ``first``; None if that row alone is too large."""
        last, _ = self._reach(first)
        while True:
            sheet, reach = self._known(first, last, bound)
            if sheet is not None:
                return last
            if last == first:
                return None
            last = max(first, min(last - 1, reach))

    def _known(self, first: int, last: int, bound: Bound | None = None) -> tuple[Sheet | None, int]:
        if (first, last) not in self._sheets:
            held = first < last == self.rows.count - 1
            self._sheets[first, last] = self._sheet(first, last, bound if held else None)
        return self._sheets[first, last]

    def _sheet(self, first: int, last: int, bound: Bound | None) -> tuple[Sheet | None, int]:
        """The sheet with those rows, if it fits; and the last row that might."""
        across, down = self._room(first)
        reach = last - 1
        for cut in (False, True) if first == last else (False,):
            shown = self.parts.part(self.rows, first, last, self.choice.most, cut=cut)
            widths = self._fitting_widths(shown.least, shown, across, self._useful(shown, alone=first == last))
            if not widths:
                continue
            reach = self._fitting(shown, shown.least(widths[0], self.choice.type), last, down)
            if reach < last:
                continue
            if bound:
                bound.hold(shown.least, shown.drawing, widths)
            planned = self.parts.plan(shown)
            widths = self._fitting_widths(planned.bare, planned.part, across, widths)
            if bound:
                bound.hold(planned.bare, planned.drawing, widths)
            sheet = self._settled(planned, widths, (across, down), cut=cut)
            if sheet is not None:
                above = header(sheet, self.parts.names, self.choice.type)
                own = down - max(0, above - self.choice.type.line - 8)
                reach = self._fitting(sheet.plan.part, sheet.geometry, last, own)
                if reach >= last:
                    return sheet, last
        return None, reach

    def _useful(self, shown: Part, *, alone: bool) -> Widths:
        """The widths to try for a page: the widest only if they make it lower, the narrowest for a row ``alone``."""

        def height(place: int) -> float:
            sizes = shown.sizes.of(shown.drawing, self._widths[place], self.choice.type)
            return sum([sizes[name].height for name in shown.drawing.nodes])

        place = _WIDE
        while place and height(place - 1) < _GAIN * height(place):
            place -= 1
        return self._widths[place : None if alone else self._last + 1]

    def _fitting_widths(
        self, geometry: Callable[[float, Type], Geometry], shown: Part, room: float, widths: Widths
    ) -> Widths:
        """Those of ``widths`` with which ``geometry`` fits ``room``."""
        while widths and (over := geometry(widths[0], self.choice.type).width - room) > 0:
            widths = _narrower(widths, over / _full(shown))
        return widths

    def _settled(self, planned: Plan, widths: Widths, room: tuple[float, float], *, cut: bool) -> Sheet | None:
        """The sheet of a plan with shapes as wide as labels leave them; None if they fit ``room`` with none."""
        while widths:
            sheet = self.parts.sheet(planned, widths[0], self.choice.type, room, cut=cut)
            over = sheet.geometry.width - room[0]
            if over <= 0:
                return sheet
            widths = _narrower(widths, over / _full(planned.part))
        return None

    def _fitting(self, shown: Part, geometry: Geometry, last: int, room: float) -> int:
        """The last row of a page down to which it might fit; ``last`` if all of it does."""
        if geometry.height <= room:
            return last
        bottoms: dict[int, float] = {}
        for name in shown.drawing.nodes:
            row = self.rows.row.get(name)
            if row is not None:
                _, y, _, height = geometry.box(name)
                bottoms[row] = max(bottoms.get(row, 0), y + height)
        lasts = sorted(bottoms)
        levels = [*accumulate((bottoms[row] for row in lasts), max)]
        place = bisect_right(levels, room - 12)
        return min(lasts[place - 1] if place else -1, last - 1)


def _narrower(widths: Widths, by: float) -> Widths:
    """Those of ``widths`` that are narrower than the first by so much, at least the last one. Few are tried."""
    return tuple(width for width in widths[1:] if width <= widths[0] - by) or widths[1:][-1:]


def _firsts(ends: Sequence[int]) -> list[int]:
    """The first row of each page, from the last ones."""
    return [0, *(last + 1 for last in ends[:-1])]


def _full(shown: Part) -> int:
    """How many columns hold more than marks and bars."""
    cells, nodes = shown.cells, shown.drawing.nodes
    kinds = ("in", "out", "fork", "join")
    return len({cells.column[name] for name, node in nodes.items() if node.kind not in kinds}) or 1
