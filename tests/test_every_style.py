"""Every spec in every style: written twice the same, whole, and as LibreOffice sees it where that is installed."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from sopgen import pipeline
from sopgen.repository import Repository
from sopgen.resources import templates
from sopgen.style import load_style
from sopgen.style.model import Style

ROOT = Path(__file__).parents[1]
STYLES = sorted(path.stem for path in (templates() / "styles").glob("*.yaml"))
SPECS = sorted(ROOT.glob("specs/*/*.yaml"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = shutil.which("soffice")
STAND_INS = ROOT / "examples" / "pages" / "fonts.conf"

every_style = pytest.mark.parametrize("name", STYLES)
every_spec = pytest.mark.parametrize("path", SPECS, ids=lambda path: f"{path.parent.name}-{path.stem}")


@cache
def style(name: str) -> Style:
    return load_style(name)


@cache
def repository() -> Repository:
    return Repository.find(ROOT)


def rendered(name: str, path: Path) -> bytes:
    (file,) = repository().gather([str(path)]).files
    checked = pipeline.check(file, repository())
    assert checked.spec is not None
    written = pipeline.write(checked.spec, file, repository(), "docx", style(name))
    assert not written.diagnostics
    return written.data


def test_there_are_styles_and_specs() -> None:
    assert len(STYLES) >= 4
    assert len(SPECS) >= 9


@every_spec
@every_style
def test_a_document_is_whole_and_the_same_again(name: str, path: Path) -> None:
    data = rendered(name, path)
    with ZipFile(io.BytesIO(data)) as package:
        roots = {part: etree.fromstring(package.read(part)) for part in package.namelist() if part.endswith("xml")}
    styles = {str(one.get(f"{W}styleId")) for one in roots["word/styles.xml"].iter(f"{W}style")}
    for root in roots.values():
        assert {str(one.get(f"{W}val")) for one in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")} <= styles
    ids = Counter(one.find(f"{W}id").get(f"{W}val") for one in roots["word/document.xml"].iter(f"{W}sdtPr"))
    assert len(ids) > 100
    assert max(ids.values()) == 1
    assert rendered(name, path) == data


PAGE_OF_SPEC = {
    "enterprise": ("zh/complaint-handling.yaml", "AFS-SOP-2026-003", r"第\s*{}\s*页"),
    "gongwen": ("zh/fault-repair.yaml", "AFS-SOP-2026-001", r"—\s*{}\s*—"),
    "modern-en": ("en/complaint-handling.yaml", "AFS-SOP-2026-103", r"Page {} of"),
    "standard": ("zh/contact-centre-reception.yaml", "AFS-SOP-2026-004", r"\b{}\s*$"),
}
"""A spec for each style, its number, and how the style counts pages."""


@pytest.mark.skipif(OFFICE is None or not shutil.which("pdftotext"), reason="LibreOffice or poppler is not installed")
def test_libreoffice_lays_them_out(tmp_path: Path) -> None:
    """All in one run: to start LibreOffice takes longer than to convert a document."""
    assert set(PAGE_OF_SPEC) == set(STYLES)
    for name, (spec, _, _) in PAGE_OF_SPEC.items():
        (tmp_path / f"{name}.docx").write_bytes(rendered(name, ROOT / "specs" / spec))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    documents = map(str, sorted(tmp_path.glob("*.docx")))
    convert = [str(OFFICE), "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), *documents]
    environment = {**os.environ, "FONTCONFIG_FILE": str(STAND_INS)}
    subprocess.run(convert, env=environment, check=True, capture_output=True, timeout=300)
    for name, (_, number, counted) in PAGE_OF_SPEC.items():
        read = ["pdftotext", "-layout", str(tmp_path / f"{name}.pdf"), "-"]
        text = subprocess.run(read, check=True, capture_output=True, text=True).stdout
        pages = text.rstrip("\f").split("\f")
        listed = [int(page) for page in re.findall(r"\.{5,}\s*(\d+)$", text, re.MULTILINE)]
        assert len(listed) > 20
        assert abs(len(pages) - max(listed)) <= 0.25 * len(pages)
        covered = bool(style(name).cover)
        for count, page in enumerate(pages[covered:], start=1 + covered):
            assert number in page
            assert re.search(counted.format(count), page)
