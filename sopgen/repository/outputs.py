"""Output files: their names, and writing them whole or not at all."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from sopgen.diagnostics import Diagnostic, Location
from sopgen.errors import WriteError
from sopgen.repository import problems
from sopgen.repository.specfile import real
from sopgen.source.problems import Problem
from sopgen.source.reasons import reason
from sopgen.source.refusals import names_in

LONGEST_NAME: Final = 120
"""Characters of a file name without its suffix; Windows allows 260 in the whole path."""
_MOST_BYTES: Final = 240
"""Bytes of the same in UTF-8; Linux allows 255 with the suffix."""
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED: Final = re.compile(r"(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?=\.|$)", re.IGNORECASE)
_MARK: Final = b"<Application>sopgen</Application>"


def file_name(number: str, title: str, suffix: str) -> str:
    """``<number> <title>`` as a file name that Windows, macOS and Linux accept."""
    name = _FORBIDDEN.sub("-", " ".join(f"{number} {title}".split()))
    name = unicodedata.normalize("NFC", name)[:LONGEST_NAME]
    while len(name.encode()) > _MOST_BYTES:
        name = name[:-1]
    name = name.strip(" .")
    return f"{'_' if _RESERVED.match(name) else ''}{name}{suffix}"


def same_file_key(path: Path) -> str:
    """A text that two paths share if some system takes them for the same file."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def is_own(path: Path) -> bool:
    """Whether the file at ``path`` is a document as sopgen wrote it: whatever saves it later puts its own name in."""
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(path) as package:
            return _MARK in package.read("docProps/app.xml")
    except (OSError, KeyError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error):  # damaged, or encrypted
        return False


def left_behind(written: Iterable[Path], made: Collection[str]) -> Iterator[tuple[Path, Path]]:
    """What sopgen wrote earlier beside one of ``written``, with its number or its title, and no spec makes any more.

    Args:
        written: files that were written now.
        made: the names of all the files that specs make.

    Yields:
        the file that was left behind, and the one that has its number or title.
    """
    keys = {same_file_key(Path(name)) for name in made}
    by_folder: dict[Path, list[Path]] = {}
    for path in written:
        by_folder.setdefault(path.parent, []).append(path)
    for folder, paths in by_folder.items():
        by_part = {part: path for path in paths for part in _parts(path.name)}
        for name in names_in(folder):
            now = next((by_part[part] for part in _parts(name) if part in by_part), None)
            if now is not None and same_file_key(Path(name)) not in keys and is_own(folder / name):
                yield folder / name, now


def _parts(name: str) -> tuple[str, str]:
    """The number in the name of a file, and the title with the suffix; no number holds a blank."""
    number, _, title = name.partition(" ")
    return number, title


def write(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write a whole file, making folders as needed; what was at ``path`` stays until the new file is complete.

    What is no file but a way out, such as ``/dev/stdout`` or a named pipe, takes the data and stays what it is.

    Args:
        path: the file.
        data: what it is to hold.
        mode: its permissions; those of new files if None.

    Raises:
        WriteError: it cannot be written; nothing is left behind.
    """
    if _is_way_out(path):
        _pour(path, data)
        return
    temporary = path.parent / f".sopgen-{os.getpid()}.tmp"
    problem, place = problems.UNWRITABLE_FOLDER, path.parent
    try:
        place.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        if mode is not None:
            temporary.chmod(mode)
        problem, place = problems.UNWRITABLE_FILE, path
        temporary.replace(path)
    except BaseException as error:
        _remove(temporary)
        if isinstance(error, OSError | UnicodeEncodeError):
            raise WriteError(_refused(problem, place, error)) from None
        raise


def _is_way_out(path: Path) -> bool:
    """Whether ``path`` is a device or a pipe, or the file that standard output goes to."""
    try:
        status = path.stat()
        special = not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode))
        return special or os.path.samestat(status, os.fstat(1))
    except (OSError, ValueError):
        return False


def _pour(path: Path, data: bytes) -> None:
    try:
        with path.open("ab") as out:
            out.write(data)
    except OSError as error:
        raise WriteError(_refused(problems.UNWRITABLE_FILE, path, error)) from None


def rewrite(path: Path, data: bytes) -> None:
    """Write other content into a file that is there, as ``write`` does; a link stays one, permissions stay.

    Raises:
        WriteError: it cannot be written; it is as it was.
    """
    place = real(path)
    mode = stat.S_IMODE(place.stat().st_mode)
    write(place, data, mode)


def create(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet.

    Raises:
        WriteError: there is one already, or it cannot be written.
    """
    if os.path.lexists(path):
        raise WriteError(problems.EXISTING_FILE.at(Location(str(path))))
    write(path, data)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _refused(problem: Problem, path: Path, error: OSError | UnicodeEncodeError) -> Diagnostic:
    return problem.at(Location(str(path)), reason=reason(error))
