"""From a graph to its placement: the size of type and the width of shapes that fit, the pages, the finished shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sopgen.flow.graph import Graph
from sopgen.flow.placement.cells import Cells, arrange
from sopgen.flow.placement.finishing import finish
from sopgen.flow.placement.marks import cut_wires, part
from sopgen.flow.placement.model import Frame, Placement
from sopgen.flow.placement.pages import best_end, columns_of_rows, row_heights
from sopgen.flow.placement.plan import Plan, Sheet, plan, settle
from sopgen.flow.placement.sizes import Type, size
from sopgen.flow.placement.wires import Drawing, Wire, drawing

HEADER_LINES = 2
"""How many lines the heading of a lane is reckoned to take."""


_ENDLESS = float("inf")
_BETWEEN, _ASIDE = 30.0, 26.0
"""About how much room is between two rows, and between two columns."""
_FEW = 100
"""Up to how many lines there are for lanes of different widths to be tried where there is room for all."""
_MOST_TRIES = 8
"""How many ways to lay out a diagram are tried before lines are cut to make it narrower."""


class Choice(NamedTuple):
    """One way to lay out a diagram: turned or not, the size of type, the width of shapes, columns in a lane."""

    landscape: bool
    size: float
    shape: float
    most: int
    longest: int | None = None
    last: bool = False


def place(graph: Graph, frame: Frame = Frame(), *, lanes: bool = True) -> Placement:  # noqa: B008 (a constant)
    """Where everything of ``graph``, one procedure as it is drawn or the states of a ticket, goes on the page.

    Args:
        graph: what ``Graph.drawn`` gives.
        frame: the room there is.
        lanes: whether each role has a lane; else there is a single one without a heading.

    Returns:
        The placement. It fits the frame, except where even the narrowest shapes on a page on its side are too wide.
    """
    return _Placing(graph, frame, lanes=lanes).run()


class _Placing:
    def __init__(self, graph: Graph, frame: Frame, *, lanes: bool) -> None:
        self.graph, self.frame, self.lanes = graph, frame, lanes
        self.whole = drawing(graph)
        if not lanes:
            nodes = {name: node._replace(roles=()) for name, node in self.whole.nodes.items()}
            self.whole = Drawing(nodes, self.whole.wires)
        self.roles = tuple(dict.fromkeys(node.lane for node in self.whole.nodes.values()))
        self.cells: dict[int, Cells] = {}
        self.plans: dict[object, Plan] = {}
        self.heights: dict[Choice, list[float]] = {}
        self.columns: dict[int, list[set[int]]] = {}

    def run(self) -> Placement:
        names = {role: self.graph.roles.get(role, role) for role in self.roles} if self.lanes else {}
        for choice in self._choices():
            sheets = []
            fits = True
            for sheet, room in self._sheets(choice):
                sheets.append(sheet)
                fits = sheet.geometry.width <= room[0] and sheet.geometry.height <= room[1]
                if not fits and not choice.last:
                    break
            if fits:
                break
        return finish(self.graph, sheets, names, self._type(choice), self.frame.line, landscape=choice.landscape)

    def _type(self, choice: Choice) -> Type:
        return Type(choice.size, choice.size * self.frame.line)

    def _room(self, choice: Choice, *, first: bool) -> tuple[float, float]:
        """The width and height that lanes may take up on a page, without their headings."""
        frame = self.frame
        width, height = frame.width or _ENDLESS, frame.height or _ENDLESS
        if choice.landscape and frame.wide is not None:
            width, height = frame.wide
        elif first and frame.first is not None:
            height = frame.first
        return width, height - (HEADER_LINES * self._type(choice).line + 8 if self.lanes else 0)

    def _choices(self) -> list[Choice]:
        """What to try: what seems to need the fewest pages first, of those what is easiest to read."""
        frame, best, least = self.frame, self.frame.sizes[0], self.frame.sizes[-1]
        columns = (3, 2, 1) if len(self.roles) == 1 else (2, 1)
        if frame.width is None:
            return [Choice(landscape=False, size=best, shape=118, most=3, last=True)]
        sides = (False, True) if frame.wide else (False,)
        found: list[tuple[float, Choice]] = []
        for landscape in sides:
            for most in columns:
                for turn, (type_size, shape) in enumerate(
                    ((best, 130.0), (best, 112.0), *((least, 120.0 - 12 * turn) for turn in range(6)))
                ):
                    choice = Choice(landscape, type_size, shape, most)
                    pages = self._reckoned(choice)
                    if pages is not None:
                        found.append((pages + 0.12 * turn + 0.3 * landscape, choice))
        found.sort(key=lambda pair: pair[0])
        cut = [
            Choice(landscape, least, shape, 1, longest)
            for longest in (4, 1)
            for landscape in sides
            for shape in (76.0, 58.0)
        ]
        return [*(choice for _, choice in found[:_MOST_TRIES]), *cut, Choice(sides[-1], least, 50.0, 1, 1, last=True)]

    def _reckoned(self, choice: Choice) -> int | None:
        """About how many pages a choice takes; None if one row alone is too wide."""
        cells, pages, first = self._cells(choice.most), 0, 0
        while first < cells.rows:
            last = self._reach(choice, first)
            if last < first:
                return None
            pages, first = pages + 1, last + 1
        return pages

    def _reach(self, choice: Choice, first: int) -> int:
        """The last row that seems to fit on a page which begins with ``first``; one less if not even that does."""
        cells, type_ = self._cells(choice.most), self._type(choice)
        if choice not in self.heights:
            heights = {name: size(node, choice.shape, type_).height for name, node in self.whole.nodes.items()}
            self.heights[choice] = row_heights(cells, heights)
            self.columns[choice.most] = columns_of_rows(cells)
        room = self._room(choice, first=first == 0)
        columns: set[int] = set()
        taken, last = 20.0, first
        while last < cells.rows:
            columns |= self.columns[choice.most][last]
            taken += self.heights[choice][last] + _BETWEEN
            if taken > room[1] or len(columns) * (choice.shape + _ASIDE) > room[0]:
                break
            last += 1
        return last - 1

    def _sheets(self, choice: Choice) -> Iterator[tuple[Sheet, tuple[float, float]]]:
        """The sheets of a choice, and how wide and high each may be."""
        if self.frame.height is None:
            wide = range(1, choice.most + 1) if len(self.whole.wires) <= _FEW else (choice.most,)
            plans = (plan(self.whole, self.roles, most, {}) for most in wide)
            best = min(plans, key=lambda planned: planned.clutter)
            yield settle(best, choice.shape, self._type(choice), {}), self._room(choice, first=True)
            return
        first = 0
        while first < self._cells(choice.most).rows:
            room = self._room(choice, first=first == 0)
            sheet, last = self._page(choice, (first, max(first, self._reach(choice, first))), room)
            yield sheet, room
            first = last + 1

    def _page(self, choice: Choice, rows: tuple[int, int], room: tuple[float, float]) -> tuple[Sheet, int]:
        """The sheet that begins with a row, and the row with which it ends."""
        first, most = rows
        cells = self._cells(choice.most)
        while True:
            last = best_end(self.whole, cells.row, first, most, cells.rows)
            sheet = settle(self._plan(choice, (first, last)), choice.shape, self._type(choice), {})
            if (sheet.geometry.height <= room[1] and sheet.geometry.width <= room[0]) or last <= first:
                return sheet, last
            most = last - 1

    def _cells(self, most: int) -> Cells:
        if most not in self.cells:
            self.cells[most] = arrange(self.whole, self.roles, most, {})
        return self.cells[most]

    def _plan(self, choice: Choice, rows: tuple[int, int]) -> Plan:
        """The plan of the page with those rows."""
        key = choice.most, choice.longest, rows
        if key not in self.plans:
            first, last = rows
            row = self._cells(choice.most).row
            names = {name for name in row if first <= row[self._home(name)] <= last}
            drawn = part(self.whole, names)
            if choice.longest is not None:
                drawn = cut_wires(drawn, {wire for wire in drawn.wires if _length(wire, row) > choice.longest})
            used = {node.lane for node in drawn.nodes.values()}
            lanes = tuple(role for role in self.roles if role in used)
            self.plans[key] = plan(drawn, lanes, choice.most, {name: row[name] - first for name in names})
        return self.plans[key]

    def _home(self, name: str) -> str:
        """The node on whose page another stands: what only leads into the flow stays with where it leads to."""
        if self.whole.nodes[name].kind in ("exception", "entry") and self.whole.outgoing[name]:
            return self.whole.outgoing[name][0].target
        return name


def _length(wire: Wire, row: Mapping[str, int]) -> float:
    """How many rows a wire goes down, endless for one that goes up; marks are near what they belong to."""
    if wire.source not in row or wire.target not in row:
        return 0
    down = row[wire.target] - row[wire.source]
    return down if down > 0 else float("inf")
