"""What of a document has changed since an earlier revision of its file, as a reader of the printed document sees it.

Comments, order of keys and line breaks do not print and do not count; nor do the version, the revision table, status,
dates and signatures, which change when a document is released.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from sopgen.diagnostics import Message
from sopgen.source import Path
from sopgen.spec.kinds import fields_of
from sopgen.spec.walk import values

if TYPE_CHECKING:
    from pydantic import BaseModel

    from sopgen.spec.index import Index
    from sopgen.spec.numbering import StepPlace
    from sopgen.spec.steps import Step

Part: TypeAlias = Literal["steps", "roles", "times", "words"]
"""What a change is about: what is done in which order, who does it, by when; or only what is said of it."""

CONTROL = frozenset(
    {
        "sopgen", "kind", "id", "version", "status", "effective_date", "review_date", "prepared_by", "reviewed_by",
        "approved_by", "countersigned_by", "review", "revisions", "diagram", "language",
    }
)  # fmt: skip
"""The keys that are about the document, not about the procedure."""
ALIKE = 0.5
"""How much of an action stays when it is only said otherwise."""

ADDED = Message(zh="新增步骤“{step}”", en="the step `{step}` is new")
REMOVED = Message(zh="删去了步骤“{step}”", en="the step `{step}` is gone")
MOVED = Message(zh="步骤“{step}”换了位置", en="the step `{step}` stands elsewhere")
REPLACED = Message(zh="步骤“{step}”的动作改了", en="the step `{step}` does something else")
FLOW = Message(zh="步骤“{step}”之后的去向改了", en="the step `{step}` leads elsewhere")
DOER = Message(zh="步骤“{step}”的责任人改了", en="somebody else does the step `{step}`")
LIMIT = Message(zh="步骤“{step}”的时限改了", en="the time limit of the step `{step}` has changed")
WORDING = Message(zh="步骤“{step}”的内容改了", en="the words of the step `{step}` have changed")
ROLE = Message(zh="角色“{role}”改了", en="the role `{role}` has changed")
TIMES = Message(zh="{key} 的时限改了", en="a time limit of `{key}` has changed")
SECTION = Message(zh="{key} 的内容改了", en="`{key}` has changed")

Leaves: TypeAlias = tuple[tuple[Path, str], ...]


class Change(NamedTuple):
    """Something that has changed: what it is about, what has become of it, and where it stands or stood."""

    part: Part
    what: Message
    path: Path


def changes(before: Index, now: Index) -> list[Change]:
    """What has changed between two states of one document: steps first, then roles, times, and the rest."""
    if before.sop == now.sop:
        return []
    found = [*_of_steps(before, now), *_of_roles(before, now), *_of_sections(before, now)]
    order = ("steps", "roles", "times", "words")
    return sorted(found, key=lambda change: order.index(change.part))


def _leaves(model: BaseModel | None, *without: str) -> Leaves:
    """The texts of a model, white space aside, each with its path in it; but those under the keys of ``without``."""
    if model is None:
        return ()
    kept = ((path, value) for path, _, value in values(model) if path and path[0] not in without)
    return tuple((path, "".join(str(getattr(value, "text", value)).split())) for path, value in kept if _prints(value))


def _prints(value: object) -> bool:
    return not hasattr(value, "model_fields_set")


def _of_steps(before: Index, now: Index) -> Iterator[Change]:
    pairs, removed = _matched(before.steps, now.steps)
    furthest = -1
    for new, old in pairs:
        name = new.step.title or new.step.action
        if old is None:
            yield Change("steps", ADDED.format(step=name), new.path)
            continue
        if old[0] < furthest:
            yield Change("steps", MOVED.format(step=name), new.path)
        furthest = max(furthest, old[0])
        for part, what in _of_step(old[1].step, new.step):
            yield Change(part, what.format(step=name), new.path)
    for gone in removed:
        yield Change("steps", REMOVED.format(step=gone.step.title or gone.step.action), gone.path[:-1])


_Numbered: TypeAlias = tuple[int, "StepPlace"]


def _matched(
    before: tuple[StepPlace, ...], now: tuple[StepPlace, ...]
) -> tuple[list[tuple[StepPlace, _Numbered | None]], list[StepPlace]]:
    """Every step with what it was before, by id, else by action, else by place; and those that are gone."""
    waiting: dict[object, list[_Numbered]] = defaultdict(list)
    for numbered in reversed([*enumerate(before)]):
        waiting[_name(numbered[1])].append(numbered)
    pairs = [(new, waiting[_name(new)].pop() if waiting.get(_name(new)) else None) for new in now]
    left = {old.path: (number, old) for numbered in waiting.values() for number, old in numbered}
    pairs = [(new, old or left.pop(new.path, None)) for new, old in pairs]
    return pairs, [old for _, old in sorted(left.values(), key=lambda one: one[0])]


def _name(place: StepPlace) -> object:
    return place.step.id or ("", "".join(place.step.action.split()))


def _of_step(old: Step, new: Step) -> Iterator[tuple[Part, Message]]:
    if old == new:
        return
    inside = ("steps", "parallel")
    was, is_ = _leaves(old, *inside), _leaves(new, *inside)
    told = False
    if SequenceMatcher(None, old.action, new.action, autojunk=False).ratio() < ALIKE:
        yield "steps", REPLACED
        told = True
    if _flow(old) != _flow(new):
        yield "steps", FLOW
        told = True
    if (old.role, old.accountable) != (new.role, new.accountable):
        yield "roles", DOER
        told = True
    if _under(was, "time_limit", "wait") != _under(is_, "time_limit", "wait"):
        yield "times", LIMIT
        told = True
    if not told and was != is_:
        yield "words", WORDING


def _flow(step: Step) -> object:
    decision = step.decision
    ways = ([branch.go_to for branch in decision.branches], decision.otherwise) if decision else None
    tracks = [track.procedure for track in step.parallel]
    return step.next, step.call, ways, tracks, step.wait and step.wait.otherwise


def _under(leaves: Leaves, *keys: str) -> Leaves:
    return tuple(leaf for leaf in leaves if leaf[0][0] in keys and "otherwise" not in leaf[0])


def _of_roles(before: Index, now: Index) -> Iterator[Change]:
    old, new = before.sop.roles, now.sop.roles
    for name, role in {**old, **new}.items():
        was, is_ = old.get(name), new.get(name)
        if _leaves(was) != _leaves(is_):
            duties = [one and (one.name, one.responsibilities) for one in (was, is_)]
            part: Part = "roles" if duties[0] != duties[1] else "words"
            yield Change(part, ROLE.format(role=role.name), ("roles", name))
    if before.sop.role != now.sop.role:
        yield Change("roles", SECTION.format(key="role"), ("role",))
    procedures = {one.id or one.title: one for one in before.sop.procedures}
    for place, procedure in enumerate(now.sop.procedures):
        earlier = procedures.get(procedure.id or procedure.title)
        if earlier is not None and _leaves(earlier, "steps") != _leaves(procedure, "steps"):
            part = "roles" if earlier.role != procedure.role else "words"
            yield Change(part, SECTION.format(key=procedure.title), ("procedures", place))


def _of_sections(before: Index, now: Index) -> Iterator[Change]:
    done = {*CONTROL, "roles", "role", "steps", "procedures"}
    old, new = _by_key(_leaves(before.sop, *done)), _by_key(_leaves(now.sop, *done))
    for key in (field.key for field in fields_of(type(now.sop)) if field.key not in done):
        if old.get(key) != new.get(key):
            timed = _times(before.sop, key) != _times(now.sop, key)
            yield Change("times" if timed else "words", (TIMES if timed else SECTION).format(key=key), (key,))


def _by_key(leaves: Leaves) -> Mapping[object, list[tuple[Path, str]]]:
    found: dict[object, list[tuple[Path, str]]] = defaultdict(list)
    for path, text in leaves:
        found[path[0]].append((path, text))
    return found


_LIMITS = {
    "service_levels": ("first_response", "resolution"),
    "deadlines": ("limit",),
    "channels": ("first_response",),
    "exceptions": ("time_limit",),
    "escalation": ("after",),
}
"""The time limits outside steps, by the part that holds them."""


def _times(sop: Any, key: str) -> list[Leaves]:
    return (
        [_leaves(getattr(item, limit)) for item in getattr(sop, key) for limit in _LIMITS[key]]
        if key in _LIMITS
        else []
    )
