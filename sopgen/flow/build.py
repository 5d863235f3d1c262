"""From an SOP to its graph.

A step is drawn as process owners draw it. One that is a question and nothing else is a diamond; one that does
something and then asks is a box, and a diamond behind it. A step that carries out another procedure is a box with
double sides; parallel tracks stand between two bars; a wait is a shape of its own, for time passes there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sopgen.flow.graph import Edge, EdgeKind, Graph, Node, NodeKind, mark_loops
from sopgen.flow.words import Words
from sopgen.source import Path, pointer
from sopgen.spec.durations import Stretch
from sopgen.spec.limits import Limit

if TYPE_CHECKING:
    from sopgen.spec.index import Index
    from sopgen.spec.numbering import StepPlace
    from sopgen.spec.steps import Step


def build(index: Index, words: Words | None = None) -> Graph:
    """The graph of all procedures of an SOP; without ``words``, labels are English and texts as typed."""
    return _Builder(index, words or Words()).run()


class _Scope(NamedTuple):
    """What surrounds a step: its procedure, where ``end`` leads, who acts, the box that stands for it if nested."""

    sequence: Path
    end: str
    roles: tuple[str, ...]
    box: str = ""
    around: str = ""


class _Builder:
    def __init__(self, index: Index, words: Words) -> None:
        self.index, self.words, self.sop = index, words, index.sop
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []
        self.numbers = {pointer(place.path): place.number for place in index.places}
        self.by_id = {place.step.id: place for place in reversed(index.steps) if place.step.id}
        self.procedures = {item.id: place for place, item in enumerate(self.sop.procedures) if item.id}

    def run(self) -> Graph:
        for path, sequence in self.sop.sequences():
            self._sequence(path, sequence.steps, tuple(sequence.role), getattr(sequence, "trigger", None))
        self._exceptions()
        reached = {edge.target for edge in self.edges}
        self.nodes = {name: node for name, node in self.nodes.items() if node.kind != "end" or name in reached}
        self._lanes_of_helpers()
        roles = {name: role.name for name, role in self.sop.roles.items()}
        return mark_loops(
            Graph(self.nodes, tuple(self.edges), {**roles, "": self.words.say("no_role")}, self.sop.title)
        )

    def _sequence(self, path: Path, steps: tuple[Step, ...], roles: tuple[str, ...], trigger: str | None) -> None:
        name = pointer(path)
        start, end = f"{name}#start", f"{name}#end"
        text = self.words.plain(trigger, (*path, "trigger")) if trigger else self.words.say("start")
        self._add(Node(start, "start", path, text=text, sequence=path))
        self._edge(start, pointer((*path, "steps", 0)))
        self._steps(steps, (*path, "steps"), end, _Scope(path, end, roles))
        self._add(Node(end, "end", path, text=self.words.say("end"), sequence=path))

    def _steps(self, steps: tuple[Step, ...], path: Path, after: str, scope: _Scope) -> None:
        for position, step in enumerate(steps):
            following = pointer((*path, position + 1)) if position + 1 < len(steps) else after
            self._step(step, (*path, position), following, scope)

    def _step(self, step: Step, path: Path, following: str, scope: _Scope) -> None:
        """A step's action, then what is inside it, then its wait, then where it goes."""
        name, roles = pointer(path), tuple(step.role) or scope.roles
        after = self._target(step.next, scope) if step.next else following
        asks = step.decision is not None and (
            step.decision.question not in (None, step.action)
            or bool(step.steps or step.parallel or step.call)
            or step.wait is not None
        )
        stages = [name]
        if step.parallel:
            stages.append(f"{name}#join")
        if step.wait:
            stages.append(f"{name}#wait")
        if asks:
            stages.append(f"{name}#decision")
        node = self._action(step, path, scope._replace(roles=roles))
        self._add(node._replace(kind="decision") if step.decision and not asks else node)
        inner = scope._replace(roles=roles, around=name if node.duration is not None else scope.around)
        self._inside(step, path, stages[1] if len(stages) > 1 else after, inner)
        self._stages(step, path, stages, scope._replace(roles=roles))
        self._onward(step, path, stages[-1], after, scope)
        self._skip(step, name, stages[-1], following)

    def _action(self, step: Step, path: Path, scope: _Scope) -> Node:
        words, name = self.words, pointer(path)
        own = [(key, getattr(step, key)) for key in ("inputs", "outputs")]
        texts = {key: tuple(words.plain(text, (*path, key, at)) for at, text in enumerate(items)) for key, items in own}
        return Node(
            name,
            "call" if step.call else "step",
            path,
            self.numbers[name],
            words.plain(step.action, (*path, "action")),
            scope.sequence,
            scope.roles,
            words.limit(step.time_limit, (*path, "time_limit")),
            tuple(self._notes(step, path, scope.roles)),
            checkpoint=bool(step.checkpoint),
            optional=bool(step.optional or step.when),
            nested=_nested(step),
            box=scope.box,
            inputs=texts["inputs"],
            outputs=texts["outputs"],
            duration=_length(step.time_limit),
            around=scope.around,
            callee=self._procedure(step.call) if step.call else None,
        )

    def _notes(self, step: Step, path: Path, roles: tuple[str, ...]) -> Iterator[str]:
        words = self.words
        if step.when:
            yield words.say("when", when=words.plain(step.when, (*path, "when")))
        if step.call:
            own = self._procedure(step.call)
            target = words.document(step.call) if own is None else self.sop.procedures[int(own[1])].title
            yield words.say("calls", target=target)
        if step.steps:
            yield words.say("nested", count=str(_nested(step)))
        if len(roles) > 1:
            others = [self.sop.roles[role].name if role in self.sop.roles else role for role in roles[1:]]
            yield words.say("with", roles=words.say("separator").join(others))

    def _inside(self, step: Step, path: Path, after: str, scope: _Scope) -> None:
        """The steps nested in a step, or its parallel tracks."""
        name = pointer(path)
        nested = scope._replace(box=scope.box or name)
        if step.steps:
            self._edge(name, pointer((*path, "steps", 0)))
            self._steps(step.steps, (*path, "steps"), after, nested)
        if not step.parallel:
            return
        fork, join = f"{name}#fork", f"{name}#join"
        self._add(self._part(fork, "fork", path, scope))
        self._edge(name, fork)
        for side, track in enumerate(step.parallel):
            place = (*path, "parallel", side)
            if track.steps:
                self._edge(fork, pointer((*place, "steps", 0)), track.title or "")
                self._steps(track.steps, (*place, "steps"), join, scope._replace(end=join))
            elif track.procedure:
                self._track(place, track.title, track.procedure, fork, scope)
                self._edge(pointer(place), join)
        self._add(self._part(join, "join", path, scope))

    def _track(self, path: Path, title: str | None, procedure: str, fork: str, scope: _Scope) -> None:
        """A track that is another procedure of the file: a box that stands for it."""
        callee = self._procedure(procedure)
        holder = self.sop.procedures[int(callee[1])] if callee else None
        roles = (tuple(holder.role) or tuple(holder.steps[0].role)) if holder else ()
        text, note = title or (holder.title if holder else procedure), holder.title if holder else procedure
        notes = (self.words.say("calls", target=note),) if note != text else ()
        node = self._part(pointer(path), "call", path, scope._replace(roles=roles or scope.roles))
        self._add(node._replace(number=self.numbers[node.id], text=text, notes=notes, callee=callee))
        self._edge(fork, node.id)

    def _part(self, name: str, kind: NodeKind, path: Path, scope: _Scope) -> Node:
        return Node(
            name,
            kind,
            path,
            sequence=scope.sequence,
            roles=scope.roles[:1],
            box=scope.box,
            around=scope.around,
        )

    def _stages(self, step: Step, path: Path, stages: list[str], scope: _Scope) -> None:
        """What comes after the action and what is inside it: a wait, a question."""
        if step.wait:
            node = self._part(f"{pointer(path)}#wait", "wait", path, scope)
            duration = step.wait.for_.stretch if step.wait.for_ else None
            self._add(node._replace(text=self.words.wait(step.wait, (*path, "wait")), duration=duration))
        if step.decision and stages[-1].endswith("#decision"):
            question = step.decision.question
            text = self.words.say("outcome")
            if question:
                text = self.words.plain(question, (*path, "decision", "question"))
            self._add(self._part(stages[-1], "decision", path, scope)._replace(text=text))
        waits = [stage for stage in stages if not stage.endswith("#join")]
        begin = [f"{pointer(path)}#join", *waits[1:]] if step.parallel else [] if step.steps else waits
        for source, target in pairwise(begin):
            self._edge(source, target)
        if step.steps and len(waits) > 2:
            self._edge(waits[1], waits[2])

    def _onward(self, step: Step, path: Path, last: str, following: str, scope: _Scope) -> None:
        """Where the flow goes from the end of a step."""
        words, name = self.words, pointer(path)
        if step.wait and step.wait.otherwise:
            target = self._target(step.wait.otherwise, scope)
            self._edge(f"{name}#wait", target, words.say("overdue"), "otherwise")
        if step.decision:
            for place, branch in enumerate(step.decision.branches):
                label = words.plain(branch.when, (*path, "decision", "branches", place, "when"))
                self._edge(last, self._target(branch.go_to, scope) if branch.go_to else following, label)
            if step.decision.otherwise:
                self._edge(last, self._target(step.decision.otherwise, scope), words.say("otherwise"), "otherwise")
        elif last != name or not step.steps:
            self._edge(last, following)

    def _skip(self, step: Step, name: str, last: str, following: str) -> None:
        """The way past a step that leads elsewhere when it is done, and past a question that may have no answer."""
        if (step.when or step.optional) and (step.next or step.decision or step.steps):
            self._edge(name, following, kind="skip")
        elif step.decision and len(step.decision.branches) == 1 and not step.decision.otherwise:
            self._edge(last, following, kind="skip")

    def _target(self, name: str, scope: _Scope) -> str:
        """The node that a jump leads to; a hand-over for what is not in this procedure, empty for what is nowhere."""
        if name == "end":
            return scope.end
        place = self.by_id.get(name)
        if place is not None and place.sequence == scope.sequence:
            return pointer(place.path)
        text = self._elsewhere(place) if place else self.words.document(name)
        handover = f"{pointer(scope.sequence)}#to-{name}"
        if handover not in self.nodes:
            said = self.words.say("to", target=text)
            self._add(Node(handover, "handover", scope.sequence, text=said, sequence=scope.sequence))
            if place is not None:
                self._enter(handover, place, scope.sequence)
        return handover

    def _elsewhere(self, place: StepPlace) -> str:
        title = self.sop.procedures[int(place.sequence[1])].title
        return self.words.say("step_of", number=place.number, procedure=title)

    def _enter(self, handover: str, place: StepPlace, source: Path) -> None:
        """Where a jump from another procedure arrives."""
        entry = f"{pointer(place.path)}#from-{pointer(source)}"
        text = self.words.say("from", source=self.sop.procedures[int(source[1])].title)
        self._add(Node(entry, "entry", place.path, text=text, sequence=place.sequence))
        self._edge(handover, entry, kind="jump")
        self._edge(entry, pointer(place.path))

    def _procedure(self, name: str) -> Path | None:
        return ("procedures", self.procedures[name]) if name in self.procedures else None

    def _exceptions(self) -> None:
        """The situations that lead into the flow from outside it."""
        for position, case in enumerate(self.sop.exceptions):
            place = self.by_id.get(case.go_to or "")
            if place is None:
                continue
            path: Path = ("exceptions", position)
            text = self.words.plain(case.situation, (*path, "situation"))
            limit = self.words.limit(case.time_limit, (*path, "time_limit"))
            node = Node(pointer(path), "exception", path, "", text, place.sequence, tuple(case.role), limit)
            self._add(node._replace(duration=_length(case.time_limit)))
            self._edge(node.id, pointer(place.path), kind="exception")

    def _lanes_of_helpers(self) -> None:
        """Start, end, hand-overs and entries stand in the lane of the step beside them."""
        graph = Graph(self.nodes, tuple(self.edges))
        for node in [node for node in self.nodes.values() if not node.roles]:
            if node.kind in ("start", "entry", "exception"):
                beside = [edge.target for edge in graph.outgoing[node.id]]
            elif node.kind in ("end", "handover"):
                beside = [edge.source for edge in reversed(graph.incoming[node.id])]
            else:
                continue
            if beside and beside[0] in self.nodes:
                self.nodes[node.id] = node._replace(roles=self.nodes[beside[0]].roles[:1])

    def _add(self, node: Node) -> None:
        self.nodes[node.id] = node

    def _edge(self, source: str, target: str, label: str = "", kind: EdgeKind = "flow") -> None:
        self.edges.append(Edge(source, target, label, kind))


def _nested(step: Step) -> int:
    return sum(1 + _nested(inner) for inner in step.steps)


def _length(limit: Limit | None) -> Stretch | None:
    return limit.within.stretch if limit and limit.within else None
