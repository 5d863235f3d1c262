"""``python -m benchmarks.judgement``: the rules beside a careful reviewer, on the documents of ``tests/specs/review``.

Each document there has a ``.review``: what a reviewer wrote about it before the rules were measured by it. A finding is
right where the reviewer says the same of those lines. Precision is how many findings are right, recall how many of the
reviewer's remarks are found; ``-v`` lists the misses and the false alarms.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks.measuring import heading, table

CORPUS = Path(__file__).parents[1] / "tests" / "specs" / "review"
"""The documents, their reviews, and the settings they are checked with."""

TODAY = date(2026, 6, 30)
"""The day on which the reviewer read the documents."""

BEYOND = "-"
"""What stands for the name of the rule in a remark that no rule speaks of."""

_REMARK = re.compile(r"(?P<first>\d+)(?:-(?P<last>\d+))? +(?P<rule>-|[a-z]+(?:-[a-z]+)*) +(?P<text>\S.*)")


class Remark(NamedTuple):
    """What a reviewer says: of which lines, in terms of which rule, in which words."""

    first: int
    last: int
    rule: str
    text: str


class Found(NamedTuple):
    """What a rule says of a line."""

    line: int
    rule: str
    text: str


class Judgement(NamedTuple):
    """What came of the rules on one document: remarks found, remarks missed, findings that answer none."""

    right: tuple[Remark, ...]
    missed: tuple[Remark, ...]
    false_alarms: tuple[Found, ...]


class Score(NamedTuple):
    """How often the rules agree with the reviewer."""

    right: int
    missed: int
    false_alarms: int

    @property
    def expected(self) -> int:
        """How many remarks there are."""
        return self.right + self.missed

    @property
    def found(self) -> int:
        """How many findings there are; several that answer one remark are one."""
        return self.right + self.false_alarms

    @property
    def precision(self) -> float | None:
        """The share of the findings that are right; None if there are none."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of the remarks that are found; None if there are none."""
        return self.right / self.expected if self.expected else None


def read_review(text: str) -> tuple[Remark, ...]:
    """The remarks of a review, one a line; empty lines and those that begin with ``#`` are none.

    Raises:
        ValueError: a line is no remark; the message begins with its number.
    """
    return tuple(
        _remark(number, line)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    )


def _remark(number: int, line: str) -> Remark:
    match = _REMARK.fullmatch(line.rstrip())
    if match is None:
        raise ValueError(f"{number}: write `FROM-TO rule-name what the reviewer says`, not {line!r}")
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if not 1 <= first <= last:
        raise ValueError(f"{number}: {match['first']}-{last} is no range of lines")
    return Remark(first, last, match["rule"], match["text"])


def judge(remarks: Iterable[Remark], findings: Iterable[Found]) -> Judgement:
    """Compares what a reviewer says of a document with what the rules do.

    A finding answers a remark of its rule whose lines hold its line. Each remark is answered once; a finding for which
    none is left says the same as another did. What a rule says of one line counts once.
    """
    open_remarks = sorted(
        (remark for remark in remarks if remark.rule != BEYOND), key=lambda remark: (remark.last, remark.first)
    )
    answered: list[Remark] = []
    false_alarms: dict[tuple[str, int], Found] = {}
    for one in sorted(findings):
        if remark := _held(one, open_remarks):
            open_remarks.remove(remark)
            answered.append(remark)
        elif not _held(one, answered):
            false_alarms.setdefault((one.rule, one.line), one)
    return Judgement(tuple(sorted(answered)), tuple(sorted(open_remarks)), tuple(false_alarms.values()))


def disagreements(judgement: Judgement) -> Iterator[tuple[int, str, str, str]]:
    """Where reviewer and rules differ: the line, ``missed`` or ``false alarm``, the rule, and what is said, by line."""
    found = [(one.first, "missed", one.rule, one.text) for one in judgement.missed]
    found += [(one.line, "false alarm", one.rule, one.text) for one in judgement.false_alarms]
    yield from sorted(found)


def _held(one: Found, remarks: Iterable[Remark]) -> Remark | None:
    """The first remark that a finding may answer: of those sorted by their ends, the one that is soonest over."""
    fitting = (each for each in remarks if each.rule == one.rule and each.first <= one.line <= each.last)
    return next(fitting, None)


def scores(judgements: Iterable[Judgement]) -> dict[str, Score]:
    """The score of each rule that a reviewer or a finding names, by name."""
    right: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for judgement in judgements:
        right.update(remark.rule for remark in judgement.right)
        missed.update(remark.rule for remark in judgement.missed)
        wrong.update(one.rule for one in judgement.false_alarms)
    return {rule: Score(right[rule], missed[rule], wrong[rule]) for rule in sorted({*right, *missed, *wrong})}


def total(of: Iterable[Score]) -> Score:
    """The score of all together."""
    columns = [sum(column) for column in zip(Score(0, 0, 0), *of, strict=True)]
    return Score(*columns)


def cases(folder: Path) -> dict[Path, tuple[Remark, ...]]:
    """The remarks on each document of a folder, by the path of the document."""
    return {
        review.with_suffix(".yaml"): read_review(review.read_text(encoding="utf-8"))
        for review in sorted(folder.glob("*.review"))
    }


def findings(path: Path) -> Iterator[Found]:
    """What all rules say of a document, which is checked as if it stood alone in its repository.

    Raises:
        ValueError: it is no valid spec, so there is nothing for rules to look at.
    """
    from sopgen import pipeline
    from sopgen.repository import Repository, SpecFile

    file = SpecFile(path.name, path)
    alone = replace(Repository.find(path), marked=False, named=(file,))
    checked = pipeline.check(file, alone, replace(pipeline.policy_of(alone), today=TODAY))
    if checked.spec is None:
        raise ValueError("\n".join(map(str, checked.diagnostics)))
    for one in checked.diagnostics:
        line = one.location.span.start.line if one.location.span else 1
        yield Found(line, one.rule, one.message.zh)


def main() -> None:
    """Judge all documents and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.judgement", description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true", help="list misses, false alarms, and what is beyond")
    verbose: bool = parser.parse_args().verbose
    reviewed = cases(CORPUS)
    judged = {path: judge(remarks, findings(path)) for path, remarks in reviewed.items()}
    heading(f"The rules beside a reviewer, on {len(judged)} documents")
    _print_scores(scores(judged.values()))
    beyond = sum(remark.rule == BEYOND for remarks in reviewed.values() for remark in remarks)
    print(f"\n  Beyond the rules: {beyond} remarks")
    if verbose:
        for path, judgement in judged.items():
            _print_lists(path, judgement, reviewed[path])


def _print_scores(by_rule: Mapping[str, Score]) -> None:
    from sopgen.rules.registry import RULES

    order = [rule.name for rule in RULES]
    absent = [rule for rule in by_rule if rule not in order]
    names = [*filter(by_rule.__contains__, order), *absent]
    table([("", "expected", "found", "right", "precision", "recall"), *(_row(name, by_rule[name]) for name in names)])
    table([_row("all", total(by_rule.values()))])
    if absent:
        print(f"\n  Not among the rules: {', '.join(absent)}")


def _row(name: str, score: Score) -> tuple[str, ...]:
    counts = (str(count) for count in (score.expected, score.found, score.right))
    return name, *counts, *("" if share is None else f"{share:.0%}" for share in (score.precision, score.recall))


def _print_lists(path: Path, judgement: Judgement, remarks: Iterable[Remark]) -> None:
    lines = [*disagreements(judgement)]
    lines += [(one.first, "beyond", one.rule, one.text) for one in remarks if one.rule == BEYOND]
    if lines:
        heading(path.name)
    for line, what, rule, text in sorted(lines):
        print(f"  {line}: {what}: {rule}: {text}")


if __name__ == "__main__":
    main()
