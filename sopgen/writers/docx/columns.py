"""The columns of tables: in the proportions asked for, unless others make it shorter, and wide enough for each word."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sopgen.writers.docx.base import CROWDED
from sopgen.writers.docx.cells import Content, content
from sopgen.writers.docx.looks import twips
from sopgen.writers.docx.ruler import BROAD_FACES, BROADER, WASTE
from sopgen.writers.docx.styles import TABLE_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopgen.document.nodes import Row, Table
    from sopgen.writers.docx.base import Base

_FIXED = frozenset({"front", "approval", "form", "steps"})
"""Tables whose columns keep their proportions: those to write in, and those that look alike on every page.

They are crowded only where words would have to be broken.
"""
_FULL, _BUSY, _TALL = 0.95, 0.75, 5
"""What part of the room words may take before a table is crowded, and before one is that has rows of more lines."""
_EVEN = 1.05
"""How much more room words need than they seem to, in faces that are not broad."""
_FEW = 5
"""How many letters of a Chinese text fit on a line at least, in a table that has hardly room for its words."""
_LONG = 9
"""Words that are wider are hardly ones of a language."""

Cells: TypeAlias = list[list[tuple[int, Content]]]
"""What the cells of a table hold, row by row, each with its column."""


class Columns(NamedTuple):
    """The columns of a table.

    Attributes:
        widths: in twips; they add up to the room there is.
        lines: how many lines each row fills in columns so wide, 1 for rows that were not looked at.
        crowded: whether the words are too many for the room: then they are set smaller and closer to the lines.
    """

    widths: list[int]
    lines: list[int]
    crowded: bool = False


class Type(NamedTuple):
    """How the text of a table is set.

    Attributes:
        letter: the size of its letters, in twips.
        sides: what the margins of a cell take on both sides, in twips.
        more: how much more room words need than they seem to.
        waste: how much of a line stays empty because it breaks between words, in parts of the size.
        few: how many letters of a text a line has to hold where its words do not say.
    """

    letter: int
    sides: int
    more: float
    waste: float
    few: int


def fit(node: Table, room: int, base: Base) -> Columns:
    """The columns of a table in a room of so many twips."""
    count = max(len(node.widths), _extent(node.rows))
    shares = [share if share > 0 else 1.0 for share in node.widths]
    shares += [sum(shares) / len(shares) if shares else 1.0] * (count - len(shares))
    rows = [list(_contents(row, count, base)) for row in node.rows]
    kind, given = _type(node, base), not _FIXED.isdisjoint(node.role.split())
    least = _least(rows, count, kind)
    found = _best(rows, shares, least, room, kind, given=given)
    full = sum(least) / room
    too_full = full > kind.more if given else full > _FULL or (full > _BUSY and max(found[1]) > _TALL)
    if too_full and CROWDED in base.style.characters:
        size = base.style.characters[CROWDED].size
        kind = kind._replace(letter=twips(size) if size else kind.letter, sides=kind.sides // 2)
        widths, lines = _best(rows, shares, _least(rows, count, kind), room, kind, given=given)
        return Columns(_rounded(widths), lines, crowded=True)
    return Columns(_rounded(found[0]), found[1])


def _best(
    rows: Cells, shares: list[float], least: list[float], room: int, kind: Type, *, given: bool
) -> tuple[list[float], list[int]]:
    """The widths in which the rows fill fewest lines, and those lines; the proportions asked for if they are given."""
    least = _cut(rows, least, room, kind) if sum(least) > room * _FULL else least
    widths = _fitted(shares, least, room)
    lines = _lines(rows, widths, kind)
    if not given and max(lines, default=1) > 1:
        for other in _others(rows, shares):
            found = _fitted(other, least, room)
            if sum(shorter := _lines(rows, found, kind)) < sum(lines):
                widths, lines = found, shorter
    return widths, lines


def _type(node: Table, base: Base) -> Type:
    """The size of a table's text, and of its margins."""
    margins = base.table_look(node.role).margins
    size = base.sheet.looks[TABLE_TEXT].size or base.style.body.size
    more = BROADER if base.style.body.latin in BROAD_FACES else _EVEN
    waste, few = (0.0, _FEW) if base.language.startswith("zh") else (WASTE, 0)
    return Type(twips(size), twips(margins.left + margins.right), more, waste, few)


def _contents(row: Row, count: int, base: Base) -> Iterator[tuple[int, Content]]:
    """What the cells of a row hold, each with its column. Cells that span others are passed over."""
    chinese, column = base.language.startswith("zh"), 0
    for cell in row.cells:
        if cell.columns == 1 and column < count:
            yield column, content(cell, row, chinese=chinese)
        column += cell.columns


def _least(rows: Cells, count: int, kind: Type) -> list[float]:
    """How wide each column has to be for its longest word, in twips."""
    longest = [0.0] * count
    for row in rows:
        for column, held in row:
            longest[column] = max(longest[column], held.word)
    return [length * kind.letter * kind.more + kind.sides if length else 0 for length in longest]


def _cut(rows: Cells, least: list[float], room: int, kind: Type) -> list[float]:
    """``least`` made to fit ``room``: no text gets next to none, and addresses are broken before words are."""
    needs = list(least)
    for row in rows:
        for column, held in row:
            few = min(max(held.lines, default=0), kind.few)
            needs[column] = max(needs[column], few * kind.letter + kind.sides)
    if sum(needs) > room * _EVEN:
        most = max(_level(needs, room), _LONG * kind.letter + kind.sides)
        needs = [min(need, most) for need in needs]
    return [need * min(1, room / sum(needs)) for need in needs]


def _level(needs: list[float], room: float) -> float:
    """How much each may have at most for all to fit ``room``."""
    level = 0.0
    for index, need in enumerate(sorted(needs)):
        level = room / (len(needs) - index)
        if need > level:
            break
        room -= need
    return level


def _others(rows: Cells, shares: list[float]) -> Iterator[list[float]]:
    """Other proportions: half as asked for and half as the columns are filled, and all as they are filled."""
    filled = [1.0] * len(shares)
    for row in rows:
        for column, held in row:
            filled[column] = max(filled[column], sum(held.lines))
    yield [sqrt(share * length) for share, length in zip(shares, filled, strict=True)]
    yield filled


def _lines(rows: Cells, widths: list[float], kind: Type) -> list[int]:
    """How many lines each row fills."""
    room = [max((width - kind.sides) / kind.letter, 1) for width in widths]
    filled = [max(wide - kind.waste, 1) for wide in room]
    return [max([held.height(room[column], filled[column]) for column, held in row], default=1) for row in rows]


def _rounded(exact: list[float]) -> list[int]:
    reached, edges = 0.0, [0]
    for width in exact:
        reached += width
        edges.append(round(reached))
    return [right - left for left, right in pairwise(edges)]


def _fitted(shares: list[float], least: list[float], room: int) -> list[float]:
    """``room`` divided in proportion to ``shares``, except that no column has less than ``least``, which fits."""
    narrow: dict[int, float] = {}
    while True:
        rest = room - sum(narrow.values())
        total = sum(share for index, share in enumerate(shares) if index not in narrow)
        wanted = [narrow.get(index, rest * share / total if total else 0) for index, share in enumerate(shares)]
        more = {index: need for index, need in enumerate(least) if index not in narrow and wanted[index] < need}
        if not more:
            return wanted
        narrow |= more


def _extent(rows: tuple[Row, ...]) -> int:
    """How many columns rows reach to, counting the cells that reach into them from above."""
    widest = 1
    below: list[tuple[int, int]] = []
    for row in rows:
        reach = sum([columns for columns, _ in below]) + sum([cell.columns for cell in row.cells])
        below = [(columns, left - 1) for columns, left in below if left > 1]
        below += [(cell.columns, cell.rows - 1) for cell in row.cells if cell.rows > 1]
        widest = max(widest, reach)
    return widest
