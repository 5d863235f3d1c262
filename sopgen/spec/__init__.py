"""The spec language: models, values, loading, JSON Schema."""

from __future__ import annotations

from sopgen.spec.load import LoadedSpec, load

__all__ = ["LoadedSpec", "load"]
