"""A Document in a house template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sopgen.document.nodes import Section
from sopgen.writers.docx.house.assembling import Layout, assemble
from sopgen.writers.docx.house.fitting import fit
from sopgen.writers.docx.house.house import House, filled, open_house
from sopgen.writers.docx.house.weaving import woven
from sopgen.writers.docx.package import package
from sopgen.writers.docx.roles import PAGE_BREAK
from sopgen.writers.docx.sections import last
from sopgen.writers.docx.writer import Before, settle, tell
from sopgen.writers.written import Written

if TYPE_CHECKING:
    from sopgen.document.nodes import Block, Document
    from sopgen.style.model import Style
    from sopgen.writers.formats import Typeset
    from sopgen.writers.house import HouseTemplate


def write(
    template: HouseTemplate,
    document: Document,
    style: Style,
    values: Mapping[str, Any],
    typeset: Typeset | None = None,
) -> Written:
    """The bytes of a ``.docx`` file, the same for the same template, document and style sheet.

    Args:
        template: the house template.
        document: what goes in place of ``{{ body }}``.
        style: what the template lacks is taken from.
        values: what its other tags may speak of.
        typeset: gives the pages of headings, the template's own among them; they are reckoned when it is None.

    Raises:
        TemplateError: the template cannot be used, or a tag in it is wrong.
    """
    house = open_house(template)
    text, others = filled(house, values)
    fitted = fit(house, style, document.metadata.language)
    if not house.front:
        document = replace(document, blocks=_text(document.blocks))
    before = Before(house.new_page, house.beginning.page, house.headings.counted)
    grid = fitted.sections is not None and fitted.sections.grid
    story = tell(document, fitted.style, before, grid=grid)
    layout = _layout(house)

    def make() -> bytes:
        main = woven(house, fitted, text, "".join(story.out), layout.prefix, last(story))
        return package(assemble(house, fitted, layout, story, main, others))

    def pages(data: bytes) -> Sequence[int]:
        return house.beginning.numbers(house.headings.ours(typeset(data))) if typeset else ()

    data = settle(story, make, typeset and pages)
    return Written(data, (*fitted.notes, *story.diagnostics))


def _text(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """What stands from the table of contents on, which begins no page, as the template says where it stands."""
    for index, block in enumerate(blocks):
        if isinstance(block, Section) and "contents" in (roles := block.role.split()):
            role = " ".join(word for word in roles if word != PAGE_BREAK)
            return (replace(block, role=role), *blocks[index + 1 :])
    return blocks


@lru_cache(4)
def _layout(house: House) -> Layout:
    return Layout(house.package)
