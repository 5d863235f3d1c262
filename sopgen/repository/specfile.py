"""A spec file: where it is, and what its user calls it; and paths without detours."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import NamedTuple


class SpecFile(NamedTuple):
    """A file that is taken for a spec.

    Attributes:
        name: what messages call it: the path as the user wrote it.
        path: the path to open.
        folder: the folder it stands in, relative to the one it was looked for in; outputs keep it.
    """

    name: str
    path: Path
    folder: PurePath = PurePath()


def straight(path: Path) -> Path:
    """``path`` from the root of the file system, without ``..``; links are not followed."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (resolve() follows links, absolute() keeps the dots)


def real(path: Path) -> Path:
    """``path`` with its links followed; as far as they lead, where they go round in a circle."""
    return Path(os.path.realpath(path))  # resolve() raises RuntimeError for a circle


def is_file(path: Path) -> bool:
    """Whether there is a file at ``path``; not where the system allows no such name or no look."""
    return os.path.isfile(path)  # noqa: PTH113 (Path.is_file() raises in these cases)


def shown(path: Path) -> str:
    """What to call a file that no user named: its path from the current folder, or the whole path if shorter."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        return str(path)
    return min(relative, str(path), key=len)
