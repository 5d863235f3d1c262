"""The manner of a style sheet: what may be said of it, and how slips are told."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from sopgen.errors import StyleError
from sopgen.style import load_style
from sopgen.style.manner import USUAL, Manner

PAGE = (Path(__file__).parents[2] / "docs" / "styles.md").read_text(encoding="utf-8")


def test_a_style_sheet_that_says_nothing_sets_parts_as_usual() -> None:
    assert load_style("enterprise").manner == USUAL == Manner()
    assert load_style("modern-en").of("en").manner == USUAL


def test_a_standard_sets_terms_as_entries_and_references_as_paragraphs() -> None:
    for language in ("zh-CN", "en"):
        manner = load_style("standard").of(language).manner
        assert (manner.definitions, manner.references) == ("entries", "paragraphs")
        assert (manner.cautions, manner.annexes) == ("notes", "lettered")


def test_official_documents_name_their_annexes_and_mark_them() -> None:
    for language in ("zh-CN", "en"):
        style = load_style("gongwen").of(language)
        assert style.manner == Manner(annexes="marked")
        roles = [style.paragraphs[f"annex-{role}"] for role in ("note", "note-next", "mark", "title")]
        assert roles[3].alignment == "center"


def test_what_stands_in_another_document_has_no_annexes_of_its_own() -> None:
    manner = load_style("standard").manner
    assert (manner.within.annexes, manner.within.definitions) == ("parts", "entries")


@pytest.mark.parametrize(
    ("said", "told", "hint"),
    [
        ("manner: {definitions: entry}", "2:23: `definitions` cannot be `entry`", "did you mean `entries`?"),
        ("manner: {definition: table}", "2:10: there is no key `definition` here", "did you mean `definitions`?"),
        ("manner: entries", "2:9: `manner` should be a map of `key: value`", None),
    ],
)
def test_slips_are_told_at_their_place(tmp_path: Path, said: str, told: str, hint: str | None) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(f"extends: standard\n{said}\n", encoding="utf-8")
    with pytest.raises(StyleError) as error:
        load_style(path)
    (one,) = error.value.diagnostics
    assert one.location.span is not None
    start = one.location.span.start
    assert (f"{start.line}:{start.column}: {one.message.en}", one.hint and one.hint.en) == (told, hint)


def test_the_documentation_names_every_way() -> None:
    ways = {word for field in Manner.model_fields.values() for word in get_args(field.annotation)}
    assert len(ways) > 3
    assert not {word for word in ways if f"`{word}`" not in PAGE}
