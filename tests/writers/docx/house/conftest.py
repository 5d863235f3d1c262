"""Lets the tests of house templates make some."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "diagrams"))

from houses import VALUES
from opened import Opened
from samples import document

from sopgen.document.nodes import Block, Heading, Paragraph, Text
from sopgen.style.model import Style
from sopgen.writers.docx.house import write
from sopgen.writers.house import HouseTemplate

BLOCKS = (Heading(1, (Text("目的"),), number=(1,)), Paragraph((Text("正文。"),)))


@pytest.fixture
def into(style: Style) -> Callable[..., Opened]:
    """Writes a document of some blocks into a template and opens it."""

    def written(
        template: HouseTemplate, *blocks: Block, values: Mapping[str, object] = VALUES, style: Style = style
    ) -> Opened:
        return Opened(write(template, document(*(blocks or BLOCKS)), style, values))

    return written
