r"""References in double brackets: ``[[register]]``, ``[[form:register]]``, ``[[AFS-SOP-2026-002/close]]``.

Not read in code, in the captions of images and in addresses, and ``\[[`` is a literal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from sopgen.spec.numbers import is_number

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

TARGETS = ("procedure", "form", "script", "clause", "table", "state", "record", "section")
"""What may stand before a colon; without one, a reference is to a step or to a document."""

REFERENCE = re.compile(r"\[\[([^\[\]\n]*[^\[\]\n\s][^\[\]\n]*)\]\]")
"""A reference; its group is what stands between the brackets."""
_MARKUP = re.compile(r"[`\\<\t]|~~~|!\[|\]:| {4}")
"""What may keep brackets from being a reference."""
# A step of another document: lower-case, with a letter, so that the last part of QM/SOP/001 is not taken for one.
_STEP = r"(?=[^A-Z/]*[a-z㐀-䶿一-鿿])[^A-Z/]+"


class Reference(NamedTuple):
    """A reference as typed, taken apart.

    Attributes:
        text: what stands between the brackets.
        target: ``step``, ``document``, or one of ``TARGETS``; another word when it is none of them.
        name: the id, or the document's number.
        step: with a document, the id of a step of it; else empty.
        offset: where the reference starts in the text, in characters.
    """

    text: str
    target: str
    name: str
    step: str = ""
    offset: int = 0


def read(text: str, offset: int = 0) -> Reference:
    """The reference that ``text``, the inside of the brackets, stands for."""
    inside = text.strip()
    number, _, step = inside.rpartition("/")
    if is_number(number) and re.fullmatch(_STEP, step):
        return Reference(inside, "document", number, step, offset)
    if is_number(inside):
        return Reference(inside, "document", inside, "", offset)
    target, colon, name = inside.partition(":")
    if colon:
        return Reference(inside, target.strip(), name.strip(), "", offset)
    return Reference(inside, "step", inside, "", offset)


def find(text: str) -> Iterator[Reference]:
    """The references in a Markdown text, in order."""
    matches = [*REFERENCE.finditer(text)]
    if matches and _MARKUP.search(text):
        read_as_such = _read_by_markdown(text)
        matches = [match for index, match in enumerate(matches) if index in read_as_such]
    for match in matches:
        yield read(match[1], match.start())


def _read_by_markdown(text: str) -> set[int]:
    """Which of the references in ``text``, counted from 0, Markdown takes for text."""
    count = iter(range(len(text)))
    counted = REFERENCE.sub(lambda match: f"[[{next(count)}:{match[1]}]]", text)
    return {int(token.content.partition(":")[0]) for token in inline(counted) if token.type == "reference"}


def inline(text: str) -> Iterator[Token]:
    """What stands in the lines of a Markdown text: words, images, references and so on."""
    for block in _parser().parse(text):
        yield from block.children or ()


def new_parser() -> MarkdownIt:
    """A parser of the Markdown of specs: with tables and references, without HTML."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table")
    parser.disable(["html_block", "html_inline"]).inline.ruler.before("link", "reference", _reference)
    return parser


_parser = cache(new_parser)


def _reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it calls it so)
    match = REFERENCE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("reference", "", 0).content = match[1]
    state.pos = match.end()
    return True
