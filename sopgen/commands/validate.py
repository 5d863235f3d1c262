"""``sopgen validate``: tell everything there is to tell about specs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sopgen import pipeline
from sopgen.commands.batch import spread
from sopgen.commands.looking import Asked, Looking
from sopgen.diagnostics import Diagnostic, Language, Message
from sopgen.reporting.console import progress
from sopgen.reporting.report import complain
from sopgen.reporting.telling import Telling, Wanted
from sopgen.repository import Repository, SpecFile
from sopgen.rules.selection import left_out

if TYPE_CHECKING:
    from sopgen.rules.base.facts import Facts

CHECKING = Message(zh="检查", en="Checking")
STDIN = "<stdin>"


def run(paths: Sequence[str], language: Language, asked: Asked, wanted: Wanted) -> int:
    """Check the specs that ``paths`` stand for, those of the repository when there are none.

    Args:
        paths: files and folders.
        language: the language of messages.
        asked: what to look for, and what to do about it.
        wanted: how to tell what is found, and what makes the exit code 1.

    Returns:
        0, or 1 if there is a finding that is severe enough, or a difference where those are wanted.

    Raises:
        SopgenError: it could not be run at all.
    """
    repository = Repository.find(Path(paths[0] if paths else "."))
    inputs = repository.gather(paths)
    repository = repository.with_named(inputs.files)
    looking, fixes = Looking.at(repository, asked), asked.fixes
    telling = Telling(wanted, language, [(file.name, file.path) for file in inputs.files])
    telling.add(inputs.notices)
    if fixes is not None and fixes.unsafe:
        looking = replace(looking, further=_seen_together(looking, inputs.files))
    facts: list[Facts] = []
    bar = progress(0 if telling.streams else len(inputs.files), CHECKING.text(language))
    with closing(spread(looking, [(file,) for file in inputs.files])) as seen, bar as advance:
        for one in seen:
            telling.add(one.diagnostics)
            telling.mended += one.mended
            facts += one.facts
            sys.stdout.write(one.text)
            advance()
    if fixes is not None and fixes.to == "diff":
        return int(telling.mended > 0)
    telling.add(pipeline.compare(facts, repository, looking.policy, whole=not paths))
    return int(telling.conclude(left_out(looking.policy.selection)))


def run_on_text(data: bytes, name: str | None, language: Language, asked: Asked, wanted: Wanted) -> int:
    """Check a spec that is not in a file yet, or not as it is there: what an editor sends.

    With fixes, the mended text is printed, and what is left to tell goes to standard error.

    Args:
        data: the text, in UTF-8.
        name: the file it is to be taken for; a spec in the current folder if None.
        language: the language of messages.
        asked: what to look for, and what to do about it.
        wanted: how to tell what is found, and what makes the exit code 1.

    Returns:
        0, or 1 if there is a finding that is severe enough, or a difference where those are wanted.

    Raises:
        SopgenError: it could not be run at all.
    """
    from sopgen.reporting.excerpt import remember
    from sopgen.source import decode

    file = SpecFile(name or STDIN, Path(name or STDIN))
    source = decode(data, file.name)
    remember(file.name, source.text)
    repository = Repository.find(file.path).with_named([file])
    looking = Looking.at(repository, asked)
    seen = replace(looking, given=data)(file)
    found = [*seen.diagnostics, *pipeline.compare(seen.facts, repository, looking.policy)]
    if asked.fixes is not None:
        remember(file.name, seen.text)
        sys.stdout.write(seen.text)
        if asked.fixes.to == "diff":
            return int(seen.mended > 0)
        complain(found, language)
        return int(any(one.severity >= wanted.fail_on for one in found))
    telling = Telling(wanted, language, [(file.name, file.path)])
    telling.add(found)
    return int(telling.conclude(left_out(looking.policy.selection)))


def _seen_together(looking: Looking, files: Sequence[SpecFile]) -> dict[str, list[Diagnostic]]:
    """What can be mended and shows only when files are seen together, by the file's name."""
    checking = replace(looking, fixes=None)
    with closing(spread(checking, [(file,) for file in files])) as seen:
        facts = [fact for one in seen for fact in one.facts]
    found: dict[str, list[Diagnostic]] = {}
    for one in pipeline.compare(facts, looking.repository, looking.policy):
        if one.fix:
            found.setdefault(one.location.file, []).append(one)
    return found
