"""The documents of a repository by number; each is read when something asks for it, and once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from sopgen.errors import SopgenError
from sopgen.repository.heads import Head, beginning, read_head
from sopgen.repository.specfile import SpecFile

_ID: Final = re.compile(r"""\bid:[ \t]*["']?([^\s,"'}]+)""")


class KnownDocument(NamedTuple):
    """A document of the repository: its title, and the numbers of its steps by id."""

    title: str
    steps: Mapping[str, str]


class Documents(Mapping[str, KnownDocument]):
    """The documents that a repository's spec files hold, by number."""

    def __init__(self, files: Collection[SpecFile]) -> None:
        self._files = files
        self._read: dict[str, KnownDocument] = {}

    @cached_property
    def heads(self) -> dict[SpecFile, Head]:
        """The number and title of every file."""
        return {file: read_head(file.path) for file in self._files}

    @cached_property
    def by_number(self) -> dict[str, list[SpecFile]]:
        """The files of each number, more than one where a number was given twice."""
        found: dict[str, list[SpecFile]] = {}
        for file, head in self.heads.items():
            if head.number:
                found.setdefault(head.number, []).append(file)
        return found

    def __getitem__(self, number: str) -> KnownDocument:
        if number not in self._read:
            file = self.by_number[number][0]
            self._read[number] = _known(file, self.heads[file])
        return self._read[number]

    def __contains__(self, number: object) -> bool:
        return number in self.by_number

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_number)

    def __len__(self) -> int:
        return len(self.by_number)


def _known(file: SpecFile, head: Head) -> KnownDocument:
    from sopgen.source import parse, read
    from sopgen.spec import load

    try:
        spec = load(parse(read(file.path)))
    except SopgenError:  # told when that file is checked; until then, all its ids may be steps
        ids = _ID.findall(beginning(file.path))
        return KnownDocument(head.title, dict.fromkeys(ids, ""))
    steps = ((place.step.id, place.number) for place in spec.index.steps)
    return KnownDocument(spec.sop.title, {name: number for name, number in steps if name is not None})
