"""House templates as LibreOffice saves them, and documents in templates as it opens them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx.document import Document
from houses import VALUES, gridded, house, localised, sections, template, text_box
from opened import Opened, text
from samples import chinese, document, para

from sopgen.document.nodes import Cell, Heading, List, ListItem, Row, Table, Text
from sopgen.repository.office import Office
from sopgen.style import load_style
from sopgen.writers.docx.house import write
from sopgen.writers.house import HouseTemplate

OFFICE = shutil.which("soffice")
STAND_INS = Path(__file__).parents[4] / "examples" / "pages" / "fonts.conf"


def cover(document: Document) -> None:
    text_box(document)
    sections(document)


TEMPLATES: Mapping[str, HouseTemplate] = {
    "plain": house("{{ sop.title }}", "{{ body }}", "完", header="{{ company }}"),
    "localised": localised(),
    "sections": house("{{ sop.title }}", "{{ body }}", header="{{ company }}", change=cover),
}


def converted(folder: Path, to: str, files: Mapping[str, bytes]) -> dict[str, Path]:
    """Files as LibreOffice converts them, all in one run."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    output = folder / to
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    paths = [str(folder / f"{name}.docx") for name in files]
    command = [str(OFFICE), "--headless", profile, "--convert-to", to, "--outdir", str(output), *paths]
    environment = {**os.environ, "FONTCONFIG_FILE": str(STAND_INS)}
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300)
    return {name: output / f"{name}.{to}" for name in files}


@pytest.mark.skipif(OFFICE is None or not shutil.which("pdftotext"), reason="LibreOffice or poppler is not installed")
def test_libreoffice_saves_templates_and_opens_documents(tmp_path: Path) -> None:
    style = load_style("enterprise")
    saved = converted(tmp_path, "docx", {name: one.data for name, one in TEMPLATES.items()})
    every = {**TEMPLATES, **{f"saved-{name}": template(path.read_bytes()) for name, path in saved.items()}}
    assert len(every) == 6
    documents = {name: write(one, chinese(), style, VALUES).data for name, one in every.items()}
    for name, path in converted(tmp_path, "pdf", documents).items():
        read = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True).stdout
        pages = read.rstrip("\f").split("\f")
        assert len(pages) > 3, name
        assert "报修 & <维修>" in pages[0], name
        assert "{{" not in read, name
        if "localised" not in name:
            assert "示例公司" in pages[1], name
        if "sections" in name:
            assert "编号 A-1" in pages[0], name
            assert "附页 A-1" in pages[-1], name


ITEMS = ("Page the head", "Deploy all")
LIST = List(tuple(ListItem((para(item, f"/actions/{index}"),)) for index, item in enumerate(ITEMS)))
NARROW = document(
    Heading(1, (Text("Escalation"),), number=(1,)),
    Table((Row((Cell((para("Manager informed"),)), Cell((LIST,)))),), widths=(6.0, 1.0), role="steps"),
    language="en",
)
"""A list in a column in which its words have room, but not if each of their letters takes a cell of a grid."""


@pytest.mark.parametrize(
    ("into", "before"),
    [(house(), ""), (gridded("lines"), ""), (gridded(), "\u200b"), (gridded("snapToChars"), "\u200b")],
)
def test_a_word_that_a_grid_spaces_out_stands_apart_from_the_bullet_before_it(into: HouseTemplate, before: str) -> None:
    written = Opened(write(into, NARROW, load_style("modern-en"), VALUES))
    items = [text(control) for control in written.find("//w:sdt[w:sdtPr/w:alias]")]
    assert items[-1] == f"{before}Deploy all"
    assert len(items) == len(ITEMS)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_ends_where_a_template_has_a_grid() -> None:
    data = write(gridded(), NARROW, load_style("modern-en"), VALUES).data
    assert Office(str(OFFICE), patience=60).heading_pages(data) == [1]
