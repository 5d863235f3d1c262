"""Paragraphs, headings, lists, callouts, figures and sections."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import takewhile
from typing import TYPE_CHECKING

from sopgen.document.nodes import (
    Callout,
    Diagram,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Section,
    Span,
    Table,
    Text,
)
from sopgen.writers.docx import contents, controls, counters, front, inlines, numbering, tables
from sopgen.writers.docx.looks import twips
from sopgen.writers.docx.places import flush, in_callout, in_list, in_section, kept
from sopgen.writers.docx.roles import breaks_page, is_listed, style_of

if TYPE_CHECKING:
    from sopgen.document.nodes import Block, Inline
    from sopgen.writers.docx.places import Place
    from sopgen.writers.docx.story import BlockWriter, Story

_UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_NO_INDENT = '<w:ind w:left="0" w:firstLine="0"/>'
_BELOW = 2
"""How far what begins below the table of contents stands from it, in parts of the font size."""
_WIDEST, _CELL = 0.65, 2.5
"""How wide the letters of a word are on average in the widest of faces, in parts of the font size; and how wide the
cells of a grid may be, one for each letter: as body text is, in small type too, with what the grid puts between."""


def paragraph(story: Story, node: Paragraph, place: Place, numbering: str = "", indent: str = "") -> None:
    """Writes a paragraph in the style of its role; ``numbering`` and ``indent`` make it an item of a list."""
    if node.id:
        story.waiting.append(node.id)
    if node.role and breaks_page(node.role):
        story.page_break = True
    style, children = style_of(node, place), node.children
    number = None if numbering or node.path or place.left else counters.lead(children)
    if number:
        indent = story.base.indents(style)
        numbering, children = counters.numbered(story, number, children, place.state)
    story.start(style, place, numbering, indent)
    if number:
        story.anchors.number_paragraph()
    begun = len(story.out)
    if node.path:
        _controlled(story, node, place)
    else:
        inlines.write(story, children, place.state, place.width)
    if numbering:
        _lead(story, begun, children, style, place)
    story.end(style, place)


def _controlled(story: Story, node: Paragraph, place: Place) -> None:
    """The content of a paragraph that is one value of the spec."""
    match node.children:
        case (Text(value=value, path="", role=role),):
            inlines.write(story, (Text(value, node.path, role),), place.state, place.width)
        case children:
            inlines.write(story, (Span(children, node.path),), place.state, place.width)


def _lead(story: Story, begun: int, children: tuple[Inline, ...], style: str, place: Place) -> None:
    """Parts the control that a numbered paragraph begins with from its first word, where that is too long for a line.

    LibreOffice 7.4 does not end when it has to break the first word of a control right behind a number or bullet.
    """
    if not (begun < len(story.out) and story.out[begun] == controls.BEGIN):
        return
    metrics = story.base.metrics[style]
    most = (place.width / 20 - metrics.indent) / metrics.letter / (_CELL if story.grid else _WIDEST)
    text = inlines.plain(children)
    if len(text) > most and sum(1 for _ in takewhile(_stays, text)) > most:
        story.out[begun + controls.PIECES - 1] += controls.GAP


def _stays(letter: str) -> bool:
    """Whether a letter stays on the line of the one before it."""
    return not (letter.isspace() or "\u2e80" <= letter <= "\uffef")


def heading(story: Story, node: Heading, place: Place) -> None:
    """Writes a heading; its number is counted by Word, as long as that gives the same."""
    front.end(story, node)
    story.open_headings()
    if breaks_page(node.role):
        story.page_break = True
    if listed := is_listed(node):
        entry = contents.entry(story, node)
        story.entries.append(entry)
        story.waiting.append(entry.target)
    if listed or node.number:
        story.outline.append(listed)
    if node.id:
        story.waiting.append(node.id)
        story.anchors.title(node.id, contents.reference(story, node))
    usual = f"Heading{node.level}"
    style = style_of(node, place, usual if listed else "")
    linked = style == usual
    if node.number:
        number = story.heading_numbers.numbering(node, story.numbering, linked=linked)
        indent = "" if linked else story.base.indents(style) or _NO_INDENT
    else:
        number, indent = _UNNUMBERED, story.base.indents(style) or _NO_INDENT
    if listed and not linked:
        indent += f'<w:outlineLvl w:val="{node.level - 1}"/>'
    place = flush(place) if place.unusual else place
    story.start(style, place, number, indent)
    begun = len(story.out)
    inlines.write(story, node.children, place.state, place.width)
    _lead(story, begun, node.children, style, place)
    story.end(style, place, heading=listed)


def bullets(story: Story, node: List, place: Place) -> None:
    """Writes a list, and the lists in it."""
    lists, depth = story.numbering, place.depth
    if node.ordered:
        number, level = lists.ordered(depth, node.start, in_table=place.in_table), 0
    else:
        checklist = "checklist" in node.role.split()
        kinds = (numbering.BULLETS, numbering.TABLE_BULLETS, numbering.CHECKLIST, numbering.TABLE_CHECKLIST)
        number, level = kinds[checklist * 2 + place.in_table], min(depth, numbering.DEPTHS - 1)
    inside, hanging = in_list(place, story.base)
    indent = f'<w:ind w:left="{inside.left}" w:hanging="{hanging}"/>' if place.in_callout else ""
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    for item in node.items:
        _item(story, item, inside, mark, indent)


def _item(story: Story, item: ListItem, place: Place, mark: str, indent: str) -> None:
    if item.id:
        story.waiting.append(item.id)
    first, rest = item.children[:1], item.children[1:]
    if first and isinstance(first[0], Paragraph):
        paragraph(story, first[0], place, mark, indent)
    else:
        story.start(place.default, place, mark, indent)
        story.end(place.default, place)
        rest = item.children
    story.blocks(rest, place)


def callout(story: Story, node: Callout, place: Place) -> None:
    """Writes a callout: shaded paragraphs that share a coloured bar."""
    story.blocks(node.children, in_callout(node.kind, place))


def figure(story: Story, node: Figure, place: Place) -> None:
    """Writes a picture with its caption under it, or with as much space as below a caption."""
    if node.id:
        story.waiting.append(node.id)
        story.anchors.title(node.id, inlines.plain(node.caption) or node.image.alt)
    inlines.line(story, (node.image,), "figure", kept(place) if node.caption else place)
    if node.caption:
        inlines.line(story, node.caption, "figure-caption", place)
    elif not place.in_table:
        below = story.ruler.metrics[place.roles["figure-caption"]].after
        story.gap = twips(below)
        story.ruler.space(below)


def diagram(story: Story, node: Diagram, place: Place) -> None:
    """Writes a diagram with its caption under it."""
    from sopgen.writers.docx import diagrams  # and with it all that places shapes: few documents need it

    if node.id:
        story.waiting.append(node.id)
        story.anchors.title(node.id, inlines.plain(node.caption))
    diagrams.write(story, node, place)


def section(story: Story, node: Section, place: Place) -> None:
    """Writes blocks that belong together, in a content control if they are one value of the spec."""
    if node.id:
        story.waiting.append(node.id)
        if node.children and isinstance(node.children[0], Heading):
            story.anchors.title(node.id, contents.reference(story, node.children[0]))
    if node is story.below:
        story.gap = twips(story.base.style.body.size * _BELOW)
    elif breaks_page(node.role):
        story.page_break = True
    roles = node.role.split()
    if "contents" in roles:
        contents.reserve(story, node, place)
        return
    inside = in_section(node.role, node.language, place, story.base)
    controlled = node.path and not story.controls.inside
    if controlled:
        story.out += story.controls.open(node.path, controls.PARTS)
        story.controls.inside = True
    if "form" in roles:
        _form(story, node.children, inside)
    else:
        story.blocks(node.children, inside)
    if controlled:
        if not node.children:
            story.empty(inside.default, inside)
        story.controls.inside = False
        story.out.append(controls.CLOSE)


def _form(story: Story, blocks: tuple[Block, ...], place: Place) -> None:
    """Keeps what stands before a form's first table on the page where that begins."""
    first = next((index for index, block in enumerate(blocks) if isinstance(block, Table)), 0)
    story.blocks(blocks[:first], kept(place))
    story.blocks(blocks[first:], place)


BLOCKS: Mapping[type, BlockWriter] = {
    Paragraph: paragraph,
    Heading: heading,
    List: bullets,
    Callout: callout,
    Figure: figure,
    Diagram: diagram,
    Section: section,
    Table: tables.table,
}
"""How each kind of block is written."""
