"""Content controls: each text that came from the spec carries its path, and an id derived from it.

Word and WPS keep id, tag and alias through a save; LibreOffice 7.4 keeps the alias only, so that holds the path too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

from sopgen.writers.docx.xml import attribute

PLAIN = "<w:text/>"
"""The kind of control that holds one line of text."""
RICH = ""
"""The kind of control that holds anything; it also holds lines of text, which LibreOffice jumbles in a plain one."""
PARTS = '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj>'
"""The same, for blocks whose first paragraph has line breaks or links, which LibreOffice jumbles in a rich one."""
LOCK = '<w:lock w:val="sdtContentLocked"/>'
"""What keeps a control as it is where a document is protected but for its forms: else all controls could be changed."""
CLOSE = "</w:sdtContent></w:sdt>"
_POSITIVE = 0x7FFFFFFF
_LONGEST = 64
"""The longest alias and tag that Word takes."""
_SIMPLE = re.compile(f"[\\w/~-]{{1,{_LONGEST}}}")


class Controls:
    """The content controls of one document, no two with the same id; ``locked`` ones cannot be changed in Word."""

    def __init__(self, *, locked: bool = False) -> None:
        self.lock = LOCK if locked else ""
        self._used: set[int] = {0}
        self._salts: dict[str, int] = {}

    def open(self, path: str, kind: str) -> str:
        """The beginning of a control, up to its content; ``CLOSE`` ends it."""
        kind = self.lock + kind
        number, opening = _first(path, kind)
        if number in self._used:
            number = self._another(path)
            opening = _opening(path, number, kind)
        self._used.add(number)
        return opening

    def number(self, path: str) -> int:
        """The id of another control, which belongs to ``path``."""
        number = control_id(path)
        if number in self._used:
            number = self._another(path)
        self._used.add(number)
        return number

    def _another(self, path: str) -> int:
        """An id for a path that has been used before, or whose id another path has."""
        salt, number = self._salts.get(path, 1), 0
        while number in self._used:
            salt += 1
            number = control_id(f"{path}#{salt}")
        self._salts[path] = salt
        return number


@lru_cache(1024)
def _first(path: str, kind: str) -> tuple[int, str]:
    """The id and the beginning of the first control of ``path``; documents have most of their paths in common."""
    number = control_id(path)
    return number, _opening(path, number, kind)


def _opening(path: str, number: int, kind: str) -> str:
    name = path if _SIMPLE.fullmatch(path) else attribute(path if len(path) <= _LONGEST else f"#{number}")
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/><w:id w:val="{number}"/>{kind}</w:sdtPr>'
        "<w:sdtContent>"
    )


def control_id(path: str) -> int:
    """The id of the first control of ``path``: a positive 32-bit number."""
    return crc32(path.encode()) & _POSITIVE
