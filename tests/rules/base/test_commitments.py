from __future__ import annotations

import pytest

from sopgen.rules.base import Context
from sopgen.rules.base.commitments import commitments


@pytest.fixture
def promised(loaded):
    """What the text of a spec promises: what about, and as typed."""

    def run(text: str) -> list[tuple[str, str]]:
        return [(one.about, one.text) for one in commitments(Context(loaded(text).index))]

    return run


@pytest.mark.parametrize(
    ("purpose", "found"),
    [
        ("24小时内闭环", [("closing", "24小时")]),
        ("自受理起72小时内完成修复与回访，一次修复率不低于85%", [("closing", "72小时")]),
        ("30分钟内响应，24小时内解决", [("solution", "24小时")]),
        ("24小时内给出处理方案", [("thing", "24小时")]),
        ("Every fault report has an owner, and a result within 72 hours.", [("solution", "72 hours")]),
        ("Answer within 2 hours and close within 5 business days of receipt", [("closing", "5 business days")]),
        ("Give the customer a plan within 24 hours and fix most faults", [("thing", "24 hours")]),
        ("2小时内首次答复", []),
        ("修复后24小时内完成回访", []),
        ("Call back within 24 hours of the repair to close the case", []),
        ("重大级30分钟内响应、24小时内解决", []),
        ("7日内不重复报修，平均48小时内解决", []),
        ("保修期为1年", []),
    ],
)
def test_what_a_purpose_promises(promised, purpose, found) -> None:
    assert promised(f"purpose: {purpose}") == found


def test_every_time_that_counts_from_the_first_step_is_promised(promised) -> None:
    text = "steps: [派工给工程师]\npurpose: 派工后48小时内闭环；派工后24小时内闭环\n"
    assert promised(text) == [("closing", "48小时"), ("closing", "24小时")]


@pytest.mark.parametrize(
    ("metric", "found"),
    [
        ("{name: 72小时闭环率, target: ≥95%}", [("closing", "72小时")]),
        ("{name: 72小时闭环率, target: ≥60%}", []),
        ("{name: 24小时回复率, target: ≥95%}", []),
        ("{name: 处理时长, target: ≤48小时}", [("solution", "48小时")]),
        ("{name: 平均处理时长, target: ≤48小时}", []),
        ("{name: Time to resolve, target: ≤ 2 business days}", [("solution", "2 business days")]),
    ],
)
def test_what_metrics_promise(promised, metric, found) -> None:
    assert promised(f"metrics: [{metric}]") == found


def test_of_service_levels_the_slowest_promises(promised) -> None:
    text = "service_levels: [{level: 紧急, resolution: 24小时内}, {level: 一般, resolution: 3个工作日}]"
    assert promised(text) == [("solution", "3个工作日")]
    assert promised(text.replace("3个工作日", "{within: 3个工作日, from: 客户评分}")) == []
