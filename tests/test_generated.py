"""What is generated from the models and the rules is what stands in the repository."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    """``docs/generate.py``."""
    spec = importlib.util.spec_from_file_location("generate_docs", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_documentation_is_fresh(generate: ModuleType) -> None:
    assert not generate.stale(), "run `python docs/generate.py`"


def test_what_is_not_fresh_is_written_anew(
    generate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "DOCS", tmp_path)
    pages = {name: (DOCS / name).read_text("utf-8") for name in ("spec.md", "spec.zh.md")}
    for name, page in pages.items():
        (tmp_path / name).write_text(page.replace("| `action` |", "| `deed` |"), "utf-8")
    monkeypatch.setattr("sys.argv", ["generate.py", "--check"])
    assert generate.main() == 1
    assert "`deed`" in (tmp_path / "spec.md").read_text("utf-8")
    monkeypatch.setattr("sys.argv", ["generate.py"])
    assert generate.main() == 0
    assert {name: (tmp_path / name).read_text("utf-8") for name in pages} == pages
    assert json.loads((tmp_path / "sop.schema.json").read_text("utf-8"))["$schema"].endswith("2020-12/schema")
    assert capsys.readouterr().out.splitlines() == [
        "not fresh: spec.md",
        "not fresh: spec.zh.md",
        "not fresh: sop.schema.json",
        "not fresh: rules.md",
        "written: spec.md",
        "written: spec.zh.md",
        "written: sop.schema.json",
        "written: rules.md",
    ]
