"""``sopgen validate``: tell everything there is to tell about specs."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen import pipeline
from sopgen.commands.batch import spread
from sopgen.diagnostics import Diagnostic, Language, Message, Severity
from sopgen.reporting.console import progress
from sopgen.reporting.report import report
from sopgen.repository import Repository, SpecFile

if TYPE_CHECKING:
    from sopgen.rules import Policy
    from sopgen.rules.base.facts import Facts

CHECKING = Message(zh="检查", en="Checking")


def run(
    paths: Sequence[str],
    language: Language,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    form: str = "full",
    fail_on: Severity = Severity.ERROR,
    quiet: bool = False,
) -> int:
    """Check the specs that ``paths`` stand for, those of the repository when there are none.

    Args:
        paths: files and folders.
        language: the language of messages.
        select: the rules to look for, instead of those of the settings.
        ignore: the rules not to look for.
        form: the form of the report.
        fail_on: the least severity that makes the exit code 1.
        quiet: whether to leave out the sentence that counts.

    Returns:
        0, or 1 if there is a finding of ``fail_on`` or worse.

    Raises:
        SopgenError: it could not be run at all.
    """
    repository = Repository.find(Path(paths[0] if paths else "."))
    inputs = repository.gather(paths)
    repository = repository.with_named(inputs.files)
    policy = pipeline.policy_of(repository, select, ignore)
    found: list[Diagnostic] = [*inputs.notices]
    facts: list[Facts] = []
    checking = partial(_checked, repository, policy)
    bar = progress(len(inputs.files), CHECKING.text(language))
    with closing(spread(checking, [(file,) for file in inputs.files])) as checked, bar as advance:
        for diagnostics, known in checked:
            found += diagnostics
            facts += known
            advance()
    found += pipeline.compare(facts, repository, policy, whole=not paths)
    found.sort(key=lambda diagnostic: diagnostic.sort_key)
    report(found, language, form, files=None if quiet else len(inputs.files))
    return int(any(diagnostic.severity >= fail_on for diagnostic in found))


def _checked(repository: Repository, policy: Policy, file: SpecFile) -> tuple[tuple[Diagnostic, ...], list[Facts]]:
    checked = pipeline.check(file, repository, policy)
    return checked.diagnostics, [checked.facts] if checked.facts else []
