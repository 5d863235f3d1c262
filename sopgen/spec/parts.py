"""The parts of a document, by the keys that give them."""

from __future__ import annotations

PARTS = (
    "summary", "purpose", "background", "scope", "references", "definitions", "roles", "triggers", "preconditions",
    "exit_criteria", "resources", "service_levels", "deadlines", "classifications", "channels", "states", "steps",
    "procedures", "rules", "clauses", "exceptions", "escalation", "troubleshooting", "faq", "scripts", "records",
    "risks", "metrics", "review", "training", "distribution", "attachments", "forms",
)  # fmt: skip
"""What ``after`` may name in an SOP, in the order in which they print."""

HANDBOOK_PARTS = (
    "foreword", "purpose", "background", "scope", "audience", "references", "definitions", "roles", "parts", "review",
    "training", "distribution", "attachments",
)  # fmt: skip
"""What ``after`` may name in a handbook, in the order in which they print."""

RESERVED = (*PARTS, *(part for part in HANDBOOK_PARTS if part not in PARTS))
"""What no section can have for its id, in either."""
