"""Where blocks stand: the room and the looks they have there.

Places are made again and again for the same reasons, so each is made once: they are compared by identity, and the
functions that lead from one to another remember what they have made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sopgen.frozen import frozen
from sopgen.writers.docx.numbering import list_indents
from sopgen.writers.docx.styles import BODY

if TYPE_CHECKING:
    from sopgen.writers.docx.base import Base

_REMEMBERED = 1024
_NARROWEST = 567
"""The least room that nested lists leave, in twips: a centimetre."""


@frozen(eq=False)
class Place:
    """Where blocks are written: what it means for their looks and for the room they have.

    Attributes:
        roles: the style of each role of a paragraph here.
        default: the style of a paragraph without a role.
        width: the room between the margins, in twips.
        state: the roles of characters that hold for all text here.
        left: how far paragraphs are indented by the lists they stand in, in twips.
        depth: how many lists they stand in.
        in_table: whether this is inside a cell.
        in_callout: whether this is inside a callout, whose bar all paragraphs share.
        keep: whether paragraphs stay on the page of what follows.
        part: whether they need not, whatever their style says.
        whole: whether each paragraph stays on one page.
        foreign: whether the text is in another language than the document.
        unusual: whether paragraphs need more here than their style.
    """

    roles: Mapping[str, str]
    default: str
    width: int
    state: tuple[str, ...] = ()
    left: int = 0
    depth: int = 0
    in_table: bool = False
    in_callout: bool = False
    keep: bool = False
    part: bool = False
    whole: bool = False
    foreign: bool = False
    unusual: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "unusual", bool(self.left or self.keep or self.part or self.whole or self.foreign))


@lru_cache(_REMEMBERED)
def kept(place: Place) -> Place:
    """The same place, for paragraphs that stay on the page of what follows."""
    return replace(place, keep=True)


@lru_cache(_REMEMBERED)
def parted(place: Place) -> Place:
    """The same place, for paragraphs that may stand on another page than what follows, whatever their style says."""
    return replace(place, part=True)


@lru_cache(_REMEMBERED)
def flush(place: Place) -> Place:
    """The same place, for a paragraph that no list indents."""
    return replace(place, left=0, keep=False)


@lru_cache(_REMEMBERED)
def in_section(role: str, language: str, place: Place, base: Base) -> Place:
    """The place inside a section: its role is that of its paragraphs, its language that of its text."""
    style = next((place.roles[word] for word in role.split() if word in place.roles), place.default)
    foreign, state = place.foreign, place.state
    if language:
        foreign = base.is_foreign(language)
        state = tuple(word for word in state if word[0] != "@")
        state = (f"@{language}", *state) if foreign else state
    return replace(place, default=style, foreign=foreign, state=state)


@lru_cache(_REMEMBERED)
def in_callout(kind: str, place: Place) -> Place:
    """The place inside a callout: every paragraph has its look, so that its bar is not interrupted."""
    style = place.roles.get(f"callout-{kind}", place.default)
    return replace(place, roles={"list": style}, default=style, in_callout=True)


@lru_cache(_REMEMBERED)
def in_list(place: Place, base: Base) -> tuple[Place, int]:
    """The place inside the items of a list, and how far left of their text its marks stand, in twips."""
    left, hanging = list_indents(base.style, place.depth, in_table=place.in_table or place.in_callout)
    if place.in_callout:
        left += base.left_indent(place.default)
    style = place.roles.get("list", place.default) if place.default == BODY else place.default
    width = max(place.width - left + place.left, _NARROWEST)
    return replace(place, default=style, left=left, depth=place.depth + 1, width=width), hanging
