"""Tables: fixed columns that add up to the room there is, cells that span, rows with a role."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sopgen.document.nodes import Cell, Row, Table
from sopgen.writers.docx import columns, inlines, keeping
from sopgen.writers.docx.base import CROWDED
from sopgen.writers.docx.looks import shading, twips
from sopgen.writers.docx.places import flush, kept
from sopgen.writers.docx.styles import GAP, TABLE, TABLE_TEXT, table_borders

if TYPE_CHECKING:
    from sopgen.style.model import TableBase
    from sopgen.writers.docx.base import Base
    from sopgen.writers.docx.places import Place
    from sopgen.writers.docx.story import Story

_KEPT_ROWS = 4
_CENTERED = frozenset({"header", "label"})
_SPLIT = 0.33
"""Rows that take more than this part of a page may be broken between pages, so as not to leave it blank."""
_MIDDLE = '<w:vAlign w:val="center"/>'


def table(story: Story, node: Table, place: Place) -> None:
    """Writes a table, its caption above it."""
    if node.id:
        story.waiting.append(node.id)
        story.anchors.title(node.id, inlines.plain(node.caption))
    if node.caption:
        inlines.line(story, node.caption, "caption", kept(place))
    look = story.base.table_look(node.role)
    if not node.caption and (story.gap or (look.space_before and node.rows and not place.in_table)):
        _gap(story, look, place)
    if not node.rows:
        return
    padding = look.margins.top + look.margins.bottom + look.border.width
    fitted = columns.fit(node, place.width, story.base)
    state = (*place.state, CROWDED) if fitted.crowded else place.state
    setting = Setting(node.role, state, _sides(look, crowded=fitted.crowded))
    grid = Grid(story, setting, look, fitted.widths, padding)
    story.gap, outside = 0, story.ruler.crowded
    if fitted.crowded:
        story.ruler.crowded = story.base.style.characters[CROWDED].size or 0
    story.out.append(_opening(grid, place.left))
    kept_rows = frozenset() if place.in_table else keeping.kept_rows(node, fitted.lines, look, story.base)
    for index, row in enumerate(node.rows):
        _row(grid, row, keep=index in kept_rows, last=index == len(node.rows) - 1)
    story.out.append("</w:tbl>")
    story.gap, story.ruler.crowded = twips(look.space_after), outside
    story.ruler.space(look.space_after)


def _gap(story: Story, look: TableBase, place: Place) -> None:
    """Keeps a table off the one above it, or off the text that leads into it and stays on its page."""
    if story.gap:
        story.empty(GAP, flush(place))
    else:
        story.gap = twips(look.space_before)
        story.empty(GAP, kept(flush(place)))


def _sides(look: TableBase, *, crowded: bool) -> tuple[int, int]:
    """The margins left and right inside cells, in twips; crowded tables have half of them."""
    part = 2 if crowded else 1
    return twips(look.margins.left) // part, twips(look.margins.right) // part


def _opening(grid: Grid, left: int) -> str:
    """The beginning of a table that lists indent by ``left`` twips; what its style says is not said again."""
    look, usual = grid.look, grid.story.base.style.table
    indent = f'<w:tblInd w:w="{left}" w:type="dxa"/>' if left else ""
    same = (look.border, look.frame, look.lines) == (usual.border, usual.frame, usual.lines)
    margins = ""
    if grid.setting.sides != _sides(usual, crowded=False):
        sides = zip(("left", "right"), grid.setting.sides, strict=True)
        margins = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)
        margins = f"<w:tblCellMar>{margins}</w:tblCellMar>"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/>{indent}'
        f'{"" if same else table_borders(look)}<w:tblLayout w:type="fixed"/>{margins}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


class Setting(NamedTuple):
    """How a table is set.

    Attributes:
        role: its role.
        state: the roles of characters that hold for all text in it.
        sides: the margins left and right inside cells, in twips.
    """

    role: str
    state: tuple[str, ...]
    sides: tuple[int, int]


class Hold(NamedTuple):
    """How the paragraphs of a row hold together.

    Attributes:
        keep: whether they stay on the page of the next row.
        whole: whether each stays on one page.
    """

    keep: bool
    whole: bool


class Kind(NamedTuple):
    """What cells of one role and width have in common.

    Attributes:
        opening: the beginning of a cell.
        restart: the beginning of a cell that reaches down.
        below: a whole cell that is reached from above.
        place: the place inside.
    """

    opening: str
    restart: str
    below: str
    place: Place


@dataclass(slots=True, eq=False, repr=False)
class Grid:
    """A table being written.

    Attributes:
        story: where it goes.
        setting: how it is set.
        look: how it looks.
        widths: the widths of its columns, in twips.
        padding: what a cell needs above and below its content, in points.
        below: by column, the cells that reach down into the next row: how many rows and columns, and what they are.
        header: the height of its header rows so far, in points.
        breaks: whether it may be broken below one of the rows so far.
    """

    story: Story
    setting: Setting
    look: TableBase
    widths: list[int]
    padding: float
    below: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    header: float = 0
    breaks: bool = False


@lru_cache(4096)
def _kind(base: Base, table: Setting, role: str, width: int, columns: int, hold: Hold) -> Kind:
    """The kind of a cell in a table set so."""
    look = base.table_look(table.role)
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    size = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}'
    fill = {"header": look.header_fill, "label": look.label_fill, "group": look.group_fill}.get(role)
    centered = look.vertical == "center" or role in _CENTERED
    looks = f"{shading(fill) if fill else ''}{_MIDDLE if centered else ''}</w:tcPr>"
    place = replace(
        base.cell,
        default=base.sheet.cells.get(role, TABLE_TEXT),
        width=max(width - sum(table.sides), 1),
        state=table.state,
        keep=hold.keep,
        whole=hold.whole,
    )
    below = f'{size}<w:vMerge/>{looks}<w:p><w:pPr><w:pStyle w:val="{TABLE_TEXT}"/></w:pPr></w:p></w:tc>'
    return Kind(size + looks, f'{size}<w:vMerge w:val="restart"/>{looks}', below, place)


def _row(grid: Grid, row: Row, *, keep: bool, last: bool) -> None:
    """Writes a row.

    LibreOffice 7.4 loses all rows below the first that may be parted from the next, if that row may not be broken and
    ends no further above the foot of the page than its border is wide. So it may; Word keeps its paragraphs whole.
    """
    story = grid.story
    if row.id:
        story.waiting.append(row.id)
        story.anchors.title(row.id, inlines.plain_blocks(row.cells[0].children) if row.cells else "")
    role = "group" if "group" in row.role.split() else ""
    keep = keep or bool(role) or row.header or _reaches_down(grid, row)
    first = not (keep or last or grid.breaks)
    grid.breaks = grid.breaks or not keep
    least, index = keeping.row_height(grid.look, row), len(story.out)
    story.out.append("")
    height = max(least, _cells(grid, row, role, Hold(keep, whole=first)))
    story.out.append("</w:tr>")
    whole = height < story.base.style.page.text_height * _SPLIT
    story.out[index] = _row_opening(least, header=row.header, whole=whole and not first)
    story.ruler.row(height, keep=keep, repeat=grid.header, whole=whole)
    grid.header += height if row.header else 0


@lru_cache(256)
def _row_opening(least: float, *, header: bool, whole: bool) -> str:
    """The beginning of a row, the same for nearly all."""
    return (
        f'<w:tr><w:trPr>{"<w:cantSplit/>" if whole else ""}<w:trHeight w:val="{twips(least)}" w:hRule="atLeast"/>'
        f"{'<w:tblHeader/>' if header else ''}</w:trPr>"
    )


def _cells(grid: Grid, row: Row, role: str, hold: Hold) -> float:
    """Writes the cells of a row, and empty ones where it has none; how tall the tallest is, in points."""
    column, last, tallest = 0, len(grid.widths), 0.0
    for cell in row.cells:
        if grid.below:
            column = _continue(grid, column)
        columns = min(cell.columns, _free(grid, column) if grid.below else last - column)
        height = _cell(grid, cell, column, columns, role, hold) / cell.rows
        column += columns
        tallest = max(tallest, height)
    column = _continue(grid, column)
    while column < last:
        _cell(grid, Cell(()), column, 1, role, hold)
        column = _continue(grid, column + 1)
    return tallest


def _reaches_down(grid: Grid, row: Row) -> bool:
    """Whether a cell reaches from this row into the next; few rows that share a cell stay on one page."""
    if any(1 < left < _KEPT_ROWS for left, _, _ in grid.below.values()):
        return True
    return 1 < max([cell.rows for cell in row.cells], default=1) <= _KEPT_ROWS


def _continue(grid: Grid, column: int) -> int:
    """Writes the cells that reach into this row from above, from ``column`` on; the first free column."""
    while column in grid.below:
        left, columns, cell = grid.below.pop(column)
        if left > 1:
            grid.below[column] = (left - 1, columns, cell)
        grid.story.out.append(cell)
        column += columns
    return column


def _free(grid: Grid, column: int) -> int:
    """How many columns are free from ``column`` on, up to the next cell that reaches in from above."""
    return min((taken for taken in grid.below if taken > column), default=len(grid.widths)) - column


def _cell(grid: Grid, cell: Cell, column: int, columns: int, row_role: str, hold: Hold) -> float:
    """Writes a cell; how tall it is, in points."""
    story = grid.story
    role = "header" if cell.header else cell.role or row_role
    width = sum(grid.widths[column : column + columns])
    opening, restart, below, place = _kind(story.base, grid.setting, role, width, columns, hold)
    if cell.rows > 1:
        grid.below[column] = (cell.rows - 1, columns, below)
    story.out.append(restart if cell.rows > 1 else opening)
    story.ruler.cell(grid.padding)
    story.blocks(cell.children, place)
    if not cell.children:
        story.empty(place.default, place)
    elif story.gap:
        story.empty(GAP, place)
    story.out.append("</w:tc>")
    return story.ruler.cells.pop()
