from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection
from sopgen.rules.banned_phrase import ADD, ALLOW


def phrases(found, say: str, **others: object) -> list[str]:
    text = f'scripts:\n  s: {{say: "{say}"}}\n'
    return [message.split("`")[1] for _, message in found("banned-phrase", text, **others)]


@pytest.mark.parametrize(
    ("say", "phrase"),
    [
        ("这个我不知道", "不知道"),
        ("这不归我们管", "不归我们管"),
        ("我们保证三天修好", "保证"),
        ("绝对没有问题", "绝对"),
        ("公司规定就是这样", "公司规定就是这样"),
        ("您冷静一下", "您冷静一下"),
        ("没办法退", "没办法"),
        ("I don’t know that", "I don’t know"),
        ("Please calm down", "calm down"),
        ("That's not our department", "not our department"),
        ("We guarantee a repair", "We guarantee"),
    ],
)
def test_what_is_not_said_to_customers_is_found(found, say, phrase) -> None:
    assert phrases(found, say) == [phrase]


@pytest.mark.parametrize(
    "say",
    [
        "如果您不知道型号，请看机身铭牌",
        "不知道您现在是否方便",
        "为保证服务质量，本次通话会录音",
        "您的保证金三天内退回",
        "这台机器在质量保证期内",
        "我们不能保证当天到货",
        "请先确保证件在手边",
        "对方拒绝对账的，请告诉我们",
        "您看不清楚铭牌时，可以拍照给我",
        "I cannot guarantee a date, and the guarantee period ends today",
        "You should have received a message",
        "I don't need the invoice",
    ],
)
def test_what_may_be_said_is_left_alone(found, say) -> None:
    assert phrases(found, say) == []


def test_only_what_scripts_say_is_looked_at(found) -> None:
    text = "background: 过去客服常说不知道。\nscripts: {s: {title: 绝对值, say: 您好, avoid: [不知道, 保证修好]}}\n"
    assert found("banned-phrase", text) == []


def test_the_very_words_are_pointed_at_and_advice_is_given(checked) -> None:
    (one,) = checked(
        "scripts:\n  s:\n    say: |\n      您好。\n      我保证，我真的保证。\n", Selection(("banned-phrase",))
    )
    assert str(one.location) == "spec.yaml:5:8"
    assert one.hint.en == "promise only what can be done and by when"


def test_a_repository_adds_and_allows_phrases(found) -> None:
    policy = Policy(Selection(("banned-phrase",)), options={ADD: ("亲",), ALLOW: ("绝对",)})
    assert phrases(found, "亲，绝对不知道", policy=policy) == ["亲", "不知道"]


@pytest.mark.parametrize(
    ("say", "count"),
    [
        ("今天没有办法上门，可以为您改到明天上午。", 0),
        ("There is no way to come today, but we can come on Monday.", 0),
        ("今天没有办法上门。", 1),
        ("没有办法。可以了吗？", 1),
        ("There is no way to come today.", 1),
    ],
)
def test_a_refusal_that_goes_on_to_offer_something_may_be_said(found, say, count) -> None:
    assert len(found("banned-phrase", f'scripts: {{no: {{say: "{say}"}}}}\n')) == count
