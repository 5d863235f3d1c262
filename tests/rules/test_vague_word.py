from __future__ import annotations

import pytest

from sopgen.rules import Policy, Selection
from sopgen.rules.vague_word import ADD, ALLOW

ENGLISH = "language: en\n"


def step(text: str) -> str:
    return f"steps:\n  - {{action: 登记, details: '{text}'}}\n"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("尽快回复客户", "尽快"),
        ("60分钟内到达，远郊的适当放宽", "适当"),
        ("Waive the fee where reasonable", "where reasonable"),
        ("应及时处理客户诉求", "及时"),
        ("请及时处理", "及时"),
        ("第一时间上报", "第一时间"),
        ("给予适当补偿", "适当"),
        ("重大投诉上报领导", "上报领导"),
        ("酌情减免", "酌情"),
        ("联系相关部门", "相关部门"),
        ("按照有关规定办理", "有关规定"),
        ("必要时升级", "必要时"),
        ("视情况派工", "视情况"),
        ("定期回顾", "定期"),
        ("妥善保管", "妥善"),
        ("通过电话、邮件等渠道回复", "等"),
        ("记录姓名、电话、地址等", "等"),
        ("包括短信等方式", "等"),
        ("reply ASAP", "ASAP"),
        ("Please call back promptly", "promptly"),
    ],
)
def test_a_vague_word_is_found(found, text, word) -> None:
    assert found("vague-word", step(text)) == [(2, f"`{word}` is vague")]


@pytest.mark.parametrize(
    "text",
    [
        "产品“及时雨”的报修",
        "查看《及时处理办法》",
        "Appropriate Polytherapy is a leaflet",
        "记录日期及时间",
        "涉及时限的事项先办",
        "规定期限内提交",
        "约定期间不改价",
        "核对合适当天上门的工程师",
        "预约合适时间段",
        "选定价格，统一定价",
        "没有关闭的工单",
        "所有关键部件",
        "按合同等级处理",
        "等待客户答复",
        "金额等于报价",
        "请客户稍等，再核对",
        "高等、平等对待",
        "一等、二等、三等",
        "按甲、乙等级分流",
        "电话、短信、邮件等三种渠道",
        "电话、邮件等2个渠道",
        "未及时归档的，扣1分",
        "资料提交不及时的处理",
        "统计及时率和及时性",
        "使用礼貌用语，如“您好”“请”等",
        "书面方式，例如短信、邮件等",
        "与投诉相关的录音",
        "及时回复，不超过30分钟",
        "24小时内尽快联系",
        "当日及时归档",
        "适当补偿，不超过50元",
        "必要时（客户受伤或金额超过500元）上报",
        "按相关规定（[[AFS-SOP-2026-001]]）办理",
        "按照《三包规定》等文件",
        "用 `必要时` 作关键词",
        "重视情况反馈",
        "必要时间不足",
        "按原则上报审批",
        "系统提示“稍后回复”",
    ],
)
def test_what_only_looks_vague_is_left_alone(found, text) -> None:
    assert found("vague-word", step(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "steps: [{action: 及时回复客户, time_limit: 30分钟内}]\n",
        "exceptions: [{situation: 超时, response: 尽快联系, time_limit: 2小时内}]\n",
        "service_levels: [{level: 高, resolution: 4小时内, actions: [尽快上报]}]\n",
        "background: 过去没有及时回复，客户适当不满。\n",
        "forms: {f: {title: 相关人员登记表}}\nsteps: [{action: 填写相关人员登记表}]\n",
        "definitions: {适当补偿: 不超过50元的优惠券}\nsteps: [{action: 给予适当补偿}]\n",
        "resources: [及时雨系统, 必要时通知系统]\nsteps: [{action: 登录必要时通知系统}]\n",
        "scripts: {s: {say: 您可以通过电话、微信等方式联系我们。}}\n",
        "scripts: {s: {say: 好的, avoid: [尽快处理, 相关部门]}}\n",
        "metrics: [{name: 响应及时率, formula: 及时响应工单数/总工单数}]\n",
        "classifications: {c: [{name: 软件, examples: [死机、黑屏等]}]}\n",
        "revisions: [{version: V1.0, date: 2026-01-01, reason: 适当调整}]\n",
        "risks: [{description: 姓名、电话等信息外泄}]\n",
    ],
)
def test_where_nobody_is_told_what_to_do_or_a_limit_is_given_it_is_fine(found, text) -> None:
    assert found("vague-word", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("steps: [{action: Reply promptly}]\n", ["promptly"]),
        ("steps: [{action: Inform the relevant departments}]\n", ["relevant departments"]),
        ("steps: [Record the name and address etc.]\n", ["etc"]),
        ("steps: [{action: Offer an appropriate remedy if necessary}]\n", ["appropriate", "if necessary"]),
        ("steps: [{action: 'Reply promptly, within 30 minutes'}]\n", []),
        ("steps: [{action: Reply promptly, time_limit: within 2 hours}]\n", []),
        ("steps: [{action: Fetch the etched plate}]\n", []),
        ("steps: [{action: 'Follow the relevant rules ([[AFS-SOP-2026-001]])'}]\n", []),
        ("steps: [{action: 'Write “promptly” on the tag'}]\n", []),
        ("steps: [{action: 'Offer a remedy, such as a voucher, a refund, etc.'}]\n", []),
        ("background: Answers were not given promptly.\n", []),
    ],
)
def test_english_has_words_of_its_own(found, text, words) -> None:
    told = [message for _, message in found("vague-word", ENGLISH + text)]
    assert [message.split("`")[1].replace("\n", " ") for message in told] == words


def test_a_word_is_found_once_in_a_text_where_it_first_stands(checked) -> None:
    text = "steps:\n  - action: 登记后尽快联系，尽快回复，尽快归档\n  - action: 尽快关单\n"
    told = checked(text, Selection(("vague-word",)))
    assert [str(one.location) for one in told] == ["spec.yaml:2:16", "spec.yaml:3:13"]
    assert told[0].hint.zh == "写明时限，例如 30分钟内"
    assert told[0].severity.label == "warning"


def test_a_limit_in_words_is_no_limit(found) -> None:
    text = "steps:\n  - action: 回复客户\n    time_limit: {text: 尽快}\n"
    assert found("vague-word", text) == [(3, "`尽快` is vague")]


def test_a_script_in_another_language_has_the_words_of_that_language(found) -> None:
    text = "language: en\nscripts:\n  s: {say: 我们会尽快回复, language: zh-CN}\n"
    assert found("vague-word", text) == [(3, "`尽快` is vague")]
    assert found("vague-word", text.replace(", language: zh-CN", "")) == []


def test_a_repository_adds_and_allows_words(found) -> None:
    options = {ADD: ("择优", "leisurely"), ALLOW: ("尽快", "适当补偿")}
    policy = Policy(Selection(("vague-word",)), options=options)
    text = "steps: [尽快择优派工, 适当补偿客户, 适当照顾, Work leisurely]\n"
    told = [message for _, message in found("vague-word", text, policy=policy)]
    assert told == ["`择优` is vague", "`适当` is vague", "`leisurely` is vague"]
