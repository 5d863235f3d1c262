"""What all documents of one style and language share, prepared once and kept for the life of the process."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from sopgen.style.model import Characters
from sopgen.writers.docx import numbering, styles
from sopgen.writers.docx.looks import indents, paragraph_properties, run_properties, twips
from sopgen.writers.docx.parts import fixed_parts
from sopgen.writers.docx.places import Place
from sopgen.writers.docx.ruler import style_metrics
from sopgen.writers.docx.running import tab_stops

if TYPE_CHECKING:
    from sopgen.style.model import Style, TableBase
    from sopgen.writers.docx.package import Part
    from sopgen.writers.docx.ruler import Metrics

State = tuple[str, ...]

_AMBIGUOUS = re.compile("[¡-¿×÷\u2010-\u2bff]")
"""Characters of all scripts, which Word draws in the Latin face unless a hint says otherwise."""
_TOGGLES = ("bold", "italic")
_FACES = ("east_asian", "latin")
_PLAIN = Characters.model_construct()
CROWDED = "crowded"
"""The role of characters in tables whose words are too many for their columns."""


@dataclass(slots=True, eq=False, repr=False)
class Base:
    """What all documents of one style and language share.

    Attributes:
        style: the style sheet for the language.
        language: of the documents.
        sheet: the Word styles.
        lists: the lists that every document has.
        parts: the parts that are the same in every document.
        body: the place of blocks outside tables.
        cell: the place of blocks inside tables; its width is still to be said.
        metrics: the measures of the Word styles.
        foreign_layout: what a paragraph of body text in the other language needs beside its style.
    """

    style: Style
    language: str
    sheet: styles.Sheet
    lists: tuple[str, str]
    parts: tuple[Part, ...]
    body: Place
    cell: Place
    metrics: dict[str, Metrics]
    foreign_layout: str
    _runs: dict[tuple[State, bool], str] = field(default_factory=dict)
    _indents: dict[str, str] = field(default_factory=dict)
    _tables: dict[str, TableBase] = field(default_factory=dict)

    def run_properties(self, state: State, text: str) -> str:
        """The ``w:rPr`` of a run of ``text`` to which the roles in ``state`` apply."""
        language = state[0][1:] if state and state[0][0] == "@" else self.language
        hint = not text.isascii() and _AMBIGUOUS.search(text) is not None and language.startswith("zh")
        if not state and not hint:
            return ""
        key = (state, hint)
        if key not in self._runs:
            self._runs[key] = self._properties(state, hint=hint)
        return self._runs[key]

    def _properties(self, state: State, *, hint: bool) -> str:
        """One role is a character style. Of several, the inner one is, and the outer ones are spelt out.

        So are bold and italics: those of a character style would be undone by those of a paragraph style; and the face
        of what stands out by its face alone, which LibreOffice takes from the table. The text of crowded tables has
        its size spelt out too: LibreOffice paints links in a character style of their own blue.
        """
        known = [role for role in state if role in self.style.characters]
        named, look = known[-1] if known and known[-1] != CROWDED else "", _PLAIN
        for role in known:
            said = self.style.characters[role]
            if role == named:
                keys = _TOGGLES if said.bold is not False else (*_TOGGLES, *_FACES)
                said = Characters.model_construct(
                    **{key: getattr(said, key) for key in keys if getattr(said, key) is not None}
                )
            look = said.over(look)
        style = f'<w:rStyle w:val="{self.sheet.characters[named]}"/>' if named else ""
        language = ""
        if state and state[0][0] == "@":
            latin, east_asian = styles.languages(state[0][1:])
            language = f'<w:lang w:val="{latin}" w:eastAsia="{east_asian}"/>'
        content = style + run_properties(look, ' w:hint="eastAsia"' if hint else "") + language
        return f"<w:rPr>{content}</w:rPr>" if content else ""

    def space_before(self, style: str) -> int:
        """The space above paragraphs of a style, in twips."""
        return twips(self.sheet.looks[style].space_before or 0) if style in self.sheet.looks else 0

    def left_indent(self, style: str) -> int:
        """How far paragraphs of a style are indented on the left, in twips."""
        look = self.sheet.looks[style]
        return twips(look.left_indent.points(look.size or 0)) if look.left_indent else 0

    def indents(self, style: str) -> str:
        """The ``w:ind`` of a style, to be said again in lists: in LibreOffice they win over styles."""
        if style not in self._indents:
            look = self.sheet.looks[style]
            sides = {"left": look.left_indent, "right": look.right_indent, "first_line": look.first_line_indent}
            self._indents[style] = indents(look.size or 0, **sides)
        return self._indents[style]

    def table_look(self, role: str) -> TableBase:
        """How tables of a role look; the first known word of the role counts."""
        if role not in self._tables:
            known = next((word for word in role.split() if word in self.style.tables), "")
            self._tables[role] = self.style.table_look(known)
        return self._tables[role]

    def is_foreign(self, language: str) -> bool:
        """Whether ``language`` is another than that of the documents, regions aside."""
        return language.split("-", maxsplit=1)[0] != self.language.split("-")[0]


@lru_cache(maxsize=16)
def prepare(style: Style, language: str) -> Base:
    """Everything about documents of ``style`` in ``language`` that does not depend on what they say."""
    own = style.of(language)
    right = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(own.page.text_width)}"/></w:tabs>'
    stops = {f"contents-{level}": right for level in (1, 2, 3)}
    stops |= {"header": tab_stops(own.header, own.page), "footer": tab_stops(own.footer, own.page)}
    sheet = styles.style_sheet(own, language, stops)
    other = style.of("en" if language.startswith("zh") else "zh-CN").body
    layout = other.model_copy(update=dict.fromkeys(("line_spacing", "space_before", "space_after", "border", "fill")))
    return Base(
        style=own,
        language=language,
        sheet=sheet,
        lists=numbering.fixed_lists(own),
        parts=fixed_parts(own, language, sheet),
        body=Place(roles=sheet.paragraphs, default=styles.BODY, width=twips(own.page.text_width)),
        cell=Place(roles=sheet.inside, default=styles.TABLE_TEXT, width=0, in_table=True),
        metrics=style_metrics(sheet, own.body, chinese=language.startswith("zh")),
        foreign_layout=paragraph_properties(layout, own.body.size),
    )
