"""How the rules are measured beside a reviewer, and that the documents they are measured on are in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.judgement import (
    BEYOND,
    CORPUS,
    Found,
    Judgement,
    Remark,
    Score,
    cases,
    disagreements,
    findings,
    judge,
    read_review,
    scores,
    total,
)
from sopgen.rules.registry import RULES
from sopgen.source import parse, read
from sopgen.spec import load

CASES = cases(CORPUS)

PRECISION, RECALL = 0.96, 0.87
"""A little less than what the rules reach on the documents, so that a change that makes them worse is seen."""

VAGUE = Remark(3, 3, "vague-word", "多快？")
LOOSE = Remark(1, 9, "vague-word", "到处含糊")


def found(line: int, rule: str = "vague-word") -> Found:
    return Found(line, rule, "含糊")


def test_a_review_is_read_line_by_line() -> None:
    text = "# 一家公司\n\n4 vague-word 多快？\n1-9  missing-exceptions  没有异常。\n7 - 没人懂 \n"
    assert read_review(text) == (
        Remark(4, 4, "vague-word", "多快？"),
        Remark(1, 9, "missing-exceptions", "没有异常。"),
        Remark(7, 7, BEYOND, "没人懂"),
    )


@pytest.mark.parametrize(
    "line", ["vague-word 多快？", "4 vague-word", "4 Vague 多快？", "9-4 vague-word 多快？", "0 - 空"]
)
def test_what_is_no_remark_is_told_with_its_line(line: str) -> None:
    with pytest.raises(ValueError, match=r"^2: "):
        read_review(f"# 一家公司\n{line}\n")


def test_a_finding_is_right_where_the_reviewer_says_the_same_of_the_line() -> None:
    assert judge([VAGUE], [found(3)]) == Judgement((VAGUE,), (), ())


def test_another_line_and_another_rule_are_a_miss_and_a_false_alarm() -> None:
    for one in (found(4), found(3, "placeholder")):
        assert judge([VAGUE], [one]) == Judgement((), (VAGUE,), (one,))


def test_further_findings_in_the_same_lines_are_the_same() -> None:
    assert judge([LOOSE], [found(2), found(8)]) == Judgement((LOOSE,), (), ())


def test_each_remark_needs_a_finding_of_its_own() -> None:
    for findings_of_two in ([found(3), found(5)], [found(2), found(3)]):
        assert judge([LOOSE, VAGUE], findings_of_two).right == (LOOSE, VAGUE)
    assert judge([LOOSE, VAGUE], [found(3)]) == Judgement((VAGUE,), (LOOSE,), ())


def test_false_alarms_of_a_rule_on_one_line_are_one() -> None:
    assert judge([], [found(4), found(4), found(5)]).false_alarms == (found(4), found(5))


def test_what_is_beyond_the_rules_is_no_miss() -> None:
    assert judge([Remark(1, 1, BEYOND, "没人懂")], []) == Judgement((), (), ())


def test_disagreements_are_the_misses_and_the_false_alarms_by_line() -> None:
    judgement = judge([LOOSE], [found(4, "placeholder")])
    assert [*disagreements(judgement)] == [
        (1, "missed", "vague-word", "到处含糊"),
        (4, "false alarm", "placeholder", "含糊"),
    ]


def test_scores_by_rule_and_in_all() -> None:
    judgements = [judge([VAGUE], [found(3), found(4)]), judge([VAGUE, Remark(1, 1, "placeholder", "待定")], [])]
    by_rule = scores(judgements)
    assert by_rule == {"placeholder": Score(0, 1, 0), "vague-word": Score(1, 1, 1)}
    assert total(by_rule.values()) == Score(1, 2, 1)
    assert (by_rule["vague-word"].precision, by_rule["vague-word"].recall) == (0.5, 0.5)
    assert (by_rule["placeholder"].precision, by_rule["placeholder"].recall) == (None, 0)
    assert total([]).recall is None


def test_findings_are_what_all_rules_say_of_a_document_by_itself(tmp_path: Path) -> None:
    text = "sopgen: 1\nid: A-1\ntitle: 报修\nversion: V1.0\npurpose: 统一。\nsteps: [{action: 登记, role: agent}]\n"
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "sopgen.toml").write_text("", encoding="utf-8")
    rules = {one.rule: one.line for one in findings(tmp_path / "a.yaml")}
    assert rules["undefined-role"] == 6
    assert "duplicate-number" not in rules


def test_a_document_that_cannot_be_read_is_no_case(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("sopgen: 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match="missing-key"):
        list(findings(tmp_path / "a.yaml"))


def test_every_document_has_a_review_and_every_review_a_document() -> None:
    assert len(CASES) >= 30
    assert sorted(CASES) == sorted(CORPUS.glob("*.yaml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_loads_and_its_review_fits_it(path: Path) -> None:
    assert not load(parse(read(path, path.name))).tree.notices
    remarks = CASES[path]
    assert list(remarks) == sorted(remarks, key=lambda remark: (remark.first, remark.last))
    assert max((remark.last for remark in remarks), default=0) <= len(path.read_text("utf-8").splitlines())
    assert path.with_suffix(".review").read_text("utf-8").startswith("# ")


def test_every_rule_that_a_review_names_is_there() -> None:
    names = {remark.rule for remarks in CASES.values() for remark in remarks} - {BEYOND}
    assert len(names) > 40
    assert names <= {rule.name for rule in RULES}


def test_the_rules_agree_with_the_reviewer() -> None:
    judged = {path: judge(remarks, findings(path)) for path, remarks in CASES.items()}
    wrong = [
        f"{path.name}:{line}: {what}: {rule}: {text}"
        for path, judgement in judged.items()
        for line, what, rule, text in disagreements(judgement)
    ]
    score = total(scores(judged.values()).values())
    assert score.precision is not None
    assert score.recall is not None
    assert (score.precision >= PRECISION, score.recall >= RECALL) == (True, True), "\n".join([str(score), *wrong])
