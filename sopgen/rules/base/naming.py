"""Where a spec names the things it defines: by their ids, and by what people call them."""

from __future__ import annotations

from sopgen.rules.base.context import Context
from sopgen.spec.kinds import Kind


def named(context: Context, kind: Kind, target: str) -> set[str]:
    """The ids that a key of this kind, or a reference in double brackets to this target, names."""
    ids = {use.value for use in context.uses(kind)}
    ids.update(reference.name for reference, _ in context.index.mentions if reference.target == target)
    return ids


def words_outside(context: Context, *keys: str) -> str:
    """All texts of the spec but those of the parts that ``keys`` give, to look for a name in."""
    return "\n".join(text.text for text in context.index.texts if text.path[0] not in keys)
