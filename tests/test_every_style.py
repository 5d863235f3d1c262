"""Every spec in every style: written twice the same, whole, and as LibreOffice sees it where that is installed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest
from faces import OFFICE, Piece, convert, fonts, pieces
from losses import lost, tables_at_the_foot
from lxml import etree

from sopgen import pipeline
from sopgen.document.numerals import FIGURES
from sopgen.repository import Repository
from sopgen.resources import templates
from sopgen.style import load_style
from sopgen.style.model import Style
from sopgen.writers.docx.house.starting import starting_template
from sopgen.writers.house import HouseTemplate

ROOT = Path(__file__).parents[1]
STYLES = sorted(path.stem for path in (templates() / "styles").glob("*.yaml"))
SPECS = sorted(ROOT.glob("specs/*/*.yaml"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

every_style = pytest.mark.parametrize("name", STYLES)
every_spec = pytest.mark.parametrize("path", SPECS, ids=lambda path: f"{path.parent.name}-{path.stem}")


@cache
def style(name: str) -> Style:
    return load_style(name)


@cache
def repository() -> Repository:
    return Repository.find(ROOT)


def rendered(name: str, path: Path, template: HouseTemplate | None = None) -> bytes:
    (file,) = repository().gather([str(path)]).files
    checked = pipeline.check(file, repository())
    assert checked.spec is not None
    written = pipeline.write(checked.spec, file, repository(), "docx", style(name), template)
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
    """A spec in print.

    Attributes:
        style: the style it is in, or that of its house template.
        spec: the spec.
        number: its number, which stands on each page.
        counted: how pages are counted.
        pages: how many pages there are with the fonts made for this test.
        front: how many of them, the cover aside, have Roman numbers before those of the text begin at 1.
    """

    style: str
    spec: str
    number: str
    counted: str
    pages: int
    front: int = 0


PRINTS = {
    "enterprise-zh": Print("enterprise", "zh/fault-repair.yaml", "AFS-SOP-2026-001", r"第\s*{}\s*页", 30),
    "enterprise-en": Print("enterprise", "en/fault-repair.yaml", "AFS-SOP-2026-101", r"Page {} of", 35),
    "gongwen-zh": Print("gongwen", "zh/fault-repair.yaml", "AFS-SOP-2026-001", r"—\s*{}\s*—", 37),
    "gongwen-en": Print("gongwen", "en/fault-repair.yaml", "AFS-SOP-2026-101", r"—\s*{}\s*—", 40),
    "modern-en-zh": Print("modern-en", "zh/fault-repair.yaml", "AFS-SOP-2026-001", r"第\s*{}\s*页", 27),
    "modern-en-en": Print("modern-en", "en/fault-repair.yaml", "AFS-SOP-2026-101", r"Page {} of", 30),
    "standard-zh": Print("standard", "zh/fault-repair.yaml", "AFS-SOP-2026-001", r"\b{}\s*$", 28, 3),
    "standard-en": Print("standard", "en/fault-repair.yaml", "AFS-SOP-2026-101", r"\b{}\s*$", 32, 3),
    "handbook": Print("enterprise", "zh/service-quality-handbook.yaml", "CS-MAN-2026-001", r"第\s*{}\s*页", 46),
    "house": Print("enterprise", "zh/complaint-handling.yaml", "AFS-SOP-2026-003", r"第\s*{}\s*页", 34),
}
"""For each style a Chinese and an English spec in print; a handbook; and one in a house template with faces of its own."""
COMPANY = {"宋体": "华文中宋", "Times New Roman": "Georgia"}
"""The faces that the house template has in place of those of its style sheet."""
MARKS = {"Segoe UI Symbol"}
"""The face of boxes to tick."""

SHOWN = {
    "enterprise-zh": ({"宋体", "黑体", "楷体", "楷体_GB2312"}, {"Times New Roman"}),
    "gongwen-zh": ({"仿宋_GB2312", "方正小标宋简体", "楷体_GB2312", "黑体", "宋体"}, {"Times New Roman", "宋体"}),
    "modern-en-zh": ({"微软雅黑"}, {"Arial"}),
    "standard-zh": ({"宋体", "黑体", "楷体"}, {"Times New Roman", "黑体"}),
    "enterprise-en": (set(), {"Times New Roman"}),
    "gongwen-en": (set(), {"Times New Roman"}),
    "modern-en-en": (set(), {"Arial"}),
    "standard-en": (set(), {"Times New Roman"}),
    "handbook": ({"宋体", "黑体", "楷体", "楷体_GB2312"}, {"Times New Roman", "Consolas"}),
    "house": ({"华文中宋", "黑体", "楷体", "楷体_GB2312"}, {"Georgia", "Times New Roman"}),
}
"""The faces in each PDF, for Chinese and for Latin text."""

TEXTS = {
    "title": "产品故障报修处理",
    "contents": "目(录|　*次)",
    "heading 1": r"(二、|2\s*)?目的",
    "heading 2": r"(（一）|15\.1\s*)?沟通",
    "caption": r"图( 1\s.*)?",
    "header cell": "角色",
    "cell": "流程优化专员",
    "script": "您好，售后服务，我是",
    "number": "AFS-SOP-2026-001",
    "figures": "72",
}
"""Texts of the Chinese spec, by what they are; headings stand in the table of contents too, the title in headers."""
SONG, HEI, KAI, KAI_GB, FANG, XBS, YAHEI = (
    "宋体",
    "黑体",
    "楷体",
    "楷体_GB2312",
    "仿宋_GB2312",
    "方正小标宋简体",
    "微软雅黑",
)
ROMAN = "Times New Roman"
SET_IN = {
    "enterprise-zh": ({SONG, HEI}, {HEI}, {SONG}, {SONG, KAI_GB}, {HEI}, {SONG}, {SONG}, {KAI}, {ROMAN}, {ROMAN}),
    "gongwen-zh": ({XBS}, {XBS}, {FANG, HEI}, {FANG, KAI_GB}, {HEI}, {HEI}, {FANG}, {KAI_GB}, {ROMAN}, {ROMAN}),
    "modern-en-zh": (*[{YAHEI}] * 8, {"Arial"}, {"Arial"}),
    "standard-zh": ({HEI}, {HEI}, {SONG, HEI}, {SONG, HEI}, {HEI}, {HEI}, {SONG}, {KAI}, {HEI, ROMAN}, {ROMAN}),
}
"""The faces of these texts, one after the other."""


def house_template() -> HouseTemplate:
    """A template as a company makes it from the one to start from: with its own faces."""
    output = io.BytesIO()
    with ZipFile(io.BytesIO(starting_template(style("enterprise"), "zh-CN"))) as old, ZipFile(output, "w") as new:
        for part in old.namelist():
            content = old.read(part).decode() if part == "word/styles.xml" else ""
            for face, own in COMPANY.items():
                content = content.replace(f'"{face}"', f'"{own}"')
            new.writestr(part, content or old.read(part))
    return HouseTemplate("company.docx", output.getvalue())


def characters(document: bytes) -> set[str]:
    """The characters of a document that can be printed."""
    with ZipFile(io.BytesIO(document)) as package:
        parts = [package.read(part).decode() for part in package.namelist() if part.endswith(".xml")]
    return {one for one in set().union(*parts) if one.isprintable() or one in "\u00a0\u3000"}


@pytest.mark.skipif(OFFICE is None or not shutil.which("pdftohtml"), reason="LibreOffice or poppler is not installed")
def test_libreoffice_sets_every_letter_in_its_face_on_its_page(tmp_path: Path) -> None:
    faces = sorted({*MARKS, *COMPANY.values()}.union(*(face for both in FACES.values() for face in both)))
    documents = {
        name: rendered(one.style, ROOT / "specs" / one.spec, house_template() if name == "house" else None)
        for name, one in PRINTS.items()
    }
    documents["feet"] = tables_at_the_foot(style("enterprise"))
    convert(tmp_path, documents, faces, set().union(*map(characters, documents.values())))
    for name, document in documents.items():
        assert not lost(document, tmp_path / f"{name}.pdf"), name
    assert {one.style for one in PRINTS.values()} == set(STYLES)
    assert SHOWN.keys() == PRINTS.keys()
    assert len(SET_IN) == len(STYLES)
    for name, one in PRINTS.items():
        pdf = tmp_path / f"{name}.pdf"
        lies_on_its_pages(name, one, pdf)
        found = list(pieces(pdf, faces))
        assert fonts(pdf, faces) == {piece.face for piece in found} == SHOWN[name][0] | SHOWN[name][1] | MARKS, name
        is_set_in_faces_of_its_style(name, found)
        for (role, text), expected in zip(TEXTS.items(), SET_IN.get(name, ()), strict=name in SET_IN):
            shown = {piece.face for piece in found if re.fullmatch(text, piece.text.strip())}
            assert shown == expected, (name, role)


def lies_on_its_pages(name: str, one: Print, pdf: Path) -> None:
    """A page more or less is left to other versions of LibreOffice, which space lines and rows in their own ways."""
    read = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(read, check=True, capture_output=True, text=True).stdout
    pages = text.rstrip("\f").split("\f")
    assert abs(len(pages) - one.pages) <= 1, (name, len(pages))
    listed = [int(page) for page in re.findall(r"\.{5,}\s*(\d+)$", text, re.MULTILINE)]
    assert len(listed) > 20, name
    assert abs(len(pages) - max(listed)) <= 0.25 * len(pages), name
    covered = bool(style(one.style).cover) or name == "house"
    for count, page in enumerate(pages[covered:], start=1 + covered):
        assert one.number in page, (name, count)
        assert re.search(one.counted.format(label(one, count)), page), (name, count)


def label(one: Print, count: int) -> str:
    """The number on a page, which is the one of that ``count`` in its file."""
    if not one.front:
        return str(count)
    number = count - bool(style(one.style).cover)
    return FIGURES["upper-roman"](number) if number <= one.front else str(number - one.front)


def is_set_in_faces_of_its_style(name: str, found: list[Piece]) -> None:
    """Punctuation that both scripts have is left out: LibreOffice goes by what stands before it, and knows no hints."""
    chinese, latin = SHOWN[name]
    assert len(found) > 500, name
    assert not [one for one in found if re.search("[a-zA-Z0-9]", one.text) and one.face not in latin], name
    assert not [
        one for one in found if re.search("[一-鿿，。、：；？！（）《》]", one.text) and one.face not in chinese
    ], name
