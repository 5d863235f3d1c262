"""Why a file cannot be read, each reason in its own words."""

from __future__ import annotations

import errno
import stat
from pathlib import Path
from typing import Final

from sopgen.diagnostics import Diagnostic, Location, Message
from sopgen.source import problems
from sopgen.source.nearest import did_you_mean
from sopgen.source.reasons import reason

FOLDER: Final = Message(zh="文件夹", en="a folder")
DEVICE: Final = Message(zh="设备或管道", en="a device or a pipe")
NO_SUCH_NAME: Final = Message(zh="文件不能用这个名称", en="no file can have this name")
NO_SUCH_FOLDER: Final = Message(zh="没有“{folder}”这个文件夹", en="there is no folder `{folder}`")


def not_a_file(location: Location, mode: int) -> Diagnostic:
    """What has that file mode is not a file with content of its own."""
    return problems.NOT_A_FILE.at(location, what=FOLDER if stat.S_ISDIR(mode) else DEVICE)


def unreadable(path: Path, location: Location, error: OSError | ValueError) -> Diagnostic:
    """What the system's refusal to read a file means."""
    if isinstance(error, ValueError):
        return problems.UNREADABLE_FILE.at(location, reason=NO_SUCH_NAME)
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
        return _missing(path, location)
    return problems.UNREADABLE_FILE.at(location, reason=reason(error))


def _missing(path: Path, location: Location) -> Diagnostic:
    if path.is_symlink():
        return problems.BROKEN_LINK.at(location, target=path.readlink())
    folder = path.parent
    if not folder.is_dir():
        return problems.MISSING_FILE.at(location, hint=NO_SUCH_FOLDER.format(folder=folder))
    return problems.MISSING_FILE.at(location, hint=did_you_mean(path.name, names_in(folder)))


def names_in(folder: Path) -> list[str]:
    """The names of what is in a folder, sorted; none if it cannot be looked into."""
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []
