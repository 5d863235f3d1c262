"""One part of a flow laid out: what lies where on the grid, without coordinates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from sopgen.flow.placement.arranging import arrange
from sopgen.flow.placement.cells import Cells
from sopgen.flow.placement.courses import Course, course
from sopgen.flow.placement.fans import fan
from sopgen.flow.placement.geometry import NO_ROOM, Geometry, Room
from sopgen.flow.placement.lattice import Lattice, Spot
from sopgen.flow.placement.marks import cut_wires
from sopgen.flow.placement.routes import NoWayError, route
from sopgen.flow.placement.sizes import Sizes, Type
from sopgen.flow.placement.tracks import Tracks, assign
from sopgen.flow.placement.wires import Drawing, Wire
from sopgen.frozen import frozen

_TURNS = 14
"""How often more lines are cut, each time twice as many, before each node is laid out by itself."""


@frozen(slots=False)
class Part:
    """What is to be laid out on a page: the nodes and wires, the lanes, and the cells of the nodes.

    Attributes:
        drawing: the nodes and wires.
        lanes: the roles, from left to right.
        most: how many columns a lane may have.
        floor: the first row that a node may have.
        sizes: the sizes of shapes.
        known: the cells of the nodes, if they are known.
    """

    drawing: Drawing
    lanes: tuple[str, ...]
    most: int
    floor: Mapping[str, int]
    sizes: Sizes
    known: Cells | None = None

    @cached_property
    def cells(self) -> Cells:
        """Where the nodes stand in the grid."""
        return self.known or arrange(self.drawing, self.lanes, self.most, self.floor)

    def least(self, room: float, type_: Type) -> Geometry:
        """The coordinates with shapes at most ``room`` wide and no wires: what has them takes at least as much."""
        found = self._geometries.get((room, type_))
        if found is None:
            found = Geometry(self.cells, Tracks({}, {}), self.sizes.of(self.drawing, room, type_), NO_ROOM)
            self._geometries[room, type_] = found
        return found

    @cached_property
    def _geometries(self) -> dict[tuple[float, Type], Geometry]:
        return {}

    def roomier(self, wires: Sequence[Wire], least: int) -> Part:
        """The same with at least so many wires cut, or one more column a lane where all are."""
        found = self._to_cut(wires, least)
        return replace(self, drawing=cut_wires(self.drawing, found), most=self.most + (not found), known=None)

    def scattered(self) -> Part:
        """The same with every wire cut."""
        return replace(self, drawing=cut_wires(self.drawing, set(self._whole)), known=None)

    @property
    def _whole(self) -> list[Wire]:
        """The wires that can be cut: those that do not belong to a mark."""
        nodes = self.drawing.nodes
        return [one for one in self.drawing.wires if nodes[one.source].kind != "in" and nodes[one.target].kind != "out"]

    def _to_cut(self, wires: Sequence[Wire], least: int) -> set[Wire]:
        """The wires to cut where there is no way for ``wires``: those, and the longest others to make ``least``."""
        row, column = self.cells.row, self.cells.column

        def length(wire: Wire) -> int:
            return abs(column[wire.source] - column[wire.target]) + abs(row[wire.source] - row[wire.target])

        whole = self._whole
        found = set(wires) & set(whole)
        others = sorted((wire for wire in whole if wire not in found), key=length, reverse=True)
        return {*found, *others[: max(least - len(found), 0)]}


@frozen(slots=False)
class Plan:
    """What lies where on the grid: the cells of nodes, the ways and tracks of wires."""

    part: Part
    cells: Cells
    paths: Mapping[Wire, list[Spot]]
    tracks: Tracks
    lattice: Lattice

    @cached_property
    def clutter(self) -> float:
        """How hard the lines are to follow."""
        return self.lattice.clutter()

    @property
    def drawing(self) -> Drawing:
        """What is drawn; marks and the ends of wires that were cut included."""
        return self.part.drawing

    @cached_property
    def courses(self) -> Mapping[Wire, Course]:
        """Where each wire leaves, bends and ends."""
        return {wire: course(wire, path, self.tracks) for wire, path in self.paths.items()}

    def bare(self, room: float, type_: Type) -> Geometry:
        """The coordinates with shapes at most ``room`` wide, without room for labels."""
        found = self._geometries.get((room, type_))
        if found is None:
            found = self._geometries[room, type_] = self.roomy(room, type_, NO_ROOM)
        return found

    def roomy(self, room: float, type_: Type, more: Room) -> Geometry:
        """The same with that much room for labels."""
        return Geometry(self.cells, self.tracks, self.part.sizes.of(self.drawing, room, type_), more)

    @cached_property
    def _geometries(self) -> dict[tuple[float, Type], Geometry]:
        return {}


def plan(part: Part) -> Plan:
    """The plan of a page; wires for which there is no way are cut in two, if need be all of them."""
    for turn in range(_TURNS):
        try:
            paths, lattice = route(part.drawing, part.cells)
        except NoWayError as error:
            part = part.roomier(error.wires, 2**turn)
        else:
            return Plan(part, part.cells, paths, assign(lattice), lattice)
    return scattered(part)


def scattered(part: Part) -> Plan:
    """A plan that there is for every page: with every wire cut, and each node by itself."""
    part = part.scattered()
    cells, paths = fan(part.drawing, part.lanes)
    lattice = Lattice(cells)
    for wire, path in paths.items():
        lattice.take(wire, path)
    return Plan(part, cells, paths, assign(lattice), lattice)
