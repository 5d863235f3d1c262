"""One page of a placement as a picture, for what cannot show shapes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from sopgen.flow.placement.text import width
from sopgen.writers.docx.diagrams.metafile import Metafile
from sopgen.writers.docx.looks import twips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sopgen.flow.placement import Connector, Page, Placement, Shape
    from sopgen.writers.docx.diagrams.looks import Line, Look, Looks

_TEXT = "000000"
_BASELINE = 0.36
"""How far below the middle of a line its baseline is, in parts of the size."""
_ARROW = 4.0
"""The length of an arrow, in points."""


def picture(page: Page, placement: Placement, looks: Looks, face: str) -> bytes:
    """The bytes of an EMF file, its text in the typeface ``face``."""
    return _Painter(page, placement, looks, face).paint()


class _Steps(dict[str, int]):
    """The widths of letters in a size, in twips."""

    def __init__(self, size: float) -> None:
        self.size = size

    def __missing__(self, letter: str) -> int:
        step = self[letter] = twips(width(letter) * self.size)
        return step


_steps = lru_cache(maxsize=16)(_Steps)


class _Painter:
    def __init__(self, page: Page, placement: Placement, looks: Looks, face: str) -> None:
        self.page, self.looks, self.face = page, looks, face
        self.size, self.line = placement.size, placement.size * placement.line
        self.file = Metafile(twips(page.width), twips(page.height))
        self.steps = _steps(self.size)

    def paint(self) -> bytes:
        page = self.page
        for lane in page.lanes:
            self._look(self.looks.lane)
            self._rectangle(lane.x, 0, lane.width, page.height)
            if page.header:
                self._look(self.looks.heading)
                self._rectangle(lane.x, 0, lane.width, page.header)
                self._letters(lane.heading.lines, lane.x + lane.width / 2, page.header / 2, bold=True)
        for connector in page.connectors:
            self._connector(connector)
        for shape in page.shapes:
            self._shape(shape)
        for connector in page.connectors:
            if connector.label is not None:
                x, y, wide, high, text = connector.label
                self._letters(text.lines, x + wide / 2, y + high / 2)
        return self.file.finish()

    def _look(self, look: Look) -> None:
        self.file.fill(look.fill or None)
        self._pen(look.line)

    def _pen(self, line: Line | None) -> None:
        if line is None:
            self.file.line(None)
        else:
            self.file.line(line.color, twips(line.width), dashed=line.dashed)

    def _rectangle(self, x: float, y: float, wide: float, high: float, radius: float = 0) -> None:
        self.file.rectangle(twips(x), twips(y), twips(x + wide), twips(y + high), twips(radius))

    def _connector(self, connector: Connector) -> None:
        line = self.looks.connector(connector)
        self._pen(line)
        self.file.polyline([(twips(x), twips(y)) for x, y in connector.points])
        tip, before = connector.points[-1], connector.points[-2]
        across, down = _sign(tip.x - before.x) * _ARROW, _sign(tip.y - before.y) * _ARROW
        self.file.line(line.color)
        self.file.fill(line.color)
        corners = (
            (tip.x, tip.y),
            (tip.x - across - down / 2, tip.y - down - across / 2),
            (tip.x - across + down / 2, tip.y - down + across / 2),
        )
        self.file.polygon([(twips(x), twips(y)) for x, y in corners])

    def _shape(self, shape: Shape) -> None:
        self._look(self.looks.shape(shape))
        x, y, wide, high = shape.x, shape.y, shape.width, shape.height
        corners = _corners(shape)
        if corners:
            self.file.polygon([(twips(a), twips(b)) for a, b in corners])
        elif shape.kind in ("out", "in"):
            self.file.ellipse(twips(x), twips(y), twips(x + wide), twips(y + high))
        else:
            round_ = {"start": high / 2, "end": high / 2, "state": 4, "entry": 4, "exception": 4}
            self._rectangle(x, y, wide, high, round_.get(shape.kind, 0))
        if shape.kind == "call":
            for side in (x + 5, x + wide - 5):
                self.file.polyline([(twips(side), twips(y)), (twips(side), twips(y + high))])
        lines = [line for paragraph in shape.paragraphs for line in paragraph.lines]
        middle = y + high * (0.4 if shape.kind == "handover" else 0.5)
        self._letters(lines, x + wide / 2, middle)

    def _letters(self, lines: Sequence[str], x: float, y: float, *, bold: bool = False) -> None:
        """Lines of text around a middle."""
        self.file.font(self.face, twips(self.size), _TEXT, bold=bold)
        first = y - (len(lines) - 1) * self.line / 2 + self.size * _BASELINE
        for number, line in enumerate(lines):
            widths = [self.steps[letter] for letter in line]
            self.file.text(line, twips(x), twips(first + number * self.line), widths)


def _corners(shape: Shape) -> tuple[tuple[float, float], ...]:
    """The corners of shapes that are neither boxes nor round."""
    left, top, right, bottom = shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    across, down = (left + right) / 2, (top + bottom) / 2
    if shape.kind == "decision":
        return (across, top), (right, down), (across, bottom), (left, down)
    if shape.kind == "handover":
        edge = top + shape.height * 0.8
        return (left, top), (right, top), (right, edge), (across, bottom), (left, edge)
    if shape.kind == "wait":
        return (left, top), (right - 8, top), (right, down), (right - 8, bottom), (left, bottom)
    return ()


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
