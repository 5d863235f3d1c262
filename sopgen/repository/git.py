"""What git knows: what the files of a repository held at an earlier revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from sopgen.diagnostics import Location
from sopgen.errors import UsageError
from sopgen.repository import problems


def contents_at(revision: str, root: Path) -> Mapping[Path, bytes]:
    """What the files below ``root`` that have changed since ``revision`` held then, by where they are now, resolved.

    A file that was renamed is known by its new name; new ones are left out. Files that have not been committed count
    as they lie.

    Raises:
        UsageError: ``root`` is not in a git repository, git is not installed, or there is no such revision.
    """
    top = Path(_git(root, revision, "rev-parse", "--show-toplevel").decode().rstrip("\n"))
    commit = _git(root, revision, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    name = commit.decode().strip()
    listing = _git(root, revision, "diff", "--name-status", "-z", "--find-renames", "--relative", name, "--", ".")
    prefix = root.resolve().relative_to(top.resolve())
    found = {}
    for now, then in _changed(listing.decode("utf-8", "surrogateescape")):
        held = _git(root, revision, "cat-file", "blob", f"{name}:{(prefix / then).as_posix()}")
        found[(root / now).resolve()] = held
    return found


def _changed(listing: str) -> Iterator[tuple[str, str]]:
    """The present and the earlier name of each file that was there at both times, from ``--name-status -z``."""
    words = iter(listing.split("\0"))
    for status in words:
        if status.startswith(("R", "C")):
            then = next(words)
            yield next(words), then
        elif status:
            name = next(words)
            if status[0] in "MT":
                yield name, name


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
