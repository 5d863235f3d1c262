"""The cover: a page of its own before everything, without header and footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.style.templates import filled
from sopgen.writers.docx.running import values
from sopgen.writers.docx.xml import characters

if TYPE_CHECKING:
    from sopgen.writers.docx.story import Story


def write(story: Story) -> None:
    """Writes the cover that the style sheet asks for; of its lines those that have something to say."""
    place, known = story.base.body, values(story.document.metadata)
    for line in story.base.style.cover:
        text = filled(line.text, known)
        if text:
            style = place.roles.get(line.role, place.default)
            story.start(style, place)
            story.out.append(f"<w:r>{story.base.run_properties((), text)}{characters(text)}</w:r>")
            story.ruler.characters, story.ruler.bytes = len(text), len(text.encode())
            story.end(style, place)
    story.page_break = bool(story.ruler.boxes)
