"""A picture of lines, areas and text as an Enhanced Metafile ([MS-EMF]); coordinates are in twips from the top left.

EMF rather than PNG, because it needs neither a font nor a rasteriser to write and prints sharp at any size; rather
than VML, because LibreOffice and the converters that read the fallback show pictures, and few of them VML.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

Points = Sequence[tuple[int, int]]

_HEADER, _POLYGON, _POLYLINE, _END = 1, 86, 87, 14
_WIDE = {_POLYGON: 3, _POLYLINE: 4}
"""The records for points that are too far away for 16 bits."""
_FARTHEST = 0x7FFF
_BACKGROUND, _ALIGNMENT, _COLOR = 18, 22, 24
_SELECT, _PEN, _BRUSH, _FONT, _TEXT = 37, 95, 39, 82, 84
_ELLIPSE, _RECTANGLE, _ROUNDED = 42, 43, 44
_NO_BRUSH, _NO_PEN = 0x80000005, 0x80000008
_TRANSPARENT, _CENTERED_ON_BASELINE = 1, 30
_SOLID, _DASHED = 0x10000, 0x10001
"""Pens whose lines grow with the picture; only such are dashed when they are wide."""
_BOLD, _REGULAR = 700, 400
_DEVICE = 14_400
"""The picture's device: ten inches of so many twips, so that a twip is a dot."""
_HUNDREDTHS = 2540 / 1440
"""Hundredths of a millimetre in a twip."""
_EDGE = 10
"""How far the picture reaches beyond what it shows, so that lines at its edge are whole."""
_FACE_LETTERS = 31


class Metafile:
    """A picture that grows record by record."""

    def __init__(self, width: int, height: int) -> None:
        self.size = width, height
        self._records: list[bytes] = []
        self._handles: dict[bytes, int] = {}
        self._selections: dict[object, bytes] = {}
        self._add(_BACKGROUND, struct.pack("<L", _TRANSPARENT))
        self._add(_ALIGNMENT, struct.pack("<L", _CENTERED_ON_BASELINE))

    def line(self, color: str | None, width: int = 15, *, dashed: bool = False) -> None:
        """What lines are drawn with from here on; None for no lines."""
        key = _PEN, color, width, dashed
        if key in self._selections:
            self._records.append(self._selections[key])
        elif color is None:
            self._select(key, _NO_PEN)
        else:
            style = _DASHED if dashed else _SOLID
            self._make(key, _PEN, struct.pack("<10L", 0, 0, 0, 0, style, width, 0, _color(color), 0, 0))

    def fill(self, color: str | None) -> None:
        """What areas are filled with from here on; None for nothing."""
        key = _BRUSH, color
        if key in self._selections:
            self._records.append(self._selections[key])
        elif color is None:
            self._select(key, _NO_BRUSH)
        else:
            self._make(key, _BRUSH, struct.pack("<LLL", 0, _color(color), 0))

    def font(self, face: str, size: int, color: str, *, bold: bool = False) -> None:
        """What text is set in from here on."""
        if (_COLOR, color) in self._selections:
            self._records.append(self._selections[_COLOR, color])
        else:
            self._add(_COLOR, struct.pack("<L", _color(color)))
            self._selections[_COLOR, color] = self._records[-1]
        key = _FONT, face, size, bold
        if key in self._selections:
            self._records.append(self._selections[key])
            return
        name = face[:_FACE_LETTERS].encode("utf-16-le").ljust(64, b"\0")
        facts = struct.pack("<5l8B", -size, 0, 0, 0, _BOLD if bold else _REGULAR, 0, 0, 0, 1, 0, 0, 0, 0)
        self._make(key, _FONT, (facts + name).ljust(320, b"\0"))

    def rectangle(self, left: int, top: int, right: int, bottom: int, radius: int = 0) -> None:
        """A rectangle, with round corners if they have a radius."""
        if radius:
            self._add(_ROUNDED, struct.pack("<6l", left, top, right, bottom, 2 * radius, 2 * radius))
        else:
            self._add(_RECTANGLE, struct.pack("<4l", left, top, right, bottom))

    def ellipse(self, left: int, top: int, right: int, bottom: int) -> None:
        """An ellipse in a box."""
        self._add(_ELLIPSE, struct.pack("<4l", left, top, right, bottom))

    def polygon(self, points: Points) -> None:
        """An area with straight sides."""
        self._points(_POLYGON, points)

    def polyline(self, points: Points) -> None:
        """A line through points."""
        self._points(_POLYLINE, points)

    def text(self, text: str, x: int, y: int, widths: Sequence[int]) -> None:
        """A line of text around ``x`` on the baseline ``y``; ``widths`` are those of its characters."""
        units = text.encode("utf-16-le")
        steps = widths
        if len(units) > 2 * len(text):
            pairs = zip(text, widths, strict=True)
            steps = [step for letter, step in pairs for step in ((step, 0)[: 1 + (letter > "\uffff")])]
        padded = len(units) + 3 & ~3
        self._records.append(struct.pack(
            f"<LL4lLffllLLL4lL{padded}s{len(steps)}L", _TEXT, 76 + padded + 4 * len(steps),
            0, 0, -1, -1, 1, 1.0, 1.0, x, y, len(units) // 2, 76, 0, 0, 0, -1, -1, 76 + padded, units, *steps,
        ))  # fmt: skip

    def finish(self) -> bytes:
        """The file."""
        end = struct.pack("<5L", _END, 20, 0, 16, 20)
        body = b"".join(self._records)
        bounds = (-_EDGE, -_EDGE, self.size[0] + _EDGE, self.size[1] + _EDGE)
        frame = [round(edge * _HUNDREDTHS) for edge in bounds]
        header = struct.pack(
            "<LL4l4lLLLLHHLLLLLLLLLLLL", _HEADER, 108, *bounds, *frame, 0x464D4520, 0x10000,
            108 + len(body) + len(end), len(self._records) + 2, len(self._handles) + 1, 0, 0, 0, 0,
            _DEVICE, _DEVICE, 254, 254, 0, 0, 0, 254_000, 254_000,
        )  # fmt: skip
        return header + body + end

    def _points(self, kind: int, points: Points) -> None:
        flat = [value for point in points for value in point]
        wide = max(map(abs, flat), default=0) > _FARTHEST
        kind, letter, width = (_WIDE[kind], "l", 4) if wide else (kind, "h", 2)
        size = 28 + width * len(flat)
        packed = struct.pack(f"<LL4lL{len(flat)}{letter}", kind, size, 0, 0, *self.size, len(points), *flat)
        self._records.append(packed)

    def _make(self, key: object, kind: int, facts: bytes) -> None:
        """Makes a pen, brush or font, and selects it; from here on ``key`` does."""
        made = bytes([kind]) + facts
        if made not in self._handles:
            self._handles[made] = len(self._handles) + 1
            self._add(kind, struct.pack("<L", self._handles[made]) + facts)
        self._select(key, self._handles[made])

    def _select(self, key: object, handle: int) -> None:
        self._add(_SELECT, struct.pack("<L", handle))
        self._selections[key] = self._records[-1]

    def _add(self, kind: int, content: bytes) -> None:
        self._records.append(struct.pack("<LL", kind, 8 + len(content)) + content)


def _color(color: str) -> int:
    """``RRGGBB`` as a COLORREF."""
    return int(color[4:6] + color[2:4] + color[0:2], 16)
