from __future__ import annotations

import re

import pytest

from sopgen.writers.docx.house.pairs import alone


@pytest.mark.parametrize(
    ("tags", "index"),
    [
        ("", None),
        ("{% if a %} {{ a }} {% elif b %} {% else %} {% endif %}", None),
        ("{% set a = 1 %} {%- for a in b -%} {% if a %} {% endif %} {%- endfor -%}", None),
        ("{% set a %} {% endset %} {% with %} {% endwith %}", None),
        ("{% if a %} {% for b in c %} {% endfor %}", 0),
        ("{{ a }} {% endif %}", 1),
        ("{% else %}", 0),
        ("{% if a %} {% for b in c %} {% endif %}", 1),
        ("{% for b in c %} {% endif %} {% endfor %}", 1),
    ],
)
def test_the_tag_without_a_partner_is_found(tags: str, index: int | None) -> None:
    assert alone(re.findall(r"\{\{.*?\}\}|\{%.*?%\}", tags)) == index
