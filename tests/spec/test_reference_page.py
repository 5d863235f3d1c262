"""The reference page says what holds: its examples load, its tables are true, its links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import core_yaml
import pytest
from fragments import HEADER
from jsonschema import Draft202012Validator

from sopgen.diagnostics import Language
from sopgen.errors import SopgenError
from sopgen.source import decode, parse
from sopgen.spec import LoadedSpec, load, reference_page
from sopgen.spec.descriptions import described
from sopgen.spec.durations import parse_time_limit
from sopgen.spec.kinds import fields_of
from sopgen.spec.models import models
from sopgen.spec.reference_page import MARK, reference, updated
from sopgen.spec.schema import json_schema
from sopgen.spec.shape import Shape

PAGES: dict[Language, str] = {
    language: (Path(__file__).parents[2] / "docs" / name).read_text("utf-8")
    for language, name in {"en": "spec.md", "zh-CN": "spec.zh.md"}.items()
}
BLOCKS = [block for page in PAGES.values() for block in re.findall(r"(?ms)^```yaml\n(.*?)^```", page)]
SHAPES = [(model, language) for model in models() for language in PAGES if described(model, language).example]
WITHOUT_EXAMPLE = {"Branch", "ClassOfMatter", "Transition", "FormField", "Pilot", "Opinion"}
"""Shapes that the examples of others show."""
SCHEMA = Draft202012Validator(json_schema("en"))

in_both = pytest.mark.parametrize("language", PAGES)


def whole(fragment: str) -> str:
    return fragment if re.search("(?m)^sopgen:", fragment) else HEADER + fragment + "\n"


def loaded(text: str) -> LoadedSpec:
    return load(parse(decode(text.encode(), "example.yaml")))


@pytest.mark.parametrize("block", BLOCKS)
def test_every_example_is_valid(block: str) -> None:
    tree = loaded(whole(block)).tree
    assert tree.notices == ()
    assert [error.message for error in SCHEMA.iter_errors(core_yaml.read(whole(block)))] == []


def test_there_is_an_example_of_every_main_shape() -> None:
    assert {model.__name__ for model in models()} - {model.__name__ for model, _ in SHAPES} == WITHOUT_EXAMPLE
    assert len(BLOCKS) > len(SHAPES)


@pytest.mark.parametrize(("model", "language"), SHAPES)
def test_an_example_shows_its_shape(model: type[Shape], language: Language) -> None:
    text = whole(described(model, language).example)
    assert any(isinstance(shape, model) for _, shape in loaded(text).index.shapes)


@in_both
def test_every_shape_has_a_section_with_every_key(language: Language) -> None:
    sections = dict(re.findall(r"(?ms)^### ([^\n]+)\n(.*?)(?=^### |\Z)", reference(language)))
    assert len(sections) == len(list(models()))
    for model, (title, text) in zip(models(), sections.items(), strict=True):
        assert described(model, language).title == title
        assert described(model, language).about in text
        assert re.findall(r"(?m)^\| `([^`]+)` \|", text) == [field.key for field in fields_of(model)]


def takes(section: str) -> dict[str, list[str]]:
    """What each key of a section takes, and what holds without it."""
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    return {row.split(" | ")[0].strip("| `"): row.split(" | ")[1:3] for row in rows}


def test_what_a_key_takes_is_said_in_plain_words() -> None:
    section = reference("en").partition("### Step\n")[2].partition("\n### ")[0]
    assert takes(section)["action"] == ["text in Markdown", "**compulsory**"]
    assert takes(section)["role"] == ["the id of a role, or a list", ""]
    assert takes(section)["time_limit"] == ["[limit](#limit)", ""]
    assert takes(section)["optional"] == ["`true`, `false`, or text in Markdown", ""]
    assert "A value that is not a map stands for `action`." in section
    assert "`steps`, `parallel` and `call` exclude each other." in section
    assert "Stands under `steps` of [sop](#sop), [procedure](#procedure), [step](#step) or" in section


def test_what_a_key_takes_is_said_in_plain_chinese() -> None:
    section = reference("zh-CN").partition("### 步骤\n")[2].partition("\n### ")[0]
    assert takes(section)["action"] == ["文字（Markdown）", "**必填**"]
    assert takes(section)["role"] == ["角色的标识，或列表", ""]
    assert takes(section)["time_limit"] == ["[时限](#时限)", ""]
    assert "不展开写时，写的就是 `action`。" in section
    assert "`steps`、`parallel` 和 `call` 不能同时写。" in section
    assert "写在[流程文件](#流程文件)、[流程](#流程)、[步骤](#步骤)或[并行路线](#并行路线)的 `steps` 下。" in section


def test_a_type_without_words_cuts_no_page_short(monkeypatch: pytest.MonkeyPatch) -> None:
    words = reference_page.reference_words("en")
    fewer = {name: told for name, told in words["takes"].items() if name != "Line"}
    monkeypatch.setattr(reference_page, "reference_words", lambda _: {**words, "takes": fewer})
    with pytest.raises(TypeError, match="no words for what"):
        reference("en")


@in_both
def test_every_link_inside_the_page_leads_to_a_heading(language: Language) -> None:
    headings = re.findall(r"(?m)^#+ (.+)$", PAGES[language])
    anchors = [re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings]
    links = set(re.findall(r"\]\(#([^)]+)\)", PAGES[language]))
    assert len(links) > 30
    assert links <= {*anchors}
    assert [anchor for anchor in links if anchors.count(anchor) > 1] == []


def table(language: Language, heading: str) -> list[list[str]]:
    """The cells of the table below a heading, row by row."""
    written = PAGES[language].partition(MARK)[0]
    rows = re.findall(r"(?m)^\|.*\|$", written.partition(f"\n{heading}\n")[2].partition("\n#")[0])
    assert len(rows) > 4
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows[2:]]


def quoted(cell: str) -> list[str]:
    return re.findall("`([^`]+)`", cell)


LIMITS: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    ("no longer than that", "最长这么久", lambda text: parse_time_limit(text).kind == "limit"),
    (
        "not before the first, not after the second",
        "不早于前者，不晚于后者",
        lambda text: parse_time_limit(text).kind == "range",
    ),
    ("at once", "马上", lambda text: parse_time_limit(text).kind == "immediate"),
    ("again and again", "一次又一次", lambda text: parse_time_limit(text).kind == "every"),
    ("business days", "按工作日算", lambda text: parse_time_limit(text).upper.business_days >= 1),
    ("calendar days", "按自然日算", lambda text: parse_time_limit(text).upper.clock >= 86400),
    ("half a business day", "半个工作日", lambda text: parse_time_limit(text).upper.business_days == 0.5),
    (
        "until the day ends on which it begins; by itself as long as a day",
        "到开始的那一天结束为止；单独算是一天",
        lambda text: parse_time_limit(text).same_day,
    ),
    ("ISO 8601", "ISO 8601 的写法", lambda text: text.startswith("P") and parse_time_limit(text).kind == "limit"),
)
"""What a time limit means, as each page says it, and whether a text means that."""


@pytest.mark.parametrize(("language", "heading"), [("en", "### Time limits"), ("zh-CN", "### 时限怎么写")])
def test_every_time_limit_means_what_the_page_says(language: Language, heading: str) -> None:
    meanings = {zh if language == "zh-CN" else en: means for en, zh, means in LIMITS}
    rows = table(language, heading)
    assert [meaning for _, meaning in rows] == list(meanings)
    for written, meaning in rows:
        assert quoted(written)
        assert [text for text in quoted(written) if not meanings[meaning](text)] == []


VALUES = (
    ("How long a record is kept", "记录的保存期限", "records: {a: {name: 甲, retention: %s}}"),
    ("A date", "日期", "effective_date: %s"),
    ("A version", "版本", "revisions: {version: %s, date: 2026-03-01}"),
    ("The number of a document", "文件编号", "references: {number: %s, title: 甲}"),
)


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "### Retention, dates, versions, numbers"), ("zh-CN", "### 期限、日期、版本、编号")],
)
def test_every_other_value_is_read(sop: Callable[[str], object], language: Language, heading: str) -> None:
    fragments = {zh if language == "zh-CN" else en: fragment for en, zh, fragment in VALUES}
    for what, written in table(language, heading):
        for text in [text for text in quoted(written) if text != "- _ . /"]:
            assert sop(fragments[what] % text)


@pytest.mark.parametrize(("language", "heading"), [("en", "## Traps of YAML"), ("zh-CN", "## YAML 的陷阱")])
def test_every_trap_is_one_and_has_its_way_out(language: Language, heading: str) -> None:
    def meant(cell: str) -> bool:
        try:
            tree = parse(decode(f"x-a:\n  {quoted(cell)[0]}\n".encode(), "trap.yaml"))
        except SopgenError:
            return False
        held = tree.value(("x-a",))
        return isinstance(held, dict) and all(isinstance(value, str) for value in held.values()) and not tree.notices

    for write, and_not, _ in table(language, heading):
        assert meant(write)
        assert not meant(and_not)


@pytest.mark.parametrize(("language", "order"), [("en", "## The order of the parts"), ("zh-CN", "## 各部分的先后")])
def test_what_is_written_by_hand_stays(language: Language, order: str) -> None:
    assert updated(f"甲\n{MARK}乙\n", language).startswith(f"甲\n{MARK}\n{order}\n")
    assert "乙\n" not in updated(f"甲\n{MARK}乙\n", language)
