"""What the tests of the Word writer share: documents made by hand, written and opened again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from opened import Opened

from sopgen.document.nodes import Block, Document
from sopgen.style import load_style
from sopgen.style.model import Style
from sopgen.writers.docx import write


@pytest.fixture(scope="session")
def style() -> Style:
    """The style sheet that ships."""
    return load_style("enterprise")


@pytest.fixture
def styled(tmp_path: Path) -> Callable[..., Style]:
    """Makes a style sheet that says something else than the one that ships under a name."""

    def made(text: str, base: str = "enterprise") -> Style:
        path = tmp_path / "house.yaml"
        path.write_text(f"extends: {base}\n{text}", encoding="utf-8")
        return load_style(path)

    return made


@pytest.fixture
def opened(style: Style) -> Callable[[Document], Opened]:
    """Writes a document and opens it."""
    return lambda document: Opened(write(document, style))


@pytest.fixture
def body(opened: Callable[[Document], Opened]) -> Callable[..., Opened]:
    """Writes a document of some blocks and opens it."""
    from samples import document

    def written(*blocks: Block, language: str = "zh-CN", **images: bytes) -> Opened:
        return opened(document(*blocks, language=language, **images))

    return written
