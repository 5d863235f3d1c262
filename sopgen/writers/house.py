"""House templates: a company's own files, into which documents are written."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import NamedTuple

from sopgen.diagnostics import Location
from sopgen.errors import ReadError


class HouseTemplate(NamedTuple):
    """A house template as it was read.

    Attributes:
        name: its file, as messages call it.
        data: what the file holds.
    """

    name: str
    data: bytes


def read_template(path: Path, name: str) -> HouseTemplate:
    """The template in the file at ``path``; whether it is one shows when it is used.

    Raises:
        ReadError: the file is missing, not a file, or not to be read.
    """
    from sopgen.source.refusals import not_a_file, unreadable

    location = Location(name)
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise ReadError(not_a_file(location, mode))
        return HouseTemplate(name, path.read_bytes())
    except (OSError, ValueError) as error:
        raise ReadError(unreadable(path, location, error)) from None
