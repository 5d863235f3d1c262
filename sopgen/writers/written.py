"""What a writer hands back."""

from __future__ import annotations

from typing import NamedTuple

from sopgen.diagnostics import Diagnostic


class Written(NamedTuple):
    """The bytes of a file, and what of the document its format could not show."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
