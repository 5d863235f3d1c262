"""From a graph to its placement: the size of type and the width of shapes that fit, the pages, the finished shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sopgen.flow.graph import Graph
from sopgen.flow.placement.cells import Cells, arrange
from sopgen.flow.placement.finishing import finish
from sopgen.flow.placement.marks import cut_wires, part
from sopgen.flow.placement.model import Frame, Placement
from sopgen.flow.placement.pages import best_end, row_heights
from sopgen.flow.placement.plan import Plan, Sheet, plan, settle
from sopgen.flow.placement.sizes import Type, size
from sopgen.flow.placement.wires import Drawing, Wire, drawing

HEADER_LINES = 2
"""How many lines the heading of a lane is reckoned to take."""


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

    def run(self) -> Placement:
        names = {role: self.graph.roles.get(role, role) for role in self.roles} if self.lanes else {}
        for choice in self._choices():
            type_ = Type(choice.size, choice.size * self.frame.line)
            width, height, first = self._room(choice)
            header = HEADER_LINES * type_.line + 8 if names else 0.0
            sheets = []
            fits = True
            for sheet, room in self._sheets(choice, type_, height - header, first - header):
                sheets.append(sheet)
                fits = (width is None or sheet.geometry.width <= width) and sheet.geometry.height <= room
                if not fits and not choice.last:
                    break
            if fits:
                break
        return finish(self.graph, sheets, names, choice.landscape, type_, self.frame)

    def _room(self, choice: Choice) -> tuple[float | None, float, float]:
        """The width, the height, and the height on the first page."""
        frame = self.frame
        endless = float("inf")
        if choice.landscape and frame.wide is not None:
            return frame.wide[0], frame.wide[1], frame.wide[1]
        height = endless if frame.height is None else frame.height
        return frame.width, height, height if frame.first is None else frame.first

    def _choices(self) -> Iterator[Choice]:
        """What to try, the best first; the last one is taken if nothing fits."""
        frame, best = self.frame, self.frame.sizes[0]
        least = self.frame.sizes[-1]
        columns = (3, 2, 1) if len(self.roles) == 1 else (2, 1)
        if frame.width is None:
            yield Choice(landscape=False, size=best, shape=118, most=columns[0])
            return
        sides = (False, True) if frame.wide else (False,)
        for landscape in sides:
            for most in columns:
                for kind, shape in ((best, 118.0), (best, 104.0), (least, 96.0), (least, 84.0), (least, 76.0)):
                    yield Choice(landscape, kind, shape, most)
        for longest in (None, 4, 1):
            for landscape in sides:
                for shape in (66.0, 56.0):
                    yield Choice(landscape, least, shape, 1, longest)
        yield Choice(sides[-1], least, 50.0, 1, 1, last=True)

    def _sheets(self, choice: Choice, type_: Type, height: float, first_height: float) -> Iterator[tuple[Sheet, float]]:
        """The sheets of a choice, and how high each may be."""
        if height == float("inf"):
            yield settle(plan(self.whole, self.roles, choice.most, {}), choice.shape, type_, {}), height
            return
        cells = self._cells(choice.most)
        width = self._room(choice)[0]
        if width is not None and not choice.last and cells.columns * (choice.shape + 13) > width:
            yield settle(self._plan(choice, (0, 0)), choice.shape, type_, {}), 0
            return
        heights = {name: size(node, choice.shape, type_).height for name, node in self.whole.nodes.items()}
        estimated = [high + 30 for high in row_heights(cells, heights)]
        first, room = 0, first_height
        while first < cells.rows:
            last = _last(estimated, first, room)
            sheet, last = self._page(choice, type_, (first, last), room)
            yield sheet, room
            first, room = last + 1, height

    def _page(self, choice: Choice, type_: Type, rows: tuple[int, int], height: float) -> tuple[Sheet, int]:
        """The sheet that begins with a row, and the row with which it ends."""
        first, most = rows
        cells = self._cells(choice.most)
        while True:
            last = best_end(self.whole, cells.row, first, most, cells.rows)
            sheet = settle(self._plan(choice, (first, last)), choice.shape, type_, {})
            if sheet.geometry.height <= height or last <= first:
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
            names = {name for name, own in row.items() if first <= own <= last}
            drawn = part(self.whole, names)
            if choice.longest is not None:
                drawn = cut_wires(drawn, {wire for wire in drawn.wires if _length(wire, row) > choice.longest})
            self.plans[key] = plan(drawn, self.roles, choice.most, {name: row[name] - first for name in names})
        return self.plans[key]


def _length(wire: Wire, row: Mapping[str, int]) -> float:
    """How many rows a wire goes down, endless for one that goes up; marks are near what they belong to."""
    if wire.source not in row or wire.target not in row:
        return 0
    down = row[wire.target] - row[wire.source]
    return down if down > 0 else float("inf")


def _last(heights: list[float], first: int, room: float) -> int:
    """The last row that fits on a page which begins with ``first``."""
    last, taken = first, heights[first]
    while last + 1 < len(heights) and taken + heights[last + 1] <= room:
        last += 1
        taken += heights[last]
    return last
