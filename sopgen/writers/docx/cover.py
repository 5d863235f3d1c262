"""The cover: a page of its own before everything, without header and footer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sopgen.style.templates import filled
from sopgen.writers.docx.looks import resized
from sopgen.writers.docx.ruler import text_width
from sopgen.writers.docx.running import values
from sopgen.writers.docx.xml import characters

if TYPE_CHECKING:
    from sopgen.style.model import Look, Style
    from sopgen.writers.docx.story import Story

_LEAST: Final = 0.6
"""How much smaller a line is set, at most, to stay one line; a longer one breaks."""


def write(story: Story) -> None:
    """Writes the cover that the style sheet asks for; of its lines those that have something to say."""
    place, known = story.base.body, values(story.document.metadata)
    for line in story.base.style.cover:
        text = filled(line.text, known)
        if text:
            style = place.roles.get(line.role, place.default)
            story.start(style, place)
            looks = story.base.run_properties((), text)
            if smaller := _smaller(story.base.style, line.role, text):
                looks = resized(looks, smaller)
            story.out.append(f"<w:r>{looks}{characters(text)}</w:r>")
            story.ruler.characters, story.ruler.bytes = len(text), len(text.encode())
            story.end(style, place)
    story.page_break = bool(story.ruler.boxes)


def _smaller(style: Style, role: str, text: str) -> float | None:
    """The size in points at which a text fits on a line that it goes a little beyond, as a company's name may."""
    look: Look = style.paragraphs[role].over(style.body) if role in style.paragraphs else style.body
    size = look.size or style.body.size
    indents = (look.left_indent, look.right_indent, look.first_line_indent)
    room = style.page.text_width - sum(indent.points(size) for indent in indents if indent)
    room -= look.letter_spacing.points(size) * len(text) if look.letter_spacing else 0
    fitting = int(room / text_width(text) * 2) / 2
    return fitting if _LEAST * size <= fitting < size else None
