"""The examples are what specs/ renders to today, and sopgen has nothing to say about the small repository."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from sopgen.commands import validate
from sopgen.commands.looking import Asked
from sopgen.diagnostics import Severity
from sopgen.reporting.telling import Wanted

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    """``examples/generate.py``."""
    spec = importlib.util.spec_from_file_location("generate", EXAMPLES / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rendered(generate: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what the specs of the examples render to."""
    folder = tmp_path_factory.mktemp("rendered")
    generate.render(folder)
    assert len(list(folder.rglob("*.docx"))) == len(generate.SPECS) + len(generate.STYLES)
    return folder


def test_examples_are_fresh(generate: ModuleType, rendered: Path) -> None:
    stale = [
        *generate.stale_documents(rendered),
        *generate.stale_diagrams(rendered),
        *generate.stale_schema(),
        *generate.stale_pictures(rendered),
    ]
    assert not stale, "run `make generate`"


def test_what_is_not_fresh_is_noticed(
    generate: ModuleType, rendered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(EXAMPLES, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(generate, "EXAMPLES", tmp_path)
    (changed, missing) = (tmp_path / path.relative_to(EXAMPLES) for path in sorted(EXAMPLES.rglob("*.docx")))
    shutil.copy(missing, changed)
    shutil.copy(missing, superfluous := tmp_path / "superfluous.docx")
    assert list(generate.stale_documents(rendered)) == [changed, superfluous]
    assert len(list(generate.stale_pictures(rendered))) == len(generate.PICTURES) + 1
    missing.unlink()
    assert missing in generate.stale_documents(rendered)


def test_a_style_that_changes_makes_its_sheet_stale(generate: ModuleType, rendered: Path, tmp_path: Path) -> None:
    shutil.copytree(rendered, tmp_path, dirs_exist_ok=True)
    shutil.copy(generate.styled(rendered, "gongwen"), generate.styled(tmp_path, "standard"))
    assert generate.SHEET in generate.stale_pictures(tmp_path)


def test_the_sheet_shows_every_style_that_ships(generate: ModuleType) -> None:
    assert set(generate.STYLES) == {path.stem for path in (EXAMPLES.parent / "templates" / "styles").glob("*.yaml")}


def test_diagrams_that_are_not_fresh_are_noticed(
    generate: ModuleType, rendered: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(EXAMPLES / "diagrams", folder := tmp_path / "diagrams")
    monkeypatch.setattr(generate, "EXAMPLES", tmp_path)
    assert not list(generate.stale_diagrams(rendered))
    changed, missing, *others = sorted(folder.iterdir())
    assert len(others) == len(generate.DRAWINGS) - 2
    changed.write_text(missing.read_text("utf-8"), "utf-8")
    missing.unlink()
    (folder / "superfluous.svg").touch()
    assert list(generate.stale_diagrams(rendered)) == [changed, missing, folder / "superfluous.svg"]


def test_pictures_are_small_and_all_of_them_are_listed(generate: ModuleType) -> None:
    pictures = list((EXAMPLES / "pages").glob("*.png"))
    assert {path.name for path in pictures} == {generate.SHEET.name, *(picture.name for picture in generate.PICTURES)}
    assert len(pictures) > 1
    for path in pictures:
        assert path.read_bytes().startswith(b"\x89PNG")
        assert path.stat().st_size < 400_000


def test_the_stand_ins_for_fonts_can_be_read() -> None:
    fonts = ET.parse(EXAMPLES / "pages" / "fonts.conf")
    assert {"宋体", "黑体", "楷体_GB2312"} <= {family.text for family in fonts.findall("alias/family")}


def test_the_small_repository_validates(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(EXAMPLES / "repository")
    assert validate.run((), "en", Asked(), Wanted(fail_on=Severity.NOTE)) == 0
    assert "2 files" in capsys.readouterr().out


def test_the_small_repository_uses_the_hook_that_is_shipped() -> None:
    import yaml

    (shipped,) = yaml.safe_load((EXAMPLES.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config = yaml.safe_load((EXAMPLES / "repository" / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (used,) = config["repos"][0]["hooks"]
    assert used == {key: shipped[key] for key in used} | {"language": "system"}
