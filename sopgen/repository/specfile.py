"""A spec file: where it is, and what its user calls it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePath


@dataclass(frozen=True, slots=True, order=True)
class SpecFile:
    """A file that is taken for a spec.

    Attributes:
        name: what messages call it: the path as the user wrote it.
        path: the path to open.
        folder: the folder it stands in, relative to the one it was looked for in; outputs keep it.
    """

    name: str
    path: Path
    folder: PurePath = field(default_factory=PurePath)
