"""The paper that a flow takes in one way to set it: pages that are low enough stand one below the other."""

from __future__ import annotations

from copy import copy
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


class Paper:
    """The paper for pages that are added one after the other."""

    def __init__(self, choice: Choice, header: float) -> None:
        self.choice, self.header = choice, header
        self._pages, self._taken, self._room, self._trouble = 0, 0.0, 0.0, 0.0

    @property
    def cost(self) -> float:
        """The pages of paper, of the last the part that is taken; more for each page, mark and narrow shapes."""
        part = min(self._taken / self._room, 1) if self._room else 1.0
        return self._pages - 1 + part + self._trouble

    def add(self, sheet: Sheet) -> None:
        """Put a page below the last one, or else on new paper."""
        self._add(sheet.geometry.height, sheet.plan.drawing, sheet.room)

    def cost_with(self, height: float, drawing: Drawing, room: float) -> float:
        """What the pages cost with one more of that height, with shapes at most ``room`` wide."""
        further = copy(self)
        further._add(height, drawing, room)
        return further.cost

    def _add(self, height: float, drawing: Drawing, room: float) -> None:
        high = height + self.header
        if self.choice.landscape or self._taken + high > self._room:
            self._room = self.choice.further[1] if self._pages else self.choice.first[1]
            self._pages, self._taken = self._pages + 1, 0.0
        self._taken += high + _GAP
        marks = sum([node.kind in ("in", "out") for node in drawing.nodes.values()])
        lacking = max(0, GOOD - room / self.choice.type.size)
        self._trouble += OF_CUT + _OF_MARK * marks + _OF_WIDTH * lacking**2
