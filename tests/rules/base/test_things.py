from __future__ import annotations

import pytest

from sopgen.rules.base.things import Things, core_of, share_words, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("报修工单", "已定级的报修工单"),
        ("预留备件", "备件预留单"),
        ("维修单（一式两份）", "维修单"),
        ("运单编号", "运单"),
        ("Graded tickets", "the ticket"),
        ("Reserved part", "Parts reservation"),
    ],
)
def test_one_thing_by_two_names(one: str, other: str) -> None:
    assert Things({words_of(one): [7]}).like(words_of(other)) == [7]


@pytest.mark.parametrize(
    ("one", "other"), [("检测报告", "维修报价"), ("Test report", "Parts report"), ("工单", "发票")]
)
def test_two_things(one: str, other: str) -> None:
    assert Things({words_of(one): [7]}).like(words_of(other)) == []


def test_the_core_of_a_name_leaves_out_what_says_little() -> None:
    assert core_of("运单编号（纸质）") == "运单"
    assert core_of("The waybill number") == "waybill"


def test_texts_share_words_besides_customers_and_tickets() -> None:
    assert share_words("等待客户答复报价", "客户逾期不理会报价")
    assert not share_words("等待客户付款", "客户逾期不理会报价")
    assert share_words("the quotation is answered", "Quotations lie around")
