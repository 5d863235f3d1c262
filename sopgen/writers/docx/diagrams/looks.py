"""What shapes look like: colours and lines from the style sheet, and lengths as DrawingML has them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sopgen.flow.graph import NodeKind
    from sopgen.flow.placement import Connector, Shape
    from sopgen.style.model import Style

_INK, _PAPER, _LIGHT = "404040", "FFFFFF", "F2F2F2"
_THIN, _THICK = 0.75, 1.75
_LIGHT_KINDS: frozenset[NodeKind] = frozenset({"decision", "wait", "handover", "entry", "exception", "out", "in"})


class Line(NamedTuple):
    """A line: its colour, its width in points, whether it is dashed."""

    color: str = _INK
    width: float = _THIN
    dashed: bool = False


class Look(NamedTuple):
    """The colour inside a shape, empty for none, and the line around it, None for none."""

    fill: str = ""
    line: Line | None = None


class Looks:
    """The looks of a style sheet's diagrams."""

    def __init__(self, style: Style) -> None:
        table = style.table
        fills = (table.header_fill, table.group_fill, table.label_fill)
        self._strong = next((fill for fill in fills if fill and _is_light(fill)), _LIGHT)
        self._light = table.label_fill if table.label_fill and _is_light(table.label_fill) else _LIGHT
        self._mark = style.characters["badge"].color if "badge" in style.characters else None
        edge = Line(table.border.color)
        self.lane = Look("", edge)
        self.heading = Look(self._strong, edge)

    def shape(self, shape: Shape) -> Look:
        """The look of a shape; checkpoints have a thick line, what may be left out a dashed one."""
        if shape.kind in ("fork", "join"):
            return Look(_INK, Line())
        width, color = (_THICK, self._mark or _INK) if shape.checkpoint else (_THIN, _INK)
        line = Line(color, width, shape.optional or shape.kind == "exception")
        if shape.kind in ("start", "end"):
            return Look(self._strong, line)
        return Look(self._light if shape.kind in _LIGHT_KINDS else _PAPER, line)

    def connector(self, connector: Connector) -> Line:
        """The line of a connector; dashed where it is not taken in the usual course."""
        return Line(dashed=connector.kind != "flow")


def _is_light(color: str) -> bool:
    """Whether dark letters can be read on a colour, which is so in the lighter half of what the eye sees."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (0, 2, 4))
    return 0.299 * red + 0.587 * green + 0.114 * blue > 127


def emu(points: float) -> int:
    """A length in English metric units."""
    return round(points * 12_700)


@lru_cache(256)  # a document has few
def filled(look: Look) -> str:
    """The fill and the line of a shape."""
    return f"{_solid(look.fill) if look.fill else '<a:noFill/>'}{outline(look.line)}"


@lru_cache(256)
def outline(line: Line | None, end: str = "") -> str:
    """``a:ln``; ``end`` is what stands at the end of the line."""
    if line is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="dash"/>' if line.dashed else ""
    return f'<a:ln w="{emu(line.width)}">{_solid(line.color)}{dash}<a:round/>{end}</a:ln>'


def _solid(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'
