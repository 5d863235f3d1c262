"""Tables: fixed columns that add up to the room there is, cells that span, rows with a role."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sopgen.document.nodes import Cell, Row, Table
from sopgen.writers.docx import inlines
from sopgen.writers.docx.looks import shading, twips
from sopgen.writers.docx.styles import GAP, TABLE, TABLE_TEXT, table_borders

if TYPE_CHECKING:
    from sopgen.style.model import TableBase
    from sopgen.writers.docx.story import Place, Story

_KEPT_ROWS = 4
_CENTERED = frozenset({"header", "label", "center", "number"})
_MIDDLE = '<w:vAlign w:val="center"/>'


def table(story: Story, node: Table, place: Place) -> None:
    """Writes a table, its caption above it."""
    if node.id:
        story.waiting.append(node.id)
        story.anchors.title(node.id, inlines.plain(node.caption))
    if node.caption:
        style, kept = place.roles.get("caption", place.default), replace(place, keep=True)
        story.start(style, kept)
        inlines.write(story, node.caption, place.state, place.width)
        story.end(style, kept)
    elif story.gap:
        story.empty(GAP, replace(place, left=0))
    if not node.rows:
        return
    look = story.base.table_look(node.role)
    padding = look.margins.top + look.margins.bottom + look.border.width
    grid = Grid(story, look, column_widths(node, place.width), place, padding)
    story.gap = 0
    story.out.append(_opening(look, grid.widths, place.left, standard=look.border == story.base.style.table.border))
    for row in node.rows:
        _row(grid, row)
    story.out.append("</w:tbl>")
    story.gap = twips(look.space_after)
    story.ruler.row(look.space_after, keep=False, repeat=0)


def extent(rows: tuple[Row, ...]) -> int:
    """How many columns rows reach to, counting the cells that reach into them from above."""
    widest = 1
    below: list[tuple[int, int]] = []
    for row in rows:
        reach = sum(columns for columns, _ in below)
        below = [(columns, left - 1) for columns, left in below if left > 1]
        for cell in row.cells:
            reach += cell.columns
            if cell.rows > 1:
                below.append((cell.columns, cell.rows - 1))
        widest = max(widest, reach)
    return widest


def column_widths(node: Table, width: int) -> list[int]:
    """The widths of a table's columns in proportion to what it asks for, even ones else; they add up to ``width``."""
    columns = max(len(node.widths), extent(node.rows))
    weights = [share if share > 0 else 1.0 for share in node.widths]
    weights += [sum(weights) / len(weights) if weights else 1.0] * (columns - len(weights))
    total, edges, reached = sum(weights), [0], 0.0
    for weight in weights:
        reached += weight
        edges.append(round(width * reached / total))
    return [right - left for left, right in pairwise(edges)]


def _opening(look: TableBase, widths: list[int], left: int, *, standard: bool) -> str:
    indent = f'<w:tblInd w:w="{left}" w:type="dxa"/>' if left else ""
    borders = "" if standard else table_borders(look)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{indent}{borders}'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


@dataclass(frozen=True, slots=True)
class Kind:
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


@dataclass(slots=True)
class Grid:
    """A table being written.

    Attributes:
        story: where it goes.
        look: how it looks.
        widths: the widths of its columns, in twips.
        place: where it stands.
        padding: what a cell needs above and below its content, in points.
        below: by column, the cells that reach down into the next row: how many rows and columns, and what they are.
        header: the height of its header rows so far, in points.
        kinds: the kinds of cells so far, by role, first column, number of columns, and whether they are kept with
            the next row.
    """

    story: Story
    look: TableBase
    widths: list[int]
    place: Place
    padding: float
    below: dict[int, tuple[int, int, str]] = field(default_factory=dict)
    header: float = 0
    kinds: dict[tuple[str, int, int, bool], Kind] = field(default_factory=dict)

    def kind(self, role: str, column: int, columns: int, *, keep: bool) -> Kind:
        """The kind of a cell that begins in ``column``."""
        key = (role, column, columns, keep)
        kind = self.kinds.get(key)
        if kind is None:
            width = sum(self.widths[column : column + columns])
            kind = self.kinds[key] = self._kind(role, width, columns, keep=keep)
        return kind

    def _kind(self, role: str, width: int, columns: int, *, keep: bool) -> Kind:
        look, base = self.look, self.story.base
        size = f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' + (
            f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        )
        fill = {"header": look.header_fill, "label": look.label_fill, "group": look.group_fill}.get(role)
        centered = look.vertical == "center" or role in _CENTERED
        looks = f"{shading(fill) if fill else ''}{_MIDDLE if centered else ''}</w:tcPr>"
        place = replace(
            base.cell,
            default=base.sheet.cells.get(role, TABLE_TEXT),
            width=max(width - twips(look.margins.left) - twips(look.margins.right), 1),
            state=self.place.state,
            keep=keep,
        )
        below = f'{size}<w:vMerge/>{looks}<w:p><w:pPr><w:pStyle w:val="{TABLE_TEXT}"/></w:pPr></w:p></w:tc>'
        return Kind(size + looks, f'{size}<w:vMerge w:val="restart"/>{looks}', below, place)


def _row(grid: Grid, row: Row) -> None:
    story, last = grid.story, len(grid.widths)
    if row.id:
        story.waiting.append(row.id)
        story.anchors.title(row.id, inlines.plain_blocks(row.cells[0].children) if row.cells else "")
    roles = row.role.split()
    role = "group" if "group" in roles else ""
    keep = bool(role) or row.header or _reaches_down(grid, row)
    tallest = _row_height(grid.look, row, tall="tall" in roles)
    header = "<w:tblHeader/>" if row.header else ""
    story.out.append(
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{twips(tallest)}" w:hRule="atLeast"/>{header}</w:trPr>'
    )
    column = 0
    for cell in row.cells:
        if grid.below:
            column = _continue(grid, column)
        columns = min(cell.columns, _free(grid, column)) if grid.below else min(cell.columns, last - column)
        if columns > 0:
            tallest = max(tallest, _cell(grid, cell, column, columns, role, keep=keep) / cell.rows)
            column += columns
    column = _continue(grid, column)
    while column < last:
        _cell(grid, Cell(()), column, 1, role, keep=keep)
        column = _continue(grid, column + 1)
    story.out.append("</w:tr>")
    story.ruler.row(tallest, keep=keep, repeat=grid.header)
    grid.header += tallest if row.header else 0


def _reaches_down(grid: Grid, row: Row) -> bool:
    """Whether a cell reaches from this row into the next; few rows that share a cell stay on one page."""
    if any(1 < left < _KEPT_ROWS for left, _, _ in grid.below.values()):
        return True
    return 1 < max([cell.rows for cell in row.cells], default=1) <= _KEPT_ROWS


def _row_height(look: TableBase, row: Row, *, tall: bool) -> float:
    """The least height of a row, in points."""
    if tall:
        return look.tall_row_height
    if "blank" in [cell.role for cell in row.cells]:
        return max(look.row_height, look.blank_row_height)
    return look.row_height


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


def _cell(grid: Grid, cell: Cell, column: int, columns: int, row_role: str, *, keep: bool) -> float:
    """Writes a cell; how tall it is, in points."""
    story = grid.story
    kind = grid.kind("header" if cell.header else cell.role or row_role, column, columns, keep=keep)
    if cell.rows > 1:
        grid.below[column] = (cell.rows - 1, columns, kind.below)
        story.out.append(kind.restart)
    else:
        story.out.append(kind.opening)
    story.ruler.cells.append(grid.padding)
    story.blocks(cell.children, kind.place)
    if not cell.children:
        story.empty(kind.place.default, kind.place)
    elif story.gap:
        story.empty(GAP, kind.place)
    story.out.append("</w:tc>")
    return story.ruler.cells.pop()
