"""The numbers of forms, scripts, tables and attachments: they run through the document, each kind on its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from sopgen.source import Path, pointer
from sopgen.spec.clauses import LookupTable
from sopgen.spec.control import Attachment
from sopgen.spec.forms import Form, Script

COUNTED = frozenset({Form, Script, LookupTable, Attachment})
"""What is numbered."""


class Numbers(dict[str, int]):
    """The number of each thing by its path."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counter[type] = Counter()

    def count(self, shapes: Iterable[tuple[Path, Any]], base: str = "") -> None:
        """Number what is counted among ``shapes``, which stand below ``base``, on from the numbers there are."""
        for path, shape in shapes:
            kind = type(shape)
            if kind in COUNTED:
                self._counts[kind] += 1
                self[f"{base}{pointer(path)}"] = self._counts[kind]
