"""Why a file cannot be read, each reason in its own words."""

from __future__ import annotations

import errno
import stat
from pathlib import Path
from typing import Final

from sopgen.diagnostics import Diagnostic, Location, Message
from sopgen.source import problems
from sopgen.source.nearest import near

FOLDER: Final = Message(zh="文件夹", en="a folder")
DEVICE: Final = Message(zh="设备或管道", en="a device or a pipe")
NO_PERMISSION: Final = Message(zh="没有读取权限", en="no permission")
DID_YOU_MEAN: Final = Message(zh="您是不是要写“{name}”？", en="did you mean `{name}`?")
NO_SUCH_FOLDER: Final = Message(zh="没有“{folder}”这个文件夹", en="there is no folder `{folder}`")


def not_a_file(location: Location, mode: int) -> Diagnostic:
    """What has that file mode is not a file with content of its own."""
    return problems.NOT_A_FILE.at(location, what=FOLDER if stat.S_ISDIR(mode) else DEVICE)


def unreadable(path: Path, location: Location, error: OSError | ValueError) -> Diagnostic:
    """What the system's refusal to read a file means."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _missing(path, location)
    number = error.errno if isinstance(error, OSError) else errno.EINVAL  # a name that no file can have
    if number == errno.ELOOP:
        return problems.BROKEN_LINK.at(location, target=path.readlink())
    reason = NO_PERMISSION if number in (errno.EACCES, errno.EPERM) else errno.errorcode.get(number or 0, "?")
    return problems.UNREADABLE_FILE.at(location, reason=reason)


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


def _names(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []
