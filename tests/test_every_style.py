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
from typing import NamedTuple
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


FACES = {
    "enterprise": ({"宋体", "黑体", "楷体", "楷体_GB2312"}, {"Times New Roman", "Consolas"}),
    "gongwen": (
        {"仿宋_GB2312", "方正小标宋简体", "楷体_GB2312", "黑体", "宋体"},
        {"Times New Roman", "Consolas", "宋体"},
    ),
    "modern-en": ({"微软雅黑", "黑体"}, {"Arial", "Consolas"}),
    "standard": ({"宋体", "黑体", "楷体"}, {"Times New Roman", "Consolas", "黑体"}),
}
"""The faces of each style, for Chinese and for Latin text: numbers are in Chinese faces in Chinese documents alone."""


@pytest.mark.parametrize("spec", ["zh/fault-repair.yaml", "en/fault-repair.yaml"])
@every_style
def test_a_document_names_the_faces_of_its_style(name: str, spec: str) -> None:
    with ZipFile(io.BytesIO(rendered(name, ROOT / "specs" / spec))) as package:
        fonts = list(etree.fromstring(package.read("word/styles.xml")).iter(f"{W}rFonts"))
    chinese, latin = ({one.get(W + script) for one in fonts} - {None} for script in ("eastAsia", "ascii"))
    expected = FACES[name][1] if spec.startswith("zh/") else {face for face in FACES[name][1] if face.isascii()}
    assert (chinese, latin) == (FACES[name][0], expected)


class Print(NamedTuple):
    """What a spec looks like in print.

    Attributes:
        spec: the spec.
        number: its number, which stands on each page.
        counted: how pages are counted.
        least: how many pages there are at least.
        most: and at most; fonts differ between machines.
    """

    spec: str
    number: str
    counted: str
    least: int
    most: int


PRINTS = {
    "enterprise": (
        Print("zh/complaint-handling.yaml", "AFS-SOP-2026-003", r"第\s*{}\s*页", 27, 39),
        Print("en/fault-repair.yaml", "AFS-SOP-2026-101", r"Page {} of", 24, 36),
    ),
    "gongwen": (
        Print("zh/fault-repair.yaml", "AFS-SOP-2026-001", r"—\s*{}\s*—", 29, 42),
        Print("en/complaint-handling.yaml", "AFS-SOP-2026-103", r"—\s*{}\s*—", 31, 45),
    ),
    "modern-en": (
        Print("zh/fault-repair.yaml", "AFS-SOP-2026-001", r"第\s*{}\s*页", 23, 35),
        Print("en/complaint-handling.yaml", "AFS-SOP-2026-103", r"Page {} of", 25, 37),
    ),
    "standard": (
        Print("zh/contact-centre-reception.yaml", "AFS-SOP-2026-004", r"\b{}\s*$", 19, 32),
        Print("en/fault-repair.yaml", "AFS-SOP-2026-101", r"\b{}\s*$", 23, 35),
    ),
}
"""For each style, a Chinese and an English spec in print."""


@pytest.mark.skipif(OFFICE is None or not shutil.which("pdftotext"), reason="LibreOffice or poppler is not installed")
def test_libreoffice_lays_them_out(tmp_path: Path) -> None:
    """All in one run: to start LibreOffice takes longer than to convert a document."""
    assert set(PRINTS) == set(STYLES)
    prints = [(name, one) for name, both in PRINTS.items() for one in both]
    for name, one in prints:
        (tmp_path / f"{name} {one.number}.docx").write_bytes(rendered(name, ROOT / "specs" / one.spec))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    documents = map(str, sorted(tmp_path.glob("*.docx")))
    convert = [str(OFFICE), "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), *documents]
    environment = {**os.environ, "FONTCONFIG_FILE": str(STAND_INS)}
    subprocess.run(convert, env=environment, check=True, capture_output=True, timeout=300)
    for name, one in prints:
        read = ["pdftotext", "-layout", str(tmp_path / f"{name} {one.number}.pdf"), "-"]
        text = subprocess.run(read, check=True, capture_output=True, text=True).stdout
        pages = text.rstrip("\f").split("\f")
        listed = [int(page) for page in re.findall(r"\.{5,}\s*(\d+)$", text, re.MULTILINE)]
        assert len(listed) > 20
        assert one.least <= len(pages) <= one.most
        assert abs(len(pages) - max(listed)) <= 0.25 * len(pages)
        covered = bool(style(name).cover)
        for count, page in enumerate(pages[covered:], start=1 + covered):
            assert one.number in page
            assert re.search(one.counted.format(count), page)
