"""Pictures: each file goes into the package once, and is drawn no larger than the room there is."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from sopgen.diagnostics import Message
from sopgen.writers.docx.image_headers import Header, read_header
from sopgen.writers.docx.looks import twips
from sopgen.writers.docx.xml import attribute

if TYPE_CHECKING:
    from sopgen.document.nodes import Image
    from sopgen.style.model import Page
    from sopgen.writers.docx.story import Story

_EMU_PER_TWIP = 635
_EMU_PER_POINT = 12_700
_TALLEST = 0.75
"""How much of a page's height a picture may take."""
TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp", "emf": "image/x-emf"}
"""The content types of pictures by the extension of their parts."""

MISSING = Message(zh="没有找到图片“{src}”", en="the picture “{src}” was not found")
UNREADABLE = Message(zh="图片“{src}”读不出来", en="the picture “{src}” cannot be read")
FORMATS = Message(
    zh="Word 文档可用 PNG、JPEG、GIF、BMP 图片", en="a Word document takes PNG, JPEG, GIF and BMP pictures"
)


class Picture(NamedTuple):
    """A picture as it goes into the package.

    Attributes:
        number: of its part and of its relationship, from 1.
        data: its bytes.
        header: its kind and natural size.
    """

    number: int
    data: bytes
    header: Header

    @property
    def part(self) -> str:
        """The name of its part in the package, seen from ``word/``."""
        return f"media/image{self.number}.{self.header.extension}"

    @property
    def relationship(self) -> str:
        """The id of its relationship."""
        return f"image{self.number}"

    def fitted(self, width: int, page: Page) -> tuple[int, int]:
        """Its width and height on the page, in EMU, where there is room for ``width`` twips."""
        across, down = self.header.width, self.header.height
        tallest = twips(page.text_height) * _TALLEST
        scale = min(1, width * _EMU_PER_TWIP / across, tallest * _EMU_PER_TWIP / down)
        return round(across * scale), round(down * scale)


class Pictures:
    """The pictures of one document."""

    def __init__(self) -> None:
        self.all: dict[str, Picture] = {}
        self.drawn = 0

    def add(self, data: bytes) -> Picture:
        """The picture in ``data``, the same one for the same bytes.

        Raises:
            ValueError: the bytes are no picture that Word takes.
        """
        digest = sha256(data).hexdigest()
        if digest not in self.all:
            self.all[digest] = Picture(len(self.all) + 1, data, read_header(data))
        return self.all[digest]


def inline(story: Story, node: Image, width: int) -> str:
    """The ``w:drawing`` of a picture, at most ``width`` twips wide; empty, and reported, if there is none."""
    data = story.document.images.get(node.src)
    if not data:
        story.report("SOP703", "missing-picture", MISSING.format(src=node.src), node.src)
        return ""
    try:
        picture = story.pictures.add(data)
    except ValueError:
        story.report("SOP704", "unreadable-picture", UNREADABLE.format(src=node.src), node.src, FORMATS)
        return ""
    story.pictures.drawn += 1
    extent = picture.fitted(width, story.base.style.page)
    story.ruler.picture = max(story.ruler.picture, extent[1] / _EMU_PER_POINT)
    return _drawing(picture, story.pictures.drawn, node.alt or node.src, extent)


def _drawing(picture: Picture, number: int, alt: str, extent: tuple[int, int]) -> str:
    size = f'cx="{extent[0]}" cy="{extent[1]}"'
    named = f'id="{number}" name="Picture {number}" descr="{attribute(alt)}"'
    main = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {named}/>'
        f'<a:graphic xmlns:a="{main}/main"><a:graphicData uri="{main}/picture"><pic:pic xmlns:pic="{main}/picture">'
        f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{picture.relationship}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )
