"""The looks of a style sheet as the properties of paragraphs and runs, in the order the schema wants."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sopgen.style.measures import Indent
    from sopgen.style.model import Border, Characters, Look
    from sopgen.style.scalars import Side


class Inserts(NamedTuple):
    """Properties of a paragraph that no look can say.

    Attributes:
        numbering: a ``w:numPr`` element.
        tabs: a ``w:tabs`` element.
        joined: no space between neighbours of the same style.
        outline: the level of a heading, from 0.
    """

    numbering: str = ""
    tabs: str = ""
    joined: bool = False
    outline: int | None = None


PLAIN = Inserts()
_SIDES: tuple[Side, ...] = ("top", "left", "bottom", "right")
_PADDED: tuple[Side, ...] = ("top", "bottom")
_JUSTIFICATION = {"left": "left", "center": "center", "right": "right", "justified": "both"}


def twips(points: float) -> int:
    """A length in twentieths of a point."""
    return round(points * 20)


def run_properties(look: Characters, fonts: str = "") -> str:
    """What goes into ``w:rPr``; ``fonts`` holds further attributes of ``w:rFonts``."""
    return "".join((
        _fonts(look, fonts),
        _toggles({"b": look.bold, "bCs": look.bold, "i": look.italic, "iCs": look.italic}),
        f'<w:color w:val="{look.color}"/>' if look.color else "",
        _letter_spacing(look),
        _size(look.size) if look.size else "",
        "" if look.underline is None else f'<w:u w:val="{"single" if look.underline else "none"}"/>',
        shading(look.fill) if look.fill else "",
    ))  # fmt: skip


def resized(properties: str, points: float) -> str:
    """The ``w:rPr`` of a run, or nothing, with a size of the run's own."""
    return f"{properties.removesuffix('</w:rPr>') or '<w:rPr>'}{_size(points)}</w:rPr>"


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _fonts(look: Characters, more: str) -> str:
    faces = (
        (look.latin, "ascii"),
        (look.latin, "hAnsi"),
        (look.east_asian, "eastAsia"),
        (look.complex or look.latin, "cs"),
    )
    named = more + "".join(f' w:{slot}="{face}"' for face, slot in faces if face)
    return f"<w:rFonts{named}/>" if named else ""


def _letter_spacing(look: Characters) -> str:
    spacing = look.letter_spacing
    return "" if spacing is None else f'<w:spacing w:val="{twips(spacing.points(look.size or 0))}"/>'


def _toggles(values: dict[str, bool | None]) -> str:
    """Properties that are on or off; those with None stay unsaid."""
    said = ((name, value) for name, value in values.items() if value is not None)
    return "".join(f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>' for name, value in said)


def shading(fill: str) -> str:
    """A plain background."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def line(name: str, border: Border) -> str:
    """One side of a border."""
    space = round(border.distance)
    return f'<w:{name} w:val="single" w:sz="{round(border.width * 8)}" w:space="{space}" w:color="{border.color}"/>'


def paragraph_properties(look: Look, size: float, inserts: Inserts = PLAIN) -> str:
    """What goes into ``w:pPr``, without a style.

    Args:
        look: what to say; what it leaves out stays unsaid.
        size: the font size that characters of indents are measured in, in points.
        inserts: what no look can say.
    """
    return "".join((
        _toggles({"keepNext": look.keep_with_next}),
        "" if inserts.outline is None else "<w:keepLines/>",
        inserts.numbering,
        _borders(look.border, look.fill) if look.border else "",
        shading(look.fill) if look.fill else "",
        inserts.tabs,
        _spacing(look),
        indents(size, left=look.left_indent, right=look.right_indent, first_line=look.first_line_indent),
        "<w:contextualSpacing/>" if inserts.joined else "",
        f'<w:jc w:val="{_JUSTIFICATION[look.alignment]}"/>' if look.alignment else "",
        "" if inserts.outline is None else f'<w:outlineLvl w:val="{inserts.outline}"/>',
    ))  # fmt: skip


def _borders(border: Border, fill: str | None) -> str:
    """``w:pBdr``; above and below a background, lines of its own colour keep it off the letters."""
    pad = border.model_copy(update={"color": fill, "width": 0.5, "distance": border.distance / 2})
    sides = dict.fromkeys(border.sides, border)
    if fill:
        sides = dict.fromkeys(_PADDED, pad) | sides
    drawn = (line(side, sides[side]) for side in _SIDES if side in sides)
    return f"<w:pBdr>{''.join(drawn)}</w:pBdr>"


def _spacing(look: Look) -> str:
    parts = []
    if look.space_before is not None:
        parts.append(f' w:before="{twips(look.space_before)}"')
    if look.space_after is not None:
        parts.append(f' w:after="{twips(look.space_after)}"')
    if look.line_spacing is not None:
        value, exact = look.line_spacing.value, look.line_spacing.exact
        parts.append(
            f' w:line="{twips(value) if exact else round(value * 240)}" w:lineRule="{"exact" if exact else "auto"}"'
        )
    return f"<w:spacing{''.join(parts)}/>" if parts else ""


def indents(size: float, *, left: Indent | None, right: Indent | None, first_line: Indent | None) -> str:
    """``w:ind``, in characters and in twips: LibreOffice reads only the second."""
    parts = [_indent(side, indent, size) for side, indent in (("left", left), ("right", right)) if indent]
    if first_line and first_line.value < 0:
        parts.append(_indent("hanging", replace(first_line, value=-first_line.value), size))
    elif first_line:
        parts.append(_indent("firstLine", first_line, size))
    return f"<w:ind{''.join(parts)}/>" if parts else ""


def _indent(name: str, indent: Indent, size: float) -> str:
    characters = round(indent.value * 100) if indent.characters else 0
    return f' w:{name}Chars="{characters}" w:{name}="{twips(indent.points(size))}"'
