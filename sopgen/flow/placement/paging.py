"""A flow on pages, in one way to set it: pages are laid out one after the other, each as long as its page holds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from sopgen.flow.placement.finishing import header
from sopgen.flow.placement.geometry import Geometry
from sopgen.flow.placement.pages import Rows, best_ends, cut_costs
from sopgen.flow.placement.parts import Parts
from sopgen.flow.placement.plan import Part, Plan
from sopgen.flow.placement.settling import Sheet, settle
from sopgen.flow.placement.sizes import Type, size

_BETWEEN, _ASIDE = 23.0, 20.0
"""About how much room there is between two rows, and between two columns, where there is little."""
_SHAPES = (12.5, 11.0, 9.5, 8.5, 7.5, 6.5, 5.5)
"""The widths of shapes to try, in parts of the size of type."""
_USUAL = 0.75
"""The part of a page that is filled when it is reckoned with ``_BETWEEN``: lines, marks and labels take room."""
_SECOND_LOOKS = 3
"""How often better ends of pages are looked for."""
_MORE = 1.15
"""What part of what a page holds another may hold that begins a little earlier."""
_MARK, _NARROW = 0.025, 0.06
"""What a mark costs, and what shapes that are narrower by the size of type, in pages."""


class Choice(NamedTuple):
    """One way to set a diagram: the type, the columns a lane may have, the room of the first page and of others."""

    type: Type
    most: int
    first: tuple[float, float]
    further: tuple[float, float]
    landscape: bool


class Pages(NamedTuple):
    """The pages of a choice, the row with which each ends, and what they cost, in pages."""

    sheets: tuple[Sheet, ...]
    ends: tuple[int, ...]
    cost: float


class Paging:
    """The pages of one choice.

    Attributes:
        reckoned: about how many pages it takes, and a part of one for what stands on the last.
    """

    def __init__(self, parts: Parts, choice: Choice, rows: Rows, column: Mapping[str, int]) -> None:
        self.parts, self.choice, self.rows = parts, choice, rows
        self._columns: list[set[int]] = [set() for _ in range(rows.count)]
        for name, row in rows.row.items():
            self._columns[row].add(column[name])
        self._heights: dict[float, list[float]] = {}
        self._sheets: dict[tuple[int, int], tuple[Sheet | None, int]] = {}
        self.reckoned = self._reckon()

    @cached_property
    def _widths(self) -> tuple[float, ...]:
        """The widths of shapes to try, the best first."""
        return tuple(share * self.choice.type.size for share in _SHAPES)

    def _room(self, first: int) -> tuple[float, float]:
        """The width and height that a page has, without headings of a line."""
        width, height = self.choice.first if first == 0 else self.choice.further
        return width, height - (self.choice.type.line + 8 if self.parts.names else 0)

    def _until(self, width: float) -> list[float]:
        """About how high all rows before each are, with shapes of a width."""
        if width not in self._heights:
            heights, nodes = [0.0] * self.rows.count, self.parts.drawing.nodes
            for level in self.rows.levels:
                highest = max([size(nodes[name], width, self.choice.type).height for name in level])
                heights[max([self.rows.row[name] for name in level])] += highest + _BETWEEN
            self._heights[width] = [0.0, *accumulate(heights)]
        return self._heights[width]

    def _reach(self, first: int, full: float = 1.0) -> tuple[int, float]:
        """The last row of a page that begins with ``first``, as far as can be said, and what part of it is taken.

        ``full`` is the part of a page that can be filled.
        """
        across, down = self._room(first)
        down *= full
        columns: set[int] = set()
        last, part = first, 1.0
        while last < self.rows.count:
            columns |= self._columns[last]
            fitting = (width for width in self._widths if len(columns) * (width + _ASIDE) <= across)
            until = self._until(next(fitting, self._widths[-1]))
            taken = (until[last + 1] - until[first]) / down
            if (taken > 1 or len(columns) * (self._widths[-1] + _ASIDE) > across) and last > first:
                break
            last, part = last + 1, taken
        return last - 1, part

    def _reckon(self) -> float:
        pages, first, part = 0, 0, 1.0
        while first < self.rows.count:
            last, part = self._reach(first, _USUAL)
            pages, first = pages + 1, last + 1
        return pages - 1 + min(part, 1) / 2

    def run(self, dearest: float) -> Pages | None:
        """The longest pages that fit; None if they cost more than ``dearest``, or a row is too large for a page."""
        ends: list[int] = []
        first = 0
        while first < self.rows.count:
            last = self._filled(first)
            if last is None or len(ends) + 1 > dearest:
                return None
            ends.append(last)
            first = last + 1
        return self._pages(ends)

    def better(self, pages: Pages) -> Pages:
        """As many pages, or fewer, that end where few lines are cut, if such ones fit as well."""
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
                return self._pages(ends)
        return pages

    def apart(self) -> Paging:
        """The same with a node a row."""
        home = self.parts.home
        order = sorted(dict.fromkeys(home.values()), key=lambda name: self.rows.row[name])
        rows = Rows.of({name: order.index(own) for name, own in home.items()}, home)
        return Paging(self.parts, self.choice, rows, dict.fromkeys(rows.row, 0))

    def anyway(self) -> list[Sheet]:
        """A page for each row, whether it fits or not."""
        shown = (self.parts.part(self.rows, row, row, self.choice.most, cut=True) for row in range(self.rows.count))
        return [
            settle(self.parts.plan(part), self._widths[-1], self.choice.type) for part in shown if part.drawing.nodes
        ]

    def _proven(self, ends: Sequence[int]) -> list[int]:
        """How far a page may reach from each row on, if it holds a little more than the one that begins next."""
        until = self._until(self._widths[2])
        found, first = [], 0
        for begin, end in zip(_firsts(ends), ends, strict=True):
            while first <= begin:
                last = bisect_right(until, until[first] + _MORE * (until[end + 1] - until[begin])) - 2
                found.append(max(first, min(last, end)))
                first += 1
        return found + [self.rows.count - 1] * (self.rows.count - first)

    def _pages(self, ends: Sequence[int]) -> Pages:
        found = (self._known(first, last)[0] for first, last in zip(_firsts(ends), ends, strict=True))
        sheets = tuple(sheet for sheet in found if sheet is not None)
        return Pages(sheets, tuple(ends), sum(map(self._cost, sheets)))

    def _filled(self, first: int) -> int | None:
        """The last row of the longest page that begins with ``first``; None if that row alone is too large."""
        last, _ = self._reach(first)
        while True:
            sheet, reach = self._known(first, last)
            if sheet is not None:
                return last
            if last == first:
                return None
            last = max(first, min(last - 1, reach))

    def _cost(self, sheet: Sheet) -> float:
        """What a page costs: more with marks on it, and with narrow shapes."""
        marks = sum(1 for node in sheet.plan.drawing.nodes.values() if node.kind in ("in", "out"))
        return 1 + _MARK * marks + _NARROW * max(0, self._widths[2] - sheet.room) / self.choice.type.size

    def _known(self, first: int, last: int) -> tuple[Sheet | None, int]:
        if (first, last) not in self._sheets:
            self._sheets[first, last] = self._sheet(first, last)
        return self._sheets[first, last]

    def _sheet(self, first: int, last: int) -> tuple[Sheet | None, int]:
        """The sheet with those rows, if it fits; and the last row that might."""
        across, down = self._room(first)
        reach = last - 1
        for cut in (False, True) if first == last else (False,):
            shown = self.parts.part(self.rows, first, last, self.choice.most, cut=cut)
            width = self._widest(shown.least, shown, across)
            if width is None:
                continue
            reach = self._fitting(shown, shown.least(width, self.choice.type), last, down)
            if reach < last:
                continue
            planned = self.parts.plan(shown)
            width = self._widest(planned.bare, planned.part, across)
            sheet = self._settled(planned, width, across) if width else None
            if sheet is not None:
                above = header(sheet, self.parts.names, self.choice.type)
                own = down - max(0, above - self.choice.type.line - 8)
                reach = self._fitting(sheet.plan.part, sheet.geometry, last, own)
                if reach >= last:
                    return sheet, last
        return None, reach

    def _widest(self, geometry: Callable[[float, Type], Geometry], shown: Part, room: float) -> float | None:
        """The greatest width of shapes with which ``geometry`` fits ``room``; None if it fits with none."""
        width, least = self._widths[0], self._widths[-1]
        while (over := geometry(width, self.choice.type).width - room) > 0:
            if width <= least:
                return None
            width = self._narrower(width - over / _full(shown))
        return width

    def _settled(self, planned: Plan, width: float, room: float) -> Sheet | None:
        """The sheet of a plan with shapes as wide as labels leave them, ``width`` at most; None if that is too much."""
        least = self._widths[-1]
        while True:
            sheet = settle(planned, width, self.choice.type)
            over = sheet.geometry.width - room
            if over <= 0:
                return sheet
            if width <= least:
                return None
            width = self._narrower(width - over / _full(planned.part))

    def _narrower(self, width: float) -> float:
        """The greatest width to try that is no more than ``width``; else the least. Few are, for sizes are kept."""
        return next((tried for tried in self._widths if tried <= width), self._widths[-1])

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


def _firsts(ends: Sequence[int]) -> list[int]:
    """The first row of each page, from the last ones."""
    return [0, *(last + 1 for last in ends[:-1])]


def _full(shown: Part) -> int:
    """How many columns hold more than marks and bars."""
    cells, nodes = shown.cells, shown.drawing.nodes
    kinds = ("in", "out", "fork", "join")
    return len({cells.column[name] for name, node in nodes.items() if node.kind not in kinds}) or 1
