"""The order of parts, with tables and sections between them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sopgen.document.arrangement import arrange
from sopgen.document.views import View

Viewed = Callable[..., View]
PARTS = ("purpose", "scope", "conditions: triggers preconditions", "steps: steps procedures", "faq", "exceptions")
SPEC = "purpose: P\nscope: S\npreconditions: C\nfaq: [{question: Q, answer: A}]\n"


def order(sop: View) -> list[str]:
    """The parts that print; tables and sections by their titles."""
    return [str(part.item._model.title) if part.item else part.name for part in arrange(sop, *PARTS)]


def test_parts_without_content_are_left_out(viewed: Viewed) -> None:
    assert order(viewed(SPEC)) == ["purpose", "scope", "conditions", "faq"]
    assert order(viewed(SPEC.replace("faq", "faq: []\nx-faq") + "steps: []\ntriggers: []")) == [
        "purpose", "scope", "conditions",
    ]  # fmt: skip


def test_the_layout_decides_the_order(viewed: Viewed) -> None:
    sop = viewed(SPEC)
    assert [part.name for part in arrange(sop, "faq", "purpose")] == ["faq", "purpose"]


def placed(tables: str, sections: str) -> str:
    """Tables and sections in YAML: ``A=a>scope`` has the title A, the id a, and stands after the scope."""
    found = []
    for kind, names, content in (("tables", tables, "columns: [x]"), ("sections", sections, "body: x")):
        items = []
        for name in names.split():
            head, _, after = name.partition(">")
            title, _, own_id = head.partition("=")
            keys = [f"title: {title}", content, f"id: {own_id}" * bool(own_id), f"after: {after}" * bool(after)]
            items.append(f"{{{', '.join(filter(None, keys))}}}")
        found.append(f"{kind}: [{', '.join(items)}]\n")
    return "".join(found)


@pytest.mark.parametrize(
    ("tables", "sections", "expected"),
    [
        ("A>purpose", "", "purpose A scope conditions faq"),
        ("", "A>faq", "purpose scope conditions faq A"),
        ("", "A", "purpose scope conditions faq A"),
        # after keys that one part prints together
        ("", "A>preconditions B>triggers", "purpose scope conditions B A faq"),
        # after what has nothing to print
        ("B>procedures", "A>exceptions", "purpose scope conditions B faq A"),
        # tables first, then sections, each in file order
        ("C>scope D>scope", "A>scope B>scope", "purpose scope C D A B conditions faq"),
        # chains
        ("E>a", "A=a>scope B>scope C=c>a D>c", "purpose scope A E C D B conditions faq"),
        # chains that begin at the end, or at a place that does not exist
        ("C D>b", "A>b B=b", "purpose scope conditions faq C B D A"),
        ("", "A>b B=b>nowhere", "purpose scope conditions faq B A"),
        # cycles: each once
        ("", "A=a>b B=b>a C=c>c", "purpose scope conditions faq A B C"),
        # keys that are no parts of the layout
        ("", "A>revisions B>tables", "purpose scope conditions faq A B"),
    ],
)
def test_tables_and_sections_stand_where_they_say(viewed: Viewed, tables: str, sections: str, expected: str) -> None:
    assert " ".join(order(viewed(SPEC + placed(tables, sections)))) == expected


def test_a_row_of_sections_may_be_long(viewed: Viewed) -> None:
    names = [f"S{at}=s{at}" + (f">s{at - 1}" if at else ">scope") for at in range(1200)]
    found = order(viewed(SPEC + placed("", " ".join(names))))
    assert [*found] == ["purpose", "scope", *(f"S{at}" for at in range(1200)), "conditions", "faq"]


def test_every_section_prints_once(viewed: Viewed) -> None:
    sections = " ".join(f"S{number}=s{number}>s{number * 7 % 10}" for number in range(10))
    assert sorted(order(viewed(SPEC + placed("", sections)))[4:]) == [f"S{number}" for number in range(10)]
