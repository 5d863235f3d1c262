from __future__ import annotations

import errno
import os
import zipfile
from pathlib import Path

import pytest

from sopgen.errors import WriteError
from sopgen.repository.outputs import create, file_name, is_own, same_file_key, write


@pytest.mark.parametrize(
    ("number", "title", "name"),
    [
        ("AFS-SOP-2026-001", "产品报修", "AFS-SOP-2026-001 产品报修.docx"),
        ("QM/SOP/001", 'A: "b" <c>?', "QM-SOP-001 A- -b- -c-.docx"),
        ("A-1", "一\n 二\t三 ...", "A-1 一 二 三.docx"),
        ("CON", "", "_CON.docx"),
        ("COM1", ".x", "COM1 .x.docx"),
    ],
)
def test_names_are_what_every_system_accepts(number: str, title: str, name: str) -> None:
    assert file_name(number, title, ".docx") == name


def test_long_names_are_cut_between_characters() -> None:
    for title in ("x" * 500, "报" * 500, "🙂" * 500):
        name = file_name("A-1", title, ".docx")
        assert len(name.encode()) <= 255
        assert name.startswith("A-1 " + title[:10])


def test_paths_that_a_system_may_take_for_one_share_a_key() -> None:
    assert same_file_key(Path("build/A é.docx")) == same_file_key(Path("BUILD/a e\u0301.docx"))
    assert same_file_key(Path("a/x.docx")) != same_file_key(Path("b/x.docx"))


def test_a_file_is_written_with_its_folders_and_over_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "x.docx"
    write(path, b"1")
    write(path, b"2")
    assert path.read_bytes() == b"2"
    assert [entry.name for entry in path.parent.iterdir()] == ["x.docx"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_takes_what_is_written_and_stays_one(tmp_path: Path) -> None:
    path = tmp_path / "out"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    write(path, b"1")
    assert os.read(reader, 9) == b"1"
    os.close(reader)
    assert path.is_fifo()
    assert [entry.name for entry in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_device_that_takes_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to("/dev/full")
    with pytest.raises(WriteError) as caught:
        write(tmp_path / "out", b"1")
    assert caught.value.diagnostics[0].rule == "unwritable-file"
    assert (tmp_path / "out").is_symlink()


def test_a_created_file_never_replaces_another(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    create(path, b"1")
    with pytest.raises(WriteError) as caught:
        create(path, b"2")
    assert caught.value.diagnostics[0].rule == "existing-file"
    assert path.read_bytes() == b"1"


def test_a_broken_link_is_a_file_that_exists(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").symlink_to("nowhere")
    with pytest.raises(WriteError):
        create(tmp_path / "x.yaml", b"1")


@pytest.mark.parametrize("path", ["", ".", "/"])
def test_a_folder_in_place_of_a_file_is_told(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WriteError) as caught:
        write(Path(path), b"1")
    assert caught.value.diagnostics[0].rule in ("unwritable-file", "unwritable-folder")
    assert list(tmp_path.iterdir()) == []


def told(error: pytest.ExceptionInfo[WriteError]) -> tuple[str, str]:
    (one,) = error.value.diagnostics
    return one.rule, one.message.en


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "build").touch()
    for path in (tmp_path / "build" / "x.docx", tmp_path / "build" / "deep" / "x.docx"):
        with pytest.raises(WriteError) as caught:
            write(path, b"1")
        assert told(caught) == (
            "unwritable-folder",
            "this folder cannot be written to: a part of the path is a file, not a folder",
        )


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "the disk is read-only"), (errno.EACCES, "no permission")],
)
def test_a_disk_that_takes_nothing_is_told_and_keeps_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def fail(path: Path, data: bytes) -> int:
        path.open("wb").close()
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(WriteError) as caught:
        write(tmp_path / "x.docx", b"1")
    assert told(caught) == ("unwritable-folder", f"this folder cannot be written to: {reason}")
    assert not list(tmp_path.iterdir())


def test_a_file_that_another_program_holds_is_told_as_that_file(tmp_path: Path) -> None:
    (tmp_path / "x.docx").mkdir()
    with pytest.raises(WriteError) as caught:
        write(tmp_path / "x.docx", b"1")
    assert told(caught)[0] == "unwritable-file"
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.docx"]


def test_an_interrupt_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.docx"
    write(path, b"1")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(path, b"2")
    assert path.read_bytes() == b"1"
    assert len(list(tmp_path.iterdir())) == 1


def package(path: Path, application: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("docProps/app.xml", f"<Properties><Application>{application}</Application></Properties>")
    return path


def test_own_documents_are_told_from_those_of_other_programs(tmp_path: Path) -> None:
    assert is_own(package(tmp_path / "a.docx", "sopgen"))
    assert not is_own(package(tmp_path / "b.docx", "Microsoft Office Word"))
    (tmp_path / "c.docx").write_bytes(b"text")
    assert not is_own(tmp_path / "c.docx")
    locked = bytearray(package(tmp_path / "d.docx", "sopgen").read_bytes())
    locked[6] |= 1
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1  # both say that the file in it is encrypted
    (tmp_path / "d.docx").write_bytes(locked)
    assert not is_own(tmp_path / "d.docx")
    assert not is_own(tmp_path)
