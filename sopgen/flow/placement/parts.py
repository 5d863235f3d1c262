"""The parts of a flow that pages show, and their plans: the same for all ways to set a diagram."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from sopgen.flow.placement.marks import cut_wires, part
from sopgen.flow.placement.pages import Rows
from sopgen.flow.placement.plan import Part, Plan, plan
from sopgen.flow.placement.settling import Sheet, settle
from sopgen.flow.placement.sizes import Sizes, Type
from sopgen.flow.placement.wires import Drawing, Wire

_BETWEEN = 23.0
"""About how much room there is between two rows where there is little."""


class Parts:
    """The parts of one flow, each laid out once: plans do not depend on the size of shapes."""

    def __init__(self, drawing: Drawing, roles: tuple[str, ...], names: Mapping[str, str]) -> None:
        self.drawing, self.roles, self.names, self.sizes = drawing, roles, names, Sizes()
        self._parts: dict[object, Part] = {}
        self._alike: dict[object, list[Part]] = defaultdict(list)
        self._plans: dict[int, Plan] = {}
        self._sheets: dict[object, Sheet] = {}
        self._heights: dict[object, tuple[Rows, list[float]]] = {}

    def part(self, rows: Rows, first: int, last: int, most: int, *, cut: bool) -> Part:
        """What the page with those rows shows; with all lines cut but the short ones, if need be."""
        names = frozenset([name for nodes in rows.nodes[first : last + 1] for name in nodes])
        key = names, most, cut
        if key not in self._parts:
            shown = self._part(rows, names, first, most, cut=cut)
            alike = self._alike[names, cut]
            self._parts[key] = next((other for other in alike if _same(other, shown)), shown)
            alike.append(shown)
        return self._parts[key]

    def _part(self, rows: Rows, names: frozenset[str], first: int, most: int, *, cut: bool) -> Part:
        floor = {name: rows.row[name] - first for name in names}
        if len(names) == len(self.drawing.nodes) and not cut:
            return Part(self.drawing, self.roles, most, floor, self.sizes, rows.cells)
        drawn = part(self.drawing, names)
        if cut:
            drawn = cut_wires(drawn, {wire for wire in drawn.wires if _length(wire, rows.row) > 1})
        used = {node.lane for node in drawn.nodes.values()}
        return Part(drawn, tuple(role for role in self.roles if role in used), most, floor, self.sizes)

    def until(self, rows: Rows, width: float, type_: Type) -> Sequence[float]:
        """About how high all rows before each are, with shapes of a width."""
        key = id(rows), width, type_
        if key not in self._heights:
            heights = [0.0] * rows.count
            sizes = self.sizes.of(self.drawing, width, type_)
            for level, row in rows.levels:
                heights[row] += max([sizes[name].height for name in level]) + _BETWEEN
            self._heights[key] = rows, [0.0, *accumulate(heights)]
        return self._heights[key][1]

    def plan(self, shown: Part) -> Plan:
        """The plan of a part."""
        if id(shown) not in self._plans:
            self._plans[id(shown)] = plan(shown)
        return self._plans[id(shown)]

    def sheet(self, planned: Plan, width: float, type_: Type, room: tuple[float, float], *, cut: bool) -> Sheet:
        """The sheet of a plan of a part, as ``settle`` makes it."""
        key = id(planned), width, type_, room, cut
        if key not in self._sheets:
            self._sheets[key] = settle(planned, width, type_, room, cut=cut)
        return self._sheets[key]

    @cached_property
    def home(self) -> Mapping[str, str]:
        """The node on whose page each stands: what only leads into the flow, or only ends it, where it does so."""
        return {name: self._home_of(name) for name in self.drawing.nodes}

    def _home_of(self, name: str) -> str:
        kind, incoming = self.drawing.nodes[name].kind, self.drawing.incoming[name]
        if kind in ("exception", "entry") and self.drawing.outgoing[name]:
            return self.drawing.outgoing[name][0].target
        if kind in ("end", "handover") and len(incoming) == 1:
            return incoming[0].source
        return name


def _same(one: Part, other: Part) -> bool:
    """Whether two parts with the same nodes have the same plan: with more columns a lane they may lie no otherwise."""
    return one.cells == other.cells and one.drawing.wires == other.drawing.wires


def _length(wire: Wire, row: Mapping[str, int]) -> float:
    """How many rows a wire goes down, endless for one that goes up; marks are near what they belong to."""
    if wire.source not in row or wire.target not in row:
        return 0
    down = row[wire.target] - row[wire.source]
    return down if down > 0 else float("inf")
