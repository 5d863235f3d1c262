"""What a valid spec may still get wrong: one file a rule, named for what it forbids."""

from __future__ import annotations

from sopgen.rules.base.policy import Policy
from sopgen.rules.base.selection import Selection
from sopgen.rules.checking import Looked, check
from sopgen.rules.comparing import compare
from sopgen.rules.gathering import gather
from sopgen.rules.selection import select

__all__ = ["Looked", "Policy", "Selection", "check", "compare", "gather", "select"]
