"""What pages hold beside the text: headers and footers, a cover, a watermark."""

from typing import Annotated, TypeAlias

from pydantic import Field

from sopgen.spec.controlled import Status
from sopgen.spec.scalar import string
from sopgen.style.scalars import Color, Font, Part, Size, Templates


class Places(Part):
    """What stands on the left, in the middle and on the right of a line."""

    left: Templates = ()
    center: Templates = ()
    right: Templates = ()


class Running(Places):
    """A header or footer; ``even`` and ``chapter`` are those of even pages and of chapters, where they differ."""

    even: Places | None = None
    chapter: Places | None = None


class CoverLine(Part):
    """A paragraph of the cover, and the role that says how it looks."""

    text: Templates
    role: str = ""


class Watermark(Part):
    """How the text across every page looks: ``size`` high or less, as it fits; turned by ``angle`` degrees."""

    east_asian: Font = "宋体"
    latin: Font = "Arial"
    size: Size = 120.0
    color: Color = "D9D9D9"
    angle: Annotated[int, Field(ge=-90, le=90)] = 45


WatermarkTexts: TypeAlias = dict[Status, Annotated[str, string(min_length=1)]]
