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
from sopgen.source.problems import Problem

_OF_A_SUBMODULE = "160000"
"""The mode of what is a repository itself: git has no content of it."""


def contents_at(revision: str, root: Path) -> Mapping[Path, bytes]:
    """What the files below ``root`` that have changed since ``revision`` held then, by where they are now, resolved.

    What others have done in ``revision`` since the two lines of history parted is no change of these files. A file
    that was renamed is known by its new name; new ones are left out. Files that have not been committed count as they
    lie.

    Raises:
        UsageError: ``root`` is not in a git repository, git is not installed, or there is no such revision.
    """
    commit = _git(root, revision, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    began = _parting(root, commit.decode().strip())
    asked = ("diff", "--raw", "--no-abbrev", "-z", "--find-renames", "--relative", began, "--", ".")
    changed = dict(_changed(_git(root, revision, *asked).decode("utf-8", "surrogateescape")))
    objects = "".join(f"{then}\n" for then in changed.values()).encode()
    held = _contents(_git(root, revision, "cat-file", "--batch", given=objects)) if changed else ()
    return {real(root / now): content for now, content in zip(changed, held, strict=True)}


def _parting(root: Path, commit: str) -> str:
    """Where the history of what lies here left that of ``commit``; ``commit`` itself where a clone is too shallow."""
    base = _run(root, "merge-base", commit, "HEAD")
    return commit if base.returncode else base.stdout.decode().strip()


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


def _contents(listing: bytes) -> Iterator[bytes]:
    """What each object holds, from ``cat-file --batch``: a line that ends with its size, the content, a line feed."""
    place = 0
    while place < len(listing):
        start = listing.index(b"\n", place) + 1
        end = start + int(listing[place:start].split()[-1])
        yield listing[start:end]
        place = end + 1


def _git(root: Path, revision: str, *arguments: str, given: bytes = b"") -> bytes:
    run = _run(root, *arguments, given=given)
    if run.returncode:
        raise UsageError(_refused(run.stderr).at(Location("--since"), revision=revision, folder=str(root)))
    return run.stdout


def _refused(said: bytes) -> Problem:
    if b"dubious ownership" in said:
        return problems.UNTRUSTED_FOLDER
    return problems.NO_GIT if b"not a git repository" in said else problems.UNKNOWN_REVISION


def _run(root: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    spoken = {**os.environ, "LC_ALL": "C"}
    try:
        return subprocess.run(["git", *arguments], cwd=root, env=spoken, input=given, capture_output=True, check=False)  # noqa: S603, S607 (git as the user has it)
    except OSError:
        raise UsageError(problems.NO_GIT.at(Location("--since"))) from None
