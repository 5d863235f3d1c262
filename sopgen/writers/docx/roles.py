"""What the roles of blocks mean for their place and their paragraphs, for writing and for measuring alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sopgen.document.nodes import Code, Paragraph
from sopgen.writers.docx.numbering import list_indents
from sopgen.writers.docx.styles import BODY

if TYPE_CHECKING:
    from sopgen.document.nodes import Callout, Section
    from sopgen.writers.docx.base import Base
    from sopgen.writers.docx.story import Place

PAGE_BREAK = "page-break"
"""The role of what begins a new page."""


def breaks_page(role: str) -> bool:
    """Whether something with this role begins a new page."""
    return PAGE_BREAK in role and PAGE_BREAK in role.split()


def style_of(node: Paragraph, place: Place) -> str:
    """The style of a paragraph: that of its first known role; lines of code have one without a role."""
    if node.role:
        return next((place.roles[role] for role in node.role.split() if role in place.roles), place.default)
    first = node.children[0] if len(node.children) == 1 else None
    if type(first) is Code and "\n" in first.value:
        return place.roles.get("code", place.default)
    return place.default


def in_section(node: Section, place: Place, base: Base) -> Place:
    """The place inside a section: its role is that of its paragraphs, its language that of its text."""
    if not node.role and not node.language:
        return place
    style = next((place.roles[role] for role in node.role.split() if role in place.roles), place.default)
    foreign, state = place.foreign, place.state
    if node.language:
        foreign = base.is_foreign(node.language)
        state = tuple(role for role in state if role[0] != "@")
        state = (f"@{node.language}", *state) if foreign else state
    return replace(place, default=style, foreign=foreign, state=state)


def in_callout(node: Callout, place: Place) -> Place:
    """The place inside a callout: every paragraph has its look, so that its bar is not interrupted."""
    style = place.roles.get(f"callout-{node.kind}", place.default)
    return replace(place, roles={"list": style}, default=style, in_callout=True)


def in_list(place: Place, base: Base) -> tuple[Place, int]:
    """The place inside the items of a list, and how far left of their text its marks stand, in twips."""
    left, hanging = list_indents(base.style, place.depth, in_table=place.in_table or place.in_callout)
    if place.in_callout:
        left += base.left_indent(place.default)
    style = place.roles.get("list", place.default) if place.default == BODY else place.default
    width = place.width - left + place.left
    return replace(place, default=style, left=left, depth=place.depth + 1, width=width), hanging
