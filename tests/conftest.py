"""What holds for all tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A test that fails when the machine is busy says nothing about the code.
settings.register_profile("untimed", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

Write = Callable[..., Path]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, with a name as people give them, that is the current one."""
    folder = tmp_path / "客服 流程"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def spec(here: Path) -> Write:
    """Writes a spec."""

    def write(name: str, number: str = "AFS-SOP-2026-001", title: str = "产品报修", more: str = "") -> Path:
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"sopgen: 1\nid: {number}\ntitle: {title}\nversion: V1.0\npurpose: 统一做法。\n"
        path.write_text(head + more, encoding="utf-8")
        return path

    return write
