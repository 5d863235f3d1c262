"""Refusals carry a sentence and a hint, also through a pickle."""

from __future__ import annotations

import pickle

import pytest

from sopgen.diagnostics import Message
from sopgen.spec.refusals import NotComparableError, NotReadableError


@pytest.mark.parametrize("kind", [NotReadableError, NotComparableError])
def test_a_refusal_survives_the_way_between_processes(kind: type[NotReadableError | NotComparableError]) -> None:
    refusal = kind(Message("读不懂", "cannot be read"), Message("换个写法", "write it otherwise"))
    copy = pickle.loads(pickle.dumps(refusal))
    assert (copy.message, copy.hint) == (refusal.message, refusal.hint)
    assert str(copy) == "cannot be read: write it otherwise"
