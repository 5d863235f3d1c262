"""Which rules tests look for that are not about a single rule."""

from __future__ import annotations

from sopgen.rules import Selection

CONSISTENT = Selection(
    (
        "SOP04",
        "SOP101",
        "SOP201",
        "SOP202",
        "SOP203",
        "SOP40",
        "SOP410",
        "SOP411",
        "SOP412",
        "SOP421",
        "SOP710",
        "SOP711",
        "SOP9",
    )
)
"""The rules that tell whether a spec holds together, whatever a reviewer would say of the procedure in it."""
