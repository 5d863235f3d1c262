"""What an author may have meant by a key that does not exist where it stands."""

from __future__ import annotations

from sopgen.diagnostics import Message
from sopgen.source import Path
from sopgen.source.nearest import DID_YOU_MEAN, near
from sopgen.spec import wording
from sopgen.spec.constraints import quoted
from sopgen.spec.kinds import keys_of
from sopgen.spec.models import holders, model_at
from sopgen.spec.roots import roots
from sopgen.spec.shape import Shape
from sopgen.spec.sop import Sop
from sopgen.spec.synonyms import KEYS

PLACES = 3
"""Under how many keys at most an unknown key may belong for a hint to name them."""


def meant(above: Path, key: str, root: type[Shape]) -> Message:
    """What to do about ``key``, which the map at ``above`` of a spec of the model ``root`` cannot have."""
    name = misspelt(above, key, root)
    if name is not None:
        return DID_YOU_MEAN.format(name=name)
    model = model_at(above, root) or root
    if _is_for_sops(above, model, key):
        return wording.IN_AN_SOP.format(key=key)
    return _belongs_inside(model, key) or _belongs_outside(above, key, root) or _known(model)


def misspelt(above: Path, key: str, root: type[Shape]) -> str | None:
    """The key of the map at ``above`` that ``key`` was probably meant to be; None if it is none of them."""
    model = model_at(above, root) or root
    known = keys_of(model)
    synonym = next((name for name in KEYS.get(key.lower(), ()) if name in known), None)
    if synonym is not None or _is_for_sops(above, model, key) or _belongs_inside(model, key):
        return synonym
    return near(key, known)


def _is_for_sops(above: Path, model: type[Shape], key: str) -> bool:
    """Whether ``key`` at the top of a handbook is one that only SOPs have."""
    return not above and model is not Sop and key in keys_of(Sop) and not [*holders(model, key)]


def _belongs_outside(above: Path, key: str, root: type[Shape]) -> Message | None:
    for end in range(len(above) - 1, -1, -1):
        model = model_at(above[:end], root)
        if model is not None and isinstance(above[end], str) and key in keys_of(model):
            where = wording.subject(above[:end]) if end else wording.TOP_LEVEL
            return wording.INDENT_LESS.format(key=key, holder=where)
    return None


def _belongs_inside(model: type[Shape], key: str) -> Message | None:
    keys = [*holders(model, key)]
    if not 1 <= len(keys) <= PLACES:
        return None
    return wording.GOES_INSIDE.format(key=key, keys=quoted(keys, en=" or "))


def _known(model: type[Shape]) -> Message:
    return wording.IN_SECTIONS if model in roots() else wording.KNOWN_KEYS.format(keys=", ".join(keys_of(model)))
