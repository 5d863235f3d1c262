"""``sopgen validate`` mends specs in files, shows what it would change, reads what an editor sends, and compares."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

STEPS = """roles: {agent: 客服专员}   # 一线
steps:
  - {id: register, action: 登记, role: agnt}  # 受理
"""
NAMES = ("--select", "undefined-role,unknown-step-target,duplicate-number")


def test_files_are_mended_and_all_else_stays(sopgen, spec) -> None:
    path = spec("a.yaml", more=STEPS)
    raw = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(raw)
    path.chmod(0o640)
    ran = sopgen("validate", "a.yaml", "--fix", *NAMES)
    assert (ran.code, ran.rules) == (0, [])
    assert ran.out == "Checked 1 file: nothing to report; 1 fixed.\n"
    assert path.read_bytes() == raw.replace(b"agnt", b"agent")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(sopgen, spec, here: Path) -> None:
    path = spec("own/a.yaml", more=STEPS)
    (here / "b.yaml").symlink_to(path)
    sopgen("validate", "b.yaml", "--fix", *NAMES)
    assert (here / "b.yaml").is_symlink()
    assert "role: agent" in path.read_text("utf-8")


def test_what_would_change_is_shown_and_nothing_is_written(sopgen, spec) -> None:
    path = spec("a.yaml", more=STEPS)
    before = path.read_bytes()
    ran = sopgen("validate", "a.yaml", "--diff", *NAMES)
    assert ran.code == 1
    assert [line for line in ran.out.splitlines() if line[:1] in "+-"] == [
        "--- a/a.yaml",
        "+++ b/a.yaml",
        "-  - {id: register, action: 登记, role: agnt}  # 受理",
        "+  - {id: register, action: 登记, role: agent}  # 受理",
    ]
    assert path.read_bytes() == before
    path.write_text(path.read_text("utf-8").replace("agnt", "agent"), "utf-8")
    assert (sopgen("validate", "a.yaml", "--diff", *NAMES).out, path.read_bytes() != before) == ("", True)


def test_a_difference_at_the_end_of_a_file_without_a_line_break_is_one_that_patch_takes(sopgen, spec) -> None:
    path = spec("a.yaml")
    path.write_text(path.read_text("utf-8") + "steps: [{action: 登记, role: agnt}]\nroles: {agent: 客服}", "utf-8")
    assert "\\ No newline at end of file\n" in sopgen("validate", "a.yaml", "--diff", *NAMES).out


@pytest.mark.parametrize("name", ["a.yaml", "流程/a b.yaml"])
def test_git_makes_of_the_differences_what_mending_makes(sopgen, spec, here: Path, name: str) -> None:
    path = spec(name, more=STEPS + "summary: 上报\u2028再办")
    raw = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(raw)
    differences = sopgen("validate", name, "--diff", *NAMES).out
    subprocess.run(["git", "apply", "-"], cwd=here, input=differences.encode(), check=True)
    assert path.read_bytes() == raw.replace(b"agnt", b"agent")
    path.write_bytes(raw)
    assert sopgen("validate", name, "--fix", *NAMES).rules == ["forbidden-character"]
    assert path.read_bytes() == raw.replace(b"agnt", b"agent")


def test_numbers_given_twice_are_mended_only_when_asked_for(sopgen, spec) -> None:
    first, second = spec("specs/a.yaml", "AFS-SOP-2020-001"), spec("specs/b.yaml", "AFS-SOP-2020-001")
    assert sopgen("validate", "--fix", *NAMES).rules == ["duplicate-number"] * 2
    ran = sopgen("validate", "--unsafe-fixes", *NAMES)
    assert (ran.code, ran.rules) == (0, [])
    assert "id: AFS-SOP-2020-001\n" in first.read_text("utf-8")
    assert "id: AFS-SOP-2020-001\n" not in second.read_text("utf-8")


def test_what_an_editor_sends_is_checked_as_the_file_it_says(sopgen, spec) -> None:
    spec("specs/a.yaml", "A-1")
    text = spec("specs/b.yaml", "A-2", more=STEPS).read_text("utf-8")
    ran = sopgen("validate", "-", "--stdin-filename", "specs/b.yaml", *NAMES, typed=text)
    assert ran.out.startswith("specs/b.yaml:8:38: error SOP101")
    assert "role: agnt" in ran.out.splitlines()[1]
    again = sopgen("validate", "-", "--stdin-filename", "specs/b.yaml", *NAMES, typed=text.replace("A-2", "A-1"))
    assert again.rules == ["duplicate-number", "undefined-role"]


def test_what_an_editor_sends_needs_no_file(sopgen, spec, here: Path) -> None:
    text = spec("a.yaml", more=STEPS).read_text("utf-8")
    ran = sopgen("validate", "-", "--output-format", "concise", *NAMES, typed=text)
    assert ran.out.startswith("<stdin>:8:38: error SOP101 undefined-role")
    assert sopgen("validate", "-", typed="a: [").out.startswith("<stdin>:1:")


def test_what_an_editor_sends_comes_back_mended(sopgen, spec) -> None:
    text = spec("a.yaml", more=STEPS + "  - {action: 归档, role: nobody}\n").read_text("utf-8")
    ran = sopgen("validate", "-", "--fix", *NAMES, typed=text)
    assert ran.out == text.replace("agnt", "agent")
    assert (ran.code, ran.rules) == (1, ["undefined-role"])
    ran = sopgen("validate", "-", "--diff", *NAMES, typed=text)
    assert (ran.code, ran.out.splitlines()[0]) == (1, "--- a/<stdin>")


def test_what_comes_back_mended_has_the_line_breaks_and_the_mark_that_were_sent(sopgen, spec) -> None:
    text = "\ufeff" + spec("a.yaml", more=STEPS).read_text("utf-8").replace("\n", "\r\n")
    assert sopgen("validate", "-", "--fix", *NAMES, typed=text).out == text.replace("agnt", "agent")


def test_a_revision_that_is_not_there_is_told_of(sopgen, spec, here: Path) -> None:
    spec("a.yaml")
    subprocess.run(["git", "init", "--quiet"], cwd=here, check=True)
    ran = sopgen("validate", "a.yaml", "--since", "nowhere")
    assert (ran.code, ran.rules) == (2, ["unknown-revision"])
