from __future__ import annotations

import pytest

from sopgen.document.capitals import capitalised
from sopgen.document.nodes import Cell, Emphasis, Inline, Link, NumberOf, Paragraph, Row, Span, Strong, Table, Text
from sopgen.document.xhtml import parse

STEP = Link((Text("step "), NumberOf("7", "step-a"), Text(" of “Reception”")), "#step-a")
CAPITAL = Link((Text("Step "), *STEP.children[1:]), "#step-a")


@pytest.mark.parametrize(
    "before",
    [
        (),
        (Text("Yes. "),),
        (Text("Is it “lost?” "),),
        (Strong((Text("No! "),)),),
        (STEP, Text(". ")),
    ],
)
def test_a_link_that_begins_a_sentence_begins_with_a_capital(before: tuple[Inline, ...]) -> None:
    assert capitalised((*before, STEP))[len(before) :] == (CAPITAL,)


@pytest.mark.parametrize(
    "before",
    [
        (Text("go on with "),),
        (Text("Next: "),),
        (Text("as before, e.g. "),),
        (Text("V1."),),
        (Strong((Text("Yes"),)), Text(" → ")),
        (STEP, Text(" ")),
    ],
)
def test_others_do_not(before: tuple[Inline, ...]) -> None:
    assert capitalised((*before, STEP))[len(before) :] == (STEP,)


def test_it_may_stand_in_marked_text() -> None:
    marked = (Span((Text("Yes. "), Emphasis((STEP, Text(" or ")))), "/a"), STEP)
    assert capitalised(marked) == (Span((Text("Yes. "), Emphasis((CAPITAL, Text(" or ")))), "/a"), STEP)


@pytest.mark.parametrize(
    "link",
    [
        Link((Text("iPhone repair", "/records/a/name"),), "#record-a"),
        Link((Text("example.com"),), "https://example.com"),
        Link((), "#step-a"),
        Link((Strong((Text("a"),)),), "#a"),
    ],
)
def test_what_the_spec_says_stays(link: Link) -> None:
    assert capitalised((link,)) == (link,)


def test_cells_and_paragraphs_are_read_so() -> None:
    link = '<a href="#a">step <span data-number="a">7</span></a>'
    begun = Paragraph((Link((Text("Step "), NumberOf("7", "a")), "#a"),))
    assert parse(f"<p> {link}</p><table><tr><td>{link}</td></tr></table>").blocks == (
        begun,
        Table((Row((Cell((begun,)),)),)),
    )
