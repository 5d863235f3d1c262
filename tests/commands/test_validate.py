from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sopgen = Callable[..., Any]
Write = Callable[..., Path]

BAD_ROLE = "roles: {agent: 客服}\nsteps: [{action: 受理, role: agnet}]\n"
UNUSED = "x-a: 1  # sopgen: ignore[undefined-role] nothing to ignore\n"


def test_clean_specs_end_with_0(sopgen: Sopgen, spec: Write) -> None:
    spec("specs/a.yaml")
    assert sopgen("validate") == sopgen("validate", "specs")
    ran = sopgen("validate", "specs/a.yaml")
    assert (ran.code, ran.out, ran.err) == (0, "Checked 1 file: nothing to report.\n", "")


def test_findings_are_told_in_order_with_their_lines_and_end_with_1(sopgen: Sopgen, spec: Write) -> None:
    spec("specs/b.yaml", "A-1", more=BAD_ROLE)
    spec("specs/a.yaml", "A-2", "", more="nonsense: 1\n")
    ran = sopgen("validate", "--output-format", "concise")
    assert (ran.code, ran.err) == (1, "")
    places = [line.split(": ")[0] for line in ran.out.splitlines()]
    assert places == ["specs/a.yaml:3:7", "specs/a.yaml:6:1", "specs/b.yaml:7:28", "Checked 2 files"]


def test_messages_are_in_the_language_asked_for(sopgen: Sopgen, spec: Write) -> None:
    spec("a.yaml", more=BAD_ROLE)
    assert (
        "检查了 1 份文件：1 个错误；其中 1 处可以用 --fix 修复。" in sopgen("validate", "a.yaml", "--lang", "zh-CN").out
    )


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("note", 1)])
def test_the_least_severity_that_fails_can_be_chosen(sopgen: Sopgen, spec: Write, fail_on: str, code: int) -> None:
    spec("a.yaml", more=UNUSED)
    ran = sopgen("validate", "a.yaml", "--fail-on", fail_on)
    assert ran.rules == ["unused-suppression"]
    assert ran.code == code


def test_rules_can_be_selected_and_ignored_here_and_in_the_settings(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("a.yaml", more=BAD_ROLE + UNUSED)
    assert sopgen("validate", "a.yaml").rules == ["undefined-role", "unused-suppression"]
    assert sopgen("validate", "a.yaml", "--select", "SOP1").rules == ["undefined-role"]
    assert sopgen("validate", "a.yaml", "--ignore", "undefined-role,unused-suppression").rules == []
    (here / "sopgen.toml").write_text('ignore = ["unused-suppression"]')
    assert sopgen("validate", "a.yaml").rules == ["undefined-role"]
    assert sopgen("validate", "a.yaml", "--ignore", "undefined-role").rules == []


def test_an_unknown_rule_ends_with_2_and_says_where_it_was_named(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("a.yaml")
    ran = sopgen("validate", "a.yaml", "--ignore", "undefined-rolle")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("--ignore: error SOP095")
    (here / "sopgen.toml").write_text('select = ["nonsense"]')
    assert sopgen("validate", "a.yaml").err.startswith("sopgen.toml:1:1: error SOP095")


def test_a_report_for_tools_is_json_even_when_there_is_nothing(sopgen: Sopgen, spec: Write) -> None:
    spec("a.yaml", more=BAD_ROLE)
    (found,) = json.loads(sopgen("validate", "a.yaml", "--output-format", "json").out)
    assert (found["file"], found["line"], found["rule"]) == ("a.yaml", 7, "undefined-role")
    spec("a.yaml")
    assert sopgen("validate", "a.yaml", "--output-format", "json").out == "[]\n"


def test_quiet_leaves_the_counting_out(sopgen: Sopgen, spec: Write) -> None:
    spec("a.yaml")
    assert sopgen("validate", "a.yaml", "--quiet").out == ""


def test_what_does_not_exist_ends_with_2(sopgen: Sopgen, spec: Write) -> None:
    spec("specs/a.yaml")
    ran = sopgen("validate", "specs/b.yaml")
    assert (ran.code, ran.rules) == (2, ["missing-file"])
    assert "did you mean `a.yaml`?" in ran.err


def test_files_that_cannot_be_read_are_told_beside_the_others(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("a.yaml")
    (here / "gbk.yaml").write_bytes("sopgen: 1\ntitle: 报修处理流程\n".encode("gbk"))
    (here / "link.yaml").symlink_to("nowhere")
    (here / "empty.yaml").touch()
    (here / "notes.yaml").write_text("a: 1\n")
    (here / "folder.yaml").mkdir()
    ran = sopgen("validate", ".")
    assert ran.code == 1
    assert ran.rules == ["not-a-spec", "wrong-encoding", "broken-link", "not-a-spec"]
    assert sopgen("validate", "empty.yaml", "a.yaml").rules == ["empty-file"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_told_and_not_waited_for(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("a.yaml")
    os.mkfifo(here / "pipe.yaml")
    assert sopgen("validate", "a.yaml", "pipe.yaml").rules == ["not-a-file"]
    assert sopgen("render", "a.yaml", "pipe.yaml").code == 1


def test_images_are_looked_for(sopgen: Sopgen, spec: Write, here: Path, image: bytes) -> None:
    spec(
        "a.yaml",
        more="background: 见 ![界面](图/界面.png) 和 `![](code.png)`\nattachments: [{title: 图, file: b.png}]\n",
    )
    assert sopgen("validate", "a.yaml", "--output-format", "concise").out.splitlines()[:2] == [
        "a.yaml:6:21: error SOP060 missing-image: there is no image `图/界面.png`",
        "a.yaml:7:32: error SOP060 missing-image: there is no image `b.png`",
    ]
    (here / "图").mkdir()
    (here / "图" / "界面.png").write_bytes(image)
    (here / "b.png").write_bytes(b"text")
    assert sopgen("validate", "a.yaml").rules == ["not-an-image"]


def test_a_number_given_twice_is_told_at_both_even_when_one_is_checked(sopgen: Sopgen, spec: Write) -> None:
    spec("specs/a.yaml", "A-1")
    spec("specs/b.yaml", "A-1")
    assert sopgen("validate").rules == ["duplicate-number"] * 2
    ran = sopgen("validate", "specs/a.yaml")
    assert ran.rules == ["duplicate-number"]
    assert "specs/b.yaml:2:5: the same number stands here" in ran.out


def test_a_draft_outside_the_folder_of_specs_may_have_the_number_of_one_inside(sopgen: Sopgen, spec: Write) -> None:
    spec("specs/a.yaml", "A-1")
    spec("drafts/b.yaml", "A-1")
    assert sopgen("validate", "drafts").code == 0
    spec("drafts/c.yaml", "A-1")
    assert sopgen("validate", "drafts").rules == ["duplicate-number"] * 2


def test_documents_of_the_repository_are_known(sopgen: Sopgen, spec: Write) -> None:
    spec("specs/a.yaml", "A-1", more="steps: [{id: take, action: 受理}]\n")
    spec("specs/b.yaml", "A-2", more="background: 见 [[A-1]] 和 [[A-1/take]]\n")
    assert sopgen("validate", "specs/b.yaml").rules == []
    spec("specs/b.yaml", "A-2", more="background: 见 [[A-3]] 和 [[A-1/tkae]]\n")
    assert len(sopgen("validate", "specs/b.yaml").rules) == 2


def test_settings_that_are_wrong_end_with_2(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml")
    (here / "sopgen.toml").write_text("[number]\n")
    ran = sopgen("validate")
    assert (ran.code, ran.out, ran.rules) == (2, "", ["unknown-setting"])
    assert "did you mean `numbers`?" in ran.err


def test_many_specs_are_checked_in_several_processes_alike(
    sopgen: Sopgen, spec: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sopgen.commands import batch

    for number in range(12):
        spec(f"specs/{number}.yaml", f"A-{number}", more=BAD_ROLE)
    alone = sopgen("validate")
    monkeypatch.setattr(batch, "PAYS_FROM", 2)
    monkeypatch.setattr(batch, "_processors", lambda: 2)
    assert sopgen("validate") == alone
    assert alone.rules == ["undefined-role"] * 12


def test_settings_say_how_severe_a_finding_is(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("a.yaml", more=BAD_ROLE)
    (here / "sopgen.toml").write_text('[severity]\nundefined-role = "note"\n')
    ran = sopgen("validate", "a.yaml", "--select", "undefined-role", "--output-format", "concise")
    assert ran.code == 0
    assert ": note SOP101 undefined-role" in ran.out


def test_rules_can_be_ignored_in_some_files(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml", "A-1", more=BAD_ROLE)
    spec("specs/old/b.yaml", "A-1", more=BAD_ROLE)
    (here / "sopgen.toml").write_text('[per-file-ignores]\n"specs/old/*" = ["SOP101", "duplicate-number"]\n')
    ran = sopgen("validate", "--select", "SOP101,SOP801", "--output-format", "concise")
    assert [line.partition(":")[0] for line in ran.out.splitlines()[:-1]] == ["specs/a.yaml"] * 2


def test_a_comment_suppresses_what_is_found_across_files(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml", "A-1")
    other = spec("specs/b.yaml", "A-1")
    other.write_text(other.read_text("utf-8").replace("A-1", "A-1  # sopgen: ignore[duplicate-number] 换版中"), "utf-8")
    assert sopgen("validate", "--select", "SOP8,SOP902").rules == ["duplicate-number"]
    (here / "specs" / "a.yaml").unlink()
    assert sopgen("validate", "--select", "SOP8,SOP902").rules == ["unused-suppression"]
    assert sopgen("validate", "specs/b.yaml", "--select", "SOP8,SOP902").rules == []


def test_what_is_found_across_files_keeps_its_path_for_the_fingerprint(sopgen: Sopgen, spec: Write) -> None:
    spec("specs/a.yaml", "A-1")
    spec("specs/b.yaml", "A-1")
    found = json.loads(sopgen("validate", "--select", "SOP801", "--output-format", "json").out)
    assert [one["path"] for one in found] == ["/id"] * 2


def test_a_handbook_that_holds_a_retired_procedure_is_told_of(sopgen: Sopgen, spec: Write) -> None:
    spec("specs/a.yaml", "A-1", more="status: retired\n")
    handbook = spec("specs/b.yaml", "A-2", more="parts: [{title: 流程, sops: [a.yaml]}]\n")
    handbook.write_text("kind: handbook\n" + handbook.read_text("utf-8"), "utf-8")
    ran = sopgen("validate", "--select", "retired-reference", "--output-format", "concise")
    assert [line.partition(": ")[0] for line in ran.out.splitlines()[:-1]] == ["specs/b.yaml:7:28"]
