"""Templates that other programs wrote carelessly: they are used or refused, and never fail in another way."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from houses import STRICT_VALUES, changed, house, sections, template, text_box
from lxml import etree
from samples import chinese

from sopgen.errors import TemplateError
from sopgen.style import load_style
from sopgen.writers.docx.house import write
from sopgen.writers.docx.learning import learn

WHOLE = house(
    "{{ sop.title }}",
    "{{ body }}",
    header="{{ sop.id }}",
    change=lambda document: (text_box(document), sections(document)),
).data
VALUES = ["", "x", "-1", "99999999999", "²"]


def damaged(seed: int) -> bytes:
    """A template in one part of which some elements and attributes are gone, or say nonsense."""
    luck = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as file:
        part = luck.choice([name for name in file.namelist() if name.endswith((".xml", ".rels"))])
        root = etree.fromstring(file.read(part))
    for one in luck.sample([*root.iter(etree.Element)], 4) if len(root) > 4 else []:
        above = one.getparent()
        if one.attrib and luck.random() < 0.6:
            one.set(luck.choice([*one.attrib]), luck.choice(VALUES))
        elif above is not None:
            above.remove(one)
    return changed(WHOLE, {part: lambda _: etree.tostring(root).decode()})


@pytest.mark.parametrize("seed", range(60))
def test_a_careless_template_is_used_or_refused(seed: int) -> None:
    one = template(damaged(seed))
    try:
        written = write(one, chinese(), load_style("enterprise"), STRICT_VALUES).data
        learned = learn(one, "company", "en")
    except TemplateError:
        return
    with zipfile.ZipFile(io.BytesIO(written)) as file:
        for name in file.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(file.read(name))
    assert "extends: enterprise" in learned
