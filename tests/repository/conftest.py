from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PNG = b"\x89PNG\r\n\x1a\n"

Write = Callable[..., Path]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


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
