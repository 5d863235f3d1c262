"""Fonts made for tests, and which of them LibreOffice sets each text of a PDF in.

Every font has every character that it is asked for, each as wide as in any other font: an em where it is wide in East
Asia, half an em where not, and as high as Chinese fonts are. So none has to stand in for another, and lines break alike on every machine.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

OFFICE = shutil.which("soffice")
_EM, _ASCENT, _DESCENT, _LINE = 1000, 1030, 270, 50
_CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""
_LINES = re.compile(
    r'<page number="(?P<page>\d+)"|<fontspec id="(?P<spec>\d+)" [^>]*family="\w+\+Face(?P<face>\d+)"'
    r'|<text top="(?P<top>\d+)" left="(?P<left>\d+)" width="(?P<width>\d+)" [^>]*font="(?P<font>\d+)">(?P<text>.*?)</text>'
)


class Piece(NamedTuple):
    """A text in one face on one line of a page, which is counted from 1."""

    page: int
    face: str
    text: str


def convert(folder: Path, documents: Mapping[str, bytes], faces: Sequence[str], characters: Collection[str]) -> None:
    """Converts documents to PDF in one run of LibreOffice, which takes longer to start than to convert one.

    Args:
        folder: where to; a document's file has its name and ``.pdf``.
        documents: the documents by name.
        faces: the only ones that there are.
        characters: the only ones that these have, beside those of ASCII.
    """
    fonts = folder / "fonts"
    fonts.mkdir()
    _make(fonts, faces, characters)
    configuration = fonts / "fonts.conf"
    configuration.write_text(_CONFIGURATION.format(folder=fonts), encoding="utf-8")
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    paths = [str(folder / f"{name}.docx") for name in documents]
    command = [str(OFFICE), "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), *paths]
    environment = {**os.environ, "FONTCONFIG_FILE": str(configuration)}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)


def _make(folder: Path, faces: Sequence[str], characters: Collection[str]) -> None:
    """Writes a font for each face; in a PDF it is called ``Face`` and its place in ``faces``."""
    glyphs = {character: f"u{ord(character):X}" for character in sorted({*characters, *map(chr, range(32, 127))})}
    widths = {glyph: _EM if unicodedata.east_asian_width(one) in "WF" else _EM // 2 for one, glyph in glyphs.items()}
    boxes = {width: _box(width) for width in (_EM, _EM // 2)}
    font = FontBuilder(_EM)
    font.setupGlyphOrder([".notdef", *glyphs.values()])
    font.setupCharacterMap({ord(character): glyph for character, glyph in glyphs.items()})
    font.setupGlyf({".notdef": boxes[_EM], **{glyph: boxes[width] for glyph, width in widths.items()}})
    font.setupHorizontalMetrics({".notdef": (_EM, _LINE), **{glyph: (width, _LINE) for glyph, width in widths.items()}})
    font.setupHorizontalHeader(ascent=_ASCENT, descent=-_DESCENT)
    font.setupOS2(sTypoAscender=_ASCENT, sTypoDescender=-_DESCENT, usWinAscent=_ASCENT, usWinDescent=_DESCENT)
    font.setupPost(keepGlyphNames=False, underlinePosition=-2 * _LINE, underlineThickness=_LINE)
    for index, face in enumerate(faces):
        names = {"familyName": face, "styleName": "Regular", "uniqueFontIdentifier": face, "fullName": face}
        font.setupNameTable({**names, "psName": f"Face{index}"})
        font.save(folder / f"{index}.ttf")


def _box(width: int) -> object:
    pen = TTGlyphPen(None)
    left, right, top = _LINE, width - _LINE, _EM * 3 // 4
    pen.moveTo((left, 0))
    for point in ((left, top), (right, top), (right, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def pieces(pdf: Path, faces: Sequence[str]) -> Iterator[Piece]:
    """The texts of a PDF. A face comes in several fonts of 255 characters, so that its text is put together again."""
    read = ["pdftohtml", "-xml", "-i", "-fontfullname", "-stdout", str(pdf)]
    xml = subprocess.run(read, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    page, known, last, end = 0, dict[str, str](), Piece(0, "", ""), ("", 0)
    for found in _LINES.finditer(xml):
        if found["page"]:
            page = int(found["page"])
        elif found["spec"]:
            known[found["spec"]] = faces[int(found["face"])]
        else:
            piece = Piece(page, known[found["font"]], html.unescape(re.sub("<[^>]+>", "", found["text"])))
            left = int(found["left"])
            if piece[:2] == last[:2] and end[0] == found["top"] and abs(end[1] - left) <= 2:
                piece = piece._replace(text=last.text + piece.text)
            elif last.text:
                yield last
            last, end = piece, (found["top"], left + int(found["width"]))
    yield last


def fonts(pdf: Path, faces: Sequence[str]) -> set[str]:
    """The faces that a PDF holds."""
    read = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True).stdout
    rows = read.splitlines()[2:]
    found = [re.match(r"[A-Z]{6}\+Face(\d+) ", row) for row in rows]
    assert all(found), read
    return {faces[int(one[1])] for one in found if one}
