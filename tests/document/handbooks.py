"""Handbooks for tests, with the SOPs that they name by the names of files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sopgen.spec import LoadedSpec
from sopgen.spec.kinds import Kind
from sopgen.spec.load import IncludedSop


def with_sops(spec: LoadedSpec, sops: Mapping[str, LoadedSpec], folders: Mapping[str, str] | None = None) -> LoadedSpec:
    """``spec`` with the SOPs that it names; ``folders`` says where their images are."""
    entries = {use.path: use.value for use in spec.index.uses if use.kind is Kind.SOP}
    places = folders or {}
    return replace(
        spec, included={path: IncludedSop(sops[name], places.get(name, "")) for path, name in entries.items()}
    )
