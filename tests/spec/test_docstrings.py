"""Models say what they are, also where Python has no docstrings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sopgen.spec.docstrings import docstrings
from sopgen.spec.kinds import fields_of
from sopgen.spec.models import models
from sopgen.spec.steps import Track


def test_every_model_and_every_key_has_one() -> None:
    for model in models():
        words = docstrings(model)
        assert words[""], model
        assert [field.key for field in fields_of(model) if not words.get(field.attribute)] == []


def test_they_are_one_line_each_in_plain_markdown() -> None:
    for model in models():
        assert not [text for text in docstrings(model).values() if "``" in text or "\n" in text or "  " in text]
    assert docstrings(Track)["procedure"] == "A procedure of this file that is the track."


def test_they_are_there_without_docstrings() -> None:
    code = (
        "from sopgen.spec.docstrings import docstrings; from sopgen.spec.sop import Sop; print(docstrings(Sop)['id'])"
    )
    root = Path(__file__).parents[2]
    run = subprocess.run([sys.executable, "-OO", "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.startswith("The document's number")
