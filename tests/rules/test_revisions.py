"""The two rules that look at the revision table."""

from __future__ import annotations

import pytest


def history(version: str, *revisions: tuple[str, str]) -> str:
    rows = "".join(f"  - {{version: {number}, date: {date}}}\n" for number, date in revisions)
    return f"version: {version}\nrevisions:\n{rows}"


@pytest.mark.parametrize(
    "text",
    [
        "version: V1.0\n",
        history("V1.10", ("V1.2", "2026-01-01"), ("V1.9", "2026-01-01"), ("V1.10", "2026-03-01")),
        history("B/0", ("A/0", "2025-01-01"), ("A/1", "2025-02-01"), ("B/0", "2026-01-01")),
        history("1.0", ("V1.0", "2025-01-01")),
    ],
)
def test_a_history_that_rises_to_the_version_is_fine(told, text) -> None:
    assert told(text) == []


def test_the_last_revision_is_that_of_the_version(checked, told) -> None:
    text = history("V1.1", ("V1.0", "2026-01-01"))
    assert told(text) == [
        (
            "revision-not-current",
            "the document is V1.1, but its last revision is V1.0",
            "add a revision for V1.1 at the end of `revisions`, or set `version` to V1.0",
        )
    ]
    assert [str(related.location) for related in checked(text)[0].related] == ["spec.yaml:3:15"]


def test_a_table_with_the_newest_first_is_told_to_turn_round(told) -> None:
    found = told(history("V1.1", ("V1.1", "2026-01-01"), ("V1.0", "2025-01-01")))
    assert [one[2] for one in found] == [
        "list revisions from the oldest to the newest",
        "list revisions from the oldest to the newest, each with its own version",
    ]


@pytest.mark.parametrize(
    ("later", "message", "line"),
    [
        (("V1.0", "2026-02-01"), "the version V1.0 is not higher than the one before it, V1.0", 4),
        (("V0.9", "2026-02-01"), "the version V0.9 is not higher than the one before it, V1.0", 4),
        (("V1.1", "2025-12-31"), "2025-12-31 is before the date of the revision above it, 2026-01-01", 4),
        (("1.1", "2026-02-01"), "the version 1.1 is not written in the manner of the one before it, V1.0", 4),
        (("A/1", "2026-02-01"), "the version A/1 is not written in the manner of the one before it, V1.0", 4),
    ],
)
def test_a_revision_that_is_not_later_is_found(checked, later, message, line) -> None:
    (found,) = checked(history(later[0], ("V1.0", "2026-01-01"), later))
    assert (found.rule, found.message.en, found.location.span.start.line) == ("revisions-out-of-order", message, line)
