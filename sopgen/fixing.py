"""Mending specs: the fixes that findings carry, made in the text until none is left."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from sopgen import pipeline
from sopgen.changes import Append, Rename, Reorder
from sopgen.diagnostics import Diagnostic, Fix
from sopgen.errors import ReadError
from sopgen.repository import Repository, SpecFile

if TYPE_CHECKING:
    from sopgen.rules import Policy
    from sopgen.source import Source, Tree

ROUNDS = 8
"""How often a file is looked at again, for what a fix brings to light."""


class Mended(NamedTuple):
    """What mending a file came to.

    Attributes:
        checked: what there is to tell about the file as it is now.
        text: its text now.
        made: how many fixes were made.
    """

    checked: pipeline.Checked
    text: str
    made: int


def mend(
    source: Source,
    file: SpecFile,
    repository: Repository,
    policy: Policy | None = None,
    earlier: bytes | None = None,
    *,
    unsafe: bool = False,
    further: Sequence[Diagnostic] = (),
) -> Mended:
    """Make the fixes of the findings about a spec; nothing is written.

    Args:
        source: the text of the spec.
        file: its file.
        repository: the repository it belongs to.
        policy: what the run goes by.
        earlier: what the file held at an earlier revision, to be compared with.
        unsafe: whether to make fixes that may change what the document means.
        further: findings about it that are not told by ``pipeline.check``.
    """
    total = 0
    checked = pipeline.check_text(source, file, repository, policy, earlier)
    found: Sequence[Diagnostic] = (*checked.diagnostics, *further)
    for _ in range(ROUNDS):
        source, made = _fixed(source, [one.fix for one in found if one.fix and (unsafe or one.fix.safe)])
        if not made:
            break
        total += made
        checked = pipeline.check_text(source, file, repository, policy, earlier)
        found = checked.diagnostics
    return Mended(checked, source.text, total)


def _fixed(source: Source, fixes: Iterable[Fix]) -> tuple[Source, int]:
    """The text with as many of ``fixes`` as can be made, and how many that is."""
    from sopgen.source import parse

    ordered = sorted(dict.fromkeys(fixes), key=_order)  # several findings may have one fix, to be made once
    if not ordered:
        return source, 0
    try:
        tree: Tree | None = parse(source)
    except ReadError as error:
        tree = error.tree
    if tree is None:
        return source, 0
    tree, made = _made(tree, ordered)
    return tree.written, made


def _made(tree: Tree, fixes: Sequence[Fix]) -> tuple[Tree, int]:
    """``tree`` after ``fixes``, and how many were made: all at once, else by halves, as each try reads all."""
    from sopgen.source import changed

    after = changed(tree, [change for fix in fixes for change in fix.changes])
    if after is not None:
        return after.tree, len(fixes)
    if len(fixes) == 1:
        return tree, 0
    middle = len(fixes) // 2
    tree, first = _made(tree, fixes[:middle])
    tree, second = _made(tree, fixes[middle:])
    return tree, first + second


def _order(fix: Fix) -> tuple[bool, tuple[int, ...]]:
    """Within a text from its end to its beginning, so that offsets stay right; what moves items comes last."""
    moves = any(isinstance(change, Append | Rename | Reorder) for change in fix.changes)
    return moves, tuple(-getattr(change, "offset", 0) for change in fix.changes)


def as_written(raw: bytes, after: str) -> bytes:
    """The bytes of a file that holds ``raw`` and is to hold ``after``: with its byte order mark and its line breaks.

    A line that is new has the kind of break that most lines have.
    """
    mark = BOM_UTF8 if raw.startswith(BOM_UTF8) else b""
    pieces = re.split("(\r\n|\r|\n)", raw.removeprefix(mark).decode())
    before, breaks = pieces[::2], pieces[1::2]
    usual = max(dict.fromkeys(breaks), key=breaks.count, default="\n")
    if breaks.count(usual) == len(breaks):
        return mark + after.replace("\n", usual).encode()
    lines = after.split("\n")
    kept = [usual] * len(lines)
    for block in SequenceMatcher(None, before, lines, autojunk=False).get_matching_blocks():
        known = breaks[block.a : block.a + block.size]
        kept[block.b : block.b + len(known)] = known
    written = (line + end for line, end in zip(lines, [*kept[:-1], ""], strict=True))
    return mark + "".join(written).encode()
