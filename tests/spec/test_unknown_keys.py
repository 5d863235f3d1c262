"""An author who writes a key that does not exist is led to the one that was meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from sopgen.source import Path
from sopgen.spec.kinds import fields_of
from sopgen.spec.models import models
from sopgen.spec.schema import json_schema
from sopgen.spec.sop import Sop
from sopgen.spec.synonyms import KEYS, WORDS
from sopgen.spec.unknown_keys import meant

STEP, BRANCH, PROCEDURE = ("steps", 0), ("steps", 0, "decision", "branches", 0), ("procedures", 0)


@pytest.mark.parametrize(
    ("above", "key", "name"),
    [
        (STEP, "actoin", "action"),
        (STEP, "Time Limit", "time_limit"),
        (STEP, "timeLimit", "time_limit"),
        (STEP, "SLA", "time_limit"),
        (STEP, "时限", "time_limit"),
        (STEP, "责任人", "role"),
        (STEP, "go_to", "next"),
        (STEP, "description", "details"),
        (STEP, "name", "title"),
        (STEP, "注意事项", "cautions"),
        (BRANCH, "next", "go_to"),
        (BRANCH, "if", "when"),
        (("roles", "agent"), "title", "name"),
        (("approved_by",), "title", "position"),
        (("records", "a"), "storage", "location"),
        (("scripts", "a"), "never_say", "avoid"),
        (("scripts", "a"), "禁用语", "avoid"),
        (("approved_by",), "职务", "position"),
        (("roles", "agent"), "duties", "responsibilities"),
        (("scripts", "a"), "text", "say"),
        (("records", "a"), "title", "name"),
        (("clauses", 0), "body", "text"),
        ((), "number", "id"),
        ((), "history", "revisions"),
        ((), "编制人", "prepared_by"),
        ((), "目的", "purpose"),
        ((), "metric", "metrics"),
    ],
)
def test_the_key_that_was_meant(above: Path, key: str, name: str) -> None:
    assert meant(above, key, Sop).en == f"did you mean `{name}`?"


@pytest.mark.parametrize(
    ("above", "key", "en"),
    [
        (STEP, "metrics", "`metrics` belongs to the top level of the file: indent it less"),
        (
            (*PROCEDURE, "steps", 0, "wait"),
            "exit_criteria",
            "`exit_criteria` belongs to item 1 of `procedures`",
        ),
        (BRANCH, "checklist", "`checklist` belongs to item 1 of `steps`: indent it less"),
        (STEP, "question", "`question` goes inside `decision`"),
        (STEP, "until", "`until` goes inside `time_limit` or `wait`"),
        (("steps", 0, "decision"), "go_to", "`go_to` goes inside `branches`"),
        ((), "客户画像", "what no key fits goes into `sections`"),
        (("review", "pilot"), "xyz", "what may stand here: teams, period, metrics"),
    ],
)
def test_where_a_key_belongs(above: Path, key: str, en: str) -> None:
    hint = meant(above, key, Sop).en
    assert hint.startswith(en)
    assert hint.endswith("keys of your own begin with x-")


def test_every_synonym_leads_to_a_key_or_a_word() -> None:
    keys = {field.key for model in models() for field in fields_of(model)}
    assert {name for names in KEYS.values() for name in names} <= keys
    words = {word for found in enumerations(json_schema("en")) for word in found}
    assert {name for names in WORDS.values() for name in names} <= words | {"true", "false"}


def enumerations(schema: Any) -> Iterator[list[str]]:
    """Every set of words in ``schema``."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    for one in inner:
        yield from enumerations(one)
    if isinstance(schema, dict) and isinstance(schema.get("enum"), list):
        yield schema["enum"]
