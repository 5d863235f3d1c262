from __future__ import annotations

import pytest

STEP = "steps: [{action: 登记, system: [工单系统, 短信平台]}]\n"


@pytest.mark.parametrize(
    "resources",
    ["", "resources: [{name: 万用表, kind: tool}]\n", "resources: [工单系统, {name: 短信平台, kind: tool}]\n"],
    ids=["no resources", "no systems", "listed"],
)
def test_a_spec_that_lists_no_systems_may_name_any(told, resources) -> None:
    assert told(resources + STEP) == []


def test_a_system_that_is_not_listed_is_found(told) -> None:
    assert told(f"resources: 工单系统\n{STEP}") == [
        (
            "unknown-resource",
            "`resources` does not list `短信平台`",
            "add `{name: 短信平台, kind: system}` under `resources`, or write a name that is listed there",
        )
    ]
