"""The specs in a folder: every ``.yaml`` or ``.yml`` file in it that has a ``sopgen:`` key."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import Final

from sopgen.frozen import frozen
from sopgen.repository.specfile import straight
from sopgen.source.limits import SIZE_LIMIT

SUFFIXES: Final = frozenset({".yaml", ".yml"})
"""How the names of specs end."""

_KEY: Final = re.compile(
    rb"""^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\{\s*)?["']?sopgen["']?[ \t]*(?::|\xef\xbc\x9a)""", re.MULTILINE
)
_NOT_SPECS: Final = frozenset({"node_modules", "__pycache__"})


@frozen
class Found:
    """What a folder holds.

    Attributes:
        specs: its specs, sorted.
        others: YAML files without the key, sorted.
        refused: folders that the system does not let be read, each with its error.
    """

    specs: list[Path] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    refused: list[OSError] = field(default_factory=list)


def specs_in(folder: Path, output: Path | None = None) -> Found:
    """The specs in ``folder`` and below; ``output``, the whole path of where documents go, is passed over.

    So are hidden folders, links to folders, Python environments and the like.
    """
    found = Found()
    for path in sorted(_yaml_files(folder, output, found.refused)):
        (found.specs if is_spec(path) else found.others).append(path)
    return found


def is_spec(path: Path) -> bool:
    """Whether a file has a ``sopgen:`` key, in any encoding; true for what cannot be read, which is told later."""
    try:
        if path.exists() and not path.is_file():
            return False
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT)
    except OSError:
        return True
    return _KEY.search(content.replace(b"\0", b"")) is not None


def _yaml_files(folder: Path, output: Path | None, refused: list[OSError]) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=refused.append):
        here = Path(place)
        folders[:] = [name for name in folders if _is_for_specs(here / name, output)]
        for name in names:
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES:  # noqa: PTH122 (fast)
                yield here / name


def _is_for_specs(folder: Path, output: Path | None) -> bool:
    return not (
        folder.name.startswith(".")
        or folder.name in _NOT_SPECS
        or straight(folder) == output
        or (folder / "pyvenv.cfg").exists()
    )
