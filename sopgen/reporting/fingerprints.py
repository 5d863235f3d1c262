"""Fingerprints: what tells whether two runs speak of the same finding, though lines have moved in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from sopgen.diagnostics import Diagnostic
from sopgen.reporting.places import tool_path


def fingerprint(diagnostic: Diagnostic) -> str:
    """The SHA-256, in hexadecimal, of the file, rule, path and English text of a diagnostic."""
    return _digest(tool_path(diagnostic.location.file), diagnostic.rule, diagnostic.path, diagnostic.message.en)


def fingerprints(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """The fingerprint of each of ``diagnostics``; those that share one are numbered, so that no two are the same."""
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        found = fingerprint(diagnostic)
        seen[found] += 1
        yield found if seen[found] == 1 else _digest(found, str(seen[found]))


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()
