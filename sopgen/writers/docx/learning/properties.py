"""What the properties of runs and paragraphs come to, in the words of style sheets.

The layers are those of the standard: document defaults, styles from the last base up, direct formatting. Chains of
styles are followed through ``Known``, which ends at circles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sopgen.style.measures import FONT_SIZES
from sopgen.writers.docx.house.finding import Known
from sopgen.writers.docx.house.names import down, element, is_on, val

if TYPE_CHECKING:
    from lxml.etree import _Element

    from sopgen.writers.docx.house.packages import Package

Told = Mapping[str, str]
"""Properties by the keys of style sheets."""

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ALIGNMENTS = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "justified",
    "distribute": "justified",
}  # fmt: skip
_SIZES = {size: name for name, size in FONT_SIZES.items()}
_FACES = {"latin": "ascii", "east_asian": "eastAsia"}

_PLAIN_LAYOUT = {
    "alignment": "left", "first_line_indent": "0", "line_spacing": "1倍", "space_before": "0", "space_after": "0",
}  # fmt: skip
_PLAIN_CHARACTERS = {"bold": "false", "italic": "false", "size": "10pt"}
"""What holds where no layer says anything."""


class Properties:
    """The effective properties of the text of one file."""

    def __init__(self, package: Package) -> None:
        part = package.related("styles")
        self.styles = package.root(part) if part else None
        self.known = Known(self.styles) if self.styles is not None else None
        self._theme = dict(_theme(package))

    def paragraph(self, paragraph: _Element) -> Told:
        """How a paragraph is laid out."""
        told = dict(_PLAIN_LAYOUT)
        for layer in self._layers(paragraph, "pPr"):
            told |= _layout(layer)
        return told

    def run(self, run: _Element, paragraph: _Element) -> Told:
        """How the characters of a run look."""
        told = dict(_PLAIN_CHARACTERS)
        for layer in (*self._layers(paragraph, "rPr"), *self._of_style(val(run, "rPr/rStyle"), "rPr")):
            told |= self._characters(layer)
        own = run.find(element("rPr"))
        return told if own is None else {**told, **dict(self._characters(own))}

    def style(self, paragraph: _Element) -> str:
        """The id of the style of a paragraph; empty for the usual one."""
        return val(paragraph, "pPr/pStyle") or ""

    def chain(self, name: str) -> list[_Element]:
        """A style, or the usual one, and those that it is based on, nearest first."""
        if self.known is None:
            return []
        return self.known.chain(name or self.known.named("Normal"))

    def _layers(self, paragraph: _Element, kind: str) -> Iterator[_Element]:
        """The ``w:pPr`` or ``w:rPr`` that hold for a paragraph, the weakest first."""
        defaults = down(self.styles, f"docDefaults/{kind}Default/{kind}")
        if defaults is not None:
            yield defaults
        yield from self._of_style(self.style(paragraph), kind)
        own = paragraph.find(element("pPr"))
        if kind == "pPr" and own is not None:
            yield own

    def _of_style(self, name: str | None, kind: str) -> Iterator[_Element]:
        for style in reversed(self.chain(name) if name is not None else []):
            found = style.find(element(kind))
            if found is not None:
                yield found

    def _characters(self, layer: _Element) -> Iterator[tuple[str, str]]:
        fonts = layer.find(element("rFonts"))
        for key, slot in _FACES.items():
            theme = None if fonts is None else fonts.get(element(f"{slot}Theme"))
            face = self._theme.get(theme or "") or (None if fonts is None else fonts.get(element(slot)))
            if face and not re.search(r'["<>&]', face):
                yield key, face
        size = val(layer, "sz")
        if size and size.isdecimal():
            yield "size", size_text(int(size) / 2)
        for key, name in (("bold", "b"), ("italic", "i")):
            toggle = layer.find(element(name))
            if toggle is not None:
                yield key, "true" if is_on(toggle) else "false"
        color = hexadecimal(val(layer, "color"))
        if color:
            yield "color", color


def _layout(layer: _Element) -> Iterator[tuple[str, str]]:
    alignment = _ALIGNMENTS.get(val(layer, "jc") or "")
    if alignment:
        yield "alignment", alignment
    indents = layer.find(element("ind"))
    if indents is not None:
        yield from _indents(indents)
    spacing = layer.find(element("spacing"))
    if spacing is not None:
        yield from _spacing(spacing)


def _indents(indents: _Element) -> Iterator[tuple[str, str]]:
    for key, name, sign in (
        ("left_indent", "left", 1),
        ("right_indent", "right", 1),
        ("first_line_indent", "firstLine", 1),
        ("first_line_indent", "hanging", -1),
    ):
        characters = _number(indents, f"{name}Chars")
        twips = _number(indents, name)
        if characters:
            yield key, f"{sign * characters / 100:g}字"
        elif twips is not None:
            yield key, f"{sign * twips / 20:g}pt"


def _spacing(spacing: _Element) -> Iterator[tuple[str, str]]:
    for key, name in (("space_before", "before"), ("space_after", "after")):
        twips, lines = _number(spacing, name), _number(spacing, f"{name}Lines")
        if lines:
            yield key, f"{lines / 100 * 15.6:g}pt"  # a line of the usual grid
        elif twips is not None:
            yield key, f"{twips / 20:g}pt"
    line = _number(spacing, "line")
    if line and line > 0:
        exact = spacing.get(element("lineRule")) in {"exact", "atLeast"}
        yield "line_spacing", f"{line / 20:g}pt" if exact else f"{line / 240:.3g}倍"


def _number(parent: _Element, name: str) -> float | None:
    said = parent.get(element(name), "")
    return float(said) if re.fullmatch(r"-?\d+(\.\d+)?", said) else None


def size_text(points: float) -> str:
    """A font size as people call it: 小四, or points where it has no name."""
    return _SIZES.get(points, f"{points:g}pt")


def _theme(package: Package) -> Iterator[tuple[str, str]]:
    """The faces of a file's theme, by the names that fonts refer to them by."""
    part = package.related("theme")
    if part is None:
        return
    for kind in ("major", "minor"):
        fonts = package.root(part).find(f".//{_DRAWING}{kind}Font")
        if fonts is None:
            continue
        latin, asian = fonts.find(f"{_DRAWING}latin"), fonts.find(f"{_DRAWING}ea")
        chinese = next((font for font in fonts.iter(f"{_DRAWING}font") if font.get("script") == "Hans"), None)
        for slot in ("Ascii", "HAnsi"):
            if latin is not None and latin.get("typeface"):
                yield kind + slot, latin.get("typeface", "")
        face = (asian.get("typeface") if asian is not None else "") or (
            chinese.get("typeface") if chinese is not None else ""
        )
        if face:
            yield f"{kind}EastAsia", face


def fill_of(parent: _Element | None) -> str:
    """The background that the properties of a cell say, six hexadecimal digits; empty if there is none."""
    shading = down(parent, "shd")
    return "" if shading is None else hexadecimal(shading.get(element("fill")))


def hexadecimal(color: str | None) -> str:
    """A colour as style sheets have it, six hexadecimal digits; empty if it is none, such as ``auto``."""
    return color.upper() if color and re.fullmatch("[0-9A-Fa-f]{6}", color) else ""
