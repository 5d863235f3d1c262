"""The command line as a process: what only a process can show."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

SOPGEN = [sys.executable, "-m", "sopgen"]
SPEC = "sopgen: 1\nid: A-1\ntitle: 报修\nversion: V1.0\npurpose: 统一做法。\n"
BAD = f"{SPEC}steps: [{{action: 受理, role: agnet}}]\n"
LONG = f"{SPEC}steps:\n" + "- {action: 受理报修, details: 记录型号、现象、联系方式}\n" * 200


def environment(language: str = "en_US.UTF-8") -> dict[str, str]:
    return {**os.environ, "LC_ALL": language, "PYTHONUTF8": "1"}


def run(*arguments: str | bytes, cwd: Path, language: str = "en_US.UTF-8") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*SOPGEN, *arguments],
        cwd=cwd,
        env=environment(language),
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
    )


def write_specs(folder: Path, count: int, text: str = BAD) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}.yaml").write_text(text.replace("A-1", f"A-{number}"), encoding="utf-8")


def test_the_version_is_that_of_the_package(tmp_path: Path) -> None:
    assert run("--version", cwd=tmp_path).stdout == f"sopgen {version('sopgen')}\n"


def test_help_is_in_the_language_of_the_locale(tmp_path: Path) -> None:
    for command in ("validate", "render", "new", "schema"):
        english, chinese = (run(command, "--help", cwd=tmp_path, language=name) for name in ("C", "zh_CN.UTF-8"))
        assert english.returncode == chinese.returncode == 0
        assert english.stdout.isascii()
        assert not chinese.stdout.isascii()


@pytest.mark.parametrize("command", [[], ["template"], ["style"]])
@pytest.mark.parametrize("language", ["C", "zh_CN.UTF-8"])
def test_help_says_in_a_whole_sentence_what_each_command_does(
    tmp_path: Path, command: list[str], language: str
) -> None:
    listed = run(*command, "--help", cwd=tmp_path, language=language).stdout.rpartition("\n\n")[2]
    assert listed.strip()
    assert not [line for line in listed.splitlines() if line.endswith("...")]


def test_messages_are_in_the_language_of_the_locale_unless_asked_for(tmp_path: Path) -> None:
    write_specs(tmp_path / "specs", 1)
    assert "没有" in run("validate", cwd=tmp_path, language="zh_CN.UTF-8").stdout
    assert "there is no" in run("validate", cwd=tmp_path, language="C").stdout
    assert "没有" in run("validate", "--lang", "zh-CN", cwd=tmp_path, language="C").stdout


@pytest.mark.parametrize("arguments", [["nonsense"], ["validate", "--nonsense"], ["render", "--format", "pdf"]])
def test_what_the_command_line_does_not_know_ends_with_2(tmp_path: Path, arguments: list[str]) -> None:
    ran = run(*arguments, cwd=tmp_path)
    assert ran.returncode == 2
    assert not re.search("Traceback|Value error", ran.stderr)


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    write_specs(tmp_path / "specs", 1, f"{SPEC}steps:\n" + "- {action: 受理, role: agnet}\n" * 1000)
    command = f'"{sys.executable}" -m sopgen validate | "{sys.executable}" -c pass'
    ran = subprocess.run(command, shell=True, cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert ran.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_output_that_cannot_be_written_is_told_in_a_line(tmp_path: Path) -> None:
    write_specs(tmp_path / "specs", 1)
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*SOPGEN, "validate"], cwd=tmp_path, env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ran.returncode == 2
    assert ran.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of another kind there")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_output_that_is_closed_changes_no_result(tmp_path: Path, closed: str) -> None:
    write_specs(tmp_path / "specs", 1)
    command = f'"{sys.executable}" -m sopgen validate {closed}'
    ran = subprocess.run(command, shell=True, cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode there, whatever the locale")
def test_a_locale_that_cannot_name_a_file_is_told(tmp_path: Path) -> None:
    write_specs(tmp_path / "specs", 1, SPEC)
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = subprocess.run([*SOPGEN, "render"], cwd=tmp_path, env=plain, capture_output=True, check=False)
    assert (ran.returncode, b"LC_ALL=C.UTF-8" in ran.stdout, ran.stderr) == (2, True, b"")
    assert not [*tmp_path.glob("build/*")]


@pytest.mark.skipif(sys.platform == "win32", reason="standard output has no name there")
def test_a_report_for_the_file_of_standard_output_goes_on_in_it(tmp_path: Path) -> None:
    write_specs(tmp_path / "specs", 1)
    with (tmp_path / "out").open("wb") as out:
        command = [*SOPGEN, "validate", "--output-format", "concise", "--output", "json-lines=out"]
        subprocess.run(command, cwd=tmp_path, env=environment(), stdout=out, check=False)
    assert [line[:1] for line in (tmp_path / "out").read_text("utf-8").splitlines()] == ["s", "C", "{"]


def test_a_file_name_that_is_not_text_is_shown(tmp_path: Path) -> None:
    name = b"\xff\xfe.yaml"
    try:
        Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_text(BAD, encoding="utf-8")
    except OSError:
        pytest.skip("no such names here")
    for arguments in (["validate", "."], ["validate", name], ["render", name]):
        ran = run(*arguments, cwd=tmp_path)
        assert ran.returncode == 1
        assert "\\udcff\\udcfe.yaml:6:28" in ran.stdout
        assert "Traceback" not in ran.stderr


def test_a_current_folder_that_was_removed_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    script = (
        "import os, sys; os.rmdir(os.getcwd()); sys.argv[1:] = ['validate', 'x']; from sopgen.cli import main; main()"
    )
    command = [sys.executable, "-P", "-c", script]  # as an installed command: the folder is not on the path
    ran = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert not re.search("Traceback|Value error", ran.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
@pytest.mark.parametrize("count", [60, 200])
def test_an_interrupt_leaves_whole_files_only(tmp_path: Path, count: int) -> None:
    write_specs(tmp_path / "specs", count, LONG)
    output = tmp_path / "build"
    heed = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
    process = subprocess.Popen(
        [sys.executable, "-c", heed, *SOPGEN, "render"],  # what runs in the background of a shell ignores interrupts
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 60
    while process.poll() is None and not any(output.glob("*.docx")):
        assert time.monotonic() < deadline
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode() == "\nInterrupted.\n"
    written = list(output.iterdir())
    assert 0 < len(written) < count
    assert {path.suffix for path in written} == {".docx"}
    assert all(path.read_bytes().startswith(b"PK") for path in written)
