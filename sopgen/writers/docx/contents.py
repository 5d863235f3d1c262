"""The table of contents: a real field whose entries are filled in, because WPS and LibreOffice do not fill it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from sopgen.document.nodes import Heading, Section
from sopgen.writers.docx import controls, counting, front, inlines
from sopgen.writers.docx.field_codes import BEGIN, END, SEPARATE, code, field
from sopgen.writers.docx.pagination import heading_pages, spots
from sopgen.writers.docx.roles import is_listed
from sopgen.writers.docx.xml import characters

if TYPE_CHECKING:
    from sopgen.document.nodes import Block
    from sopgen.writers.docx.base import Base
    from sopgen.writers.docx.places import Place
    from sopgen.writers.docx.story import Story

DEEPEST = 3
"""The level of the deepest headings that are listed."""
_TOGETHER = 4
"""The last entries are not parted: one on a page of its own looks lost."""
_SHORT, _FULL = 0.6, 0.88
"""The text begins below the contents where they fill no more than this part of their last page, and where they fill so
much of it that a program whose lines are a little higher puts the last ones on another page."""
_INSTRUCTION = f'TOC \\o "1-{DEEPEST}" \\h \\z \\u'
_FIELD = BEGIN + code(_INSTRUCTION) + SEPARATE
_PART = (
    f'<w:sdt><w:sdtPr><w:id w:val="{crc32(b"contents") & 0x7FFFFFFF}"/>{{lock}}<w:docPartObj>'
    '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>'
)


class Entry(NamedTuple):
    """A heading as the table of contents lists it.

    Attributes:
        level: of the heading, 1 to 4.
        text: its number, as it prints, and its title.
        target: the id of its bookmark.
    """

    level: int
    text: str
    target: str


class Contents(NamedTuple):
    """Where the table of contents stands.

    Attributes:
        first: the index of its beginning in the story's ``out``.
        last: the index of its entries there.
    """

    first: int
    last: int


def entry(story: Story, heading: Heading) -> Entry:
    """The entry of the next heading."""
    return Entry(heading.level, text(story, heading), f"Toc{len(story.entries) + 1:06}")


def text(story: Story, heading: Heading) -> str:
    """A heading in one line: its number and its title."""
    return _label(story.base, heading.number) + " ".join(inlines.plain(heading.children).split())


def reference(story: Story, heading: Heading) -> str:
    """What a link to a heading prints: its number and title in quotation marks."""
    return f"“{_label(story.base, heading.number)}{inlines.plain(heading.children)}”"


@lru_cache(1024)
def _label(base: Base, number: tuple[int, ...]) -> str:
    """The number of a heading, apart from its title; headings of one document are numbered like those of the next."""
    numbering = base.style.numbering
    label = counting.label(numbering, number)
    apart = label and numbering[len(number) - 1].after != "nothing"
    return f"{label} " if apart else label


def reserve(story: Story, node: Section, place: Place) -> None:
    """Writes the title of the table of contents and keeps room for its entries, which are known at the end.

    What follows begins below them, and not on a page of its own, where they leave most of their last page.
    """
    front.begin(story)
    boxes, begun = story.ruler.boxes, len(story.ruler.boxes)
    story.out.append("")
    opening = len(story.out) - 1
    if node.children:
        story.blocks(node.children, place)
    elif title := story.base.style.contents_title or story.document.labels.get("contents"):
        style = place.roles["contents-title"]
        story.start(style, place)
        story.out.append(f"<w:r>{characters(title)}</w:r>")
        story.end(style, place)
    story.contents = Contents(opening, len(story.out))
    story.out.append("")
    for level in _levels(story.document.blocks):
        story.ruler.paragraph(place.roles[f"contents-{level}"], place)
    boxes[-_TOGETHER:-1] = [box._replace(keep=True) for box in boxes[-_TOGETHER:-1]]
    own = spots(boxes, room := story.base.style.page.text_height)[begun:]
    if own:
        part = own[-1].end / room
        if part > _FULL or (own[-1].last > own[0].page and part <= _SHORT):
            story.below = _following(story.document.blocks, node)


def _levels(blocks: Sequence[Block]) -> Iterator[int]:
    """The levels of the headings that are listed."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _levels(block.children)
        elif isinstance(block, Heading) and block.level <= DEEPEST and is_listed(block):
            yield block.level


def _following(blocks: Sequence[Block], node: Section) -> Block | None:
    """What follows a section that stands in nothing else."""
    return next((after for block, after in pairwise(blocks) if block is node), None)


def fill(story: Story, pages: Sequence[int] = ()) -> None:
    """Fills in the entries, if there is a table of contents. Without headings its title goes too.

    Args:
        story: the document.
        pages: the page of each heading; they are reckoned when it is empty.
    """
    if story.contents is None:
        return
    first, last = story.contents.first, story.contents.last
    paragraphs = [_paragraph(story, item, page) for item, page in _pages(story, pages)]
    if not paragraphs:
        story.out[first : last + 1] = [""] * (last + 1 - first)
        return
    for index in range(max(len(paragraphs) - _TOGETHER, 0), len(paragraphs) - 1):
        paragraphs[index] = paragraphs[index].replace("</w:pPr>", "<w:keepNext/></w:pPr>", 1)
    paragraphs[0] = paragraphs[0].replace("</w:pPr>", f"</w:pPr>{_FIELD}", 1)
    paragraphs[-1] = paragraphs[-1].replace("</w:p>", f"{END}</w:p>")
    story.out[first] = _PART.format(lock=story.controls.lock)
    story.out[last] = "".join(paragraphs) + controls.CLOSE


def _pages(story: Story, known: Sequence[int]) -> list[tuple[Entry, str]]:
    """What is listed, each with its page as that is numbered."""
    before, room = story.first_page - 1, story.base.style.page.text_height
    pages = known or [before + page for page in heading_pages(story.ruler.boxes, room)]
    labels = front.page_labels(story, pages)
    return [(item, page) for item, page in zip(story.entries, labels, strict=True) if item.level <= DEEPEST]


def _paragraph(story: Story, item: Entry, page: str) -> str:
    name = story.anchors.name(item.target)
    looks = story.base.run_properties((), item.text)
    number = field(f"PAGEREF {name} \\h", f"<w:r><w:t>{page}</w:t></w:r>")
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{story.base.body.roles[f"contents-{item.level}"]}"/></w:pPr>'
        f'<w:hyperlink w:anchor="{name}" w:history="1"><w:r>{looks}{characters(item.text)}</w:r><w:r><w:tab/></w:r>'
        f"{number}</w:hyperlink></w:p>"
    )
