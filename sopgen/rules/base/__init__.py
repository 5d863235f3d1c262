"""What every rule builds on: the finding it yields, the context it looks at, the words it uses."""

from __future__ import annotations

from sopgen.rules.base.context import Context
from sopgen.rules.base.finding import Finding

__all__ = ["Context", "Finding"]
