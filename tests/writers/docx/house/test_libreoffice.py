"""House templates as LibreOffice saves them, and documents in templates as it opens them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx.document import Document
from houses import VALUES, house, localised, sections, template, text_box
from samples import chinese

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
