"""Shapes are as wide as they may be, and diamonds no higher than wide."""

from __future__ import annotations

import pytest

from sopgen.flow.graph import Node
from sopgen.flow.placement.sizes import Sizes, Type, paragraphs
from sopgen.flow.placement.text import width
from sopgen.flow.placement.wires import Drawing

TYPE = Type(9, 11.7)
QUESTIONS = [
    "Is it due?",
    "Does the customer accept the proposal?",
    "Does the customer ask for a refund or exchange, and do the Three Guarantees allow it?",
    "客户要求退换且符合三包退换条件？",
]


@pytest.mark.parametrize("room", [99, 120, 150])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_diamond_is_no_higher_than_wide_and_holds_its_text(question: str, room: float) -> None:
    node = Node("q", "decision", (), text=question)
    found = Sizes().of(Drawing({"q": node}, ()), room, TYPE)["q"]
    assert found.height <= found.width
    assert found.width <= 1.7 * room
    lines = [line for paragraph in paragraphs(node, found, TYPE) for line in paragraph.lines]
    assert max(map(width, lines)) * TYPE.size / found.width + len(lines) * TYPE.line / found.height < 1


def test_a_wait_says_in_one_line_what_its_outline_has_room_for() -> None:
    node = Node("w", "wait", (), text="Wait 24 hours")
    found = Sizes().of(Drawing({"w": node}, ()), 16 + width(node.text) * TYPE.size + 1, TYPE)["w"]
    assert [paragraph.lines for paragraph in paragraphs(node, found, TYPE)] == [("Wait 24 hours",)]
