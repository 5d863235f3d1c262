from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.resources import templates
from sopgen.style.roles import unused_roles

HOUSE = """
extends: enterprise
paragraphs: {titel: {bold: true}, say: {bold: true}, qwx: {bold: true}, cover-company: {bold: true}}
tables: {apporval: {row_height: 20pt}}
table: {cells: {heder: {bold: true}}, paragraphs: {caption: {bold: true}}}
cover: [{text: "{title}", role: cover-company}]
languages: {en: {characters: {strnog: {bold: true}, term: {bold: true}}}}
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "house.yaml"
    path.write_text(HOUSE, encoding="utf-8")
    return path


def told(path: Path, layouts: Path | None = None) -> list[tuple[str, str]]:
    return [(one.message.en, one.hint.en if one.hint else "") for one in unused_roles(path, layouts)]


def test_roles_that_nothing_has_are_told_with_what_was_meant(house: Path) -> None:
    own = 'write class="qwx" in a layout of your own, or take the role out'
    hints = {"titel": "title", "apporval": "approval", "heder": "header", "strnog": "strong"}
    expected = {
        f"no layout gives anything the role `{name}`": f"did you mean `{meant}`?" for name, meant in hints.items()
    }
    assert dict(told(house)) == expected | {"no layout gives anything the role `qwx`": own}


def test_they_are_told_where_they_are_written(house: Path) -> None:
    above = house.with_name("above.yaml")
    above.write_text("extends: house.yaml\nparagraphs: {titel: {bold: false}}\n", encoding="utf-8")
    found = unused_roles(above, None)
    assert {Path(one.location.file).name for one in found} == {"house.yaml"}
    assert [one.location.span.start.line for one in found if one.location.span][:1] == [3]


def test_a_layout_of_ones_own_may_have_roles_of_its_own(house: Path, tmp_path: Path) -> None:
    (tmp_path / "layouts" / "parts").mkdir(parents=True)
    layout = tmp_path / "layouts" / "parts" / "purpose.xhtml"
    layout.write_text('<p class="small qwx titel-2">x</p>', encoding="utf-8")
    names = [message for message, _ in told(house, tmp_path / "layouts")]
    assert not any("`qwx`" in name for name in names)
    assert any("`titel`" in name for name in names)


def test_style_sheets_that_ship_have_roles_of_layouts_only() -> None:
    sheets = sorted((Path(str(templates())) / "styles").glob("*.yaml"))
    assert len(sheets) > 3
    assert [told(sheet) for sheet in sheets] == [[] for _ in sheets]
