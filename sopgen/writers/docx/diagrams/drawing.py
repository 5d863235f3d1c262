"""One page of a placement as a group of shapes (``wpg:wgp``)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from sopgen.flow.placement.text import width
from sopgen.source import pointer
from sopgen.writers.docx.diagrams.bends import bent
from sopgen.writers.docx.diagrams.looks import Look, emu, filled, outline
from sopgen.writers.docx.diagrams.outlines import Text, geometry, preset, room, site
from sopgen.writers.docx.xml import attribute

if TYPE_CHECKING:
    from sopgen.flow.placement import Connector, Lane, Page, Paragraph, Shape
    from sopgen.writers.docx.diagrams.lettering import Lettering
    from sopgen.writers.docx.diagrams.looks import Looks

_ARROW = '<a:tailEnd type="triangle" w="med" len="med"/>'
_INSET = 3.0
"""Between the left or right side of a box and its text, in points; a little less than was reckoned with."""
_SLACK = 2.0
"""How much wider than its text the place for it is, in points, so that it breaks into the lines that were measured."""


class Rectangle(NamedTuple):
    """A place on the page, in points."""

    x: float
    y: float
    width: float
    height: float


def group(page: Page, lettering: Lettering, looks: Looks, first_id: int) -> tuple[str, int]:
    """The shapes of a page, and how many ids they took from ``first_id`` on."""
    drawing = _Drawing(page, lettering, looks, first_id)
    shapes = "".join(drawing.all())
    size = f'cx="{emu(page.width)}" cy="{emu(page.height)}"'
    written = (
        f'<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/>'
        f"<a:chExt {size}/></a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>"
    )
    return written, next(drawing.ids) - first_id


class _Drawing:
    def __init__(self, page: Page, lettering: Lettering, looks: Looks, first_id: int) -> None:
        self.page, self.lettering, self.looks = page, lettering, looks
        self.ids = count(first_id)
        self.shapes = {shape.id: shape for shape in page.shapes}
        self.numbers = {shape.id: next(self.ids) for shape in page.shapes}

    def all(self) -> Iterator[str]:
        """Everything, from the back to the front."""
        page = self.page
        for lane in page.lanes:
            yield from self._lane(lane)
        for connector in page.connectors:
            yield self._connector(connector)
        for shape in page.shapes:
            yield self._shape(shape)
        for connector in page.connectors:
            if connector.label is not None:
                label, place = connector.label.text, Rectangle(*connector.label[:4])
                yield self._box(label.text, place, Look(), (label,))

    def _lane(self, lane: Lane) -> Iterator[str]:
        page, looks = self.page, self.looks
        yield self._box(lane.heading.text, Rectangle(lane.x, 0, lane.width, page.height), looks.lane, ())
        if page.header:
            head = Rectangle(lane.x, 0, lane.width, page.header)
            yield self._box(lane.heading.text, head, looks.heading, (lane.heading,), "heading")

    def _box(self, name: str, place: Rectangle, look: Look, paragraphs: tuple[Paragraph, ...], role: str = "") -> str:
        """A rectangle of its own that no connector leads to."""
        kind = '<wps:cNvSpPr txBox="1"/>' if paragraphs else "<wps:cNvSpPr/>"
        properties = f"{_transform(place)}{preset('rect')}{filled(look)}"
        named = f'id="{next(self.ids)}" name="{attribute(name)}"'
        return _shape(f"<wps:cNvPr {named}/>{kind}", properties, self._text(paragraphs, place.width, 0, role))

    def _shape(self, shape: Shape) -> str:
        lettering = self.lettering
        lines = [line for paragraph in shape.paragraphs for line in paragraph.lines]
        text = Text(max(map(width, lines), default=0) * lettering.size, len(lines) * lettering.line)
        place = Rectangle(shape.x, shape.y, shape.width, shape.height)
        properties = f"{_transform(place)}{geometry(shape, text)}{filled(self.looks.shape(shape))}"
        name = shape.name or shape.kind
        named = f'id="{self.numbers[shape.id]}" name="{attribute(name)}" descr="{attribute(pointer(shape.path))}"'
        across = room(shape, text)
        breaks = any(len(paragraph.lines) > 1 for paragraph in shape.paragraphs)
        clear = (across - text.width - _SLACK) / 2 if breaks else _INSET - (shape.width - across) / 2
        inset = max(clear, 0)
        written = self._text(shape.paragraphs, across - 2 * inset, inset)
        return _shape(f"<wps:cNvPr {named}/><wps:cNvSpPr/>", properties, written)

    def _text(self, paragraphs: tuple[Paragraph, ...], across: float, inset: float, role: str = "") -> str:
        written = f"<wps:txbx>{self.lettering.content(paragraphs, across, role)}</wps:txbx>" if paragraphs else ""
        side = emu(inset)
        return (
            f'{written}<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="{side}" tIns="0" rIns="{side}" bIns="0" '
            'anchor="ctr" anchorCtr="0"><a:noAutofit/></wps:bodyPr>'
        )

    def _connector(self, connector: Connector) -> str:
        source, target = self.shapes[connector.source], self.shapes[connector.target]
        begin = f'<a:stCxn id="{self.numbers[source.id]}" idx="{site(source, connector.source_site)}"/>'
        end = f'<a:endCxn id="{self.numbers[target.id]}" idx="{site(target, connector.target_site)}"/>'
        name = f"{_short(source)} → {_short(target)}"
        if connector.label is not None:
            name += f": {connector.label.text.text}"
        named = f'id="{next(self.ids)}" name="{attribute(name)}" descr="{attribute(pointer(source.path))}"'
        line = bent(connector.points)
        drawn = outline(self.looks.connector(connector), _ARROW)
        return _shape(
            f"<wps:cNvPr {named}/><wps:cNvCnPr>{begin}{end}</wps:cNvCnPr>",
            f"{line.transform}{line.geometry}<a:noFill/>{drawn}",
            "<wps:bodyPr/>",
        )


def _shape(named: str, properties: str, text: str) -> str:
    return f"<wps:wsp>{named}<wps:spPr>{properties}</wps:spPr>{text}</wps:wsp>"


def _short(shape: Shape) -> str:
    """The number of a shape's step, or what the shape is called."""
    first = shape.name.partition(" ")[0]
    return first if first[:1].isdigit() else shape.name or shape.kind


def _transform(place: Rectangle) -> str:
    x, y = emu(place.x), emu(place.y)
    # Right and bottom edges are rounded, not the sizes, so that edges of neighbours meet.
    size = f'cx="{emu(place.x + place.width) - x}" cy="{emu(place.y + place.height) - y}"'
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext {size}/></a:xfrm>'
