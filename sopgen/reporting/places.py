"""How tools call the files of diagnostics: from the current folder, with forward slashes."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from urllib.parse import quote


def tool_path(file: str) -> str:
    """``file``, as its user wrote it, as a tool wants it: from the current folder if it is inside, with slashes."""
    path = Path(file)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return path.as_posix()


def uri(path: str) -> str:
    """What ``tool_path`` gives as a URI, relative if it is (RFC 3986)."""
    if PurePath(path).is_absolute():
        return Path(path).as_uri()
    return quote(os.fsencode(path))
