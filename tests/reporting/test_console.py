from __future__ import annotations

import io
import sys

import pytest

from sopgen.reporting.console import progress, show

FRAGMENTS = [("a.yaml: ", "bold"), ("error", "bold red"), (" [x] :smile: " + "长" * 200 + "\n", "")]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def shown(stream: io.StringIO) -> str:
    show(FRAGMENTS, stream)
    return stream.getvalue()


def test_a_file_gets_plain_text() -> None:
    assert shown(io.StringIO()) == "".join(text for text, _ in FRAGMENTS)


def test_a_terminal_gets_colours_and_the_same_text() -> None:
    import re

    written = shown(Terminal())
    assert "\x1b[1;31merror" in written
    assert re.sub(r"\x1b\[[\d;]*m", "", written) == "".join(text for text, _ in FRAGMENTS)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_can_be_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert "\x1b" not in shown(Terminal())


def test_colours_can_be_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in shown(io.StringIO())


@pytest.mark.parametrize(("total", "terminal", "bar"), [(9, True, True), (8, True, False), (100, False, False)])
def test_a_bar_is_for_batches_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, total: int, terminal: bool, bar: bool
) -> None:
    stream = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with progress(total, "Rendering") as advance:
        for _ in range(total):
            advance()
    assert (f"{total}/{total}" in stream.getvalue()) is bar
