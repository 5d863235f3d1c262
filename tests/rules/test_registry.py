from __future__ import annotations

import re
from pathlib import Path

import sopgen
from sopgen.rules.registry import RULES

PACKAGE = Path(sopgen.__file__).parent
FILES = {path for path in (PACKAGE / "rules").glob("*.py") if "\nCODE = " in path.read_text("utf-8")}


def test_every_rule_on_disk_is_registered_once() -> None:
    assert len(FILES) > 15
    assert sorted(rule.name for rule in RULES) == sorted(path.stem.replace("_", "-") for path in FILES)


def test_codes_are_three_digits_unlike_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert all(re.fullmatch(r"SOP[1-9]\d\d", code) for code in codes)
    assert codes == sorted(set(codes))


def test_no_other_part_of_sopgen_uses_the_code_of_a_rule() -> None:
    others = [path for path in PACKAGE.rglob("*.py") if path not in FILES]
    used = {code for path in others for code in re.findall(r'"(SOP\d{3})"', path.read_text("utf-8"))}
    assert used
    assert used.isdisjoint(rule.code for rule in RULES)
