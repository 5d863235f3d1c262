"""Whole specs as files: those in ``ok`` give no diagnostic, those in ``err`` the ones that stand beside them.

``python tests/test_spec_files.py`` writes what the specs in ``err`` give now; read the difference before keeping it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selections import CONSISTENT

from sopgen.diagnostics import Diagnostic
from sopgen.errors import SopgenError
from sopgen.repository.documents import KnownDocument
from sopgen.rules import Policy, check
from sopgen.source import parse, read
from sopgen.spec import load

FOLDER = Path(__file__).parent / "specs"
OK, ERR = sorted(FOLDER.glob("ok/*.yaml")), sorted(FOLDER.glob("err/*.yaml"))
KNOWN = {"AFS-SOP-2026-002": KnownDocument("", {"qualify": "1", "refund": "2"})}
"""A document that the repository of these specs has besides them."""


def diagnostics(path: Path) -> tuple[Diagnostic, ...]:
    try:
        return check(load(parse(read(path, path.name))), KNOWN, Policy(CONSISTENT)).diagnostics
    except SopgenError as error:
        return error.diagnostics


def told(path: Path) -> str:
    return "".join(f"{diagnostic}\n" for diagnostic in diagnostics(path))


def ids(path: Path) -> str:
    return path.stem


def test_there_are_cases() -> None:
    assert len(OK) >= 5
    assert len(ERR) >= 25


@pytest.mark.parametrize("path", OK, ids=ids)
def test_a_good_spec_gives_no_diagnostic(path: Path) -> None:
    assert told(path) == ""


@pytest.mark.parametrize("path", ERR, ids=ids)
def test_a_bad_spec_gives_the_diagnostics_beside_it(path: Path) -> None:
    expected = path.with_suffix(".out").read_text("utf-8")
    assert expected
    assert told(path) == expected


@pytest.mark.parametrize("path", ERR, ids=ids)
def test_every_diagnostic_speaks_both_languages_and_says_what_to_do(path: Path) -> None:
    for one in diagnostics(path):
        assert one.hint is not None
        for message in (one.message, one.hint):
            assert message.zh != message.en
            assert not re.search("{[a-z]+}", message.zh + message.en)  # no blank is left unfilled


if __name__ == "__main__":
    for spec in ERR:
        spec.with_suffix(".out").write_text(told(spec), "utf-8")
