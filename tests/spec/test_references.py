"""References are read as Markdown reads them, and taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopgen.document import markdown
from sopgen.spec.references import Reference, find, read


@pytest.mark.parametrize(
    ("text", "target", "name", "step"),
    [
        ("register", "step", "register", ""),
        ("受理-登记", "step", "受理-登记", ""),
        ("2026-001", "step", "2026-001", ""),
        (" register ", "step", "register", ""),
        ("form:客户-登记", "form", "客户-登记", ""),
        ("clause: notice", "clause", "notice", ""),
        ("role:agent", "role", "agent", ""),
        ("AFS-SOP-2026-002", "document", "AFS-SOP-2026-002", ""),
        ("AFS-SOP-2026-002/close", "document", "AFS-SOP-2026-002", "close"),
        ("AFS-SOP-2026-002/关单", "document", "AFS-SOP-2026-002", "关单"),
        ("QM/SOP/001", "document", "QM/SOP/001", ""),
        ("QM/SOP/001/close", "document", "QM/SOP/001", "close"),
    ],
)
def test_it_says_what_is_meant(text: str, target: str, name: str, step: str) -> None:
    assert read(text) == Reference(text.strip(), target, name, step)


def found(text: str) -> list[str]:
    references = [*find(text)]
    assert all(text[reference.offset :].startswith("[[") for reference in references)
    return [reference.text for reference in references]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("见 [[a]] 与 [[form:b]]。", ["a", "form:b"]),
        ("`[[a]]` [[b]]", ["b"]),
        ("``[[a]] ` [[b]]`` [[c]]", ["c"]),
        ("一个 ` [[a]]", ["a"]),
        (r"\`[[a]]\`", ["a"]),
        (r"\[[a]] [[b]]", ["b"]),
        (r"\\[[a]]", ["a"]),
        ("```\n[[a]]\n```\n[[b]]", ["b"]),
        ("~~~\n[[a]]\n~~~\n[[b]]", ["b"]),
        ("```\n[[a]]\n\n[[b]]", []),
        ("- 项\n\n  ```\n  [[a]]\n  ```\n- [[b]]", ["b"]),
        ("- 项\n    - [[a]]", ["a"]),
        ("文字\n\n    [[a]]", []),
        ("| 列 |\n|---|\n| [[a]] |", ["a"]),
        ("![图 [[a]]](b.png)", []),
        ("[文字 [[a]]](b.html)", ["a"]),
        ("<https://example.com/[[a]]>", []),
        ("[[ ]] [[]] [[a\nb]] [a]", []),
        ("[[[a]]]", ["a"]),
    ],
)
def test_it_is_found_where_markdown_takes_it_for_text(text: str, names: list[str]) -> None:
    assert found(text) == names


_PIECES = [
    "[[a]]",
    "[[form:b]]",
    "`",
    "``",
    "```",
    "\n```\n",
    "\n~~~\n",
    "\n",
    "\n\n",
    "    ",
    "- ",
    "\\",
    "甲",
    " ",
    "*",
    "1. ",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join).map(str.strip))
def test_what_is_found_is_what_prints_as_a_reference(text: str) -> None:
    printed: list[str] = []

    def refer(reference: Reference) -> str:
        printed.append(reference.text)
        return ""

    markdown.render(text, refer)
    assert found(text) == printed
