"""Inline content as runs, content controls, links and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sopgen.diagnostics import Message
from sopgen.document.nodes import (
    Block,
    Break,
    Code,
    Emphasis,
    Field,
    Image,
    Inline,
    Link,
    Number,
    NumberOf,
    Paragraph,
    Span,
    Strong,
    Text,
)
from sopgen.writers.docx import controls, fields, images
from sopgen.writers.docx.anchors import LINK_END
from sopgen.writers.docx.xml import characters

if TYPE_CHECKING:
    from sopgen.writers.docx.base import Base
    from sopgen.writers.docx.places import Place
    from sopgen.writers.docx.story import Story

State = tuple[str, ...]
"""The roles of characters that hold here, outermost first."""

_SPECIAL = re.compile("[-&<>\x00-\x1f\x7f-\xbf×÷\u2010-\u2bff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What a text may not hold to go into a run as it stands: hyphens, markup, controls, ambiguous punctuation."""
_COMPARED = re.compile(r"(?<=[≤≥<>±≈]) (?=[\d€¥$£])")
"""The space between a sign and its number, at which no line breaks."""
_RANGE = re.compile(r"(?<![\w:.-])(\d{1,3})-(?=\d{1,3}(?![\w:-]))", re.ASCII)
"""Nor does one behind the hyphen of a range, 6-7. Word's search tells it from others, so codes keep theirs."""
UNLINKED = Message(zh="Word 文档里不能链接到“{href}”", en="a Word document cannot link to “{href}”")
ADDRESS = Message(zh="写完整的地址，如 https://…", en="write a whole address such as https://…")


def write(story: Story, children: tuple[Inline, ...], state: State, width: int) -> None:
    """Writes inline content; pictures are made to fit ``width`` twips."""
    for child in children:
        if type(child) is Text:
            _text(story, child, state)
        else:
            _WRITERS[type(child)](story, child, state, width)


def line(story: Story, children: tuple[Inline, ...], role: str, place: Place) -> None:
    """Writes a paragraph of inline content in the style of ``role``."""
    style = place.roles.get(role, place.default)
    story.start(style, place)
    write(story, children, place.state, place.width)
    story.end(style, place)


def _text(story: Story, node: Text, state: State) -> None:
    """Writes and measures a run of text; a plain one, which most are, in one go."""
    value, ruler, out = node.value, story.ruler, story.out
    controlled = node.path and not story.controls.inside
    if controlled:
        _open(story, node.path)
    ruler.characters += len(value)
    if state or node.role or _SPECIAL.search(value) or value.strip() is not value:
        out.append(_run(story, value, (*state, node.role) if node.role else state, together=True))
    else:
        ruler.bytes += len(value.encode())
        out += ("<w:r><w:t>", value, "</w:t></w:r>")
    if controlled:
        out.append(controls.CLOSE)


def _run(story: Story, value: str, state: State, *, together: bool = False) -> str:
    story.ruler.bytes += len(value.encode("utf-8", "replace"))
    story.ruler.breaks += value.count("\n")
    return _styled(story.base, state, value, together=together)


@lru_cache(1024)
def _styled(base: Base, state: State, value: str, *, together: bool) -> str:
    """A run of text; most that are not plain are labels, which recur. In prose what belongs together stays so."""
    looks = base.run_properties(state, value)
    if together:
        value = _RANGE.sub("\\1\u2011", _COMPARED.sub("\u00a0", value))
    return f"<w:r>{looks}{characters(value)}</w:r>"


def _span(story: Story, node: Span, state: State, width: int) -> None:
    if node.role:
        state = (*state, node.role)
    if not node.path or story.controls.inside:
        write(story, node.children, state, width)
        return
    for linked, piece in groupby(node.children or (Text(""),), _holds_link):
        children = tuple(piece)
        if linked:  # links stand between controls
            write(story, children, state, width)
            continue
        _open(story, node.path)
        story.controls.inside = True
        write(story, children, state, width)
        story.controls.inside = False
        story.out.append(controls.CLOSE)


def _open(story: Story, path: str) -> None:
    """Begins a control in a paragraph."""
    if story.out[-1] == LINK_END:
        story.out.append(controls.GAP)
    story.out += story.controls.open(path, controls.INLINE)


def _holds_link(node: Inline) -> bool:
    return type(node) is Link or (
        isinstance(node, Span | Strong | Emphasis) and any(_holds_link(child) for child in node.children)
    )


def _strong(story: Story, node: Strong, state: State, width: int) -> None:
    write(story, node.children, (*state, "strong"), width)


def _emphasis(story: Story, node: Emphasis, state: State, width: int) -> None:
    write(story, node.children, (*state, "emphasis"), width)


def _code(story: Story, node: Code, state: State, _: int) -> None:
    story.ruler.characters += len(node.value)
    story.out.append(_run(story, node.value, (*state, "code")))


def _link(story: Story, node: Link, state: State, width: int) -> None:
    href, controlled = node.href, story.controls.inside
    if not href.startswith("#"):
        address = _address(href)
        if address is None:
            story.report("SOP702", "unlinkable-address", UNLINKED.format(href=href), href, ADDRESS)
            write(story, node.children, state, width)
            return
        href, state = address, (*state, "link")
    if story.out[-1] == controls.CLOSE:
        story.out.append(controls.GAP)
    opened = story.anchors.open(href)
    if node.children and type(node.children[0]) is NumberOf:
        story.out.append(controls.GAP)
    story.controls.inside = True  # no control stands in a link
    if node.children:
        write(story, _with_number(node.children) if len(node.children) > 1 else node.children, state, width)
    elif href.startswith("#"):
        story.anchors.refer(href[1:], story.base.run_properties(state, "“”"))
    else:
        _text(story, Text(node.href), state)
    story.controls.inside = controlled
    story.anchors.close(href, opened)


def _with_number(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """What a link says, in which no line breaks between a word and its number: 步骤 3, Form 2."""
    following = (*children[1:], None)
    return tuple(
        Text(f"{child.value[:-1]}\u00a0", child.path, child.role)
        if type(child) is Text and type(after) is NumberOf and child.value.endswith(" ")
        else child
        for child, after in zip(children, following, strict=True)
    )


def _number(story: Story, node: Number, state: State, _: int) -> None:
    """Writes a number that is no paragraph's: of captions in a field, of lists as text."""
    story.ruler.characters += len(node.value)
    result = _run(story, node.value, state)
    if not node.pattern:
        word = story.document.labels.get(node.series, node.series)
        result = story.counters.sequence(node, word, result)
    story.anchors.number(result)


def _number_of(story: Story, node: NumberOf, state: State, _: int) -> None:
    story.ruler.characters += len(node.value)
    story.anchors.refer_to_number(node.target, _run(story, node.value, state))


def _address(href: str) -> str | None:
    """``href`` as Word accepts it, or None if it is not an address to link to."""
    from urllib.parse import quote

    if href.split(":", 1)[0].lower() not in {"http", "https", "mailto", "tel", "ftp"}:
        return None
    return quote(href, safe="%:/?#[]@!$&'()*+,;=~-._")


def _image(story: Story, node: Image, state: State, width: int) -> None:
    drawing = images.inline(story, node, width)
    if drawing:
        story.out.append(f"<w:r>{drawing}</w:r>")
    else:
        _text(story, Text(f"[{node.alt or node.src}]"), state)


def _break(story: Story, _node: Break, _state: State, _: int) -> None:
    story.out.append("<w:r><w:br/></w:r>")
    story.ruler.breaks += 1


def _field(story: Story, node: Field, state: State, width: int) -> None:
    shown = node.shown or fields.empty(width)
    state = (*state, node.role) if node.role and not fields.is_filled(node) else state
    story.ruler.characters += len(shown)
    content = _run(story, shown, state)
    number, entry = story.controls.number(f"{node.path}#field"), story.base.sheet.characters.get("entry", "")
    story.out.append(fields.control(node, number, content, story.base.language, entry))


_WRITERS: dict[type, Callable[[Story, Any, State, int], None]] = {
    Span: _span,
    Strong: _strong,
    Emphasis: _emphasis,
    Code: _code,
    Link: _link,
    Image: _image,
    Number: _number,
    NumberOf: _number_of,
    Break: _break,
    Field: _field,
}


def plain(children: tuple[Inline, ...]) -> str:
    """The text of inline content, without its looks."""
    if len(children) == 1 and type(child := children[0]) is Text:
        return child.value
    return "".join([_plain(child) for child in children])


def _plain(node: Inline) -> str:
    match node:
        case Text(value=value) | Code(value=value) | Image(alt=value) | Number(value=value) | NumberOf(value=value):
            return value
        case (
            Span(children=children) | Strong(children=children) | Emphasis(children=children) | Link(children=children)
        ):
            return plain(children)
        case Field(shown=shown):
            return shown
    return "\n"


def plain_blocks(blocks: tuple[Block, ...]) -> str:
    """The text of the paragraphs among ``blocks``."""
    return "".join(plain(block.children) for block in blocks if isinstance(block, Paragraph))
