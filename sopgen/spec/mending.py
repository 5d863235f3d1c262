"""A spec with problems, mended so far that the rest of it can be checked in the same run.

What is wrong is left out, and what is missing is filled in; the rules then look at everything else. What they find at
a mended place, or in names that went with it, is in doubt and not told.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from pydantic import ValidationError

from sopgen.diagnostics import Diagnostic, Location, Severity
from sopgen.frozen import frozen
from sopgen.source import Path, Tree
from sopgen.spec.kinds import keys_of
from sopgen.spec.load import LoadedSpec
from sopgen.spec.models import model_at
from sopgen.spec.paths import source_path
from sopgen.spec.roots import root_of
from sopgen.spec.shape import Shape

ROUNDS: Final = 6
"""How often a mended spec is mended again: leaving one thing out may leave another without what it needs."""
_SURE_TO_BE_READ: Final = {"sopgen": "1", "id": "X-0", "version": "V0.0", "date": "2000-01-01"}
_FILLER: Final = "…"


@frozen
class MendedSpec:
    """A spec as it could be without its problems.

    Attributes:
        spec: the spec; paths in it lead to the text as it was written.
        places: where something was mended.
        lost_names: whether an id may have gone with it, so that what refers to it is in doubt.
    """

    spec: LoadedSpec
    places: frozenset[Location]
    lost_names: bool

    def trusts(self, diagnostic: Diagnostic) -> bool:
        """Whether a rule's diagnostic speaks of what was written, not of what was mended.

        What a reviewer would remark, a warning or a note, waits until the spec can be read; what reading itself warns
        of does not.
        """
        if diagnostic.severity < Severity.ERROR and not diagnostic.code.startswith("SOP0"):
            return False
        if self.lost_names and diagnostic.rule.startswith(("unknown-", "undefined-")):
            return False
        spoken_of = (diagnostic.location, *(related.location for related in diagnostic.related))
        return not self.places.intersection(spoken_of)


def mend(tree: Tree) -> MendedSpec | None:
    """The spec that ``tree`` would hold without its problems; None if they go too deep to tell."""
    data: Any = deepcopy(tree.data)
    mended: set[Path] = set()
    lost_names = False
    for _ in range(ROUNDS):
        try:
            spec = LoadedSpec(tree, root_of(tree.data).model_validate(data))
        except ValidationError as error:
            for item in reversed(error.errors()):
                path = item["loc"][:-1] if item["loc"][-1:] == ("[key]",) else item["loc"]
                unknown = item["type"] == "extra_forbidden" and isinstance(item["input"], dict | list)
                lost_names = lost_names or unknown or _may_hold_a_name(path, root_of(tree.data))
                mended.add(path)
                _mend(data, item["type"], path, root_of(tree.data))
        else:
            places = frozenset(tree.locate(source_path(tree.data, path)) for path in mended)
            return MendedSpec(spec, places, lost_names)
    return None


def _mend(data: Any, problem: str, path: Path, root: type[Shape]) -> None:
    """Leaves out, or fills in, what stands at ``path``."""
    written = source_path(data, path)
    if problem == "missing":
        holder = _at(data, written)
        if isinstance(holder, dict):
            holder[path[-1]] = _filler(path, root)
        return
    if not written:
        return
    holder, key = _at(data, written[:-1]), written[-1]
    if isinstance(holder, list):
        holder[int(key)] = _FILLER  # to take it out would move what follows
    elif problem == "contradiction" and holder[key] is None:
        holder[key] = _FILLER
    else:
        del holder[key]


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data


def _filler(path: Path, root: type[Shape]) -> object:
    """What may stand for a compulsory key that is missing."""
    model, key = model_at(path[:-1], root), path[-1]
    field = keys_of(model).get(str(key)) if model else None
    return [] if field and field.is_list else _SURE_TO_BE_READ.get(str(key), _FILLER)


_NAMED: Final[Mapping[str, int]] = {
    "roles": 2, "forms": 2, "scripts": 2, "records": 2, "classifications": 2, "states": 2, "tables": 2, "sections": 2,
    "procedures": 2, "parts": 4, "resources": 3, "references": 3,
}  # fmt: skip
"""Parts whose entries others refer to, and how long the path of an entry or its name is at the most."""


def _may_hold_a_name(path: Path, root: type[Shape]) -> bool:
    """Whether something that others refer to may go with what stands at ``path``."""
    if not path or path[-1] in ("id", "steps", "clauses"):
        return True
    if isinstance(path[-1], int) and model_at(path, root) is not None:
        return True
    return len(path) <= _NAMED.get(str(path[0]), 0)
