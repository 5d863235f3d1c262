"""Every problem of a spec is told in the author's words, at its place, with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import core_yaml
import pytest
import spec_data
from fragments import HEADER
from hypothesis import given, settings
from hypothesis import strategies as st

from sopgen.diagnostics import LANGUAGES, Diagnostic
from sopgen.errors import SpecError
from sopgen.source import decode, parse
from sopgen.spec import load

PYDANTIC = re.compile(
    r"(?i:input should|pydantic|validat|union|tuple|\bdict|field required|extra inputs|literal|instance|_type\b|"
    r"\bstr\b|\bbool\b|recursion|unable to|should have|characters)|\[key\]|\bNone\b"
)
"""Words of pydantic's and of Python's."""
QUOTED = re.compile("“.*?”|`.*?`", re.DOTALL)
"""The author's own words."""

CASES = core_yaml.read((Path(__file__).parent / "explained.yml").read_text("utf-8"))

Told = Callable[[str], list[tuple[str, ...]]]
Refused = Callable[[str], list[str]]


def test_every_problem_is_told_at_once(refused: Refused) -> None:
    assert refused(
        "stauts: draft\n"
        "roles: [客服]\n"
        "steps:\n"
        "  - action: 登记\n"
        "    duration: 10分钟\n"
        "    time_limit: 尽快\n"
        "  - role: agent\n"
        "    decision: {question: 甲}\n"
        "    next: end\n"
    ) == [
        "1:1 unknown-key",
        "2:8 wrong-value",
        "5:5 unknown-key",
        "6:17 wrong-value",
        "7:5 missing-key",
        "8:5 missing-key",
        "9:5 contradiction",
    ]


def test_every_compulsory_key_of_the_document_is_asked_for() -> None:
    with pytest.raises(SpecError) as caught:
        load(parse(decode(b"# nothing yet\nx-a: 1\n", "spec.yaml")))
    assert [str(one) for one in caught.value.diagnostics] == [
        f"spec.yaml:2:1: error SOP051 missing-key: the file has no `{key}`"
        for key in ("id", "purpose", "sopgen", "title", "version")
    ]
    hints = [one.hint.zh for one in caught.value.diagnostics if one.hint]
    assert hints[0] == "请写文件编号，例如“id: AFS-SOP-2026-001”"


@pytest.mark.parametrize(
    ("fragment", "place"),
    [
        ("status: drft\n", "1:9"),
        ("steps: [甲, '']\n", "1:12"),
        ("steps: {action: ''}\n", "1:17"),
        ("roles: {Agent: 客服}\n", "1:9"),
        ("roles: {agent: [客服]}\n", "1:16"),
        ("roles: {contact: {name: 客服, deputi: agent}}\n", "1:29"),
        ("steps: [{action: 甲, decision: [乙, {go_to: end}]}]\n", "1:35"),
        ("steps: [{action: 甲, cautions: {warning: }}]\n", "1:21"),
        ("classifications: {类别: [{definition: 甲}]}\n", "1:24"),
        ("classifications: {类别: []}\n", "1:23"),
        ("tables: [{title: 甲, columns: 乙, rows: [[{a: b}]]}]\n", "1:41"),
        ("clauses: [{text: 甲, clauses: [{id: 乙}]}]\n", "1:31"),
    ],
)
def test_a_problem_is_told_where_it_is_written(refused: Refused, fragment: str, place: str) -> None:
    assert refused(fragment)[0].split()[0] == place


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["spec"])
def test_a_problem_is_told_in_the_authors_words(told: Told, case: dict[str, Any]) -> None:
    chinese, chinese_hint, english, english_hint = told(f"{case['spec']}\n")[0]
    assert {"zh": [chinese, chinese_hint], "en": [english, english_hint]} == {key: case[key] for key in ("zh", "en")}


def test_another_version_and_another_kind_are_told_of() -> None:
    text = HEADER.replace("sopgen: 1", "sopgen: '2.0'\nkind: handbok")
    with pytest.raises(SpecError) as caught:
        load(parse(decode(text.encode(), "spec.yaml")))
    assert [str(one.message) for one in caught.value.diagnostics] == [
        "this version reads `sopgen: 1`, not `2.0`",
        "`kind` cannot be `handbok`",
    ]
    assert str(caught.value.diagnostics[1].hint) == "did you mean `handbook`?"


def problems_of(data: Any) -> tuple[Diagnostic, ...]:
    try:
        load(parse(decode(core_yaml.write(data).encode(), "spec.yaml")))
    except SpecError as error:
        return error.diagnostics or pytest.fail("a spec is refused without a reason")
    return ()


@settings(deadline=None)
@given(spec_data.changed())
def test_whatever_is_wrong_is_told_like_that(data: dict[str, Any]) -> None:
    for problem in problems_of(data):
        assert problem.location.span is not None
        assert problem.hint is not None
        for language in LANGUAGES:
            words = problem.message.text(language) + problem.hint.text(language)
            assert not PYDANTIC.search(QUOTED.sub("", words))
        assert re.search("[一-鿿]", problem.message.zh)
        assert re.search("[一-鿿]", problem.hint.zh)


_ANY = st.recursive(
    st.none() | st.text("甲a1-_ {}[]:", max_size=6) | st.integers() | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(spec_data.KEYS) | st.sampled_from(["x-a", "甲", "[key]", ""]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(spec_data.KEYS), _ANY, min_size=1))
def test_nothing_that_yaml_can_say_breaks_it(data: dict[str, Any]) -> None:
    assert all(problem.location.span and problem.hint for problem in problems_of(data))
