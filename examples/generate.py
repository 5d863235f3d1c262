"""Write examples/ anew from specs/: documents, pictures of some pages, diagrams, the schema of the small repository.

    python examples/generate.py            write what is not fresh
    python examples/generate.py --check    write nothing; exit 1 if something is not fresh

Documents and diagrams are fresh if they hold what specs/ renders to. Pictures differ a little from machine to machine,
so that one is fresh if the document it was made from, whose SHA-256 stands in pages/made-from.sha256, is the one beside
it, or what the spec renders to where none is. Making pictures takes LibreOffice, poppler, ImageMagick and the fonts
that fonts.conf names.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
PAGES = EXAMPLES / "pages"
MADE_FROM = PAGES / "made-from.sha256"
DIAGRAMS = EXAMPLES / "diagrams"
SCHEMA = EXAMPLES / "repository" / "sop.schema.json"
SPECS = ("specs/zh/fault-repair.yaml", "specs/en/fault-repair.yaml")
RESOLUTION = 100
"""Dots per inch of the pictures."""


class Picture(NamedTuple):
    """A picture to make: its name, the document that it shows, and a text; it shows the first page with that text."""

    name: str
    document: str
    text: str


class Drawing(NamedTuple):
    """A diagram to draw: its name, the spec, and the procedure, or the states of a ticket."""

    name: str
    spec: str
    procedure: str


DRAWINGS = (
    Drawing("fault-repair.zh.svg", "specs/zh/fault-repair.yaml", "repair"),
    Drawing("sop-authoring.zh.svg", "specs/zh/sop-authoring.yaml", "author"),
    Drawing("complaint.en.svg", "specs/en/complaint-handling.yaml", "resolve"),
    Drawing("ticket-states.en.svg", "specs/en/fault-repair.yaml", "states"),
)
PICTURES = (
    Picture("front.zh.png", "zh/AFS-SOP-2026-001 产品故障报修处理.docx", "修订记录"),
    Picture("steps.zh.png", "zh/AFS-SOP-2026-001 产品故障报修处理.docx", "级别依据"),
    Picture("flow.zh.png", "zh/AFS-SOP-2026-001 产品故障报修处理.docx", "3 核对保修资格"),
    Picture("forms.zh.png", "zh/AFS-SOP-2026-001 产品故障报修处理.docx", "AFS-F-001"),
    Picture("steps.en.png", "en/AFS-SOP-2026-101 Fault Report and Repair.docx", "The level follows"),
)
SHEET = PAGES / "styles.png"
SHEET_SPEC = "specs/zh/fault-repair.yaml"
STYLES = ("enterprise", "gongwen", "standard", "modern-en")
SHEET_TEXTS = ("修订记录", "级别依据", "AFS-F-003")
"""Texts on the pages that the sheet shows of one document in each style, a style a column."""
SHEET_RESOLUTION, SHEET_COLOURS = 56, 32


def main() -> int:
    """Bring examples/ up to date, or with ``--check`` say what is not; the exit code."""
    parser = argparse.ArgumentParser(description="Write anew what is generated from specs/ and the language.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if something is not fresh")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as folder:
        rendered = Path(folder)
        render(rendered)
        stale = [*stale_documents(rendered), *stale_diagrams(rendered), *stale_schema()]
        if not check:
            write(rendered, stale)
        pictures = list(stale_pictures(rendered))
        if pictures and not check:
            draw(rendered)
    for path in [*stale, *pictures]:
        sys.stdout.write(f"{'not fresh' if check else 'written'}: {path.relative_to(ROOT)}\n")
    if check and (stale or pictures):
        sys.stdout.write("`make generate` writes them anew.\n")
        return 1
    return 0


def render(folder: Path) -> None:
    """Render the specs that the documents and the sheet of styles are made of, and draw the diagrams."""
    command = [sys.executable, "-m", "sopgen", "render", "--output"]
    subprocess.run([*command, str(folder), *SPECS], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    for style in STYLES:
        styled = [*command, str(folder / PAGES.name / style), "--style", style, SHEET_SPEC]
        subprocess.run(styled, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    (folder / DIAGRAMS.name).mkdir()
    for name, spec, procedure in DRAWINGS:
        target = str(folder / DIAGRAMS.name / name)
        command = [sys.executable, "-m", "sopgen", "flow", spec, "--procedure", procedure, "--output", target]
        subprocess.run(command, cwd=ROOT, check=True)


def stale_documents(rendered: Path) -> Iterator[Path]:
    """The documents that do not hold what was rendered, and those that nothing renders to any more."""
    fresh = {path.relative_to(rendered) for path in rendered.rglob("*.docx")}
    fresh = {name for name in fresh if name.parts[0] != PAGES.name}
    for name in sorted(fresh | {path.relative_to(EXAMPLES) for path in EXAMPLES.rglob("*.docx")}):
        if name not in fresh or contents(EXAMPLES / name) != contents(rendered / name):
            yield EXAMPLES / name


def contents(path: Path) -> dict[str, bytes]:
    """What is in a document, however it is compressed; nothing if there is no such file."""
    if not path.exists():
        return {}
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def stale_diagrams(rendered: Path) -> Iterator[Path]:
    """The diagrams that are not what was drawn, and those that are not drawn any more."""
    names = {drawing.name for drawing in DRAWINGS}
    for name in sorted(names | {path.name for path in (EXAMPLES / DIAGRAMS.name).glob("*.svg")}):
        path, fresh = EXAMPLES / DIAGRAMS.name / name, rendered / DIAGRAMS.name / name
        if name not in names or not path.exists() or path.read_bytes() != fresh.read_bytes():
            yield path


def stale_schema() -> Iterator[Path]:
    """The schema of the small repository, unless it is today's."""
    if not SCHEMA.exists() or SCHEMA.read_text(encoding="utf-8") != schema():
        yield SCHEMA


def schema() -> str:
    """The schema as `sopgen new` writes it beside Chinese specs."""
    from sopgen.commands.schema import schema_text

    return schema_text("zh-CN")


def write(rendered: Path, stale: list[Path]) -> None:
    """Put documents, diagrams and the schema in place."""
    for path in stale:
        if path == SCHEMA:
            path.write_text(schema(), encoding="utf-8")
        elif (source := rendered / path.relative_to(EXAMPLES)).exists():
            path.parent.mkdir(exist_ok=True)
            shutil.copy(source, path)
        else:
            path.unlink()


def stale_pictures(rendered: Path) -> Iterator[Path]:
    """The pictures that were made from other documents than those of today, or not made at all."""
    fresh = MADE_FROM.exists() and MADE_FROM.read_text(encoding="utf-8") == made_from(rendered)
    for path in [*(PAGES / picture.name for picture in PICTURES), SHEET]:
        if not fresh or not path.exists():
            yield path


def made_from(rendered: Path) -> str:
    """The SHA-256 of each document with a picture, as `sha256sum` writes it; of the sheet's, that of all its parts."""
    documents = {picture.document for picture in PICTURES}
    sums = {f"../{name}": hashlib.sha256((EXAMPLES / name).read_bytes()) for name in sorted(documents)}
    for style in STYLES:
        sums[f"{SHEET_SPEC} --style {style}"] = digest = hashlib.sha256()
        for name, data in sorted(contents(styled(rendered, style)).items()):
            digest.update(f"{name} {len(data)}\n".encode() + data)
    return "".join(f"{digest.hexdigest()}  {name}\n" for name, digest in sums.items())


def styled(rendered: Path, style: str) -> Path:
    """The document of the sheet in a style."""
    (document,) = (rendered / PAGES.name / style).rglob("*.docx")
    return document


def draw(rendered: Path) -> None:
    """Make the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        for document in sorted({picture.document for picture in PICTURES}):
            pdf = to_pdf(EXAMPLES / document, Path(folder))
            for picture in PICTURES:
                if picture.document == document:
                    to_png(pdf, page_of(picture.text, pdf), PAGES / picture.name)
        draw_sheet(rendered, Path(folder))
    MADE_FROM.write_text(made_from(rendered), encoding="utf-8")


def draw_sheet(rendered: Path, folder: Path) -> None:
    """Make the sheet that shows pages of one document in every style."""
    pages: dict[tuple[int, int], str] = {}
    for column, style in enumerate(STYLES):
        (folder / style).mkdir()
        pdf = to_pdf(styled(rendered, style), folder / style)
        for row, text in enumerate(SHEET_TEXTS):
            page = folder / style / f"{row}.png"
            to_png(pdf, page_of(text, pdf), page, SHEET_RESOLUTION)
            pages[row, column] = str(page)
    look = f"-tile {len(STYLES)}x -geometry +6+6 -background #b0b0b0 +dither -colors {SHEET_COLOURS} -strip".split()
    subprocess.run(["montage", *(pages[place] for place in sorted(pages)), *look, f"PNG8:{SHEET}"], check=True)


def to_pdf(document: Path, folder: Path) -> Path:
    """The document as LibreOffice prints it."""
    office = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    fonts = os.environ | {"FONTCONFIG_FILE": str(PAGES / "fonts.conf")}
    command = [*office, "--convert-to", "pdf", "--outdir", str(folder), str(document)]
    subprocess.run(command, check=True, env=fonts, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / f"{document.stem}.pdf"


def page_of(text: str, pdf: Path) -> int:
    """The first page with that text."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    pages = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout.split("\f")
    return next(number for number, page in enumerate(pages, start=1) if text in page)


def to_png(pdf: Path, page: int, picture: Path, resolution: int = RESOLUTION) -> None:
    """One page as a picture."""
    command = ["pdftoppm", "-png", "-singlefile", "-r", str(resolution), "-f", str(page), "-l", str(page)]
    subprocess.run([*command, str(pdf), str(picture.with_suffix(""))], check=True)


if __name__ == "__main__":
    sys.exit(main())
