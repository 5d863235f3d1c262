"""Lines with right angles as Word's connectors: which one, how turned and flipped, and where it bends.

``bentConnector2`` to ``5`` begin along the width of their box and end at its opposite corner. What begins downwards
or upwards is the same, turned by a quarter. Where a line bends is told in parts of the box, so that a line whose ends
lie straight above or beside each other cannot bend; such a line is drawn point by point.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sopgen.writers.docx.diagrams.looks import emu
from sopgen.writers.docx.diagrams.outlines import polyline

Points = Sequence[tuple[int, int]]

_QUARTER = 5_400_000
_FLAT = 6_350
"""The least extent that bends are told in parts of, in EMU: half a point."""


class Bent(NamedTuple):
    """A connector's ``a:xfrm`` and its geometry."""

    transform: str
    geometry: str


def bent(points: Sequence[tuple[float, float]]) -> Bent:
    """The connector that goes through points, each piece of it horizontal or vertical; points are in points."""
    corners = _corners([(emu(x), emu(y)) for x, y in points])
    pieces = len(corners) - 1
    if pieces == 1:
        return _box(corners, "straightConnector1", ())
    return (_standard(corners, pieces) if pieces <= 5 else None) or _drawn(corners)


def _corners(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The points without those in the middle of a straight piece."""
    kept = [points[0]]
    for before, point, after in zip(points, points[1:], points[2:], strict=False):
        straight = before[0] == point[0] == after[0] or before[1] == point[1] == after[1]
        if not straight and point != kept[-1]:
            kept.append(point)
    return [*kept, points[-1]]


def _standard(corners: Points, pieces: int) -> Bent | None:
    """The connector of Word's own that goes through ``corners``, if there is one."""
    along = 1 if corners[0][0] == corners[1][0] else 0
    bends = []
    for place, corner in enumerate(corners[1 : pieces - 1], start=1):
        axis = along if place % 2 else 1 - along
        length = corners[-1][axis] - corners[0][axis]
        if abs(length) < _FLAT:
            return None
        bends.append(round((corner[axis] - corners[0][axis]) / length * 100_000))
    return _box(corners, f"bentConnector{pieces}", bends, turned=along == 1)


def _box(corners: Points, name: str, bends: Sequence[int], *, turned: bool = False) -> Bent:
    """The box from the first to the last corner; a turned one is given as it lies before it is turned."""
    (x, y), (end_x, end_y) = corners[0], corners[-1]
    right, down = end_x - x, end_y - y
    width, height = abs(right), abs(down)
    left, top = min(x, end_x), min(y, end_y)
    flips = (right < 0, down < 0)
    rotation = 0
    if turned:
        left, top = left + (width - height) // 2, top + (height - width) // 2
        width, height = height, width
        flips, rotation = (down < 0, right > 0), _QUARTER
        if flips == (True, True):
            flips, rotation = (False, False), 3 * _QUARTER
    attributes = f' rot="{rotation}"' if rotation else ""
    attributes += "".join(f' {flip}="1"' for flip, set_ in zip(("flipH", "flipV"), flips, strict=True) if set_)
    guides = "".join(f'<a:gd name="adj{n}" fmla="val {value}"/>' for n, value in enumerate(bends, start=1))
    geometry = f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
    return Bent(_transform(left, top, width, height, attributes), geometry)


def _drawn(corners: Points) -> Bent:
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - top
    own = [(x - left, y - top) for x, y in corners]
    return Bent(_transform(left, top, width, height, ""), polyline(own, width, height))


def _transform(left: int, top: int, width: int, height: int, attributes: str) -> str:
    return f'<a:xfrm{attributes}><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
