"""English is written one way: British spelling, English marks, one word for a thing. What users read is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = [
    ROOT / "templates/labels/en.yaml",
    ROOT / "templates/reference/en.yaml",
    ROOT / "templates/word/starting.en.yaml",
    *sorted((ROOT / "templates/starters/en").glob("*.yaml")),
    *sorted((ROOT / "specs/en").glob("*.yaml")),
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
DOCUMENTS = [file for file in FILES if file.parts[-2] == "en" or file.name == "en.yaml"]
"""What is printed, or begins what will be."""

AMERICAN = re.compile(
    r"(?:organi|authori|standardi|recogni|summari|apologi|prioriti|optimi|customi)z|\banalyz|\binquir|\bjudgment"
    r"|\b(?:behaviors?|colors?|centers?|centered|catalogs?|canceled|canceling|labeled|favorites?|fulfill)\b"
)
OTHER_WORDS = re.compile(r"\b(?:e-mails?|telephone[ds]?|mend(?:s|ed|ing)?|half-way)\b", re.IGNORECASE)
"""Words for which this project has another: email, phone, fix, halfway."""
LOOSE = re.compile(
    r"[≥≤] \d+ ?%|\d %|\d-\d+:\d\d|\b1 (?:business |calendar )?(?:days|hours|minutes|weeks|months|years)\b"
)
"""Comparisons and percentages with a space in them, hours with a hyphen, the plural of one."""
CODE = re.compile(r"```.*?```|`[^`\n]*`|<[^>\n]+>|https?://\S+", re.DOTALL)


def text(file: Path) -> str:
    """What a file says, without code where it is Markdown: keys are spelt as the language has them."""
    found = file.read_text("utf-8")
    return CODE.sub("", found) if file.suffix == ".md" else found


def found(pattern: re.Pattern[str], files: list[Path]) -> Iterator[str]:
    for file in files:
        yield from (f"{file.name}: {match.group()}" for match in pattern.finditer(text(file)))


def test_there_is_english_to_look_at() -> None:
    assert len(FILES) > 25
    assert len(DOCUMENTS) > 15
    assert all(len(text(file)) > 300 for file in FILES)


@pytest.mark.parametrize("pattern", [AMERICAN, OTHER_WORDS], ids=["spelling", "words"])
def test_words_are_spelt_and_chosen_one_way(pattern: re.Pattern[str]) -> None:
    assert not [*found(pattern, FILES)]


def test_figures_are_written_one_way() -> None:
    assert not [*found(LOOSE, DOCUMENTS)]


def test_the_patterns_find_what_they_look_for() -> None:
    assert all(AMERICAN.search(word) for word in ("organize", "analyzed", "colors", "center", "judgment", "inquiries"))
    assert not AMERICAN.search("organise, analyse, colour, centre, judgement, enquiries, a Customs officer")
    assert all(LOOSE.search(one) for one in ("≥ 95%", "95 %", "8:00-20:00", "1 business days", "within 1 hours"))
    assert not LOOSE.search("≥95%, 8:00–20:00, 1 business day, within 1 hour, 11 days")
