from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Sopgen = Callable[..., Any]


def test_the_schema_is_printed_or_written(sopgen: Sopgen, here: Path) -> None:
    ran = sopgen("schema")
    assert ran.code == 0
    shapes = json.loads(ran.out)["$defs"]
    assert "steps" in shapes["Sop"]["properties"]
    assert "parts" in shapes["Handbook"]["properties"]
    assert shapes["Step"]["description"].startswith("One step")
    assert sopgen("schema", "--output", "a/sop.json").out == ""
    assert (here / "a" / "sop.json").read_text(encoding="utf-8") == ran.out


def test_its_descriptions_are_in_the_language_asked_for(sopgen: Sopgen) -> None:
    shapes = json.loads(sopgen("schema", "--lang", "zh-CN").out)["$defs"]
    assert shapes["Step"]["description"].startswith("一个步骤")


def test_a_folder_that_cannot_be_written_to_ends_with_2(sopgen: Sopgen, here: Path) -> None:
    (here / "a").touch()
    assert sopgen("schema", "--output", "a/sop.json").code == 2
