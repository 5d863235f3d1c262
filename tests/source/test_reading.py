import hashlib
import os
from pathlib import Path

import pytest

from sopgen.diagnostics import Diagnostic
from sopgen.errors import ReadError
from sopgen.source import decode, parse, read
from sopgen.source.limits import SIZE_LIMIT


def problem(path: Path, name: str | None = None) -> Diagnostic:
    with pytest.raises(ReadError) as caught:
        read(path, name)
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


def test_a_file_as_the_user_named_it(tmp_path: Path) -> None:
    path = tmp_path / "报修.yaml"
    path.write_text("title: 报修\n", encoding="utf-8")
    source = read(path, "specs/报修.yaml")
    assert source.file == "specs/报修.yaml"
    assert source.text == "title: 报修\n"
    assert source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert read(path).file == str(path)


@pytest.mark.parametrize("line_break", [b"\r\n", b"\r"])
def test_line_breaks_and_a_byte_order_mark_make_no_difference(line_break: bytes) -> None:
    plain = decode("a: |\n  甲\n  乙\nb: [丙,\n  丁]\n".encode(), "a.yaml")
    marked = decode(b"\xef\xbb\xbf" + plain.text.encode().replace(b"\n", line_break), "a.yaml")
    assert marked == plain
    assert str(parse(marked).locate(("b", 1))) == "a.yaml:5:3"


def test_a_missing_file_and_one_with_a_name_like_it(tmp_path: Path) -> None:
    (tmp_path / "fault-repair.yaml").touch()
    diagnostic = problem(tmp_path / "fault-repiar.yaml")
    assert (diagnostic.code, diagnostic.rule) == ("SOP001", "missing-file")
    assert diagnostic.hint is not None
    assert diagnostic.hint.en == "did you mean `fault-repair.yaml`?"
    assert diagnostic.hint.zh == "您是不是要写“fault-repair.yaml”？"


def test_a_missing_file_with_nothing_like_it(tmp_path: Path) -> None:
    diagnostic = problem(tmp_path / "x.yaml")
    assert diagnostic.hint is not None
    assert "mean" not in diagnostic.hint.en


@pytest.mark.parametrize("folder", ["spces", "a.yaml"])
def test_a_missing_folder(tmp_path: Path, folder: str) -> None:
    (tmp_path / "a.yaml").touch()
    diagnostic = problem(tmp_path / folder / "x.yaml")
    assert diagnostic.rule == "missing-file"
    assert diagnostic.hint is not None
    assert str(tmp_path / folder) in diagnostic.hint.en


def test_a_folder(tmp_path: Path) -> None:
    diagnostic = problem(tmp_path)
    assert diagnostic.rule == "not-a-file"
    assert "a folder" in diagnostic.message.en


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert problem(tmp_path / "pipe.yaml").rule == "not-a-file"


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("a: 1")

    def refuse(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # permissions do not hold back a superuser who runs the tests
    diagnostic = problem(tmp_path / "a.yaml")
    assert diagnostic.rule == "unreadable-file"
    assert "no permission" in diagnostic.message.en
    assert "Permission denied" not in str(diagnostic.message)


def test_a_missing_file_in_a_folder_that_may_not_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert problem(tmp_path / "a.yaml").rule == "missing-file"


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    assert problem(tmp_path / "a\0.yaml").rule == "unreadable-file"
    assert problem(tmp_path / ("a" * 5000)).rule == "unreadable-file"


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to("gone.yaml")
    diagnostic = problem(tmp_path / "link.yaml")
    assert diagnostic.rule == "broken-link"
    assert "`gone.yaml`" in diagnostic.message.en


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").symlink_to("two.yaml")
    (tmp_path / "two.yaml").symlink_to("one.yaml")
    assert problem(tmp_path / "one.yaml").rule == "broken-link"


def test_what_is_asked_for_below_links_in_a_circle_is_missing(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("one")
    assert problem(tmp_path / "one" / "a.yaml").rule == "missing-file"


def test_a_link_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    assert read(tmp_path / "link.yaml").text == "a: 1"


def test_a_large_file_is_refused_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(20 * 1024**2)
    monkeypatch.delattr(Path, "open")
    diagnostic = problem(path)
    assert diagnostic.rule == "file-too-large"
    assert diagnostic.message.en == "the file has 20.0 MB, more than the limit of 8 MB"


def test_bytes_up_to_the_limit() -> None:
    assert len(decode(b"#" * SIZE_LIMIT, "a.yaml").text) == SIZE_LIMIT
    with pytest.raises(ReadError):
        decode(b"#" * (SIZE_LIMIT + 1), "a.yaml")
