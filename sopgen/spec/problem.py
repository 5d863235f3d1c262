"""One problem of a spec: what pydantic says of it, and what there is to say where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sopgen.diagnostics import Message
from sopgen.frozen import frozen
from sopgen.source import Path, Tree
from sopgen.spec import wording
from sopgen.spec.kinds import Field, Kind
from sopgen.spec.models import field_at
from sopgen.spec.paths import source_path
from sopgen.spec.roots import Root, root_of

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SHOWN = 40
"""Characters of a wrong value that a message shows."""


@frozen
class Problem:
    """One error of pydantic's.

    Attributes:
        type: pydantic's name, or ours.
        path: where it is in the model, without pydantic's mark for keys.
        at_key: whether a key is wrong rather than a value.
        value: what is wrong.
        context: what else the error carries.
        tree: the text.
    """

    type: str
    path: Path
    at_key: bool
    value: object
    context: dict[str, Any]
    tree: Tree

    @classmethod
    def of(cls, item: ErrorDetails, tree: Tree) -> Problem:
        """The problem that pydantic tells of as ``item``."""
        path, name = tuple(item["loc"]), item["type"]
        in_key = path[-1:] == ("[key]",)
        at_key = in_key or name in ("extra_forbidden", "contradiction", "missing")
        path = path[:-1] if in_key or name == "missing" else path
        missing = {"key": item["loc"][-1]} if name == "missing" else {}
        return cls(name, path, at_key, item["input"], {**item.get("ctx", {}), **missing}, tree)

    @property
    def written(self) -> Path:
        """Where it is in the text."""
        return source_path(self.tree.data, self.path)

    @property
    def what(self) -> Message:
        """What is wrong, as a sentence names it."""
        return wording.subject(self.written)

    @property
    def root(self) -> Root:
        """The model of the whole spec."""
        return root_of(self.tree.data)

    @property
    def field(self) -> Field | None:
        """The field that the wrong value belongs to."""
        return field_at(self.path, self.root)

    @property
    def kind(self) -> Kind | None:
        """What kind of text is wanted."""
        return Kind.ID if self.at_key else self.field.kind if self.field else None

    @property
    def shown(self) -> str:
        """The wrong text, cut to a length that fits a message."""
        text = " ".join(str(self.value).split())
        return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
