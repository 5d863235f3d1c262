"""``word/settings.xml`` and ``word/fontTable.xml``: how Word lays out, and which faces stand in for missing ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.writers.docx.running import has_even
from sopgen.writers.docx.styles import languages
from sopgen.writers.docx.xml import DECLARATION, W, attribute

if TYPE_CHECKING:
    from sopgen.style.model import Style

_COMPATIBILITY = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
        ("differentiateMultirowTableHeaders", 1),
    )
)
_STAND_INS = {
    "楷体_GB2312": "楷体",
    "仿宋_GB2312": "仿宋",
    "方正小标宋简体": "宋体",
    "宋体": "SimSun",
    "黑体": "SimHei",
}
"""By the face that a style sheet names, the one that Windows has in its place, or the same in English."""
EDITS = {"read-only": "readOnly", "forms": "forms"}
"""What the kinds of protection are called; without a password: it keeps from slips, not from will."""
_GB2312, _ANSI = "86", "00"


def settings(style: Style, language: str) -> str:
    """The text of the settings part; it asks the reader nothing on opening."""
    latin, east_asian = languages(language)
    edit = EDITS.get(style.protection)
    protection = f'<w:documentProtection w:edit="{edit}" w:enforcement="1"/>' if edit else ""
    return (
        f'{DECLARATION}<w:settings {W}><w:zoom w:percent="100"/>{protection}'
        f'<w:defaultTabStop w:val="420"/>{"<w:evenAndOddHeaders/>" if has_even(style) else ""}'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:doNotExpandShiftReturn/>{_COMPATIBILITY}</w:compat>"
        f'<w:themeFontLang w:val="{latin}" w:eastAsia="{east_asian}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def font_table(faces: frozenset[str]) -> str:
    """The text of the font table."""
    fonts = "".join(_font(face) for face in sorted(faces))
    return f"{DECLARATION}<w:fonts {W}>{fonts}</w:fonts>"


def _font(face: str) -> str:
    other = f'<w:altName w:val="{_STAND_INS[face]}"/>' if face in _STAND_INS else ""
    charset = _ANSI if face.isascii() else _GB2312
    return (
        f'<w:font w:name="{attribute(face)}">{other}<w:charset w:val="{charset}"/><w:family w:val="auto"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )
