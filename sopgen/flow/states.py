"""The states of a ticket as a graph: a state a node, a transition an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopgen.flow.graph import Edge, Graph, Node, mark_loops
from sopgen.flow.words import Words
from sopgen.source import pointer

if TYPE_CHECKING:
    from sopgen.spec.handbook import SopOrHandbook
    from sopgen.spec.service import State, Transition


def build_states(sop: SopOrHandbook, words: Words | None = None) -> Graph:
    """The graph of an SOP's states; the first one is where a ticket begins."""
    words = words or Words()
    nodes: dict[str, Node] = {}
    roles: tuple[str, ...] = ()
    for position, state in enumerate(sop.states):
        roles = tuple(state.role) or roles[:1]  # nobody acts in a last state: it stays where the one before it is
        nodes[f"/states/{position}"] = _node(state, position, roles)
    ids = {state.id: f"/states/{position}" for position, state in reversed([*enumerate(sop.states)])}
    edges = [
        Edge(f"/states/{position}", ids[transition.to], _label(sop, state, transition, position, place, words))
        for position, state in enumerate(sop.states)
        for place, transition in enumerate(state.next)
        if transition.to in ids
    ]
    if sop.states:
        first, path = nodes["/states/0"], ("states",)
        nodes = {
            "/states#start": Node("/states#start", "start", path, text=words.say("start"), roles=first.roles),
            **nodes,
        }
        edges.insert(0, Edge("/states#start", first.id))
    names = {name: role.name for name, role in sop.roles.items()}
    return mark_loops(Graph(nodes, tuple(edges), {**names, "": words.say("no_role")}, sop.title)).drawn(())


def _node(state: State, position: int, roles: tuple[str, ...]) -> Node:
    path = ("states", position)
    return Node(pointer(path), "state", path, text=state.name, roles=roles)


def _label(sop: SopOrHandbook, state: State, transition: Transition, position: int, place: int, words: Words) -> str:
    """What makes a transition happen, and who does unless it is who acts in the state."""
    path = ("states", position, "next", place, "action")
    action = words.plain(transition.action, path) if transition.action else ""
    if not transition.role or tuple(transition.role) == tuple(state.role):
        return action
    names = [sop.roles[role].name if role in sop.roles else role for role in transition.role]
    roles = words.say("separator").join(names)
    return words.say("by", roles=roles, action=action) if action else roles
