from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sopgen.errors import ConfigError, UsageError
from sopgen.repository import Repository
from sopgen.repository.specfile import shown

Write = Callable[..., Path]


def test_the_root_is_the_nearest_folder_with_settings(here: Path) -> None:
    (here / ".git").mkdir()
    (here / "a" / "b").mkdir(parents=True)
    (here / "a" / "sopgen.toml").write_text('specs = "b"')
    repository = Repository.find(Path("a/b/none.yaml"))
    assert repository.root == here / "a"
    assert repository.specs == here / "a" / "b"


def test_settings_far_above_come_before_a_git_folder_nearby(here: Path) -> None:
    (here / "a" / ".git").mkdir(parents=True)
    assert Repository.find(Path("a")).root == here / "a"
    (here / "sopgen.toml").touch()
    assert Repository.find(Path("a")).root == here


def test_without_either_the_root_is_the_current_folder(here: Path) -> None:
    (here / "a").mkdir()
    assert Repository.find(Path("a")) == Repository(here)


def test_settings_that_are_wrong_are_told(here: Path) -> None:
    (here / "sopgen.toml").write_text("x = 1")
    with pytest.raises(ConfigError) as caught:
        Repository.find(here)
    assert str(caught.value.diagnostics[0].location) == "sopgen.toml:1:1"


def test_without_paths_the_folder_of_specs_is_meant(here: Path, spec: Write) -> None:
    with pytest.raises(UsageError) as caught:
        Repository.find(here).gather([])
    assert caught.value.diagnostics[0].rule == "no-specs-folder"
    spec("specs/zh/a.yaml")
    assert [file.name for file in Repository.find(here).gather([]).files] == ["specs/zh/a.yaml"]


def test_specs_are_called_by_the_shorter_path(here: Path, spec: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "sopgen.toml").touch()
    path = spec("specs/a.yaml")
    (here / "docs").mkdir()
    for folder, name in {"docs": "../specs/a.yaml", "specs": "a.yaml"}.items():
        monkeypatch.chdir(here / folder)
        assert [file.name for file in Repository.find(Path()).gather([]).files] == [str(Path(name))]
    monkeypatch.chdir(here.anchor)
    assert shown(path) in (str(path), str(path.relative_to(here.anchor)))


def test_documents_are_those_of_the_folder_of_specs_and_those_named(here: Path, spec: Write) -> None:
    (here / "sopgen.toml").touch()
    spec("specs/a.yaml", "A-1")
    spec("drafts/b.yaml", "A-2")
    repository = Repository.find(here)
    assert set(repository.documents.by_number) == {"A-1"}
    named = repository.with_named(repository.gather(["drafts", "specs"]).files)
    assert {number: len(files) for number, files in named.documents.by_number.items()} == {"A-1": 1, "A-2": 1}


def test_without_a_folder_of_specs_only_a_marked_repository_is_searched(here: Path, spec: Write) -> None:
    spec("sop/a.yaml", "A-1")
    assert not Repository.find(here).documents.by_number
    (here / "sopgen.toml").touch()
    assert set(Repository.find(here).documents.by_number) == {"A-1"}


def test_the_next_number_follows_the_pattern_and_what_is_there(here: Path, spec: Write) -> None:
    repository = Repository.find(here)
    assert repository.next_number(date(2026, 5, 1)) == "AFS-SOP-2026-001"
    spec("specs/a.yaml", "AFS-SOP-2026-007")
    assert Repository.find(here).next_number(date(2026, 5, 1)) == "AFS-SOP-2026-008"
    assert Repository.find(here).next_number(date(2027, 5, 1)) == "AFS-SOP-2027-001"
    (here / "sopgen.toml").write_text('[numbers]\npattern = "KF{date}-{seq:02}"')
    assert Repository.find(here).next_number(date(2026, 5, 1)) == "KF20260501-01"
    (here / "sopgen.toml").write_text('[numbers]\npattern = "{dept}-{seq:02}"')
    with pytest.raises(ValueError, match="dept"):
        Repository.find(here).next_number(date(2026, 5, 1))


def test_what_belongs_to_a_spec_is_in_the_root_or_beside_it(here: Path) -> None:
    (here / "root").mkdir()
    repository = Repository(here / "root")
    assert repository.home_of(here / "root" / "a" / "x.yaml") == here / "root"
    assert repository.home_of(here / "b" / "x.yaml") == here / "b"


def test_a_style_sheet_by_path_is_taken_from_the_root(here: Path) -> None:
    (here / "sopgen.toml").write_text('style = "house/our.yaml"\nlayouts = "house"\noutput = "out"')
    repository = Repository.find(here)
    assert repository.style == str(here / "house" / "our.yaml")
    assert repository.layouts == here / "house"
    assert repository.output == here / "out"
    assert Repository(here).style == "enterprise"
    assert Repository(here).layouts is None
