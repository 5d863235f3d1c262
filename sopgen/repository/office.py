"""LibreOffice, where it is installed: on which page of a Word document each heading comes to stand.

The document is converted to PDF, whose outline has an entry for each heading (ISO 32000-1, 12.3.3). Every LibreOffice
writes it without being asked, in the order of the document, and it names pages rather than words to look for.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from sopgen.diagnostics import Location
from sopgen.errors import OfficeError
from sopgen.frozen import frozen
from sopgen.repository import problems
from sopgen.source.reasons import reason

if TYPE_CHECKING:
    from pypdf import PdfReader

PATIENCE: Final = 120.0
"""Seconds that a document may take; the largest of ours takes ten."""
_NAMES: Final = ("soffice", "libreoffice")
_FOLDERS: Final = ("/Applications/LibreOffice.app/Contents/MacOS", r"C:\Program Files\LibreOffice\program")
"""Where it is installed on systems that do not put it on the search path."""


@frozen
class Office:
    """LibreOffice: its program, and how many seconds it may take for a document."""

    program: str
    patience: float = PATIENCE

    def heading_pages(self, document: bytes) -> list[int]:
        """The page of each heading of a Word document, from 1.

        Raises:
            OfficeError: it cannot be started, takes too long, or writes no PDF with an outline.
        """
        with TemporaryDirectory(prefix="sopgen-", ignore_cleanup_errors=True) as folder:
            source = Path(folder) / "document.docx"
            source.write_bytes(document)
            self._convert(source)
            return list(self._outline(source.with_suffix(".pdf")))

    def _convert(self, source: Path) -> None:
        """Converts a file in a folder of its own, with a profile of its own beside it: others may be running."""
        profile = (source.parent / "profile").as_uri()
        command = [self.program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        try:
            process = subprocess.Popen(  # noqa: S603 (a program that was looked for, a file of our own)
                [*command, "--outdir", str(source.parent), str(source)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError as error:
            raise OfficeError(problems.UNUSABLE_OFFICE.at(Location(self.program), reason=reason(error))) from None
        try:
            process.wait(self.patience)
        except subprocess.TimeoutExpired:
            raise OfficeError(problems.SLOW_OFFICE.at(Location(self.program), seconds=round(self.patience))) from None
        finally:
            _end(process)

    def _outline(self, pdf: Path) -> Iterator[int]:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError

        try:
            reader = PdfReader(pdf)
            yield from _pages(reader, reader.outline)
        except (OSError, PyPdfError):
            raise OfficeError(problems.UNREADABLE_PAGES.at(Location(self.program))) from None


def find_office() -> Office | None:
    """LibreOffice, if it is installed."""
    folders = os.pathsep.join((os.environ.get("PATH", os.defpath), *_FOLDERS))
    found = next(filter(None, (shutil.which(name, path=folders) for name in _NAMES)), None)
    return Office(found) if found else None


def _pages(reader: PdfReader, entries: list[Any]) -> Iterator[int]:
    """The pages that the entries of an outline lead to; what stands below an entry is a list after it."""
    for entry in entries:
        if isinstance(entry, list):
            yield from _pages(reader, entry)
        else:
            yield (reader.get_destination_page_number(entry) or 0) + 1


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process that still runs, and what it has started: the program is a script around the real one."""
    if process.poll() is not None:
        return
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
