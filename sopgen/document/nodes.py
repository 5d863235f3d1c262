"""Document: the typed, format-neutral tree between layouts and writers.

Frozen dataclasses only; no layout, no style, no file format. ``path`` is the RFC 6901 JSON Pointer of the spec
value a text came from (``/steps/3/action``), ``""`` for text of the layout's own. ``role`` is the class a layout
gave the element; a style sheet says what a role looks like.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, TypeAlias

from sopgen.frozen import frozen

if TYPE_CHECKING:
    from sopgen.flow.graph import Graph

_BOXES = "☐☑"


@frozen
class Text:
    """A run of characters; with ``path``, the whole of one plain value of the spec."""

    value: str
    path: str = ""
    role: str = ""


@frozen
class Span:
    """Inline content with a role, or rich text that came from one value of the spec."""

    children: tuple[Inline, ...]
    path: str = ""
    role: str = ""


@frozen
class Strong:
    """Bold text."""

    children: tuple[Inline, ...]


@frozen
class Emphasis:
    """Emphasised text."""

    children: tuple[Inline, ...]


@frozen
class Code:
    """A literal: a command, a key, a file name; line breaks are kept."""

    value: str


@frozen
class Link:
    """A link: ``href`` is ``#id`` of this document, or an address.

    Without children, a ``#id`` link prints as the number and title of what it points to.
    """

    children: tuple[Inline, ...]
    href: str


@frozen
class Image:
    """A picture; ``src`` is a key of ``Document.images``."""

    src: str
    alt: str = ""


@frozen
class Number:
    """A number that a program which shows the document may count by itself: of a step, an article, a figure.

    Attributes:
        value: as it prints, with the words that belong to it: ``5A.1``, ``第九条``.
        series: what is counted, such as ``step`` or ``figure``.
        place: how many there are so far, at each level of a list.
        pattern: how a level of a list prints, each count with its place and its manner: ``第{1:chinese}条``; empty for
            what is no list.
    """

    value: str
    series: str
    place: tuple[int, ...]
    pattern: str = ""


@frozen
class NumberOf:
    """The number of something else: ``value`` as it prints, ``target`` the id of what has it."""

    value: str
    target: str


@frozen
class Break:
    """A line break inside a paragraph."""


@frozen
class Field:
    """A place to fill in, on paper or on the screen.

    Attributes:
        kind: what is filled in, as the spec language names it: ``text``, ``long_text``, ``number``, ``money``,
            ``date``, ``time``, ``datetime``, ``choice``, ``checkbox``, ``signature`` or ``photo``.
        path: where in the spec it is asked for.
        name: what is asked for.
        value: what stands there to begin with; of a choice, what is chosen.
        placeholder: what stands there while there is no value.
        role: what kind of placeholder that is.
        options: what there is to choose from.
        checked: whether a check box is ticked.
    """

    kind: str
    path: str = ""
    name: str = ""
    value: str = ""
    placeholder: str = ""
    role: str = ""
    options: tuple[Text, ...] = ()
    checked: bool = False

    @property
    def shown(self) -> str:
        """What it shows on paper: a choice has a box for each of its options."""
        if self.kind == "checkbox":
            return _BOXES[self.checked]
        if self.options:
            return "\u2002 ".join(
                f"{_BOXES[option.value == self.value]}\u00a0{option.value}" for option in self.options
            )
        return self.value or self.placeholder


@frozen
class Paragraph:
    """A paragraph of inline content."""

    children: tuple[Inline, ...]
    role: str = ""
    path: str = ""
    id: str = ""


@frozen
class Heading:
    """A heading, ``level`` 1 to 4; ``number`` holds its count at each level, ``()`` when it is not numbered."""

    level: int
    children: tuple[Inline, ...]
    number: tuple[int, ...] = ()
    role: str = ""
    id: str = ""


@frozen
class ListItem:
    """One item of a list."""

    children: tuple[Block, ...]
    id: str = ""


@frozen
class List:
    """A bulleted or numbered list; ``start`` is the first number."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    role: str = ""


@frozen
class Cell:
    """A table cell; it spans ``columns`` columns and ``rows`` rows."""

    children: tuple[Block, ...]
    header: bool = False
    columns: int = 1
    rows: int = 1
    role: str = ""


@frozen
class Row:
    """A table row; ``header`` rows repeat on every page."""

    cells: tuple[Cell, ...]
    header: bool = False
    role: str = ""
    id: str = ""


@frozen
class Table:
    """A table. ``widths`` holds a relative width for each column, ``()`` for even columns.

    Rows list only the cells that start in them: a cell that spans rows is not repeated in the rows below.
    """

    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()
    caption: tuple[Inline, ...] = ()
    role: str = ""
    id: str = ""


@frozen
class Figure:
    """A picture that stands by itself, with its caption."""

    image: Image
    caption: tuple[Inline, ...] = ()
    id: str = ""


@frozen
class Diagram:
    """A process drawn, with its caption.

    Attributes:
        graph: what is drawn: one procedure, or the states of a ticket.
        lanes: whether each role has a lane.
        told: what each node of the graph says and where it leads, a sentence by the node's id.
        caption: what stands under it.
        id: what links to it point to.
    """

    graph: Graph
    lanes: bool = True
    told: Mapping[str, str] = field(default_factory=dict)
    caption: tuple[Inline, ...] = ()
    id: str = ""


@frozen
class Callout:
    """A boxed remark; ``kind`` is note, tip, caution, warning or danger."""

    kind: str
    children: tuple[Block, ...]


@frozen
class Section:
    """Blocks that belong together; with ``path``, rich text that came from one value of the spec.

    ``language`` overrides the document's for what is inside. The role ``contents`` marks where the table of
    contents goes; the writer fills it.
    """

    children: tuple[Block, ...]
    role: str = ""
    path: str = ""
    id: str = ""
    language: str = ""


Inline: TypeAlias = Text | Span | Strong | Emphasis | Code | Link | Image | Number | NumberOf | Break | Field
Block: TypeAlias = Paragraph | Heading | List | Table | Figure | Diagram | Callout | Section


@frozen
class Metadata:
    """What a document says about itself: running header, file properties.

    Attributes:
        title: the document's title.
        number: its number (文件编号).
        version: its version as printed.
        status: the label of its status, in the document's language.
        stage: its status as specs write it, such as ``in-review``; empty when the spec does not say.
        language: a BCP 47 tag such as ``zh-CN``.
        confidentiality: the label of its confidentiality, in the document's language; may be empty.
        subject: one line on what it is for.
        author: who prepared it.
        keywords: words to find it by.
        department: who owns it.
        company: whose document it is.
        effective_date: from when it applies, as it prints.
        modified: the date of its current version, ``YYYY-MM-DD``; empty when unknown.
        sha256: hex digest of the spec's text.
    """

    title: str
    number: str
    version: str
    status: str
    stage: str = ""
    language: str = "zh-CN"
    confidentiality: str = ""
    subject: str = ""
    author: str = ""
    keywords: tuple[str, ...] = ()
    department: str = ""
    company: str = ""
    effective_date: str = ""
    modified: str = ""
    sha256: str = ""


@frozen
class Document:
    """A whole document: metadata, labels that writers need, blocks, and the bytes of its images by ``src``.

    ``labels`` are the words of the writer's own parts in the document's language: ``contents``, and the word before the
    numbers of each series, ``figure`` to ``attachment``.
    """

    metadata: Metadata
    blocks: tuple[Block, ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    images: Mapping[str, bytes] = field(default_factory=dict)
