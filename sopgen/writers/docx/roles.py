"""What the roles of blocks mean for their paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.document.nodes import Code

if TYPE_CHECKING:
    from sopgen.document.nodes import Heading, Paragraph
    from sopgen.writers.docx.places import Place

PAGE_BREAK = "page-break"
"""The role of what begins a new page."""

UNLISTED = "unlisted"
"""The role of a heading that no table of contents lists, such as a term in a standard: a paragraph with its number."""


def breaks_page(role: str) -> bool:
    """Whether something with this role begins a new page."""
    return PAGE_BREAK in role and PAGE_BREAK in role.split()


def is_listed(heading: Heading) -> bool:
    """Whether the table of contents lists a heading."""
    return UNLISTED not in heading.role.split()


def style_of(node: Paragraph | Heading, place: Place, usual: str = "") -> str:
    """The style of a paragraph: that of its first known role, else the usual one; lines of code have one of their own.

    Args:
        node: the paragraph, or a heading.
        place: where it stands.
        usual: the style that it has without a known role; empty for that of the place.
    """
    usual = usual or place.default
    if node.role:
        return next((place.roles[role] for role in node.role.split() if role in place.roles), usual)
    first = node.children[0] if len(node.children) == 1 else None
    if type(first) is Code and "\n" in first.value:
        return place.roles.get("code", place.default)
    return usual
