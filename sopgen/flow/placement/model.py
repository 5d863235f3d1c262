"""What a placement says: pages with lanes, shapes and connectors, in points from the top left corner of the page."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sopgen.flow.graph import NodeKind
from sopgen.frozen import frozen
from sopgen.source import Path

ParagraphRole = Literal["text", "limit", "note"]
"""``text`` says what happens, ``limit`` by when, ``note`` anything else."""
Side = Literal["top", "left", "bottom", "right"]


class Point(NamedTuple):
    """A place on a page, in points."""

    x: float
    y: float


class Paragraph(NamedTuple):
    """A paragraph of a shape or label: its text, and the lines into which it was broken when it was measured."""

    text: str
    lines: tuple[str, ...]
    role: ParagraphRole = "text"


class Frame(NamedTuple):
    """The room that a diagram may take up, and how its text is set; lengths in points.

    Attributes:
        width: of the page inside its margins, upright; None for as wide as need be.
        height: of the same; None for as high as need be.
        first: the height left on the first page, where something stands above the diagram.
        wide: width and height of the page on its side, for what is too wide; None if it cannot be turned.
        sizes: sizes of type to try, the best first; none below 9.
        line: the distance of lines, in parts of the size.
        rest: the height left on the page before the first, where the diagram, and what stands above it, may begin too.
    """

    width: float | None = None
    height: float | None = None
    first: float | None = None
    wide: tuple[float, float] | None = None
    sizes: tuple[float, ...] = (10.5, 9)
    line: float = 1.3
    rest: float | None = None


@frozen
class Shape:
    """A shape with its text.

    Attributes:
        id: unique in the placement: the id of the node, with ``@`` and a number for the marks where a line is cut.
        kind: the kind of its node; ``out`` and ``in`` say the same at both ends of a line that is cut.
        path: the path of what it stands for in the spec.
        name: what it is called, number first.
        x: left edge.
        y: top edge.
        width: the width of its box.
        height: the height of its box.
        lane: the id of the role whose lane it stands in.
        paragraphs: its text.
        checkpoint: whether it is a checkpoint.
        optional: whether what it stands for may be left out.
        nested: how many steps are folded into it.
        sites: the points at which connectors end. Of shapes that are not bars: the middles of the top, left, bottom
            and right side, in the order of DrawingML's connection sites. Of ``fork`` and ``join``: from left to right
            along the top, then along the bottom.
    """

    id: str
    kind: NodeKind
    path: Path
    name: str
    x: float
    y: float
    width: float
    height: float
    lane: str
    paragraphs: tuple[Paragraph, ...] = ()
    checkpoint: bool = False
    optional: bool = False
    nested: int = 0
    sites: tuple[Point, ...] = ()


class Label(NamedTuple):
    """The text beside a connector: left edge, top edge, width, height, and the text."""

    x: float
    y: float
    width: float
    height: float
    text: Paragraph


@frozen
class Connector:
    """A line with an arrow at its end; parts that several lines to one shape have in common lie upon each other.

    Attributes:
        id: unique in the placement.
        source: the id of the shape it leaves.
        source_site: the index of the site there.
        target: the id of the shape it leads to.
        target_site: the index of the site there.
        points: where it begins, bends and ends; every piece is horizontal or vertical.
        label: the condition on which it is taken.
        kind: ``flow``, ``otherwise`` or ``exception``.
        back: whether it closes a loop.
        edges: the positions in ``Graph.edges`` of what it draws; several when branches lead to the same place. A line
            that is cut has them at both its parts.
    """

    id: str
    source: str
    source_site: int
    target: str
    target_site: int
    points: tuple[Point, ...]
    label: Label | None
    kind: str
    back: bool
    edges: tuple[int, ...]


@frozen
class Lane:
    """A lane: the id of its role, its heading, its left edge and its width, from top to bottom of the page."""

    role: str
    heading: Paragraph
    x: float
    width: float


@frozen
class Page:
    """One page of a diagram.

    Attributes:
        width: of everything on it.
        height: of everything on it.
        lanes: its lanes from left to right; a single one without a heading where there is no need for lanes.
        header: the height of the lanes' headings, 0 without them.
        shapes: its shapes.
        connectors: its connectors.
    """

    width: float
    height: float
    lanes: tuple[Lane, ...]
    header: float
    shapes: tuple[Shape, ...]
    connectors: tuple[Connector, ...]


@frozen
class Placement:
    """A diagram on its pages.

    Attributes:
        pages: the pages, in order.
        landscape: whether they are turned on their side.
        size: the size of type.
        line: the distance of lines, in parts of the size.
        title: what is drawn.
    """

    pages: tuple[Page, ...]
    landscape: bool
    size: float
    line: float
    title: str
