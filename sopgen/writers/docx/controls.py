"""Content controls: each text that came from the spec carries its path, and an id derived from it.

Word, WPS and LibreOffice 25.2 keep id, tag and alias through a save; LibreOffice 7.4 keeps the alias only, so that
holds the path too. What both leave whole was tried: controls that say they show a part of the package, which is not
there, so that Word takes no notice, and around blocks those of a gallery. 7.4 writes the text of other plain controls
four times, and loses rich ones; both break off where one stands inside another; 25.2 cannot make a PDF of one that
stands in a link or holds one, and both write no XML where one and a link meet.
7.4 jumbles the fields of a link that begins with one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

from sopgen.writers.docx.xml import attribute

INLINE = '<w:dataBinding w:xpath="/sopgen" w:storeItemID="{3B1F6C52-0C1E-4C55-9E0A-5A0F0D6C7B11}"/>'
"""The kind of control that stands in a paragraph."""
PARTS = '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj>'
"""The kind of control that stands around blocks."""
GAP = "<w:r><w:t>\u200b</w:t></w:r>"
"""What stands between a control and a link, before a field that a link begins with, and before a first word that is
too long for its line, behind a number or bullet. It has no width."""
LOCK = '<w:lock w:val="sdtContentLocked"/>'
"""What keeps a control as it is where a document is protected but for its forms: else all controls could be changed."""
BEGIN = '<w:sdt><w:sdtPr><w:alias w:val="'
"""The first of the pieces that the beginning of a control is written in."""
CLOSE = "</w:sdtContent></w:sdt>"
_POSITIVE = 0x7FFFFFFF
LONGEST = 64
"""The longest alias and tag that Word takes."""
_SIMPLE = re.compile(f"[\\w/~-]{{1,{LONGEST}}}")


class Controls:
    """The content controls of one document, no two with the same id and none inside another.

    Attributes:
        lock: what keeps those that hold no field of a form from being changed; empty where they may be.
        inside: whether one is being written.
    """

    def __init__(self, *, locked: bool = False) -> None:
        self.inside = False
        self.lock = LOCK if locked else ""
        self._ends = {kind: f'"/>{self.lock}{kind}</w:sdtPr><w:sdtContent>' for kind in (INLINE, PARTS)}
        self._used: set[int] = {0}
        self._salts: dict[str, int] = {}

    def open(self, path: str, kind: str) -> tuple[str, ...]:
        """The beginning of a control, up to its content, in pieces that controls share; ``CLOSE`` ends it."""
        end = self._ends[kind]
        number, opening = _first(path, end)
        if number in self._used:
            number = self._another(path)
            opening = _opening(path, number, end)
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
def _first(path: str, end: str) -> tuple[int, tuple[str, ...]]:
    """The id and the beginning of the first control of ``path``; documents have most of their paths in common."""
    number = control_id(path)
    return number, _opening(path, number, end)


def _opening(path: str, number: int, end: str) -> tuple[str, ...]:
    name = path if _SIMPLE.fullmatch(path) else control_tag(path, number)
    return BEGIN, name, '"/><w:tag w:val="', name, '"/><w:id w:val="', str(number), end


def control_tag(path: str, number: int) -> str:
    """What a control says that it belongs to: its path, or its id where that is too long."""
    return attribute(path if len(path) <= LONGEST else f"#{number}")


def control_id(path: str) -> int:
    """The id of the first control of ``path``: a positive 32-bit number."""
    return crc32(path.encode()) & _POSITIVE


PIECES = len(_opening("", 0, ""))
"""How many pieces the beginning of a control is written in."""
