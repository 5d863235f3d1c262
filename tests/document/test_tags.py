"""What tags see of a spec: plain text under the keys of the language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sopgen.document.building import Sources, tags
from sopgen.document.markup import plain
from sopgen.source import decode, parse
from sopgen.spec import load

SPEC = """\
sopgen: 1
id: A-1
title: 报修 & <维修>
version: V1.0
status: draft
purpose: "**尽快**修好\\n\\n- 一\\n- 二"
effective_date: 2026-03-01
properties: {适用产品线: 家用空调}
x-流程负责人: 质量部
x-sites: [一店, 二店]
prepared_by: {name: "王*", position: 专员, x-badge: 4711}
roles: {agent: 客服专员, checker: 质检员}
steps:
  - {id: a, action: 登记, role: [agent, checker], time_limit: 10分钟内}
  - {id: b, action: 抽查, role: checker}
revisions:
  - {version: V1.0, date: 2026-02-01, author: "王*", changes: [新建, 试行]}
"""


@pytest.fixture
def sop() -> Any:
    spec = load(parse(decode(SPEC.encode(), "a.yaml")))
    return tags(spec.index, "zh-CN", Sources(company="示例公司"))["sop"]


def test_cells_of_a_table_stand_side_by_side() -> None:
    assert plain("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>&lt;2</td></tr></table>") == "a b\n1 <2"


def test_texts_are_plain(sop: Any) -> None:
    assert (sop.id, sop.title, sop.version) == ("A-1", "报修 & <维修>", "V1.0")
    assert sop.purpose == "尽快修好\n一\n二"


def test_words_dates_and_references_print_as_in_the_document(sop: Any) -> None:
    assert (sop.status, sop.effective_date) == ("草稿", "2026年3月1日")
    assert sop.steps[0].role == ["客服专员", "质检员"]
    assert str(sop.steps[0].time_limit) == "10分钟内"


def test_maps_and_lists_can_be_gone_through(sop: Any) -> None:
    assert sop.properties == {"适用产品线": "家用空调"}
    assert [one.changes for one in sop.revisions] == [["新建", "试行"]]
    assert sop["prepared_by"]["name"] == "王*"


def test_lists_print_as_text(sop: Any) -> None:
    assert str(sop.revisions[0].changes) == "新建\n试行"
    assert str(sop.steps[0].role) == "客服专员、质检员"
    assert str(sop.steps[1].role) == "质检员"
    assert str(sop.roles) == "客服专员\n质检员"
    assert str(sop.properties) == "适用产品线"
    assert (str(sop.channels), str(sop.records)) == ("", "")


def test_a_map_prints_as_the_key_that_a_bare_value_stands_for(sop: Any) -> None:
    assert (str(sop.prepared_by), str(sop.approved_by)) == ("王*", "")
    assert str(sop.steps) == "登记\n抽查"


def test_keys_of_the_users_own_print_as_typed_and_nothing_where_there_are_none(sop: Any) -> None:
    assert (sop.x["x-流程负责人"], str(sop.x["x-sites"]), sop.prepared_by.x["x-badge"]) == (
        "质量部",
        "一店\n二店",
        "4711",
    )
    assert (sop.x["x-other"], sop.approved_by.x["x-badge"]) == ("", "")
    with pytest.raises(KeyError):
        sop.x["流程负责人"]


def test_what_is_left_out_is_empty_all_the_way_down(sop: Any) -> None:
    assert (str(sop.department), str(sop.approved_by.name), list(sop.countersigned_by)) == ("", "", [])
    assert not sop.approved_by
    assert list(sop.approved_by) == []


@pytest.mark.parametrize(
    "ask", [lambda sop: sop.titel, lambda sop: sop.approved_by.nmae, lambda sop: sop._view_, lambda sop: sop.given]
)
def test_what_the_language_does_not_have_is_an_error(sop: Any, ask: Callable[[Any], object]) -> None:
    with pytest.raises(AttributeError):
        ask(sop)


def test_the_keys_can_be_told(sop: Any) -> None:
    assert {"id", "title", "revisions"} <= {*sop.names}
    assert "position" in sop.approved_by.names


def test_a_name_that_is_another_specs_prints_nothing(sop: Any) -> None:
    assert (sop.properties["适用门店"], str(sop.roles["driver"].name), sop.roles["driver"].x["x-a"]) == ("", "", "")
    assert (str(sop.records["file"].retention), list(sop.records.items())) == ("", [])
    assert not sop.records
    with pytest.raises(AttributeError):
        _ = sop.roles["driver"].nmae
