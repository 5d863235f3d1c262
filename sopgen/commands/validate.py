"""``sopgen validate``: tell everything there is to tell about specs."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen import pipeline
from sopgen.commands.batch import spread
from sopgen.diagnostics import Diagnostic, Language, Message
from sopgen.reporting.console import progress
from sopgen.reporting.telling import Telling, Wanted
from sopgen.repository import Repository, SpecFile

if TYPE_CHECKING:
    from sopgen.rules import Selection

CHECKING = Message(zh="检查", en="Checking")
EVERYTHING = Wanted()
"""A report of everything, for people."""


def run(
    paths: Sequence[str],
    language: Language,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    wanted: Wanted = EVERYTHING,
) -> int:
    """Check the specs that ``paths`` stand for, those of the repository when there are none.

    Args:
        paths: files and folders.
        language: the language of messages.
        select: the rules to look for, instead of those of the settings.
        ignore: the rules not to look for.
        wanted: how to tell what is found, and what makes the exit code 1.

    Returns:
        0, or 1 if there is a finding that is severe enough.

    Raises:
        SopgenError: it could not be run at all.
    """
    repository = Repository.find(Path(paths[0] if paths else "."))
    inputs = repository.gather(paths)
    repository = repository.with_named(inputs.files)
    selection = pipeline.selection(repository, select, ignore)
    telling = Telling(wanted, language, [(file.name, file.path) for file in inputs.files])
    telling.add(inputs.notices)
    checking = partial(_diagnostics, repository, selection)
    bar = progress(0 if telling.streams else len(inputs.files), CHECKING.text(language))
    with closing(spread(checking, [(file,) for file in inputs.files])) as checked, bar as advance:
        for diagnostics in checked:
            telling.add(diagnostics)
            advance()
    return int(telling.conclude(selection.left_out))


def _diagnostics(repository: Repository, selection: Selection, file: SpecFile) -> tuple[Diagnostic, ...]:
    return pipeline.check(file, repository, selection).diagnostics
