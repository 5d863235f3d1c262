from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopgen.repository.discovery import is_spec, specs_in


def write(path: Path, content: str | bytes = "sopgen: 1\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def names(paths: list[Path], folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_the_folder_of_documents_is_passed_over_however_it_is_come_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "build" / "a.yaml"), write(tmp_path / "b.yaml")
    for folder in (Path(), tmp_path):
        assert [path.name for path in specs_in(folder, tmp_path / "build").specs] == ["b.yaml"]


def test_yaml_files_with_the_key_are_found_in_order(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/z.yml", "a/中 文.yaml", "C.YAML"):
        write(tmp_path / name)
    write(tmp_path / "other.yaml", "name: x\n")
    write(tmp_path / "sopgen.json")
    found = specs_in(tmp_path)
    assert sorted(names(found.specs, tmp_path)) == ["C.YAML", "a/z.yml", "a/中 文.yaml", "b.yaml"]
    assert found.specs == sorted(found.specs)
    assert names(found.others, tmp_path) == ["other.yaml"]


def test_folders_that_hold_no_specs_are_passed_over(tmp_path: Path) -> None:
    for name in (".git/a.yaml", "node_modules/a.yaml", "build/a.yaml", "env/a.yaml", ".hidden.yaml"):
        write(tmp_path / name)
    write(tmp_path / "env" / "pyvenv.cfg")
    assert specs_in(tmp_path, tmp_path / "build").specs == []


def test_a_hidden_folder_that_was_named_is_looked_into(tmp_path: Path) -> None:
    write(tmp_path / ".specs" / "a.yaml")
    assert len(specs_in(tmp_path / ".specs").specs) == 1


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "a" / "a.yaml")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert names(specs_in(tmp_path).specs, tmp_path) == ["a/a.yaml"]


@pytest.mark.parametrize(
    "content",
    [
        "# 注释\n\nsopgen: 1\n",
        "﻿sopgen: 1\n",
        "{sopgen: 1}",
        '"sopgen": 1',
        "title: x\nsopgen : 1",
        "sopgen：1",
        "sopgen: 1".encode("utf-16"),
        "title: 报修\nsopgen: 1".encode("gbk"),
    ],
)
def test_the_key_is_seen_however_it_is_written(tmp_path: Path, content: str | bytes) -> None:
    assert is_spec(write(tmp_path / "a.yaml", content))


@pytest.mark.parametrize("content", ["", "a: 1", "x:\n  sopgen: 1", "# sopgen: 1", "sopgenerator: 1"])
def test_other_files_are_not_specs(tmp_path: Path, content: str) -> None:
    assert not is_spec(write(tmp_path / "a.yaml", content))


def test_a_broken_link_is_kept_so_that_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("nowhere")
    assert len(specs_in(tmp_path).specs) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert names(specs_in(tmp_path).others, tmp_path) == ["a.yaml"]
