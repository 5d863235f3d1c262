from __future__ import annotations

import math

import pytest

from sopgen.rules.base.intervals import gap, read_interval


@pytest.mark.parametrize(
    ("cases", "missing"),
    [
        (["低于500元", "超过500元"], (500, 500)),
        (["500元以下", "500元以上"], None),
        (["不超过3次", "超过3次"], None),
        (["未满3次", "已满3次"], None),
        (["1000元以下", "5000元以上"], (1000, 5000)),
        (["500元以下", "501-1000元", "1000元以上"], None),
        (["500元以下", "501至1000元"], (1000, math.inf)),
        (["fewer than 3 times", "at least 3 times"], None),
        (["more than 10 calls", "10 calls or fewer"], None),
        (["0.5万元以下", "1万元以上"], (5000, 10000)),
    ],
)
def test_what_is_between(cases: list[str], missing: tuple[float, float] | None) -> None:
    read = [interval for case in cases if (interval := read_interval(case))]
    assert len(read) == len(cases)
    assert gap(read) == missing


@pytest.mark.parametrize("text", ["软件故障", "4分或5分", "第2次上门仍未修复", "3次以上且超过500元"])
def test_what_is_no_single_interval(text: str) -> None:
    assert read_interval(text) is None
