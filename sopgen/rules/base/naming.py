"""Where a spec names the things it defines: by their ids, and by what people call them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sopgen.rules.base.context import Context
from sopgen.rules.base.names_in_text import NamesInText
from sopgen.spec.kinds import Kind

if TYPE_CHECKING:
    from sopgen.spec.handbook import SopOrHandbook


def named(context: Context, kind: Kind, target: str) -> set[str]:
    """The ids that a key of this kind, or a reference in double brackets to this target, names."""
    ids = {use.value for use in context.uses(kind)}
    ids.update(reference.name for reference, _ in context.index.mentions if reference.target == target)
    return ids


def calls(sop: SopOrHandbook) -> Mapping[str, tuple[str, ...]]:
    """What texts call each role, in small letters: its name, and a *System Owner* also *owner* if no other is one."""
    names = {key: role.name.casefold() for key, role in sop.roles.items()}
    heads = {key: name.rpartition(" ")[2] for key, name in names.items()}
    known = NamesInText((head, head) for head in {*heads.values()})
    roles_with = Counter(head for name in names.values() for head in known.within(name))
    return {
        key: (name,) if heads[key] == name or roles_with[heads[key]] > 1 else (name, heads[key])
        for key, name in names.items()
    }


def words_outside(context: Context, *keys: str) -> str:
    """All texts of the spec but those of the parts that ``keys`` give, to look for a name in."""
    return "\n".join(text.text for text in context.index.texts if text.path[0] not in keys)
