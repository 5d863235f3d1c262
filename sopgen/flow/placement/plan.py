"""One part of a flow laid out: what lies where on the grid, without coordinates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from sopgen.flow.placement.arranging import arrange
from sopgen.flow.placement.cells import Cells
from sopgen.flow.placement.geometry import Geometry, Room
from sopgen.flow.placement.lattice import Spot
from sopgen.flow.placement.marks import cut_wires
from sopgen.flow.placement.routes import NoWayError, route
from sopgen.flow.placement.sizes import Size, Type, size
from sopgen.flow.placement.tracks import Tracks, assign
from sopgen.flow.placement.wires import Drawing, Wire


@dataclass(frozen=True)
class Part:
    """What is to be laid out on a page: the nodes and wires, the lanes, and the cells of the nodes.

    Attributes:
        drawing: the nodes and wires.
        lanes: the roles, from left to right.
        most: how many columns a lane may have.
        floor: the first row that a node may have.
    """

    drawing: Drawing
    lanes: tuple[str, ...]
    most: int
    floor: Mapping[str, int]

    @cached_property
    def cells(self) -> Cells:
        """Where the nodes stand in the grid."""
        return arrange(self.drawing, self.lanes, self.most, self.floor)

    def least(self, room: float, type_: Type) -> Geometry:
        """The coordinates with shapes at most ``room`` wide and no wires: what has them takes at least as much."""
        return Geometry(self.cells, Tracks({}, {}), sizes(self.drawing, room, type_), Room())

    def roomier(self, wires: Sequence[Wire], least: int) -> Part:
        """The same with at least so many wires cut, or one more column a lane where all are."""
        found = _to_cut(wires, self.drawing, self.cells, least)
        return Part(cut_wires(self.drawing, found), self.lanes, self.most + (not found), self.floor)


@dataclass(frozen=True)
class Plan:
    """What lies where on the grid: the cells of nodes, the ways and tracks of wires."""

    part: Part
    paths: Mapping[Wire, list[Spot]]
    tracks: Tracks
    clutter: float

    @property
    def drawing(self) -> Drawing:
        """What is drawn; marks and the ends of wires that were cut included."""
        return self.part.drawing

    @property
    def cells(self) -> Cells:
        """Where the nodes stand in the grid."""
        return self.part.cells

    def bare(self, room: float, type_: Type) -> Geometry:
        """The coordinates with shapes at most ``room`` wide, without room for labels."""
        return Geometry(self.cells, self.tracks, sizes(self.drawing, room, type_), Room())


def sizes(drawing: Drawing, room: float, type_: Type) -> dict[str, Size]:
    """The size of every shape, when they may be ``room`` wide."""
    return {name: size(node, room, type_) for name, node in drawing.nodes.items()}


def plan(part: Part) -> Plan:
    """The plan of a page; a wire for which there is no way is cut in two."""
    for turn in count():
        try:
            paths, lattice = route(part.drawing, part.cells)
            break
        except NoWayError as error:
            part = part.roomier(error.wires, 2**turn)
    return Plan(part, paths, assign(lattice), lattice.clutter())


def _to_cut(wires: Sequence[Wire], drawing: Drawing, cells: Cells, least: int) -> set[Wire]:
    """The wires to cut where there is no way for ``wires``: those, and the longest others to make at least ``least``.

    Wires that belong to a mark are not cut again.
    """

    def length(wire: Wire) -> int:
        across = abs(cells.column[wire.source] - cells.column[wire.target])
        return across + abs(cells.row[wire.source] - cells.row[wire.target])

    kinds = {name: node.kind for name, node in drawing.nodes.items()}
    whole = [wire for wire in drawing.wires if kinds[wire.source] != "in" and kinds[wire.target] != "out"]
    found = set(wires) & set(whole)
    others = sorted((wire for wire in whole if wire not in found), key=length, reverse=True)
    return {*found, *others[: max(least - len(found), 0)]}
