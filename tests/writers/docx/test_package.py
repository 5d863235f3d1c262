from __future__ import annotations

import io
import zipfile

from sopgen.writers.docx.package import STORED, package, part

LONG = "标准操作流程 " * 2000


def test_any_zip_reader_reads_it() -> None:
    data = package([part("b.xml", LONG), part("a.png", b"\x89PNG" * 10, STORED), part("c.xml", "短")])
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    assert archive.namelist() == ["a.png", "b.xml", "c.xml"]
    assert archive.read("b.xml").decode() == LONG
    assert archive.read("a.png") == b"\x89PNG" * 10
    assert archive.getinfo("a.png").compress_type == zipfile.ZIP_STORED
    assert archive.getinfo("b.xml").compress_size < 1000


def test_its_bytes_do_not_depend_on_order_or_time() -> None:
    parts = [part("b.xml", LONG), part("a.xml", "a")]
    assert package(parts) == package(reversed(parts))
    assert {entry.date_time[0] for entry in zipfile.ZipFile(io.BytesIO(package(parts))).infolist()} == {1980}
