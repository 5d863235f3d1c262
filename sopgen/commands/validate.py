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
    from sopgen.rules import Policy
    from sopgen.rules.base.facts import Facts

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
    policy = pipeline.policy_of(repository, select, ignore)
    telling = Telling(wanted, language, [(file.name, file.path) for file in inputs.files])
    telling.add(inputs.notices)
    facts: list[Facts] = []
    checking = partial(_checked, repository, policy)
    bar = progress(0 if telling.streams else len(inputs.files), CHECKING.text(language))
    with closing(spread(checking, [(file,) for file in inputs.files])) as checked, bar as advance:
        for diagnostics, known in checked:
            telling.add(diagnostics)
            facts += known
            advance()
    telling.add(pipeline.compare(facts, repository, policy, whole=not paths))
    return int(telling.conclude(policy.selection.left_out))


def _checked(repository: Repository, policy: Policy, file: SpecFile) -> tuple[tuple[Diagnostic, ...], list[Facts]]:
    checked = pipeline.check(file, repository, policy)
    return checked.diagnostics, [checked.facts] if checked.facts else []
