"""The rules that look across the repository, beyond what their pages show."""

from __future__ import annotations

import pickle

import pytest

from sopgen.rules import Policy, Selection, gather, mixed_version_schemes


def document(number: int, text: str = "") -> str:
    return f"id: AFS-SOP-2026-{number:03}\n{text}"


RETIRED = document(7, "status: retired\n")
CALL = "steps: [{{action: 派工, {}: AFS-SOP-2026-{:03}}}]\n"


@pytest.mark.parametrize(
    "text",
    [
        "background: 本文件代替 [[AFS-SOP-2026-007]]。\n",
        "references: [{number: AFS-SOP-2026-007, title: 派工管理（已作废）}]\n",
        "revisions: [{version: V1.0, date: 2026-01-01, reason: '[[AFS-SOP-2026-007]] 并行两套流程'}]\n",
        "status: superseded\nsteps: [{action: 派工, call: AFS-SOP-2026-007}]\n",
    ],
)
def test_history_may_name_what_is_retired(compared, text) -> None:
    assert compared("retired-reference", document(1, text), RETIRED) == []


@pytest.mark.parametrize(
    "text",
    [
        "background: 见 [[AFS-SOP-2026-007]]。\n",
        "references: [{number: AFS-SOP-2026-007, title: 派工管理}]\n",
        CALL.format("next", 7),
    ],
)
def test_every_other_way_to_name_it_is_found(compared, text) -> None:
    told = "`AFS-SOP-2026-007 产品故障报修处理` is retired, and no longer to be referred to"
    assert compared("retired-reference", document(1, text), RETIRED) == [("0.yaml", 2, told)]
    assert compared("retired-reference", document(1, text), RETIRED, document(7)) == []  # one of the two is in force


def test_a_circle_is_told_once_with_its_documents(compared) -> None:
    texts = [
        document(1, CALL.format("call", 2)),
        document(2, CALL.format("next", 3)),
        document(3, CALL.format("call", 1)),
    ]
    told = "these documents lead round in a circle: {}"
    circle = [f"AFS-SOP-2026-{number:03}" for number in (1, 2, 3, 1)]
    assert compared("circular-reference", *texts) == [("0.yaml", 2, told.format(" → ".join(circle)))]
    circle = [f"AFS-SOP-2026-{number:03}" for number in (2, 3, 1, 2)]
    assert compared("circular-reference", *texts, unchecked=(0,)) == [("1.yaml", 2, told.format(" → ".join(circle)))]


def test_a_document_that_calls_itself_is_a_circle(compared) -> None:
    assert len(compared("circular-reference", document(1, CALL.format("call", 1)))) == 1


@pytest.mark.parametrize(
    "back",
    [
        "background: 见 [[AFS-SOP-2026-001]]\n",
        "steps: [{action: 核对, decision: [{when: 可修, go_to: AFS-SOP-2026-001}, 不可修]}, 退货]\n",
        "steps: [{action: 核对, decision: [{when: 可修}, {when: 不可修, go_to: end}]}, {action: 转, next: AFS-SOP-2026-001}]\n",
        "exceptions: [{situation: 可修, response: 转回, go_to: AFS-SOP-2026-001}]\n",
        "status: retired\n" + CALL.format("call", 1),
    ],
)
def test_mentions_and_decisions_make_no_circle(compared, back) -> None:
    assert compared("circular-reference", document(1, CALL.format("call", 2)), document(2, back)) == []


def test_a_long_circle_is_not_told_in_full(compared) -> None:
    texts = [document(number, CALL.format("call", number % 20 + 1)) for number in range(1, 21)]
    ((_, _, told),) = compared("circular-reference", *texts)
    assert told.count("→") == 7
    assert told.endswith("→ … → AFS-SOP-2026-001")


LEVEL = "service_levels: [{{level: 重大, criteria: 涉及安全, resolution: {}}}]\n"
CHANNEL = "channels: [{{name: 电话, purpose: 报修, first_response: {}}}]\n"
DEADLINE = "deadlines: [{{matter: {}, limit: {}}}]\n"


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (LEVEL.format("24小时内"), LEVEL.format("48小时内"), 2),
        (LEVEL.format("24小时内"), LEVEL.format("1天内"), 0),
        ("type: complaint\n" + LEVEL.format("24小时内"), LEVEL.format("48小时内"), 0),
        (LEVEL.format("24小时内"), LEVEL.format("48小时内").replace("涉及安全", "媒体曝光"), 0),
        (CHANNEL.format("30秒内"), CHANNEL.format("20秒内"), 2),
        (CHANNEL.format("30秒内"), CHANNEL.format("20秒内").replace("报修", "投诉"), 0),
        ("department: 售后部\n" + CHANNEL.format("30秒内"), CHANNEL.format("20秒内"), 0),
        (DEADLINE.format("首次回复投诉客户", "24小时内"), DEADLINE.format("首次回复 投诉客户", "48小时内"), 2),
        ("type: repair\n" + DEADLINE.format("受理决定", "24小时内"), DEADLINE.format("受理决定", "3天内"), 0),
        (
            DEADLINE.format("首次回复投诉客户", "{within: 24小时内, from: 受理}"),
            DEADLINE.format("首次回复投诉客户", "{within: 48小时内, from: 立案}"),
            0,
        ),
        (LEVEL.format("24小时内"), "status: retired\n" + LEVEL.format("48小时内"), 0),
    ],
)
def test_only_promises_of_the_same_thing_are_compared(compared, one, other, count) -> None:
    assert len(compared("contradictory-limits", document(1, one), document(2, other))) == count
    assert compared("contradictory-limits", document(1, one), document(1, other)) == []  # two files of one document


def test_a_contradiction_is_told_in_the_words_of_both(compared) -> None:
    texts = document(1, LEVEL.format("24小时内")), document(2, LEVEL.format("48小时内"))
    assert compared("contradictory-limits", *texts, unchecked=(1,)) == [
        ("0.yaml", 2, "the resolution at the level `重大` is 24小时内 here, but 48小时内 in AFS-SOP-2026-002")
    ]


def test_what_the_part_of_a_handbook_promises_is_compared(compared) -> None:
    level = "{level: 重大, criteria: 有人受伤, resolution: %s}"
    book = f"kind: handbook\ntype: x\nparts:\n  - {{title: 甲, service_levels: [{level % '24小时内'}]}}\n"
    sop = f"type: x\nservice_levels: [{level % '48小时内'}]\n"
    assert [line for _, line, _ in compared("contradictory-limits", document(1, book), document(2, sop))] == [5, 3]


def test_versions_go_by_most_documents_or_by_the_setting(compared) -> None:
    texts = [document(1, "version: A/0\n"), document(2, "version: V1.0\n"), document(3, "version: V2.0\n")]
    told = "the version A/0 is not written as in the other documents"
    assert compared("mixed-version-schemes", *texts) == [("0.yaml", 2, told)]
    assert compared("mixed-version-schemes", texts[0] + "status: retired\n", *texts[1:]) == []
    policy = Policy(Selection(("mixed-version-schemes",)), options={mixed_version_schemes.SCHEME: "A/0"})
    assert [file for file, _, _ in compared("mixed-version-schemes", *texts, policy=policy)] == ["1.yaml", "2.yaml"]


def test_facts_travel_between_processes(loaded) -> None:
    facts = gather(loaded(document(1, LEVEL.format("24小时内") + CALL.format("call", 2))))
    sent = pickle.loads(pickle.dumps(facts))
    assert (sent.promises, sent.references) == (facts.promises, facts.references)
    assert len(sent.promises) == len(sent.references) == 1
