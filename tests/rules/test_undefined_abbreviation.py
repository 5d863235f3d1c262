from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection
from sopgen.rules.undefined_abbreviation import ALLOW


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("background: 关注 CSAT 的变化\n", "CSAT"),
        ("background: 通过OMS查询\n", "OMS"),
        ("metrics: [月度 FCR]\n", "FCR"),
        ("scripts: {s: {say: 请提供 RMA 编号}}\n", "RMA"),
        ("language: en\nbackground: Look at the RMAs.\n", "RMA"),
        ("background: （RMA）\n", "RMA"),
    ],
)
def test_an_abbreviation_that_nothing_explains_is_found(found, text, word) -> None:
    assert [message for _, message in found("undefined-abbreviation", text)] == [
        f"the abbreviation `{word}` is not explained"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "background: 本SOP用于APP、VIP客户与QQ群\n",
        "background: 首次解决率（FCR）与 FCR 目标\n",
        "background: FCR（首次解决率）\n",
        "background: FCR：首次解决率\n",
        "background: TBD 与 XXX\n",
        "language: en\nbackground: Reply ASAP.\n",
        "background: 关注 CSAT\ndefinitions: {CSAT: 满意度得分}\n",
        "background: 关注 CSAT\ndefinitions: {满意度: 即 CSAT，5分制}\n",
        "language: en\nbackground: First contact resolution (FCR) counts. FCR is high.\n",
        "background: 见 AFS-SOP-2026-001，版本 V1.0，纸张 A4，型号 KFR-35GW\n",
        "background: 编号前缀 AFS\n",
        "background: 按 EN 50110-1 操作，符合 DIN 14675\n",
        "background: 运行 `RMA` 或“RMA”，见 https://example.com/RMA\n",
        "background: 见 [[RMA-2026-1]]\nreferences: {number: RMA-2026-1, title: 退货}\n",
        "tables: [{title: 代码, columns: [渠道, 代码], rows: [[电话, TEL], [邮件, EML]]}]\n",
        "forms: {f: {title: 表, number: QRF-01, fields: [{name: 号, example: ZQW, options: [AAB]}]}}\n",
        "background: iPhone、WiFi、LaTeX、USB3、R410A\n",
        "background: 电压 AC 220V，ABCDEFGH\n",
    ],
)
def test_what_is_explained_known_or_no_abbreviation_is_left_alone(found, text) -> None:
    assert found("undefined-abbreviation", text) == []


def test_each_is_told_once_where_it_first_stands(checked) -> None:
    found = checked("background: 先看 RMA，再看 RMA 与 OMS\nsummary: RMA\n", Selection(("undefined-abbreviation",)))
    assert [(one.message.en.split("`")[1], str(one.location), one.severity.label) for one in found] == [
        ("RMA", "spec.yaml:1:16", "note"),
        ("OMS", "spec.yaml:1:29", "note"),
    ]


def test_a_repository_allows_its_own(found) -> None:
    policy = Policy(Selection(("undefined-abbreviation",)), options={ALLOW: ("RMA",)})
    assert found("undefined-abbreviation", "background: 看 RMA\n", policy=policy) == []


@pytest.mark.parametrize("text", ["看 LOS 灯是不是红的", "按 WPS 键", "Is the PON lamp green?", "Press the WPS button"])
def test_the_lettering_of_lamps_and_keys_is_no_abbreviation(found, text) -> None:
    assert found("undefined-abbreviation", f"steps: [{{action: 检查, details: {text}}}]\n") == []
