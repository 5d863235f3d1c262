"""Which headings there are and which of them have numbers: none stands alone with a 1 before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sopgen.document.nodes import Heading

Headings = Callable[..., list[str]]


@pytest.fixture
def headings(
    built: Callable[..., Any], each: Callable[..., list[Any]], lines: Callable[[object], list[str]]
) -> Headings:
    """The headings of a spec below its first level, each with its number; of the first, those with ``all_levels``."""

    def run(text: str, *, all_levels: bool = False) -> list[str]:
        found = each(built(text).blocks, Heading)
        wanted = [heading for heading in found if all_levels or heading.level > 1]
        return [" ".join([".".join(map(str, one.number)) or "-", *lines(one)]) for one in wanted]

    return run


EXCEPTION, ESCALATION = "exceptions: [{situation: a, response: b}]\n", "escalation: [{to: x, after: 2小时}]\n"
ROLES = "roles: {x: X}\n"


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (EXCEPTION, []),
        (ROLES + ESCALATION, []),
        (ROLES + EXCEPTION + ESCALATION, ["3.1 异常处理", "3.2 升级"]),
        ("training: [a]\n", []),
        ("training: [a]\ndistribution: [b]\n", ["2.1 培训", "2.2 发放范围"]),
        ("review: {focus: a}\n", []),
        ("review: {opinions: []}\n", []),
        ("review: {pilot: {teams: a}}\n", []),
        ("review: {focus: a, pilot: {teams: b}}\n", ["2.1 评审重点", "2.2 试运行"]),
        ("review: {focus: a, pilot: {teams: b}, opinions: []}\n", ["2.1 评审重点", "2.2 试运行", "2.3 评审意见"]),
        ("rules: [{must: a}]\n", []),
        ("rules: [{must: a, topic: 用语}]\n", ["- 用语"]),
        ("rules: [{must: a}, {must: b, topic: 用语}]\n", ["2.1 一般要求", "2.2 用语"]),
        ("classifications: {k: {title: 故障, classes: [a]}}\n", ["- 故障"]),
        (
            "classifications: {k: {title: 故障, classes: [a]}, l: {title: 客户, classes: [b]}}\n",
            ["2.1 故障", "2.2 客户"],
        ),
        ("procedures: [{title: 报修, steps: [a]}]\n", ["- 报修"]),
        ("procedures: [{title: 报修, steps: [a]}, {title: 回访, steps: [a]}]\n", ["2.1 报修", "2.2 回访"]),
    ],
)
def test_no_heading_is_a_first_without_a_second(headings: Headings, spec: str, expected: list[str]) -> None:
    assert headings(spec) == expected


@pytest.mark.parametrize("title", ["附录A 常用法规", "附录 一 常用法规", "附录1", "Annex A Laws", "Appendix 2"])
def test_an_annex_has_its_own_number_only(headings: Headings, title: str) -> None:
    sections = f"sections: [{{title: {title}, body: b}}, {{title: 附录说明, body: c}}]\n"
    assert headings(sections, all_levels=True)[-2:] == [f"- {title}", "2 附录说明"]
