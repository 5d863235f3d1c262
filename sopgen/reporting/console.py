"""Writing to the terminal: plain text everywhere, colours and a progress bar where there is one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from sopgen.diagnostics import Language, Message
    from sopgen.reporting.formats.text import Fragment

BATCH = 8
"""Up to how many files go without a progress bar."""


def show(fragments: Iterable[Fragment], stream: TextIO | None = None) -> None:
    """Write ``fragments`` to ``stream``, standard output if None, in colour if it is a terminal."""
    stream = stream or sys.stdout
    if not _is_coloured(stream):
        stream.write("".join(text for text, _ in fragments))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, force_terminal=True)
    console.print(Text.assemble(*fragments), end="", soft_wrap=True)


def say(message: Message, language: Language) -> None:
    """Write a message on a line of standard output."""
    show([(f"{message.text(language)}\n", "")])


@contextmanager
def progress(total: int, words: str) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error while a batch of ``total`` files is worked on; the function given advances it.

    There is none for a few files, or without a terminal.
    """
    if total <= BATCH or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)


def _is_coloured(stream: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")
