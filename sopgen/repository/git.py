"""What git knows: what the files of a repository held at an earlier revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from sopgen.diagnostics import Location
from sopgen.errors import UsageError
from sopgen.repository import problems
from sopgen.repository.specfile import real

_OF_A_SUBMODULE = "160000"
"""The mode of what is a repository itself: git has no content of it."""


def contents_at(revision: str, root: Path) -> Mapping[Path, bytes]:
    """What the files below ``root`` that have changed since ``revision`` held then, by where they are now, resolved.

    A file that was renamed is known by its new name; new ones are left out. Files that have not been committed count
    as they lie.

    Raises:
        UsageError: ``root`` is not in a git repository, git is not installed, or there is no such revision.
    """
    commit = _git(root, revision, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    name = commit.decode().strip()
    asked = ("diff", "--raw", "--no-abbrev", "-z", "--find-renames", "--relative", name, "--", ".")
    changed = _changed(_git(root, revision, *asked).decode("utf-8", "surrogateescape"))
    return {real(root / now): _git(root, revision, "cat-file", "blob", then) for now, then in changed}


def _changed(listing: str) -> Iterator[tuple[str, str]]:
    """The present name of each file that was there at both times, and the object it was, from ``--raw -z``."""
    words = iter(listing.split("\0"))
    for described in words:
        if described:
            mode, _, then, _, status = described.removeprefix(":").split()
            name = next(words)
            if status[0] in "RC":
                name = next(words)
            if status[0] in "MTRC" and mode != _OF_A_SUBMODULE:
                yield name, then


def _git(root: Path, revision: str, *arguments: str) -> bytes:
    spoken = {**os.environ, "LC_ALL": "C"}
    try:
        run = subprocess.run(["git", *arguments], cwd=root, env=spoken, capture_output=True, check=False)  # noqa: S603, S607 (git as the user has it)
    except OSError:
        raise UsageError(problems.NO_GIT.at(Location("--since"))) from None
    if run.returncode:
        no_git = b"not a git repository" in run.stderr
        problem = problems.NO_GIT if no_git else problems.UNKNOWN_REVISION
        raise UsageError(problem.at(Location("--since"), revision=revision))
    return run.stdout
