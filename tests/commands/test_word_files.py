"""``render --template``, ``template new`` and ``style learn``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest

Sopgen = Callable[..., Any]
Write = Callable[..., Path]


@pytest.fixture
def company(here: Path) -> Path:
    """A template with tags."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Acme {{ company }} {{ sop.id }}"
    document.add_paragraph("{{ body }}")
    document.save("company.docx")
    return here / "company.docx"


def header(here: Path) -> str:
    (path,) = (here / "build").rglob("*.docx")
    with ZipFile(path) as file:
        return file.read("word/header1.xml").decode()


def test_documents_go_into_the_template(sopgen: Sopgen, spec: Write, company: Path, here: Path) -> None:
    spec("specs/a.yaml", "A-1", "报修")
    ran = sopgen("render", "--template", "company.docx")
    assert (ran.code, ran.rules) == (0, ["missing-styles", "unnumbered-headings"])
    assert "Acme  A-1" in header(here)
    (path,) = (here / "build").iterdir()
    first = path.read_bytes()
    assert sopgen("render", "--template", "company.docx").code == 0, "it knows its own file again"
    assert path.read_bytes() == first


def test_the_template_may_stand_in_the_settings(sopgen: Sopgen, spec: Write, company: Path, here: Path) -> None:
    spec("specs/a.yaml", "A-1", "报修")
    (here / "sopgen.toml").write_text('template = "company.docx"\ncompany = "GmbH"\n')
    assert sopgen("render").code == 0
    assert "Acme GmbH A-1" in header(here)
    assert 'template = "company.docx"' in sopgen("config").out
    assert sopgen("render", "--template", "").code == 0, "an empty name asks for none"
    assert "Acme" not in header(here)


def test_notes_about_the_template_come_once(sopgen: Sopgen, spec: Write, company: Path) -> None:
    spec("specs/a.yaml", "A-1", "报修")
    spec("specs/b.yaml", "A-2", "退换")
    ran = sopgen("render", "--template", "company.docx")
    assert ran.rules == ["missing-styles", "unnumbered-headings"]
    assert "Wrote 2 documents" in ran.out


@pytest.mark.parametrize(
    ("content", "rule"), [(b"text", "unusable-template"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unusable-template")]
)
def test_a_template_that_cannot_be_used_stops_the_run(
    content: bytes, rule: str, sopgen: Sopgen, spec: Write, here: Path
) -> None:
    spec("specs/a.yaml", "A-1", "报修")
    (here / "company.docx").write_bytes(content)
    ran = sopgen("render", "--template", "company.docx")
    assert (ran.code, ran.rules) == (2, [rule])
    assert not (here / "build").exists()


def test_a_template_that_is_not_there_is_told(sopgen: Sopgen, spec: Write, company: Path) -> None:
    spec("specs/a.yaml", "A-1", "报修")
    ran = sopgen("render", "--template", "compny.docx")
    assert (ran.code, ran.rules) == (2, ["missing-file"])
    assert "did you mean `company.docx`?" in ran.err
    assert sopgen("render", "--template", ".").rules == ["not-a-file"]


def test_a_wrong_tag_keeps_documents_from_being_written(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml", "A-1", "报修")
    document = docx.Document()
    document.add_paragraph("{{ sop.titel }}")
    document.add_paragraph("{{ body }}")
    document.save("company.docx")
    ran = sopgen("render", "--template", "company.docx")
    assert (ran.code, ran.rules) == (2, ["wrong-tag"])
    assert "did you mean `title`?" in ran.out + ran.err


def test_a_new_template_can_be_rendered_into(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml", "A-1", "报修")
    ran = sopgen("template", "new", "house.docx", "--lang", "en")
    assert ran.code == 0
    assert "sopgen render --template house.docx" in ran.out
    rendered = sopgen("render", "--template", "house.docx")
    assert (rendered.code, rendered.rules) == (0, [])
    again = sopgen("template", "new", "house.docx", "--lang", "en")
    assert (again.code, again.rules) == (2, ["existing-file"])


def test_a_learned_style_sheet_can_be_rendered_with(sopgen: Sopgen, spec: Write, company: Path, here: Path) -> None:
    spec("specs/a.yaml", "A-1", "报修")
    ran = sopgen("style", "learn", "company.docx")
    assert ran.code == 0
    assert "sopgen render --style company.yaml" in ran.out
    assert sopgen("render", "--style", "company.yaml").code == 0
    assert "Acme" in header(here)
    assert sopgen("style", "learn", "company.docx").rules == ["existing-file"]
    assert "extends: enterprise" in sopgen("style", "learn", "company.docx", "-").out


def test_learning_from_what_is_no_word_file_is_refused(sopgen: Sopgen, here: Path) -> None:
    (here / "company.docx").write_text("text")
    ran = sopgen("style", "learn", "company.docx")
    assert (ran.code, ran.rules) == (2, ["unusable-template"])
