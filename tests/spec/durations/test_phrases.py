"""The table of fixed expressions."""

from __future__ import annotations

import re

import pytest

from sopgen.spec.durations import Duration
from sopgen.spec.durations.lengths import read_span
from sopgen.spec.durations.phrases import PHRASES


def test_every_kind_but_the_range_has_expressions() -> None:
    assert {kind for kind, _ in PHRASES.values()} == {"limit", "immediate", "every"}


@pytest.mark.parametrize("phrase", PHRASES)
def test_an_expression_is_folded_and_is_no_length_itself(phrase: str) -> None:
    assert not re.search("[A-Za-z]", phrase)
    assert read_span(phrase, 0) is None


def test_only_what_is_immediate_takes_no_time() -> None:
    assert all((length == Duration()) == (kind == "immediate") for kind, length in PHRASES.values())
