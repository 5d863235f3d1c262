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
    assert sopgen("schema", "--output", "a/sop.json").out == ""
    assert (here / "a" / "sop.json").read_text(encoding="utf-8") == ran.out


def test_a_folder_that_cannot_be_written_to_ends_with_2(sopgen: Sopgen, here: Path) -> None:
    (here / "a").touch()
    assert sopgen("schema", "--output", "a/sop.json").code == 2
