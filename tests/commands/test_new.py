from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sopgen.repository.starters import starters

Sopgen = Callable[..., Any]
Write = Callable[..., Path]

TODAY = date(2031, 5, 4)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    from sopgen.commands import new

    monkeypatch.setattr(new, "_today", lambda: TODAY)


def head(path: Path) -> dict[str, str]:
    """The top-level lines of a spec up to its purpose."""
    return dict(re.findall(r"(?m)^(\w+): (.*?)(?:\s+#.*)?$", path.read_text(encoding="utf-8")))


def test_the_list_names_every_starter_in_both_languages(sopgen: Sopgen) -> None:
    for language in ("zh-CN", "en"):
        out = sopgen("new", "--list", "--lang", language).out
        assert sopgen("new", "--lang", language).out == out
        for item in starters():
            assert item.name in out
            assert item.title.text(language) in out
            assert item.about.text(language) in out


def test_a_spec_is_written_to_the_folder_of_specs_and_is_clean(sopgen: Sopgen, here: Path) -> None:
    ran = sopgen("new", "故障报修", "--lang", "zh-CN")
    assert (ran.code, ran.err) == (0, "")
    assert "已新建 specs/fault-repair.yaml，编号 AFS-SOP-2031-001。" in ran.out.replace("\\", "/")
    assert head(here / "specs" / "fault-repair.yaml")["id"] == "AFS-SOP-2031-001"
    assert sopgen("validate", "--fail-on", "note").code == 0
    assert sopgen("render").code == 0


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_all_starters_can_stand_in_one_repository(sopgen: Sopgen, here: Path, language: str) -> None:
    for item in reversed(starters()):
        assert sopgen("new", item.name, "--lang", language).code == 0
    numbers = [head(path)["id"] for path in (here / "specs").glob("*.yaml")]
    assert sorted(numbers) == [f"AFS-SOP-2031-{number:03}" for number in range(1, len(starters()) + 1)]
    ran = sopgen("validate", "--fail-on", "warning")
    assert ran.code == 0, ran.out


def test_comments_and_order_stay_and_number_title_and_dates_are_new(sopgen: Sopgen, here: Path) -> None:
    from sopgen.resources import templates

    sopgen("new", "complaint", "a.yaml", "--title", "VIP: 投诉 # 1", "--id", "KF/001", "--lang", "zh-CN")
    written = (here / "a.yaml").read_text(encoding="utf-8").splitlines()
    starter = (templates() / "starters" / "zh-CN" / "complaint.yaml").read_text(encoding="utf-8").splitlines()
    changed = [new for new, old in zip(written, starter, strict=True) if new != old]
    assert changed[:3] == ["# yaml-language-server: $schema=sop.schema.json", "id: KF/001", 'title: "VIP: 投诉 # 1"']
    assert all("2031-05-04" in line for line in changed[3:])
    assert len(changed) == 5
    assert sopgen("validate", "a.yaml", "--fail-on", "note").code == 0


def test_a_document_that_the_starter_speaks_of_does_not_get_the_new_number(sopgen: Sopgen, here: Path) -> None:
    sopgen("new", "fault-repair", "a.yaml", "--id", "AFS-SOP-2026-002", "--lang", "zh-CN")
    text = (here / "a.yaml").read_text(encoding="utf-8")
    assert text.count("AFS-SOP-2026-002") == 1
    assert "{number: AFS-SOP-2026-001, title: 产品退换货处理}" in text


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("a.yaml", "a.yaml"),
        ("a.yml", "a.yml"),
        ("新 流程/空调 报修.yaml", "新 流程/空调 报修.yaml"),
        ("more/name", "more/name.yaml"),
        ("more/", "more/blank.yaml"),
        ("there", "there/blank.yaml"),
    ],
)
def test_files_and_folders_can_be_given(sopgen: Sopgen, here: Path, path: str, written: str) -> None:
    (here / "there").mkdir()
    assert sopgen("new", "blank", path).code == 0
    schema = re.search(r"\$schema=(.*)", (here / written).read_text(encoding="utf-8"))
    assert schema is not None
    assert ((here / written).parent / schema[1]).resolve() == here / "sop.schema.json"


def test_another_kind_of_file_is_refused(sopgen: Sopgen, here: Path) -> None:
    ran = sopgen("new", "blank", "a.docx")
    assert (ran.code, ran.rules) == (2, ["wrong-option"])
    assert not list(here.iterdir())


def test_nothing_is_overwritten(sopgen: Sopgen, here: Path) -> None:
    sopgen("new", "blank", "a.yaml")
    (here / "sop.schema.json").write_text("mine")
    before = (here / "a.yaml").read_bytes()
    ran = sopgen("new", "complaint", "a.yaml")
    assert (ran.code, ran.rules) == (2, ["existing-file"])
    assert (here / "a.yaml").read_bytes() == before
    assert "sop.schema.json" not in sopgen("new", "blank", "b.yaml").out
    assert (here / "sop.schema.json").read_text() == "mine"


def test_a_dash_prints_the_spec_and_writes_nothing(sopgen: Sopgen, here: Path) -> None:
    ran = sopgen("new", "blank", "-", "--id", "A-1")
    assert ran.code == 0
    assert ran.out.startswith("# yaml-language-server: $schema=sop.schema.json\n")
    assert "\nid: A-1 " in ran.out
    assert not list(here.iterdir())


def test_the_schema_is_written_once_at_the_root(sopgen: Sopgen, here: Path) -> None:
    (here / "sopgen.toml").write_text('specs = "sop/zh"\n[numbers]\npattern = "KF-{seq:04}"')
    ran = sopgen("new", "blank")
    assert "Wrote sop.schema.json" in ran.out
    assert json.loads((here / "sop.schema.json").read_text(encoding="utf-8"))["title"]
    first = (here / "sop" / "zh" / "blank.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../sop.schema.json"
    assert head(here / "sop" / "zh" / "blank.yaml")["id"] == "KF-0001"


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_schema_is_in_the_language_of_the_spec(sopgen: Sopgen, here: Path, language: str) -> None:
    sopgen("new", "blank", "--lang", language)
    assert (here / "sop.schema.json").read_text(encoding="utf-8") == sopgen("schema", "--lang", language).out


def test_a_number_that_is_taken_or_none_is_refused(sopgen: Sopgen, spec: Write) -> None:
    spec("specs/a.yaml", "A-1")
    assert sopgen("new", "blank", "--id", "A-1").rules == ["taken-number"]
    assert sopgen("new", "blank", "--id", "no number").rules == ["wrong-option"]
    assert sopgen("new", "blank", "--title", " ").rules == ["wrong-option"]


def test_a_pattern_that_needs_more_asks_for_the_number(sopgen: Sopgen, here: Path) -> None:
    (here / "sopgen.toml").write_text('[numbers]\npattern = "{dept}-{seq:03}"')
    ran = sopgen("new", "blank")
    assert (ran.code, ran.rules) == (2, ["no-number"])
    assert "--id" in ran.err


def test_an_unknown_type_is_told_with_a_near_one(sopgen: Sopgen) -> None:
    ran = sopgen("new", "故障维修", "--lang", "zh-CN")
    assert (ran.code, ran.rules) == (2, ["unknown-starter"])
    assert "您是不是要写“故障报修”？" in ran.err


def test_a_folder_that_cannot_be_made_is_told(sopgen: Sopgen, here: Path) -> None:
    (here / "file").touch()
    ran = sopgen("new", "blank", "file/a.yaml")
    assert (ran.code, ran.rules) == (2, ["unwritable-folder"])


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_handbook_is_valid_alone_and_takes_sops(sopgen: Sopgen, here: Path, language: str) -> None:
    assert sopgen("new", "handbook", "--lang", language).code == 0
    assert sopgen("validate", "--fail-on", "note").code == 0
    assert sopgen("new", "complaint", "--lang", language).code == 0
    path = here / "specs" / "handbook.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("# sops: [complaint.yaml, ") == 1
    path.write_text(re.sub("# sops: .*", "sops: complaint.yaml", text), encoding="utf-8")
    assert sopgen("validate", "--fail-on", "error").code == 0
    assert sopgen("render").code == 0
