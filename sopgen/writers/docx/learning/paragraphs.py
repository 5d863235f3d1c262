"""Which paragraphs of a file are title, headings, text; and how each kind looks, by the most of its letters.

Real files format directly and name few styles: where none says what is a heading, numbers that were typed do. A house
template says little else than its styles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from sopgen.style.measures import read_size
from sopgen.writers.docx.house.adding import LEVELS
from sopgen.writers.docx.house.house import BODY_TAG
from sopgen.writers.docx.house.names import element, own_text, val
from sopgen.writers.docx.xml import W, attribute

if TYPE_CHECKING:
    from lxml.etree import _Element

    from sopgen.writers.docx.learning.properties import Properties

_CHINESE = "[一二三四五六七八九十]+"
_TYPED = {
    "一、": rf"{_CHINESE}、",
    "（一）": rf"[（(]{_CHINESE}[）)]",
    "1.1": r"\d+[.．]\d+(?![.．\d])",
    "1.1.1": r"\d+[.．]\d+[.．]\d+(?![.．\d])",
    "1.": r"\d+[.．、](?!\d)",
    "（1）": r"[（(]\d+[）)]",
}
"""Numbers as they are typed before headings, by their samples in style sheets."""
_LONGEST = 40
"""Characters of a typed heading; what is longer is text."""
_DEEP = 4
_FRONT = 12
"""How far from the beginning a title may stand, in paragraphs."""


class Sorted(NamedTuple):
    """The paragraphs of a file by what they are.

    Attributes:
        title: the title, if there is one.
        headings: those of each level from 1.
        body: the text.
        samples: how levels are numbered by hand; empty if they are not.
    """

    title: list[_Element]
    headings: dict[int, list[_Element]]
    body: list[_Element]
    samples: list[str]


def sort(body: _Element, properties: Properties) -> Sorted:
    """The paragraphs of a file by what they are; those in tables and text boxes are none of these."""
    paragraphs = [one for one in body.iter(element("p")) if _text(one) and not _is_inside(one)]
    title = _titles(paragraphs, properties)
    headings: dict[int, list[_Element]] = {}
    others = []
    for paragraph in paragraphs:
        level = _level(paragraph, properties)
        if level:
            headings.setdefault(level, []).append(paragraph)
        elif paragraph not in title and not _is_furniture(paragraph, properties):
            others.append(paragraph)
    samples: list[str] = []
    if not headings:
        headings, samples = _typed(others)
        taken = {id(one) for level in headings.values() for one in level}
        others = [one for one in others if id(one) not in taken]
    place = [one for one in others if BODY_TAG.fullmatch(_text(one))]
    if place:
        headings = dict(sorted({**_samples(dict(enumerate(LEVELS, start=1)), properties), **headings}.items()))
        title = _samples({0: "Title"}, properties).get(0, title)
    return Sorted(title, headings, place or _main(others, properties), samples)


def _samples(names: Mapping[int, str], properties: Properties) -> dict[int, list[_Element]]:
    """A paragraph in each style of those names that a house template has, as a document in it will have them."""
    known = properties.known
    ids = {level: known.named(name) for level, name in names.items()} if known else {}
    text = '<w:p {}><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>{{{{ sop.title }}}}</w:t></w:r></w:p>'
    return {level: [etree.fromstring(text.format(W, attribute(name)))] for level, name in ids.items() if name}


def _main(paragraphs: list[_Element], properties: Properties) -> list[_Element]:
    """Those of the style that most of the text has."""
    letters: Counter[str] = Counter()
    for paragraph in paragraphs:
        letters[properties.style(paragraph)] += len(_text(paragraph))
    most = letters.most_common(1)
    return [one for one in paragraphs if most and properties.style(one) == most[0][0]]


def look(
    paragraphs: Iterable[_Element], properties: Properties, *, keys: Sequence[str] | None = None
) -> dict[str, str]:
    """How paragraphs look: of each property the value that most of their letters have."""
    votes: dict[str, Counter[str]] = {}
    total = 0
    for paragraph in paragraphs:
        layout = properties.paragraph(paragraph)
        for run in paragraph.iter(element("r")):
            weight = sum(len(text.text or "") for text in run.findall(element("t")))
            total += weight
            for key, value in {**layout, **properties.run(run, paragraph)}.items():
                votes.setdefault(key, Counter())[value] += weight
    most = {key: count.most_common(1)[0] for key, count in votes.items()}
    wanted = ((key, value) for key, (value, weight) in most.items() if weight * 2 > total)
    return {key: value for key, value in wanted if keys is None or key in keys}


def _text(paragraph: _Element) -> str:
    return own_text(paragraph).strip()


def _is_inside(paragraph: _Element) -> bool:
    inside = {element("tbl"), element("txbxContent")}
    return any(one.tag in inside for one in paragraph.iterancestors())


def _is_named(paragraph: _Element, properties: Properties, name: str) -> bool:
    known = properties.known
    found = known.named(name) if known else None
    return bool(found) and properties.style(paragraph) == found


def _level(paragraph: _Element, properties: Properties) -> int:
    """The level of a heading, by its style or its outline; 0 for other paragraphs."""
    for level, name in enumerate(LEVELS, start=1):
        if _is_named(paragraph, properties, name):
            return level
    said = val(paragraph, "pPr/outlineLvl")
    for style in properties.chain(properties.style(paragraph)):
        said = said or val(style, "pPr/outlineLvl")
    return int(said) + 1 if said and said.isdecimal() and int(said) < _DEEP else 0


def _is_furniture(paragraph: _Element, properties: Properties) -> bool:
    """Whether a paragraph is part of a table of contents, a caption, or a list."""
    name = next((val(style, "name") or "" for style in properties.chain(properties.style(paragraph))), "")
    if name.casefold().startswith(("toc", "caption", "list", "header", "footer")):
        return True
    return paragraph.find(f"{element('pPr')}/{element('numPr')}") is not None


def _titles(paragraphs: list[_Element], properties: Properties) -> list[_Element]:
    named = [one for one in paragraphs if _is_named(one, properties, "Title")]
    if named:
        return named
    centered = [one for one in paragraphs[:_FRONT] if properties.paragraph(one).get("alignment") == "center"]
    largest = max(centered, key=lambda one: read_size(look([one], properties).get("size", "1")), default=None)
    return [] if largest is None else [largest]


def _typed(paragraphs: list[_Element]) -> tuple[dict[int, list[_Element]], list[str]]:
    """Headings that begin with a typed number: the kinds of numbers are levels, in the order in which they come up."""
    by_sample: dict[str, list[_Element]] = {}
    for paragraph in paragraphs:
        text = _text(paragraph)
        sample = next((sample for sample, form in _TYPED.items() if re.match(form, text)), None)
        if sample and len(text) <= _LONGEST and not text.endswith(("。", "；", ";", "：")):
            by_sample.setdefault(sample, []).append(paragraph)
    samples = list(by_sample)[:_DEEP]
    return {level: by_sample[sample] for level, sample in enumerate(samples, start=1)}, samples
