from __future__ import annotations

import pytest

from sopgen.rules.base import Context


@pytest.fixture
def prose(loaded):
    return lambda text: Context(loaded(text).index).prose


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("用 `TODO` 标记", "用 ░░░░░░ 标记"),
        ("见 [[sla]] 和 https://a.cn/b，再看", "见 ░░░░░░░ 和 ░░░░░░░░░░░░░░，再看"),
        ("说“尽快”和《须知》", "说░░░░和░░░░"),
        ("先说‘好’「行」『可』", "先说░░░░░░░░░"),
        ('say "soon" twice', "say ░░░░░░ twice"),
        ("工号{工号}为您", "工号░░░░为您"),
        ("没有配对“的引号", "没有配对“的引号"),
        ('a 5" screen and a 7" screen', 'a 5" screen and a 7" screen'),
        ("it’s ours, isn’t it", "it’s ours, isn’t it"),
    ],
)
def test_what_is_not_the_authors_own_wording_is_blank(prose, text, own) -> None:
    found = prose(f"background: {text!r}\n" if "'" not in text else f'background: "{text}"\n')
    start = found.raw.index(text)
    assert found.own[start : start + len(text)].replace("\1", "░") == own
    assert len(found.own) == len(found.raw) == len(found.lower)


def test_quotes_do_not_reach_into_the_next_text(prose) -> None:
    found = prose("scope: [甲“乙, 丙”丁]\n")
    assert "甲“乙\0丙”丁" in found.own


def test_a_place_in_the_prose_has_its_text(prose) -> None:
    found = prose("scope: [电话, 网上]\n")
    place = found.at(found.raw.index("上"))
    assert (place.wording.path, place.offset) == (("scope", "applies_to", 1), 1)
    assert found.at(found.raw.index("电")).position == place.position - 1


@pytest.mark.parametrize(
    ("text", "around", "sentence"),
    [
        ("先登记。再尽快回复，并归档。最后", "尽快", "再尽快回复，并归档"),
        ("第一行\n  第二行尽快", "尽快", "第一行\n第二行尽快"),
        ("- 甲\n  - 乙尽快\n  - 丙", "尽快", "\n- 乙尽快"),
        ("Call V1.2 promptly. Then stop", "promptly", "Call V1.2 promptly"),
    ],
)
def test_a_sentence_ends_where_a_reader_stops(prose, text, around, sentence) -> None:
    found = prose(f"background: |\n  {text}\n")
    start, end = found.sentence(found.raw.index(around))
    assert found.raw[start:end].strip() == sentence.strip()


def test_a_letter_that_grows_in_small_letters_moves_nothing(prose) -> None:
    found = prose("background: İSTANBUL Promptly\n")
    assert found.lower.index("promptly") == found.raw.index("Promptly")


def test_scripts_tables_and_sections_may_have_their_own_language(prose) -> None:
    found = prose("scripts: {hello: {say: Hello, language: en}, bye: {say: 再见}}\n")
    languages = {wording.text: found.language(wording) for wording in found._texts}
    assert (languages["Hello"], languages["再见"]) == ("en", "zh-CN")
    assert found.languages == {"zh-CN", "en"}
