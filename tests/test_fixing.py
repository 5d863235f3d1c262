"""Fixes of findings are made in the text, until none is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import fixing, pipeline
from sopgen.repository import Repository, SpecFile
from sopgen.rules import Policy, Selection
from sopgen.source import read

SPEC = """sopgen: 1
id: A-1
title: 报修
version: V1.2   # 现行
purpose: 见 [[regster]]，再看 [[regster]]。
roles: {agent: 客服专员}
steps:
  - id: register  # 受理
    action: 登记
    role: agnt
    next: archve
  - {id: archive, action: '归档', role: 'agnt'}
revisions:
  - {version: V1.1, date: 2026-02-01, reason: 时限过紧}   # 二
  - {version: V1.0, date: 2025-02-01, reason: 首次发布}   # 一
"""


@pytest.fixture
def mended(tmp_path: Path):
    def run(text: str, *, unsafe: bool = False, select: tuple[str, ...] = ()) -> fixing.Mended:
        path = tmp_path / "a.yaml"
        path.write_text(text, "utf-8")
        policy = Policy(Selection(select or ("SOP1", "SOP2", "SOP4", "SOP71")))
        return fixing.mend(read(path, "a.yaml"), SpecFile("a.yaml", path), Repository(tmp_path), policy, unsafe=unsafe)

    return run


def test_names_that_are_plainly_meant_are_written_and_all_else_stays(mended) -> None:
    got = mended(SPEC, select=("undefined-role", "unknown-reference", "unknown-step-target"))
    assert got.text == (SPEC.replace("agnt", "agent").replace("regster", "register").replace("archve", "archive"))
    assert (got.made, got.checked.diagnostics) == (5, ())


def test_revisions_are_put_in_order(mended) -> None:
    got = mended(SPEC, select=("revisions-out-of-order",))
    assert got.text == SPEC.replace(
        "V1.1, date: 2026-02-01, reason: 时限过紧", "!").replace(
        "V1.0, date: 2025-02-01, reason: 首次发布", "V1.1, date: 2026-02-01, reason: 时限过紧").replace(
        "!", "V1.0, date: 2025-02-01, reason: 首次发布")  # fmt: skip


@pytest.mark.parametrize("order", [(2, 0, 1), (1, 2, 0), (2, 1, 0), (1, 0, 2)])
def test_revisions_are_put_in_order_once_whatever_findings_say_so(mended, order: tuple[int, ...]) -> None:
    rows = [f"  - {{version: V1.{number}, date: 2026-01-0{number + 1}, reason: 客诉}}\n" for number in range(3)]
    head = SPEC.partition("revisions:\n")[0] + "revisions:\n"
    got = mended(head + "".join(rows[number] for number in order), select=("revisions-out-of-order",))
    assert (got.text, got.made) == (head + "".join(rows), 1)


def test_a_fix_that_cannot_be_made_keeps_no_other_from_being_made(mended) -> None:
    escaped = r'"见 [[reg\x73ter]]。"'
    text = SPEC.replace("见 [[regster]]，再看 [[regster]]。", escaped)
    got = mended(text, select=("undefined-role", "unknown-reference", "unknown-step-target"))
    assert got.text == text.replace("agnt", "agent").replace("archve", "archive")
    assert (got.made, [one.rule for one in got.checked.diagnostics]) == (3, ["unknown-reference"])


def test_what_may_change_the_meaning_is_done_only_when_asked_for(mended) -> None:
    select = ("revisions-out-of-order", "revision-not-current")
    assert "version: V1.2, date" not in mended(SPEC, select=select).text
    got = mended(SPEC, select=select, unsafe=True)
    assert got.text.splitlines()[-1].startswith("  - {version: V1.2, date: 20")
    assert "V1.2" in got.text.splitlines()[-1]
    assert got.checked.spec is not None
    assert got.checked.diagnostics == ()


def test_a_name_that_may_mean_another_is_written_only_when_asked_for(mended) -> None:
    text = (
        SPEC.replace("archve", "register-2")
        .replace("'agnt'", "服务专员")
        .replace("[[regster]]，再看", "[[registered]]，再看")
    )
    select = ("undefined-role", "unknown-reference", "unknown-step-target")
    got = mended(text, select=select)
    assert got.text == text.replace("agnt", "agent").replace("regster", "register")
    assert got.made == 2
    assert mended(text, unsafe=True, select=select).text == (
        got.text.replace("register-2", "register").replace("服务专员", "agent").replace("registered", "register")
    )


def test_what_cannot_be_read_stays_as_it_is(mended) -> None:
    got = mended("a: [")
    assert (got.text, got.made) == ("a: [", 0)


def test_findings_of_several_files_are_mended_too(tmp_path: Path) -> None:
    files = [SpecFile(name, tmp_path / name) for name in ("a.yaml", "b.yaml")]
    for file in files:
        file.path.write_text(SPEC, "utf-8")
    repository = Repository(tmp_path, named=tuple(files))
    facts = [pipeline.check(file, repository).facts for file in files]
    found = [one for one in pipeline.compare(facts, repository) if one.location.file == "b.yaml"]
    got = fixing.mend(
        read(files[1].path), files[1], repository, Policy(Selection(("SOP801",))), unsafe=True, further=found
    )
    assert got.text != SPEC
    assert got.text.splitlines()[1].startswith("id: AFS-SOP-")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_breaks_and_byte_order_mark_stay(end: str, mark: bytes) -> None:
    raw = mark + "a: 1\nb: 2\n".replace("\n", end).encode()
    wanted = mark + "a: 1\nb: 3\nc: 4\n".replace("\n", end).encode()
    assert fixing.as_written(raw, "a: 1\nb: 3\nc: 4\n") == wanted
    assert fixing.as_written(raw, "a: 1\nb: 2\n") == raw


def test_line_breaks_of_several_kinds_stay_each_where_it_is() -> None:
    raw = b"a: 1\r\nb: 2\nc: 3\r\nd: 4"
    assert fixing.as_written(raw, "a: 1\nb: 2\nc: 9\nd: 4") == b"a: 1\r\nb: 2\nc: 9\r\nd: 4"


def test_several_changes_inside_one_text_are_made_together(mended) -> None:
    text = SPEC.replace(
        "purpose: 见 [[regster]]，再看 [[regster]]。", "purpose: |\n  统一, 规范;明确(一次)吗?\n  继续,完成。"
    )
    done = mended(text, select=("mixed-punctuation",))
    assert done.made == 1
    assert "purpose: |\n  统一，规范；明确（一次）吗？\n  继续，完成。\n" in done.text
