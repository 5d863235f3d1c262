from __future__ import annotations

import pytest

from sopgen.rules import Selection
from sopgen.rules.base import Context
from sopgen.rules.mixed_punctuation import check


@pytest.fixture
def mended(loaded):
    """The text of `background` with the repair of the finding made; None where there is no finding."""

    def run(text: str, language: str = "zh-CN") -> str | None:
        spec = loaded(f"language: {language}\nbackground: |\n  {text}\n")
        findings = [*check(Context(spec.index))]
        if not findings:
            return None
        (finding,) = findings
        assert finding.repair is not None
        assert finding.repair.safe
        new = spec.sop.background
        for change in finding.repair.changes:
            assert new[change.offset :].startswith(change.part)
            new = new[: change.offset] + change.new + new[change.offset + len(change.part) :]
        return new

    return run


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("您好,请问", "您好，请问"),
        ("您好, 请问;再见", "您好，请问；再见"),
        ("注意:断电", "注意：断电"),
        ("好吗?好!", "好吗？好！"),
        ("保修(一年)内", "保修（一年）内"),
        ("8:00-20:00(工作日)", "8:00-20:00（工作日）"),
        ("保修（一年)内", "保修（一年）内"),
        ("工号{工号},您好", "工号{工号}，您好"),
        ("看“说明”,再做", "看“说明”，再做"),
        ("先看,“说明”", "先看，“说明”"),
    ],
)
def test_half_width_marks_between_chinese_characters_are_mended(mended, text, right) -> None:
    assert mended(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "每天 8:00-20:00，金额 1,000.50 元",
        "比例为 1:3",
        "用 Word, Excel 编写",
        "见 https://a.cn/b?c=d,e:f",
        "运行 `a(值),b`",
        "见 [表格](图/表.png) 和 ![图](图.png)",
        "服务级别(SLA)",
        "1) 第一 2) 第二",
        "型号 KFR(35)",
        "您好，请问（一年）？",
        "客户说“好,行!”",
        "标记 [[form:repair]]",
        "文件(1)",
        "编号为 {日期},{序号}",
    ],
)
def test_numbers_times_english_and_code_are_left_alone(mended, text) -> None:
    assert mended(text) is None


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Register，then call", "Register, then call"),
        ("Done。", "Done."),
        ("Really？ Yes", "Really? Yes"),
        ("Parts、labels", "Parts, labels"),
        ("Repair（free）today", "Repair (free) today"),
        ("Register, then call (free).", None),
        ("The label says “维修，保养”", None),
        ("Wang 王，Li 李", None),
    ],
)
def test_full_width_marks_in_english_are_mended(mended, text, right) -> None:
    assert mended(text, "en") == right


def test_the_first_mark_of_a_text_is_pointed_at(checked) -> None:
    (one,) = checked("steps:\n  - action: 登记来电,复述,归档\n", Selection(("mixed-punctuation",)))
    assert (str(one.location), one.hint.en) == ("spec.yaml:2:17", "write `，`")


def test_a_name_that_steps_use_is_told_but_not_changed(loaded) -> None:
    spec = loaded("resources: [{name: 工单系统(旧版)}]\nsteps: [{action: 登记, system: 工单系统(旧版)}]\n")
    (finding,) = check(Context(spec.index))
    assert finding.repair is None


@pytest.mark.parametrize(
    ("text", "count"), [("不得推诿.", 1), ("一.总则", 0), ("见图1.2", 0), ("用 Word 写.docx", 0), ("写完.。", 0)]
)
def test_a_half_width_stop_ends_no_chinese_sentence(found, text, count) -> None:
    assert len(found("mixed-punctuation", f"steps: [{{action: 登记, details: {text}}}]\n")) == count
