"""From a path to a ``Source``: what keeps a file from being read, each with its own diagnostic."""

from __future__ import annotations

import errno
import hashlib
import stat
from pathlib import Path
from typing import NoReturn

from sopgen.diagnostics import Diagnostic, Location, Message
from sopgen.errors import ReadError
from sopgen.source import problems
from sopgen.source.encoding import decoded
from sopgen.source.nearest import near
from sopgen.source.text import Source

SIZE_LIMIT = 8 * 1024 * 1024
"""Bytes in a file. A long procedure has 100 KB; more than this is not a text that people wrote."""

FOLDER = Message(zh="文件夹", en="a folder")
DEVICE = Message(zh="设备或管道", en="a device or a pipe")
NO_PERMISSION = Message(zh="没有读取权限", en="no permission")
DID_YOU_MEAN = Message(zh="您是不是要写“{name}”？", en="did you mean `{name}`?")
NO_SUCH_FOLDER = Message(zh="没有“{folder}”这个文件夹", en="there is no folder `{folder}`")


def read(path: Path, name: str | None = None) -> Source:
    """The text of the file at ``path``; ``name`` is what to call it in messages, as the user wrote it.

    Raises:
        ReadError: the file is missing, not a file, too large, not to be read, or not in UTF-8.
    """
    location = Location(name if name is not None else str(path))
    try:
        return decode(_content(path, location), location.file)
    except (FileNotFoundError, NotADirectoryError):
        raise ReadError(_missing(path, location)) from None
    except (OSError, ValueError) as error:
        raise ReadError(_refused(path, location, error)) from None


def decode(data: bytes, name: str) -> Source:
    """The text that ``data`` holds; ``name`` is what to call it in messages.

    Raises:
        ReadError: there are more than ``SIZE_LIMIT`` bytes, or they are not UTF-8.
    """
    if len(data) > SIZE_LIMIT:
        _too_large(len(data), Location(name))
    text = decoded(data, name)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(name, text, hashlib.sha256(text.encode()).hexdigest())


def _content(path: Path, location: Location) -> bytes:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        what = FOLDER if stat.S_ISDIR(status.st_mode) else DEVICE
        raise ReadError(problems.NOT_A_FILE.at(location, what=what))
    if status.st_size > SIZE_LIMIT:
        _too_large(status.st_size, location)
    with path.open("rb") as file:
        return file.read(SIZE_LIMIT + 1)


def _too_large(size: int, location: Location) -> NoReturn:
    megabytes = f"{size / 1024**2:.1f}"
    raise ReadError(problems.LARGE_FILE.at(location, size=megabytes, limit=SIZE_LIMIT // 1024**2))


def _missing(path: Path, location: Location) -> Diagnostic:
    if path.is_symlink():
        return problems.BROKEN_LINK.at(location, target=path.readlink())
    folder = path.parent
    if not folder.is_dir():
        return problems.MISSING_FILE.at(location, hint=NO_SUCH_FOLDER, folder=folder)
    found = near(path.name, _names(folder))
    if found is None:
        return problems.MISSING_FILE.at(location)
    return problems.MISSING_FILE.at(location, hint=DID_YOU_MEAN, name=found)


def _refused(path: Path, location: Location, error: OSError | ValueError) -> Diagnostic:
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    if number == errno.ELOOP:
        return problems.BROKEN_LINK.at(location, target=path.readlink())
    reason = NO_PERMISSION if number in (errno.EACCES, errno.EPERM) else errno.errorcode.get(number or 0, "?")
    return problems.UNREADABLE_FILE.at(location, reason=reason)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []
