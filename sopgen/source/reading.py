"""From a path to a ``Source``."""

from __future__ import annotations

import hashlib
import stat
from codecs import BOM_UTF8
from pathlib import Path

from sopgen.diagnostics import Location
from sopgen.errors import ReadError
from sopgen.source.limits import SIZE_LIMIT
from sopgen.source.text import Source


def read(path: Path, name: str | None = None) -> Source:
    """The text of the file at ``path``; ``name`` is what to call it in messages, as the user wrote it.

    Raises:
        ReadError: the file is missing, not a file, too large, not to be read, or not in UTF-8.
    """
    location = Location(name if name is not None else str(path))
    try:
        return decode(_content(path, location), location.file)
    except (OSError, ValueError) as error:
        from sopgen.source.refusals import unreadable

        raise ReadError(unreadable(path, location, error)) from None


def decode(data: bytes, name: str) -> Source:
    """The text that ``data`` holds; ``name`` is what to call it in messages.

    Raises:
        ReadError: there are more than ``SIZE_LIMIT`` bytes, or they are not UTF-8.
    """
    if len(data) > SIZE_LIMIT:
        _refuse_size(len(data), Location(name))
    data = data.removeprefix(BOM_UTF8)
    try:
        text, zeros = data.decode("utf-8"), b"\0" in data
    except UnicodeDecodeError:
        text, zeros = "", True
    if zeros:
        from sopgen.source.encoding import refusal

        problem = refusal(data, name)
        if problem is not None:
            raise ReadError(problem)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(name, text, hashlib.sha256(text.encode()).hexdigest())


def _content(path: Path, location: Location) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        from sopgen.source.refusals import not_a_file

        raise ReadError(not_a_file(location, status.st_mode))
    if status.st_size > SIZE_LIMIT:
        _refuse_size(status.st_size, location)
    with path.open("rb") as file:
        return file.read(SIZE_LIMIT + 1)


def _refuse_size(size: int, location: Location) -> None:
    from sopgen.source.problems import LARGE_FILE

    megabytes = 1024 * 1024
    raise ReadError(LARGE_FILE.at(location, size=f"{size / megabytes:.1f}", limit=SIZE_LIMIT // megabytes))
