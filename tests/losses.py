"""Texts that LibreOffice loses at the foot of a page, and a document that makes it lose some where it can."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from sopgen.document.nodes import Block, Cell, Document, Metadata, Paragraph, Row, Table, Text
from sopgen.style.model import Style
from sopgen.writers.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BEGINNING = 12
"""So many characters of a paragraph are looked for: it may end on another page, or behind a hyphen of its own."""
_PART, _STEP = 20, 5
"""Points have so many parts in WordprocessingML, and each table begins so many lower than the one before."""
_ROWS, _DEEPEST, _HIGHEST = 16, 110, 10
"""How many rows each has, too many to stay on one page, and how far above the foot they begin, in points."""


def lost(document: bytes, pdf: Path) -> list[str]:
    """The beginnings of paragraphs that a document has and its PDF has not; it fails where there are hardly any."""
    read = ["pdftotext", "-raw", str(pdf), "-"]
    text = subprocess.run(read, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    lines = "|".join(map(_letters, text.splitlines()))
    joined = lines.replace("|", "")
    with ZipFile(io.BytesIO(document)) as package:
        texts = [text[:_BEGINNING] for text in _texts(etree.fromstring(package.read("word/document.xml")))]
    assert len(texts) > 200
    return [text for text in texts if text not in joined and not _on_two_pages(text, lines)]


def _on_two_pages(text: str, lines: str) -> bool:
    """Whether a line ends with some of a text and one begins with the rest: a header and a footer stand between."""
    return any(f"{text[:at]}|" in lines and f"|{text[at:]}" in lines for at in range(1, len(text)))


def _letters(text: str) -> str:
    """A text without what lines may break at."""
    return re.sub(r"[\W_]", "", text)


def _texts(root: etree._Element) -> Iterator[str]:
    """The letters and digits of each paragraph, but for those of shapes and of the table of contents."""
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if (style is None or not str(style.get(f"{W}val")).startswith("TOC")) and next(
            paragraph.iterancestors(f"{W}txbxContent"), None
        ) is None:
            texts = [text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}p")) is paragraph]
            if letters := _letters("".join(text.text or "" for text in texts)):
                yield letters


def tables_at_the_foot(style: Style) -> bytes:
    """A table a page, each a quarter of a point lower than the one before, until no row is above the foot."""
    blocks: list[Block] = []
    room = round(style.page.text_height * _PART)
    for height in range(room - _DEEPEST * _PART, room - _HIGHEST * _PART, _STEP):
        rows = [_row(f"T{height}R{index}E") for index in range(_ROWS)]
        blocks += [Paragraph((Text(f"H{height}E"),)), Table((_row(f"T{height}HE", header=True), *rows))]
    data = write(Document(Metadata("T", "N", "V1.0", "S"), tuple(blocks), {}), style).data
    output = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(output, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, _spaced(content.decode()) if part == "word/document.xml" else content)
    return output.getvalue()


def _row(text: str, *, header: bool = False) -> Row:
    return Row((Cell((Paragraph((Text(text),)),), header=header),), header=header)


def _spaced(document: str) -> str:
    """Has each paragraph that names a height begin a page and be so high."""
    return re.sub(
        r"</w:pPr>(?=<w:r>(?:<w:rPr>.{0,99}</w:rPr>)?<w:t>H(\d+)E<)",
        r'<w:pageBreakBefore/><w:spacing w:line="\1" w:lineRule="exact"/></w:pPr>',
        document,
    )
