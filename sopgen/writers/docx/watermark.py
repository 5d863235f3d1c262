"""The word across every page that tells what a document is worth: WordArt behind the text, as Word itself does it.

It stands in the headers, named as Word names it, so that "Remove Watermark" finds it and LibreOffice knows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.writers.docx.ruler import text_width
from sopgen.writers.docx.xml import attribute

if TYPE_CHECKING:
    from sopgen.document.nodes import Metadata
    from sopgen.style.model import Page, Style

NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
_FORMULAS = (
    "sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3", "if @0 @3 0", "if @0 21600 @1",
    "if @0 0 @2", "if @0 @4 21600", "mid @5 @6", "mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5",
)  # fmt: skip
_TEXT_PLAIN = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    "<v:formulas>" + "".join(f'<v:f eqn="{formula}"/>' for formula in _FORMULAS) + "</v:formulas>"
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"'
    ' o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
"""Word's "plain text" WordArt, which fills its box from edge to edge."""
_CENTERED = (
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)
_REACH = 1.3
"""How long the word and its height may be together, in parts of the width of the text it lies across."""
_CAPITAL = 1.4
"""How much wider capital letters are than average ones."""


def run(style: Style, metadata: Metadata, page: Page, number: int) -> str:
    """The run that holds the word for the document's status; empty if it has none. ``number`` is that of the shape."""
    look, text = style.watermark, style.watermark_text(metadata.stage)
    if look is None or not text:
        return ""
    ems = text_width(text) * (_CAPITAL if text.isascii() else 1)
    height = min(look.size, min(page.text_width, page.text_height) * _REACH / (ems + 1))
    face = look.latin if text.isascii() else look.east_asian
    place = f"position:absolute;margin-left:0;margin-top:0;width:{height * ems:.1f}pt;height:{height:.1f}pt"
    return (
        f"<w:r><w:rPr><w:noProof/></w:rPr><w:pict>{_TEXT_PLAIN}"
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136"'
        f' alt="{attribute(text)}" style="{place};rotation:{-look.angle % 360};z-index:-251658752;{_CENTERED}"'
        f' o:allowincell="f" fillcolor="#{look.color}" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;{attribute(face)}&quot;;font-size:1pt" string="{attribute(text)}"/>'
        '<w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>'
    )
