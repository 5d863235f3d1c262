"""What a writer hands back."""

from __future__ import annotations

from dataclasses import dataclass

from sopgen.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file, and what of the document its format could not show."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
