"""A diagram in the story: its pages as drawings, one below the other, on turned pages where it is too wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.flow.placement import Frame
from sopgen.flow.placement import place as placed
from sopgen.writers.docx import inlines, sections
from sopgen.writers.docx.diagrams.drawing import group
from sopgen.writers.docx.diagrams.lettering import Lettering
from sopgen.writers.docx.diagrams.looks import Looks, emu
from sopgen.writers.docx.diagrams.picture import picture
from sopgen.writers.docx.pagination import spots
from sopgen.writers.docx.places import kept
from sopgen.writers.docx.xml import attribute

if TYPE_CHECKING:
    from sopgen.document.nodes import Diagram
    from sopgen.flow.placement import Page, Placement
    from sopgen.writers.docx.places import Place
    from sopgen.writers.docx.story import Story

_SMALLEST = 9.0
"""The least size of type: 小五."""
_SLACK = 6.0
"""What Word needs besides a drawing's height, in points."""
_SURE, _LEAST = 0.97, 0.3
"""What part of a page can be reckoned with for sure, and of how much of one is worth beginning a diagram on."""
_OPEN = (
    "<w:r><mc:AlternateContent"
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><mc:Choice'
    ' xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wpg">'
)
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def write(story: Story, node: Diagram, place: Place) -> None:
    """Writes the drawings of a diagram and the caption under them."""
    placement = placed(node.graph, _frame(story, node, place), lanes=node.lanes)
    if placement.landscape:
        _turn(story)
    caption = " ".join(inlines.plain(node.caption).split())
    artist = _Artist(story, placement, caption)
    style, last = place.roles.get("diagram", place.default), len(placement.pages) - 1
    for number, page in enumerate(placement.pages):
        spot = kept(place) if number == last and node.caption else place
        if placement.landscape and number:
            story.ruler.page_break = True
        story.start(style, spot)
        story.out.append(artist.drawing(page, _told(node, page)))
        story.end(style, spot)
    if node.caption:
        inlines.line(story, node.caption, "figure-caption", place)
    if placement.landscape:
        story.out.append(sections.end(story, sections.turned(story.base.style.page)))
        story.ruler.page_break = True


def _turn(story: Story) -> None:
    """Begins a section of turned pages, above the headings that have just been written and what stays with them."""
    boxes, opening = story.ruler.boxes, story.opening
    ending = sections.end(story, story.base.style.page)
    story.turned = True
    if opening is None or not boxes or not all(box.keep for box in boxes[opening.box :]):
        story.out.append(ending)
        story.gap, story.ruler.page_break = 0, True
    elif opening.box and opening.place != story.begun:
        story.out[opening.place] = ending
        boxes[opening.box] = boxes[opening.box]._replace(page_break=True)


class _Artist:
    """Draws the pages of one placement."""

    def __init__(self, story: Story, placement: Placement, caption: str) -> None:
        self.story, self.placement, self.caption = story, placement, caption
        self.lettering, self.looks = Lettering(story.base, placement), Looks(story.base.style)
        paper = story.base.style.page
        paper = sections.turned(paper) if placement.landscape else paper
        body = story.base.style.body
        self.face = body.east_asian if story.base.language.startswith("zh") else body.latin
        self.room = paper.text_width, paper.text_height

    def drawing(self, page: Page, told: str) -> str:
        """The run that holds a page: its shapes, or a picture of them."""
        story = self.story
        number = story.pictures.drawn + 1
        shapes, taken = group(page, self.lettering, self.looks, number + 1)
        story.pictures.drawn += 1 + taken
        story.drawings.append(picture(page, self.placement, self.looks, self.face))
        scale = min(1, self.room[0] / page.width, self.room[1] / page.height)
        extent = emu(page.width * scale), emu(page.height * scale)
        story.ruler.picture = page.height * scale
        named = f'id="{number}" name="{attribute(self.caption or self.placement.title)}" descr="{attribute(told)}"'
        return (
            f"{_OPEN}{_inline(named, extent, _GROUP, shapes)}</mc:Choice><mc:Fallback>"
            f"{_inline(named, extent, _PICTURE, _standing_in(named, extent, len(story.drawings)))}"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )


def _inline(named: str, extent: tuple[int, int], kind: str, content: str) -> str:
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{extent[0]}" cy="{extent[1]}"/><wp:docPr {named}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{kind}">{content}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def _standing_in(named: str, extent: tuple[int, int], number: int) -> str:
    """The picture for what cannot show shapes."""
    return (
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="drawing{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{extent[0]}" cy="{extent[1]}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )


def _frame(story: Story, node: Diagram, place: Place) -> Frame:
    """The room that pages leave to a diagram, upright and turned."""
    page, metrics = story.base.style.page, story.base.metrics
    drawing, caption = (metrics[place.roles.get(role, place.default)] for role in ("diagram", "figure-caption"))
    taken = drawing.before + drawing.after + _SLACK
    if node.caption:
        taken += caption.before + 2 * caption.line + caption.after
    leading = _leading(story)
    above = sum(box.before + box.height for box in story.ruler.boxes[leading:])
    size = story.base.sheet.looks[story.base.sheet.paragraphs["diagram-text"]].size or _SMALLEST
    wide = sections.turned(page)
    return Frame(
        width=place.width / 20,
        height=page.text_height - taken,
        first=page.text_height - taken - above,
        rest=_rest(story, leading, taken + above),
        wide=(wide.text_width, wide.text_height - taken - above),
        sizes=tuple(dict.fromkeys((max(size, _SMALLEST), _SMALLEST))),
    )


def _rest(story: Story, leading: int, taken: float) -> float | None:
    """The height left below all that of the page on which it begins; None where it is little, or a page begins."""
    ruler, page = story.ruler, story.base.style.page.text_height
    before, end = ruler.reached
    for spot in spots(ruler.boxes[before:leading], page, end)[-1:]:
        end = spot.end
    ruler.reached = leading, end
    if not leading or ruler.page_break or any(box.page_break for box in ruler.boxes[leading:]):
        return None
    rest = page * _SURE - end - taken
    return rest if rest > page * _LEAST else None


def _leading(story: Story) -> int:
    """The index of the first box of those above that stay on the page of the diagram."""
    boxes, index = story.ruler.boxes, len(story.ruler.boxes)
    while index and boxes[index - 1].keep:
        index -= 1
    return index


def _told(node: Diagram, page: Page) -> str:
    """What a page of a diagram shows, in words."""
    shown = {shape.id for shape in page.shapes}
    return "".join(sentence for name, sentence in node.told.items() if name in shown).strip()
