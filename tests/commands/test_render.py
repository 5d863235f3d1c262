from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from sopgen.repository.office import Office

Sopgen = Callable[..., Any]
Write = Callable[..., Path]


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_documents_keep_the_folders_of_their_specs(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml", "A-1", "报修")
    spec("specs/zh/b.yaml", "A-2", "'退换 a: b?'")
    ran = sopgen("render")
    assert (ran.code, ran.out, ran.err) == (0, "Wrote 2 documents to build.\n", "")
    assert files(here / "build") == ["A-1 报修.docx", "zh/A-2 退换 a- b-.docx"]
    sopgen("render", "specs/zh", "-o", "out")
    assert files(here / "out") == ["zh/A-2 退换 a- b-.docx"]


def test_the_place_does_not_depend_on_where_the_command_runs(
    sopgen: Sopgen, spec: Write, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "sopgen.toml").touch()
    spec("specs/zh/a.yaml", "A-1", "报修")
    (here / "docs").mkdir()
    monkeypatch.chdir(here / "docs")
    assert sopgen("render", "../specs/zh/a.yaml").out == f"Wrote {Path('..', 'build', 'zh', 'A-1 报修.docx')}.\n"
    assert files(here / "build") == ["zh/A-1 报修.docx"]


def test_one_document_is_named(sopgen: Sopgen, spec: Write) -> None:
    spec("a.yaml", "A-1", "报修")
    assert sopgen("render", "a.yaml").out == f"Wrote {Path('build', 'A-1 报修.docx')}.\n"


def test_rendering_again_gives_the_same_bytes(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("a.yaml", "A-1", "报修")
    sopgen("render", "a.yaml")
    (path,) = (here / "build").iterdir()
    first = path.read_bytes()
    assert ZipFile(path).testzip() is None
    assert sopgen("render", "a.yaml").code == 0
    assert path.read_bytes() == first


def test_good_files_are_rendered_and_bad_ones_told(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml", "A-1", "报修")
    spec("specs/b.yaml", "A-2", more="nonsense: 1\n")
    (here / "specs" / "c.yaml").write_text("sopgen: [\n")
    ran = sopgen("render")
    assert ran.code == 1
    assert len(ran.rules) == 2
    assert files(here / "build") == ["A-1 报修.docx"]
    assert ran.out.endswith(f"Wrote {Path('build', 'A-1 报修.docx')}; 2 not rendered, for the reasons above.\n")


def test_warnings_keep_nothing_from_being_rendered_unless_settings_call_them_errors(
    sopgen: Sopgen, spec: Write, here: Path
) -> None:
    spec("a.yaml", more="x-a: 1  # sopgen: ignore[undefined-role]\n")
    ran = sopgen("render", "a.yaml")
    assert (ran.code, ran.rules) == (0, [])
    (here / "sopgen.toml").write_text('[severity]\nunused-suppression = "error"\n', "utf-8")
    ran = sopgen("render", "a.yaml")
    assert (ran.code, ran.rules) == (1, ["unused-suppression"])


def test_verbose_prints_a_line_for_each(sopgen: Sopgen, spec: Write) -> None:
    spec("specs/a.yaml", "A-1", "报修")
    spec("specs/b.yaml", "A-2", "退货")
    assert sopgen("render", "-v").out.splitlines()[:2] == [
        f"specs/a.yaml -> {Path('build', 'A-1 报修.docx')}",
        f"specs/b.yaml -> {Path('build', 'A-2 退货.docx')}",
    ]


def test_of_two_specs_with_one_output_neither_is_written(sopgen: Sopgen, spec: Write, here: Path) -> None:
    for name in ("a", "b"):
        spec(f"specs/{name}.yaml", "A-1", "报修")
    spec("specs/c.yaml", "A-2", "退货")
    ran = sopgen("render")
    assert (ran.code, ran.rules) == (1, ["same-output", "same-output"])
    assert "specs/b.yaml: the other one is here" in ran.out
    assert files(here / "build") == ["A-2 退货.docx"]


def test_numbers_that_differ_but_make_one_file_name_clash(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml", "QM/001", "报修")
    spec("specs/b.yaml", "QM-001", "报修")
    assert sopgen("render").rules == ["same-output", "same-output"]
    assert not (here / "build").exists()


def test_a_document_of_an_earlier_number_or_title_is_told_of(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml", "A-1", "报修"), spec("specs/b.yaml", "A-2", "退货"), spec("specs/c.yaml", "A-3", "退货")
    assert sopgen("render").rules == []
    spec("specs/a.yaml", "A-1", "故障报修"), spec("specs/b.yaml", "A-9", "退货")
    for name in ("A-1 签字.docx", "A-7 别的.docx"):
        (here / "build" / name).write_bytes(b"of others")
    ran = sopgen("render", "specs/c.yaml")
    assert (ran.code, ran.rules) == (0, ["left-behind-document"])
    ran = sopgen("render")
    assert (ran.code, ran.rules) == (0, ["left-behind-document"] * 2)
    assert f"{Path('build', 'A-1 报修.docx')}: warning" in ran.out
    assert f"{Path('build', 'A-2 退货.docx')}: warning" in ran.out
    for name in ("A-1 报修.docx", "A-2 退货.docx"):
        (here / "build" / name).unlink()
    assert sopgen("render").rules == []


def test_a_link_to_nothing_is_kept_too(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("a.yaml")
    assert sopgen("render", "a.yaml").code == 0
    (target,) = (here / "build").iterdir()
    target.unlink(), target.symlink_to("elsewhere.docx")
    assert sopgen("render", "a.yaml").rules == ["foreign-file"]
    assert target.is_symlink()


def test_a_file_of_another_program_is_kept_unless_forced(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("a.yaml", "A-1", "报修")
    target = here / "build" / "A-1 报修.docx"
    target.parent.mkdir()
    target.write_bytes(b"mine")
    ran = sopgen("render", "a.yaml")
    assert (ran.code, ran.rules) == (2, ["foreign-file"])
    assert target.read_bytes() == b"mine"
    assert sopgen("render", "a.yaml", "--force").code == 0
    assert target.read_bytes() != b"mine"


def test_a_file_in_place_of_the_folder_is_told_once(sopgen: Sopgen, spec: Write, here: Path) -> None:
    for number in (1, 2, 3):
        spec(f"specs/{number}.yaml", f"A-{number}")
    (here / "out").write_text("x")
    ran = sopgen("render", "--output", "out")
    assert (ran.code, ran.rules) == (2, ["unwritable-folder"])
    assert "3 not rendered" in ran.out


def test_a_name_for_the_document_in_place_of_the_folder_is_refused(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("a.yaml")
    ran = sopgen("render", "a.yaml", "-o", "signed.docx")
    assert (ran.code, ran.rules) == (2, ["wrong-option"])
    assert "such as signed;" in ran.err
    assert not (here / "signed.docx").exists()
    (here / "signed.docx").mkdir()
    assert sopgen("render", "a.yaml", "-o", "signed.docx").code == 0


def test_a_full_disk_stops_the_batch_and_leaves_nothing_half_written(
    sopgen: Sopgen, spec: Write, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2, 3):
        spec(f"specs/{number}.yaml", f"A-{number}")
    write_bytes = Path.write_bytes
    written: list[Path] = []

    def fill(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) < 2:
            return write_bytes(path, data)
        write_bytes(path, data[:100])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", fill)
    ran = sopgen("render")
    assert (ran.code, ran.rules, len(written)) == (2, ["unwritable-folder"], 2)
    assert "the disk is full" in ran.out
    assert files(here / "build") == ["A-1 产品报修.docx"]


def test_images_and_other_documents_reach_the_page(sopgen: Sopgen, spec: Write, here: Path, image: bytes) -> None:
    (here / "specs").mkdir()
    (here / "specs" / "图 1.png").write_bytes(image)
    spec("specs/a.yaml", "A-1", more="background: 见 [[A-2/fix]]\n\nattachments: [{title: 界面, file: 图 1.png}]\n")
    spec("specs/b.yaml", "A-2", "维修", more="steps: [受理, {id: fix, action: 修}]\n")
    assert sopgen("render", "specs/a.yaml").code == 0
    with ZipFile(here / "build" / "A-1 产品报修.docx") as package:
        text = package.read("word/document.xml").decode()
        assert "维修" in text
        assert [name for name in package.namelist() if name.endswith(".png")]


def test_an_image_that_is_missing_keeps_the_document_from_being_rendered(sopgen: Sopgen, spec: Write) -> None:
    spec("a.yaml", more="background: 见 ![界面](no.png)\n")
    ran = sopgen("render", "a.yaml")
    assert (ran.code, ran.rules) == (1, ["missing-image"])


def test_an_unknown_style_ends_with_2(sopgen: Sopgen, spec: Write) -> None:
    spec("a.yaml")
    assert sopgen("render", "a.yaml", "--style", "nonsense").rules == ["unknown-style"]
    ran = sopgen("render", "a.yaml", "--style", "house.yaml")
    assert (ran.code, ran.rules) == (2, ["missing-file"])


def test_a_layout_that_fails_stops_the_batch(sopgen: Sopgen, spec: Write, here: Path) -> None:
    for number in (1, 2):
        spec(f"specs/{number}.yaml", f"A-{number}")
    (here / "layouts").mkdir()
    (here / "layouts" / "sop.xhtml").write_text("<p>{{ sop.nothing.there }}</p>")
    (here / "sopgen.toml").write_text('layouts = "layouts"')
    ran = sopgen("render")
    assert (ran.code, ran.rules) == (2, ["broken-layout"])


@pytest.mark.parametrize(
    ("setting", "place"),
    [
        ('style = "none"', "none: "),
        ('style = "house.yaml"', "house.yaml: "),
        ('template = "company.docx"', "company.docx: "),
        ('layouts = "layouts"', "sopgen.toml:2:1: "),
    ],
)
def test_what_the_settings_name_and_is_not_there_is_told_at_its_line(
    sopgen: Sopgen, spec: Write, here: Path, setting: str, place: str
) -> None:
    spec("specs/a.yaml", "A-1")
    (here / "sopgen.toml").write_text(f"\n{setting}\n")
    ran = sopgen("render")
    assert ran.code == 2
    assert ran.err.startswith(place)
    assert "sopgen.toml:2:1: " in ran.err
    assert not (here / "build").exists()


def test_the_repository_chooses_language_style_and_folder(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("sop/a.yaml", "A-1", "Repair")
    (here / "sopgen.toml").write_text('specs = "sop"\noutput = "out"\nlanguage = "en"\nstyle = "none"')
    assert sopgen("render").rules == ["unknown-style"]
    (here / "sopgen.toml").write_text('specs = "sop"\noutput = "out"\nlanguage = "en"')
    assert sopgen("render").code == 0
    with ZipFile(here / "out" / "A-1 Repair.docx") as package:
        assert "Purpose" in package.read("word/document.xml").decode()


def test_many_specs_are_rendered_in_several_processes_alike(
    sopgen: Sopgen, spec: Write, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sopgen.commands import batch

    for number in range(6):
        spec(f"specs/{number}.yaml", f"A-{number}", more="nonsense: 1" if number == 3 else "")
    alone = sopgen("render", "--output", "one")
    monkeypatch.setattr(batch, "PAYS_FROM", 2)
    monkeypatch.setattr(batch, "_processors", lambda: 2)
    spread = sopgen("render", "--output", "two")
    assert spread.out == alone.out.replace("one", "two")
    assert files(here / "one") == files(here / "two")
    assert len(files(here / "two")) == 5
    for name in files(here / "one"):
        assert (here / "one" / name).read_bytes() == (here / "two" / name).read_bytes()


def parts(path: Path) -> dict[str, str]:
    with ZipFile(path) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist() if name.endswith("xml")}


def page_width(path: Path) -> str:
    return parts(path)["word/document.xml"].partition('<w:pgMar w:top="')[2].partition('"')[0]


def test_a_spec_may_ask_for_a_style_of_its_own(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml", "A-1", more="style: gongwen\n")
    spec("specs/b.yaml", "A-2", more="style: ../house.yaml\n")
    spec("specs/c.yaml", "A-3")
    (here / "house.yaml").write_text("extends: enterprise\npage: {margins: {top: 20mm}}\n", encoding="utf-8")
    assert sopgen("render").code == 0
    tops = {path.name[:3]: page_width(path) for path in (here / "build").iterdir()}
    assert tops == {"A-1": "2098", "A-2": "1134", "A-3": "1440"}
    assert sopgen("render", "--style", "standard").code == 0
    assert {page_width(path) for path in (here / "build").iterdir()} == {"1417"}


def test_a_role_that_no_layout_has_is_told_once(sopgen: Sopgen, spec: Write, here: Path) -> None:
    (here / "house.yaml").write_text("extends: enterprise\nparagraphs: {titel: {bold: true}}\n", encoding="utf-8")
    spec("specs/a.yaml", "A-1")
    spec("specs/b.yaml", "A-2", more="style: ../house.yaml\n")
    for options in (("--style", "house.yaml"), ()):
        done = sopgen("render", *options)
        assert done.code == 0
        assert (done.out + done.err).count("the role `titel`") == 1


def test_a_style_that_a_spec_asks_for_and_is_not_there_is_told_at_its_place(sopgen: Sopgen, spec: Write) -> None:
    spec("specs/a.yaml", "A-1", more="style: gongwem\n")
    spec("specs/b.yaml", "A-2", more="style: house.yaml\n")
    ran = sopgen("validate")
    assert ran.rules == ["unknown-style", "unknown-style"]
    assert "specs/a.yaml:6:8: error SOP611 unknown-style: there is no style sheet named `gongwem`" in ran.out
    assert "specs/b.yaml:6:8: error SOP611 unknown-style: there is no style sheet at `house.yaml`" in ran.out
    assert sopgen("render").code == 1


def test_a_broken_style_of_one_spec_keeps_no_other_from_being_rendered(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml", "A-1", more="style: house.yaml\n")
    spec("specs/b.yaml", "A-2")
    house = here / "specs" / "house.yaml"
    house.write_text("extends: enterprise\nbody: {size: 大}\n", encoding="utf-8")
    ran = sopgen("render")
    assert (ran.code, ran.rules) == (1, ["invalid-style"])
    assert "house.yaml:2:14" in ran.out
    assert [name[:3] for name in files(here / "build")] == ["A-2"]


@pytest.mark.parametrize(
    ("option", "setting", "expected"),
    [
        ((), "", []),
        ((), 'protect = "forms"', ["forms"]),
        (("--protect", "read-only"), 'protect = "forms"', ["readOnly"]),
        (("--protect", "none"), 'protect = "forms"', []),
        (("--protect", "forms"), "", ["forms"]),
    ],
)
def test_documents_are_protected_on_demand(
    sopgen: Sopgen, spec: Write, here: Path, option: tuple[str, ...], setting: str, expected: list[str]
) -> None:
    (here / "sopgen.toml").write_text(setting)
    spec("specs/a.yaml", "A-1")
    sopgen("render", *option)
    (path,) = (here / "build").iterdir()
    assert re.findall(r'<w:documentProtection w:edit="(\w+)"', parts(path)["word/settings.xml"]) == expected


def test_watermarks_can_be_left_out(sopgen: Sopgen, spec: Write, here: Path) -> None:
    spec("specs/a.yaml", "A-1", more="status: draft\n")
    sopgen("render")
    (path,) = (here / "build").iterdir()
    assert "草稿" in parts(path)["word/header1.xml"]
    sopgen("render", "--no-watermark")
    assert "草稿" not in parts(path)["word/header1.xml"]


def test_the_company_stands_on_the_cover(sopgen: Sopgen, spec: Write, here: Path) -> None:
    (here / "sopgen.toml").write_text('company = "示例公司"\nstyle = "standard"\n', encoding="utf-8")
    spec("specs/a.yaml", "A-1")
    sopgen("render")
    (path,) = (here / "build").iterdir()
    assert "示例公司" in parts(path)["word/document.xml"]


def test_without_libreoffice_exact_pages_are_estimates_and_it_is_told(
    sopgen: Sopgen, spec: Write, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sopgen.repository.office.find_office", lambda: None)
    spec("a.yaml", "A-1", "报修")
    ran = sopgen("render", "a.yaml", "--exact-pages")
    assert (ran.code, ran.rules) == (0, ["inexact-pages"])
    assert files(here / "build") == ["A-1 报修.docx"]


def test_pages_are_those_that_libreoffice_tells_else_estimates(
    sopgen: Sopgen, spec: Write, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pages(office: Office, document: bytes) -> list[int]:
        assert ZipFile(BytesIO(document)).testzip() is None
        return [41]

    monkeypatch.setattr("sopgen.repository.office.find_office", lambda: Office("soffice"))
    monkeypatch.setattr(Office, "heading_pages", pages)
    spec("a.yaml", "A-1", "报修")
    assert sopgen("render", "a.yaml", "--exact-pages").rules == []
    (path,) = (here / "build").iterdir()
    assert b"<w:t>41</w:t>" in ZipFile(path).read("word/document.xml")
    spec("a.yaml", "A-1", "报修", more="background: 两个标题\n")
    assert sopgen("render", "a.yaml", "--exact-pages").rules == ["inexact-pages"]
    assert b"<w:t>41</w:t>" not in ZipFile(path).read("word/document.xml")
