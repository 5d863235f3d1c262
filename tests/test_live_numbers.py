"""The fields of every spec and starter: whole, with somewhere to lead to, and printing what Word would count."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from sopgen import pipeline
from sopgen.repository import Repository
from sopgen.repository.office import find_office
from sopgen.resources import templates
from sopgen.style import load_style

sys.path.insert(0, str(Path(__file__).parent / "writers" / "docx"))

from word_counts import Counts

ROOT = Path(__file__).parents[1]
SPECS = sorted(ROOT.glob("specs/*/*.yaml"))
SOURCES = [*SPECS, *sorted(path for path in templates().glob("starters/*/*.yaml"))]
SAVED = [path for path in SPECS if path.parent.name == "zh"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = find_office()
Element = etree._Element

each = pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
with_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@cache
def written(path: Path, *, exact: bool = False) -> bytes:
    repository = Repository.find(ROOT)
    (file,) = repository.gather([str(path)]).files
    spec = pipeline.check(file, repository).spec
    assert spec is not None
    typeset = OFFICE.heading_pages if OFFICE and exact else None
    document = pipeline.write(spec, file, repository, "docx", load_style("enterprise"), typeset=typeset)
    assert not document.diagnostics
    return document.data


def part(data: bytes, name: str = "word/document.xml") -> Element:
    return etree.fromstring(ZipFile(io.BytesIO(data)).read(name))


def fields(root: Element) -> list[tuple[str, str]]:
    """Each field's instruction and result; it fails where they do not nest."""
    found, stack = [], []
    for run in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = run.get(f"{W}fldCharType")
        if kind == "begin":
            stack.append(["", "", "instruction"])
        elif kind == "separate":
            assert stack[-1][2] == "instruction"
            stack[-1][2] = "result"
        elif kind == "end":
            code, result, state = stack.pop()
            assert state == "result"
            found.append((code.strip(), result))
        elif run.tag == f"{W}instrText":
            assert stack[-1][2] == "instruction"
            stack[-1][0] += run.text or ""
        elif stack:
            assert stack[-1][2] == "result"
            stack[-1][1] += run.text or ""
    assert not stack
    return found


def test_there_is_something_to_look_at() -> None:
    assert len(SPECS) >= 9
    assert len(SOURCES) >= 27
    assert len(SAVED) >= 5
    kinds = Counter(code.split()[0] for path in SPECS for code, _ in fields(part(written(path))))
    assert min(kinds[kind] for kind in ("REF", "SEQ", "PAGEREF", "TOC")) >= len(SPECS)


@each
def test_fields_nest_and_lead_to_bookmarks_that_are_there_once(path: Path) -> None:
    root = part(written(path))
    starts = [*root.iter(f"{W}bookmarkStart")]
    names, ids = ([start.get(f"{W}{key}") for start in starts] for key in ("name", "id"))
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    assert ids == [end.get(f"{W}id") for end in root.iter(f"{W}bookmarkEnd")] or set(ids) == {
        end.get(f"{W}id") for end in root.iter(f"{W}bookmarkEnd")
    }
    targets = {code.split()[1] for code, _ in fields(root) if code.split()[0] in ("REF", "PAGEREF")}
    targets |= {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink") if link.get(f"{W}anchor")}
    assert targets == set(names)


@each
def test_references_print_what_word_counts(path: Path) -> None:
    data = written(path)
    root = part(data)
    counts = dict(Counts(root, part(data, "word/numbering.xml")).labels)
    starts = {start.get(f"{W}name"): start for start in root.iter(f"{W}bookmarkStart")}
    for code, result in fields(root):
        kind, name, *switches = code.split()
        if kind == "REF" and "\\n" in switches:
            paragraph = next(starts[name].iterancestors(f"{W}p"))
            assert counts[paragraph].rstrip(".") == result, code
        elif kind == "REF":
            number = starts[name].itersiblings(f"{W}r")
            assert "".join(text.text or "" for run in number for text in run.iter(f"{W}t")).startswith(result), code


@each
def test_captions_print_what_word_counts(path: Path) -> None:
    counts: Counter[str] = Counter()
    for code, result in fields(part(written(path))):
        if code.startswith("SEQ "):
            counts[code.split()[1]] += 1
            assert result == str(counts[code.split()[1]]), code


def converted(data: bytes, folder: Path, kind: str) -> Path:
    """A document as LibreOffice converts it."""
    source = folder / "in.docx"
    source.write_bytes(data)
    assert OFFICE is not None
    subprocess.run(
        [OFFICE.program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", kind,
         "--outdir", str(folder / "out"), str(source)], check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / "out" / f"in.{kind}"


def said(root: Element) -> dict[str, set[str]]:
    """What the controls hold that came from the spec, by their alias."""
    found: dict[str, set[str]] = {}
    for control in root.iter(f"{W}sdt"):
        name = control.find(f"{W}sdtPr/{W}alias")
        if name is not None and (alias := str(name.get(f"{W}val")))[:1] in "/#":
            found.setdefault(alias, set()).add("".join(text.text or "" for text in control.iter(f"{W}t")))
    return found


def ids(root: Element) -> set[str | None]:
    """The ids of all controls but that of the contents, which LibreOffice makes anew."""
    properties = [one for one in root.iter(f"{W}sdtPr") if one.find(f"{W}alias") is not None]
    return {one.find(f"{W}id").get(f"{W}val") for one in properties}


@cache
def keeps_ids() -> bool:
    """Whether this LibreOffice keeps the ids of controls: 7.4 gives them new ones, 25.2 was seen to keep them."""
    assert OFFICE is not None
    asked = subprocess.run([OFFICE.program, "--version"], check=True, capture_output=True, text=True).stdout
    return tuple(map(int, re.findall(r"\d+", asked)[:2])) >= (25, 2)


@with_office
@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_a_save_by_libreoffice_keeps_controls_and_fields(path: Path, tmp_path: Path) -> None:
    data = written(path)
    before, after = part(data), part(converted(data, tmp_path, "docx").read_bytes())
    assert len(said(before)) > 100
    assert set(said(before)) <= set(said(after))
    if keeps_ids():
        assert ids(before) <= ids(after)
    kept = {name: tuple(texts) for name, texts in said(after).items()}  # of blocks with a table, the beginning
    spoilt = [name for name, texts in said(before).items() if not any(text.startswith(kept[name]) for text in texts)]
    assert not spoilt
    numbers = Counter(code for code, _ in fields(before) if code.split()[0] in ("REF", "SEQ"))
    assert len(numbers) > 20
    codes = [re.sub(r" +", " ", code) for code, _ in fields(after)]
    assert not numbers - Counter(code.replace(r" \n \n", r" \n") for code in codes)  # which 25.2 writes twice


@with_office
def test_libreoffice_counts_the_same(tmp_path: Path) -> None:
    """It counts anew: a document whose fields print nothing yet looks the same as one whose fields are filled in."""
    path = ROOT / "specs" / "zh" / "sop-authoring.yaml"
    data = written(path)
    emptied = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as package, ZipFile(emptied, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                content, times = re.subn(
                    rb'((?:REF _\w+ (?:\\n )?\\h|SEQ \S+ \\\* ARABIC) </w:instrText></w:r><w:r><w:fldChar w:fldCharType='
                    rb'"separate"/></w:r><w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t>)[^<]*', rb"\1XX", content,
                )  # fmt: skip
                assert times > 40
            copy.writestr(name, content)
    pages = [converted(each, tmp_path / name, "pdf") for name, each in _both(tmp_path, data, emptied.getvalue())]
    texts = [
        re.findall(r"步骤 ?\d+|附表 ?\d+|第[一二三四五六七八九十]+条|图 ?\d+|表 ?\d+", _text(page)) for page in pages
    ]
    assert len(texts[0]) > 40
    assert texts[0] == texts[1]


def _both(folder: Path, *documents: bytes) -> list[tuple[str, bytes]]:
    for name in ("filled", "emptied"):
        (folder / name).mkdir()
    return list(zip(("filled", "emptied"), documents, strict=True))


def _text(pdf: Path) -> str:
    from pypdf import PdfReader

    return "".join(page.extract_text() for page in PdfReader(pdf).pages[3:])


@with_office
def test_exact_pages_are_those_of_libreoffice(tmp_path: Path) -> None:
    path = ROOT / "specs" / "en" / "fault-repair.yaml"
    data = written(path, exact=True)
    assert OFFICE is not None
    pages = OFFICE.heading_pages(data)
    listed = [int(result) for code, result in fields(part(data)) if code.startswith("PAGEREF")]
    assert len(listed) > 20
    assert listed == pages
    written.cache_clear()
    assert written(path, exact=True) == data
    assert shutil.which(OFFICE.program)
