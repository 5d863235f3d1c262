"""Front matter: all that stands before the first numbered heading below the table of contents.

Its pages may be numbered in Roman figures; those of the text begin at 1 then, as in national standards. A cover is a
section of its own and not counted: page I is a right-hand page.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sopgen.document.numerals import FIGURES
from sopgen.writers.docx import sections

if TYPE_CHECKING:
    from sopgen.document.nodes import Heading
    from sopgen.writers.docx.story import Story


def begin(story: Story) -> None:
    """Ends the section of the cover before the first table of contents, where what follows is numbered apart."""
    style = story.base.style
    if style.front_pages is not None and style.cover and story.begun and not story.sections:
        story.out[story.begun - 1] += sections.end(story, style.page)


def end(story: Story, heading: Heading) -> None:
    """Ends the front matter before the heading that the text begins with, where its pages are numbered apart."""
    if story.text_begins is not None or not _is_apart(story) or not heading.number or story.controls.inside:
        return
    if not sections.ends(story.out[-1]):
        story.out.append(sections.end(story, story.base.style.page))
    story.text_begins, story.restarts = len(story.entries), True
    story.gap, story.page_break, story.ruler.page_break = 0, False, True


def _is_apart(story: Story) -> bool:
    """Whether what is written has front matter whose pages are numbered apart."""
    return story.contents is not None and story.base.style.front_pages is not None


def page_labels(story: Story, pages: Sequence[int]) -> list[str]:
    """What stands on the pages of all headings, as numbers of ``pages`` from the first on."""
    written, begins = story.base.style.front_pages, story.text_begins
    if written is None:
        return [str(page) for page in pages]
    covers, text = bool(story.base.style.cover), pages[begins:] if begins is not None else ()
    front = [FIGURES[written](page - covers) for page in pages[:begins]]
    return front + [str(page - text[0] + 1) for page in text]
