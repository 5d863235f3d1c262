"""Where a spec names the things it defines: by their ids, and by what people call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.rules.base.context import Context
from sopgen.spec.kinds import Kind

if TYPE_CHECKING:
    from sopgen.spec.handbook import SopOrHandbook


def named(context: Context, kind: Kind, target: str) -> set[str]:
    """The ids that a key of this kind, or a reference in double brackets to this target, names."""
    ids = {use.value for use in context.uses(kind)}
    ids.update(reference.name for reference, _ in context.index.mentions if reference.target == target)
    return ids


def calls(sop: SopOrHandbook, role: str) -> tuple[str, ...]:
    """What texts call a role, in small letters: its name, and a *System Owner* also *owner* if no other role is one."""
    name = sop.roles[role].name.casefold()
    head = name.rpartition(" ")[2]
    others = (other.name.casefold() for key, other in sop.roles.items() if key != role)
    return (name,) if head == name or any(head in other for other in others) else (name, head)


def words_outside(context: Context, *keys: str) -> str:
    """All texts of the spec but those of the parts that ``keys`` give, to look for a name in."""
    return "\n".join(text.text for text in context.index.texts if text.path[0] not in keys)
