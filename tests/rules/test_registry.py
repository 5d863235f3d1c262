from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import sopgen
from sopgen.diagnostics import Severity
from sopgen.rules.errors import REPOSITORY_ERRORS, SPEC_ERRORS
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


def test_rendering_looks_for_all_errors_and_nothing_else() -> None:
    errors = {rule.name for rule in (*SPEC_ERRORS, *REPOSITORY_ERRORS)}
    assert len(errors) > 15
    assert errors == {rule.name for rule in RULES if rule.severity is Severity.ERROR}


def test_looking_for_errors_loads_no_other_rule() -> None:
    program = "from sopgen.rules import Policy, check; from sopgen.diagnostics import Severity; import sys\n"
    program += "from sopgen.source import Source, parse; from sopgen.spec import load\n"
    program += "text = 'sopgen: 1\\nid: A-1\\ntitle: T\\nversion: V1.0\\npurpose: P\\n'\n"
    program += "check(load(parse(Source('a.yaml', text, ''))), {}, Policy(least=Severity.ERROR))\n"
    program += "print(*(name for name in sys.modules if name.startswith('sopgen.rules.')))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = {name.removeprefix("sopgen.rules.").replace("_", "-") for name in ran.stdout.split()}
    assert "undefined-role" in loaded
    assert not loaded & {rule.name for rule in RULES if rule.severity is not Severity.ERROR} - {"unused-suppression"}
