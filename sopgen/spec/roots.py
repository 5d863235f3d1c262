"""Which model the ``kind`` of a spec stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sopgen.spec.sop import Sop

if TYPE_CHECKING:
    from sopgen.spec.handbook import Handbook

Root: TypeAlias = "type[Sop | Handbook]"
"""A model that a spec may be."""

KINDS = ("sop", "handbook")
"""What ``kind`` may say."""


def root_of(data: object) -> Root:
    """The model of a spec that says ``data``: an SOP, unless it calls itself a handbook."""
    if isinstance(data, dict) and data.get("kind") == "handbook":
        from sopgen.spec.handbook import Handbook  # few specs are one, and every SOP would wait for it

        return Handbook
    return Sop


def roots() -> tuple[type[Sop], type[Handbook]]:
    """Every model that a spec may be."""
    from sopgen.spec.handbook import Handbook

    return Sop, Handbook
