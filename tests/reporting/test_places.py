from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.reporting.places import tool_path, uri


def test_files_are_called_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert tool_path("./specs/a.yaml") == "specs/a.yaml"
    assert tool_path(str(Path("specs") / "a.yaml")) == "specs/a.yaml"
    assert tool_path(str(tmp_path / "specs" / "a.yaml")) == "specs/a.yaml"
    assert tool_path(str(tmp_path.parent / "a.yaml")) == (tmp_path.parent / "a.yaml").as_posix()


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("specs/a.yaml", "specs/a.yaml"),
        ("客服 流程/100%#1?.yaml", "%E5%AE%A2%E6%9C%8D%20%E6%B5%81%E7%A8%8B/100%25%231%3F.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
    ],
)
def test_other_letters_are_written_as_bytes(path: str, address: str) -> None:
    assert uri(path) == address


def test_a_whole_path_has_a_whole_address(tmp_path: Path) -> None:
    assert uri((tmp_path / "a b.yaml").as_posix()) == (tmp_path / "a b.yaml").as_uri()
