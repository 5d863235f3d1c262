from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sopgen.cli.app import app

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc33"
    "0000000049454e44ae426082"
)


@dataclass(frozen=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def rules(self) -> list[str]:
        """The rules of the diagnostics that were printed."""
        return re.findall(r"(?:error|warning|note) SOP\d{3} ([a-z0-9-]+): ", self.out + self.err)


Sopgen = Callable[..., Ran]


@pytest.fixture
def sopgen(here: Path) -> Sopgen:
    """Runs a command line; its messages are in English unless it says otherwise."""

    def run(*arguments: str, typed: str | None = None) -> Ran:
        lang = [] if "--lang" in arguments else ["--lang", "en"]
        result = CliRunner().invoke(app, [*arguments, *lang], input=typed)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout_bytes.decode(), result.stderr)  # with its line breaks

    return run


@pytest.fixture
def image() -> bytes:
    """A PNG image of one pixel."""
    return PNG
