"""What LibreOffice is asked, and what is told where it does not answer."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from sopgen.errors import OfficeError
from sopgen.repository.office import Office, find_office

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs are no scripts there")


def program(folder: Path, script: str) -> str:
    """A program that stands in for LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def told(office: Office) -> str:
    with pytest.raises(OfficeError) as error:
        office.heading_pages(b"PK")
    (problem,) = error.value.diagnostics
    assert (problem.code, problem.location.file) == ("SOP065", office.program)
    return problem.message.en


def test_it_is_found_on_the_search_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sopgen.repository.office._FOLDERS", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_office() is None
    assert find_office() != Office(found := program(tmp_path, ""))
    assert find_office() == Office(found)


def test_one_that_writes_nothing_is_told(tmp_path: Path) -> None:
    assert told(Office(program(tmp_path, "exit 1"))).startswith("LibreOffice did not give the page of every heading")


def test_one_that_writes_something_else_is_told(tmp_path: Path) -> None:
    script = 'while [ "$1" != --outdir ]; do shift; done; echo nonsense > "$2/document.pdf"'
    assert told(Office(program(tmp_path, script))).startswith("LibreOffice did not give the page of every heading")


def test_one_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    assert told(Office(str(tmp_path / "none"))) == (
        "the system cannot start LibreOffice (there is no such file): the page numbers are estimates"
    )


def test_one_that_takes_too_long_is_ended_with_what_it_has_started(tmp_path: Path) -> None:
    child = tmp_path / "child"
    office = Office(program(tmp_path, f"sleep 60 & echo $! > {child}; wait"), patience=1)
    assert told(office).startswith("LibreOffice did not finish within 1 seconds")
    number = int(child.read_text())
    for _ in range(100):
        if not _runs(number):
            break
        time.sleep(0.05)
    assert not _runs(number)


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{number}/stat")
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")
