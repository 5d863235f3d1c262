"""Specs written as short fragments."""

from __future__ import annotations

from sopgen.source import decode, parse
from sopgen.spec import LoadedSpec, load

HEADER = "sopgen: 1\nid: AFS-SOP-2026-001\ntitle: 产品故障报修处理\nversion: V1.0\npurpose: 统一报修处理。\n"


def loaded(fragment: str) -> LoadedSpec:
    """The spec that consists of the compulsory keys, in lines 1 to 5, and ``fragment``."""
    return load(parse(decode((HEADER + fragment).encode(), "spec.yaml")))
