"""The reference page says what holds: its examples load, its tables are true, its links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import core_yaml
import pytest
from fragments import HEADER
from jsonschema import Draft202012Validator

from sopgen.errors import SopgenError
from sopgen.source import decode, parse
from sopgen.spec import LoadedSpec, load
from sopgen.spec.docstrings import docstrings, example
from sopgen.spec.durations import parse_time_limit
from sopgen.spec.kinds import fields_of
from sopgen.spec.models import models
from sopgen.spec.reference_page import MARK, reference, updated
from sopgen.spec.schema import json_schema
from sopgen.spec.shape import Shape

PAGE = (Path(__file__).parents[2] / "docs" / "spec.md").read_text("utf-8")
WRITTEN = PAGE.partition(MARK)[0]
BLOCKS = re.findall(r"(?ms)^```yaml\n(.*?)^```", PAGE)
SHAPES = [model for model in models() if example(model)]
WITHOUT_EXAMPLE = {"Branch", "ClassOfMatter", "Transition", "FormField", "Pilot", "Opinion"}
"""Shapes that the examples of others show."""
SCHEMA = Draft202012Validator(json_schema())


def whole(fragment: str) -> str:
    return fragment if re.search("(?m)^sopgen:", fragment) else HEADER + fragment + "\n"


def loaded(text: str) -> LoadedSpec:
    return load(parse(decode(text.encode(), "example.yaml")))


@pytest.mark.parametrize("block", BLOCKS)
def test_every_example_is_valid(block: str) -> None:
    tree = loaded(whole(block)).tree
    assert tree.notices == ()
    assert [error.message for error in SCHEMA.iter_errors(core_yaml.read(whole(block)))] == []


def test_there_is_an_example_of_every_main_shape() -> None:
    assert {model.__name__ for model in models()} - {model.__name__ for model in SHAPES} == WITHOUT_EXAMPLE
    assert len(BLOCKS) > len(SHAPES)


@pytest.mark.parametrize("model", SHAPES)
def test_an_example_shows_its_shape(model: type[Shape]) -> None:
    assert any(isinstance(shape, model) for _, shape in loaded(whole(example(model))).index.shapes)


def test_every_shape_has_a_section_with_every_key() -> None:
    sections = dict(re.findall(r"(?ms)^### ([^\n]+)\n(.*?)(?=^### |\Z)", reference()))
    assert len(sections) == len(list(models()))
    for model, text in zip(models(), sections.values(), strict=True):
        assert docstrings(model)[""] in text
        assert re.findall(r"(?m)^\| `([^`]+)` \|", text) == [field.key for field in fields_of(model)]


def test_what_a_key_takes_is_said_in_plain_words() -> None:
    section = reference().partition("### Step\n")[2].partition("\n### ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    takes = {row.split(" | ")[0].strip("| `"): row.split(" | ")[1:3] for row in rows}
    assert takes["action"] == ["text in Markdown", "**compulsory**"]
    assert takes["role"] == ["the id of a role, or a list", ""]
    assert takes["time_limit"] == ["[limit](#limit)", ""]
    assert takes["optional"] == ["`true`, `false`, or text in Markdown", ""]
    assert "A value that is not a map stands for `action`." in section
    assert "`steps`, `parallel` and `call` exclude each other." in section
    assert "Stands under `steps` of [sop](#sop), [procedure](#procedure), [step](#step) or" in section


def test_every_link_inside_the_page_leads_to_a_heading() -> None:
    headings = re.findall(r"(?m)^#+ (.+)$", PAGE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert len(links) > 30
    assert links <= anchors


def table(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, row by row."""
    rows = re.findall(r"(?m)^\|.*\|$", WRITTEN.partition(f"\n{heading}\n")[2].partition("\n#")[0])
    assert len(rows) > 4
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows[2:]]


def quoted(cell: str) -> list[str]:
    return re.findall("`([^`]+)`", cell)


def test_every_time_limit_means_what_the_page_says() -> None:
    meanings: dict[str, Callable[[str], bool]] = {
        "no longer than that": lambda text: parse_time_limit(text).kind == "limit",
        "not before the first, not after the second": lambda text: parse_time_limit(text).kind == "range",
        "at once": lambda text: parse_time_limit(text).kind == "immediate",
        "again and again": lambda text: parse_time_limit(text).kind == "every",
        "business days": lambda text: parse_time_limit(text).upper.business_days >= 1,
        "calendar days": lambda text: parse_time_limit(text).upper.clock >= 86400,
        "half a business day": lambda text: parse_time_limit(text).upper.business_days == 0.5,
        "ISO 8601": lambda text: text.startswith("P") and parse_time_limit(text).kind == "limit",
    }
    rows = table("### Time limits")
    assert [meaning for _, meaning in rows] == list(meanings)
    for written, meaning in rows:
        assert quoted(written)
        assert all(map(meanings[meaning], quoted(written)))


def test_every_other_value_is_read(sop: Callable[[str], object]) -> None:
    fragments = {
        "How long a record is kept": "records: {a: {name: 甲, retention: %s}}",
        "A date": "effective_date: %s",
        "A version": "revisions: {version: %s, date: 2026-03-01}",
        "The number of a document": "references: {number: %s, title: 甲}",
    }
    for what, written in table("### Retention, dates, versions, numbers"):
        for text in [text for text in quoted(written) if text != "- _ . /"]:
            assert sop(fragments[what] % text)


def test_every_trap_is_one_and_has_its_way_out() -> None:
    def meant(cell: str) -> bool:
        try:
            tree = parse(decode(f"x-a:\n  {quoted(cell)[0]}\n".encode(), "trap.yaml"))
        except SopgenError:
            return False
        (value,) = tree.data["x-a"].values()  # type: ignore[index, union-attr, call-overload]
        return isinstance(value, str) and tree.notices == ()

    for write, and_not, _ in table("## Traps of YAML"):
        assert meant(write)
        assert not meant(and_not)


def test_what_is_written_by_hand_stays() -> None:
    assert updated(f"甲\n{MARK}乙\n").startswith(f"甲\n{MARK}\n## The order of the parts\n")
    assert "乙" not in updated(f"甲\n{MARK}乙\n")
