"""The paper that a flow takes in one way to set it: pages that are low enough stand one below the other."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.flow.placement.settling import Sheet
from sopgen.flow.placement.sizes import Type
from sopgen.flow.placement.wires import Drawing

GOOD = 9.5
"""How wide shapes are that are wide enough, in parts of the size of type."""
_GAP = 18.0
"""About how much lies between two pages of a diagram that stand on one of paper, in points."""
OF_CUT = 0.2
"""What it costs to go on in another page of the diagram, in pages of paper."""
_OF_MARK, _OF_WIDTH = 0.025, 0.03
"""What a mark costs, and, squared, what shapes lack in width by the size of type."""


class Choice(NamedTuple):
    """One way to set a diagram.

    Attributes:
        type: how text is set.
        most: how many columns a lane may have.
        first: the width and height of the first page.
        further: those of the other ones.
        landscape: whether they are turned; each then has paper of its own.
        narrow: whether shapes may be narrower than is good to read.
    """

    type: Type
    most: int
    first: tuple[float, float]
    further: tuple[float, float]
    landscape: bool
    narrow: bool = False


class _Taken(NamedTuple):
    """What is taken: how many pages of paper, how much of the last and its height, and what is paid besides."""

    pages: int = 0
    last: float = 0.0
    room: float = 0.0
    trouble: float = 0.0

    @property
    def cost(self) -> float:
        part = min(self.last / self.room, 1) if self.room else 1.0
        return self.pages - 1 + part + self.trouble


class Paper:
    """The paper for pages that are added one after the other."""

    def __init__(self, choice: Choice, header: float) -> None:
        self.choice, self.header = choice, header
        self._taken = _Taken()

    @property
    def cost(self) -> float:
        """The pages of paper, of the last the part that is taken; more for each page, mark and narrow shapes."""
        return self._taken.cost

    def add(self, sheet: Sheet) -> None:
        """Put a page below the last one, or else on new paper."""
        self._taken = self._with(sheet.geometry.height, sheet.plan.drawing, sheet.room)

    def cost_with(self, height: float, drawing: Drawing, room: float) -> float:
        """What the pages cost with one more of that height, with shapes at most ``room`` wide."""
        return self._with(height, drawing, room).cost

    def _with(self, height: float, drawing: Drawing, width: float) -> _Taken:
        pages, last, room, trouble = self._taken
        high = height + self.header
        if self.choice.landscape or last + high > room:
            room = self.choice.further[1] if pages else self.choice.first[1]
            pages, last = pages + 1, 0.0
        marks = sum([node.kind in ("in", "out") for node in drawing.nodes.values()])
        lacking = max(0, GOOD - width / self.choice.type.size)
        more = OF_CUT + _OF_MARK * marks + _OF_WIDTH * lacking**2
        return _Taken(pages, last + (high + _GAP), room, trouble + more)
