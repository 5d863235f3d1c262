"""What a valid spec may still get wrong: one file a rule, named for what it forbids."""

from __future__ import annotations

from sopgen.rules.checking import check
from sopgen.rules.selection import Selection

__all__ = ["Selection", "check"]
