"""What git knows of files at an earlier revision."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from sopgen.errors import UsageError
from sopgen.repository.git import contents_at


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs git in a new repository, whoever runs the test and however git is set up for them."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")

    def run(*arguments: str) -> None:
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    run("init", "--quiet", "--initial-branch=main")
    return run


def test_files_that_changed_are_known_as_they_were(git, tmp_path: Path) -> None:
    folder = tmp_path / "流程 一"
    folder.mkdir()
    names = ("changed.yaml", "same.yaml", "old name.yaml", "gone.yaml")
    for name in names:
        (folder / name).write_text(f"{name}\n" * 20, "utf-8")
    git("add", "."), git("commit", "-m", "first"), git("tag", "v1")
    (folder / "changed.yaml").write_text("new", "utf-8")
    git("mv", "流程 一/old name.yaml", "流程 一/新名.yaml")
    (folder / "gone.yaml").unlink()
    (folder / "fresh.yaml").write_text("fresh", "utf-8")
    for root in (tmp_path, folder):
        found = contents_at("v1", root)
        assert {path.name: held.decode().splitlines()[0] for path, held in found.items()} == {
            "changed.yaml": "changed.yaml",
            "新名.yaml": "old name.yaml",
        }
        assert all(path.exists() for path in found)


def test_what_others_did_since_a_branch_began_is_no_change_of_it(git, tmp_path: Path) -> None:
    for name in ("theirs.yaml", "ours.yaml"):
        (tmp_path / name).write_text("1", "utf-8")
    git("add", "."), git("commit", "-m", "first"), git("branch", "ours")
    (tmp_path / "theirs.yaml").write_text("2", "utf-8")
    git("commit", "-am", "theirs"), git("checkout", "ours")
    (tmp_path / "ours.yaml").write_text("2", "utf-8")
    assert contents_at("main", tmp_path) == {tmp_path / "ours.yaml": b"1"}
    git("commit", "-am", "ours")
    assert contents_at("main", tmp_path) == {tmp_path / "ours.yaml": b"1"}


def test_a_clone_too_shallow_to_tell_where_a_branch_began_is_compared_with_the_revision(git, tmp_path: Path) -> None:
    text = tmp_path / "a.yaml"
    text.write_text("1\n\n", "utf-8")
    git("add", "."), git("commit", "-m", "first"), git("checkout", "--orphan", "apart")
    text.write_text("2", "utf-8")
    assert contents_at("main", tmp_path) == {text: b"1\n\n"}
    git("commit", "-am", "apart")
    assert contents_at("main", tmp_path) == {text: b"1\n\n"}


def test_a_folder_of_another_user_is_told_of(git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.delenv("GIT_CONFIG_COUNT", raising=False)  # with which every folder may be trusted
    with pytest.raises(UsageError) as caught:
        contents_at("HEAD", tmp_path)
    assert [(one.rule, "safe.directory" in str(one.hint)) for one in caught.value.diagnostics] == [("no-git", True)]


def test_a_repository_inside_another_is_no_file_of_it(git, tmp_path: Path) -> None:
    inner, text = tmp_path / "inner", tmp_path / "a.yaml"
    for state in ("1", "2"):
        if state == "1":
            git("init", "--quiet", "inner")
        (inner / "b.txt").write_text(state, "utf-8"), text.write_text(state, "utf-8")
        git("-C", "inner", "add", "."), git("-C", "inner", "commit", "-m", state)
        if state == "1":
            git("add", "."), git("commit", "-m", "first")
    assert contents_at("HEAD", tmp_path) == {text: b"1"}


def test_nothing_changed_is_nothing_to_compare(git, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a", "utf-8")
    git("add", "."), git("commit", "-m", "first")
    assert contents_at("HEAD", tmp_path) == {}


def test_a_revision_that_is_not_there_is_told_of(git, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        contents_at("nowhere", tmp_path)
    assert [one.rule for one in caught.value.diagnostics] == ["unknown-revision"]
    with pytest.raises(UsageError):
        contents_at("--help", tmp_path)


def test_a_folder_outside_git_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError) as caught:
        contents_at("HEAD", tmp_path)
    assert [one.rule for one in caught.value.diagnostics] == ["no-git"]


def test_without_git_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError) as caught:
        contents_at("HEAD", tmp_path)
    assert [one.rule for one in caught.value.diagnostics] == ["no-git"]
