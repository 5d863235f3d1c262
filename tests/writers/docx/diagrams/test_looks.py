from __future__ import annotations

from collections.abc import Callable

import pytest

from sopgen.style.model import Style
from sopgen.writers.docx.diagrams.looks import Looks

Styled = Callable[..., Style]


@pytest.mark.parametrize(
    ("fills", "heading"),
    [
        ("header_fill: DEE6F0", "DEE6F0"),
        ("header_fill: 1F3864, group_fill: E4EAF4", "E4EAF4"),
        ("header_fill: 1F3864, group_fill: 1F3864, label_fill: F3F6FB", "F3F6FB"),
        ("header_fill: 1F3864, group_fill: 1F3864, label_fill: 1F3864", "F2F2F2"),
    ],
)
def test_dark_letters_stand_on_light_colours(styled: Styled, fills: str, heading: str) -> None:
    assert Looks(styled(f"table: {{{fills}}}")).heading.fill == heading
