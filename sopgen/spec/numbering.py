"""Numbers of steps and clauses, as readers see them: ``6.1`` nested, ``5A.1`` in a parallel track, 第九条."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from sopgen.source import Path
from sopgen.spec.clauses import Clause
from sopgen.spec.sop import Sop
from sopgen.spec.steps import Procedure, Step, Track

if TYPE_CHECKING:
    from sopgen.spec.handbook import SopOrHandbook


class StepPlace(NamedTuple):
    """A step and where it stands.

    Attributes:
        step: the step.
        path: its path in the spec.
        number: its number inside its procedure.
        sequence: the path of the procedure it belongs to, ``()`` for the document's own steps.
        track: the path of the innermost parallel track around it, None outside tracks.
    """

    step: Step
    path: Path
    number: str
    sequence: Path
    track: Path | None


class TrackPlace(NamedTuple):
    """A parallel track, its path, its number (``5A``) and the path of its procedure."""

    track: Track
    path: Path
    number: str
    sequence: Path


Place: TypeAlias = StepPlace | TrackPlace


def places(sop: SopOrHandbook) -> Iterator[Place]:
    """Every step and track of the document in the order in which they print, parents first."""
    for path, sequence in sop.sequences():
        yield from _places(sequence, (*path, "steps"), "", path, None)


def _places(
    holder: Sop | Procedure | Step | Track, path: Path, prefix: str, sequence: Path, track: Path | None
) -> Iterator[Place]:
    for index, step in enumerate(holder.steps):
        here, number = (*path, index), f"{prefix}{index + 1}"
        yield StepPlace(step, here, number, sequence, track)
        if step.steps:
            yield from _places(step, (*here, "steps"), f"{number}.", sequence, track)
        for side, lane in enumerate(step.parallel):
            inside, name = (*here, "parallel", side), f"{number}{letters(side)}"
            yield TrackPlace(lane, inside, name, sequence)
            yield from _places(lane, (*inside, "steps"), f"{name}.", sequence, inside)


def letters(index: int) -> str:
    """A, B, … Z, AA, AB …: the name of the track at ``index``, counted from 0."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class ClausePlace(NamedTuple):
    """A clause and where it stands.

    Attributes:
        clause: the clause.
        path: its path in the spec.
        level: ``chapter``, ``section``, ``article``, or ``item``.
        depth: how deep an item is nested, 1 for an item right inside an article; 0 for anything else.
        number: its count: chapters and articles through the document, sections and items inside their parent.
        parent: the place of the clause around it.
    """

    clause: Clause
    path: Path
    level: str
    depth: int
    number: int
    parent: ClausePlace | None


def clause_places(sop: SopOrHandbook) -> Iterator[ClausePlace]:
    """Every clause of the document, in order; articles run on through chapters, sections and a handbook's parts."""
    counts = {"chapter": 0, "article": 0}
    for path, clauses in sop.clause_lists():
        yield from _clauses(clauses, path, None, counts)


def _clauses(
    clauses: tuple[Clause, ...], path: Path, parent: ClausePlace | None, counts: dict[str, int]
) -> Iterator[ClausePlace]:
    own = 0
    for index, clause in enumerate(clauses):
        level, depth = _level(clause, parent)
        if level in counts:
            counts[level] += 1
            number = counts[level]
        else:
            own += 1
            number = own
        place = ClausePlace(clause, (*path, index), level, depth, number, parent)
        yield place
        yield from _clauses(clause.clauses, (*place.path, "clauses"), place, counts)


def _level(clause: Clause, parent: ClausePlace | None) -> tuple[str, int]:
    if parent is not None and parent.level in ("article", "item"):
        return "item", parent.depth + 1
    if clause.text is not None:
        return "article", 0
    return ("chapter" if parent is None else "section"), 0
