"""``word/styles.xml``: a style sheet as Word styles, and which of them each role takes.

There are no theme attributes: ``w:eastAsia`` is ignored where ``w:eastAsiaTheme`` stands beside it. Roles stand on
Body Text, or on Normal when they say their own first-line indent; those inside tables stand on Table Text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from sopgen.style.measures import Indent, LineSpacing
from sopgen.style.model import Look, TableLine
from sopgen.writers.docx.looks import PLAIN, Inserts, indents, line, paragraph_properties, run_properties, twips
from sopgen.writers.docx.numbering import HEADINGS
from sopgen.writers.docx.xml import DECLARATION, W, attribute

if TYPE_CHECKING:
    from sopgen.style.model import Characters, Style, TableBase
    from sopgen.style.scalars import HeadingLevel

NORMAL, BODY, TABLE_TEXT, TABLE, GAP = "Normal", "BodyText", "TableText", "TableGrid", "TableGap"

_BUILT_IN = {
    "title": "Title",
    "subtitle": "Subtitle",
    "caption": "caption",
    "list": "List Paragraph",
    "header": "header",
    "footer": "footer",
    "contents-title": "TOC Heading",
    "contents-1": "toc 1",
    "contents-2": "toc 2",
    "contents-3": "toc 3",
    "strong": "Strong",
    "emphasis": "Emphasis",
    "link": "Hyperlink",
    "prompt": "Placeholder Text",
}
_HEADINGS = frozenset({"Title", "heading 1", "heading 2", "heading 3", "heading 4"})
_WORDS_OWN = frozenset(_BUILT_IN.values()) | _HEADINGS
_TAKEN = (NORMAL, BODY, TABLE_TEXT, TABLE, GAP, "Heading1", "Heading2", "Heading3", "Heading4", "TableNormal", "NoList")
_CONTENTS = ("contents-title", "contents-1", "contents-2", "contents-3")
_NEEDED = ("caption", "list", "figure", "figure-caption", *_CONTENTS, "header", "footer")
_DRAWN = ("diagram", "diagram-text")
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1"'
    ' w:defQFormat="0" w:count="376"/>'
)
_ALWAYS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    "<w:semiHidden/></w:style>"
    f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{GAP}"><w:name w:val="Table gap"/>'
    f'<w:basedOn w:val="{NORMAL}"/><w:semiHidden/><w:pPr><w:spacing w:before="0" w:after="0" w:line="20"'
    ' w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/></w:rPr></w:style>'
)
_INNER = {"rows": "insideH", "columns": "insideV"}
"""The lines inside a table, as Word calls them."""
_PLAIN = Look.model_construct()  # made without a validator, which is compiled for the first look that is checked
_CENTERED = Look.model_construct(alignment="center", first_line_indent=Indent(0))
_NO_HEIGHT = {"line_spacing": LineSpacing(1, exact=True), "space_before": 0.0, "space_after": 0.0}


@dataclass(slots=True, eq=False, repr=False)
class Sheet:
    """The Word styles of a style sheet.

    Attributes:
        xml: the text of the part.
        paragraphs: the style of each paragraph role outside tables.
        cells: the style of each cell role.
        inside: the style of each paragraph role inside tables.
        characters: the style of each character role.
        looks: what each paragraph style comes to, with all it stands on.
        ids: the ids that are taken.
    """

    xml: str = ""
    paragraphs: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    inside: dict[str, str] = field(default_factory=dict)
    characters: dict[str, str] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)
    ids: set[str] = field(default_factory=lambda: set(_TAKEN))


def style_sheet(style: Style, language: str, tabs: Mapping[str, str]) -> Sheet:
    """The Word styles of ``style`` for documents in ``language``; ``tabs`` holds the tab stops of some roles."""
    sheet = Sheet()
    parts = [_defaults(style, language), _LATENT, *_base(style, sheet), *_headings(style, sheet)]
    needed = {**dict.fromkeys(_NEEDED, _PLAIN), **dict.fromkeys(_DRAWN, _CENTERED)}
    for role, look in {**needed, **style.paragraphs}.items():
        parts.append(_role(sheet, role, look, Inserts(tabs=tabs.get(role, ""))))
    for role, look in style.table.cells.items():
        if role != "text":
            parts.append(_inside(sheet, sheet.cells, "Table " + role, role, look))
    for role, look in style.table.paragraphs.items():
        parts.append(_inside(sheet, sheet.inside, "In table " + role, role, look))
    parts += _callouts(style, sheet)
    parts += [_character(sheet, role, look) for role, look in style.characters.items()]
    sheet.xml = f"{DECLARATION}<w:styles {W}>{''.join(parts)}</w:styles>"
    return sheet


def _named(sheet: Sheet, role: str, kind: str = "paragraph") -> tuple[str, str]:
    """The id and name of the style of a role; where they are taken, its kind is added."""
    name = _BUILT_IN.get(role) or (role[:1].upper() + role[1:]).replace("-", " ")
    style_id = "".join(word[:1].upper() + word[1:] for word in re.split(r"\W+", name))
    if style_id in sheet.ids:
        style_id, name = style_id + kind.capitalize(), f"{name} {kind}"
    sheet.ids.add(style_id)
    return style_id, name


def _defaults(style: Style, language: str) -> str:
    latin, east_asian = languages(language)
    fonts = run_properties(style.body.model_copy(update={"color": None}))
    lang = f'<w:lang w:val="{latin}" w:eastAsia="{east_asian}" w:bidi="ar-SA"/>'
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{lang}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"


def languages(language: str) -> tuple[str, str]:
    """The tags for Latin and for East Asian text in a document in ``language``."""
    if language.startswith("zh"):
        return "en-US", language if "-" in language else "zh-CN"
    return (language if "-" in language else {"en": "en-US"}.get(language, language)), "zh-CN"


def _base(style: Style, sheet: Sheet) -> list[str]:
    """The styles that all others stand on."""
    body = style.body
    normal = body.model_copy(update={"first_line_indent": None})
    sheet.looks |= {NORMAL: normal, BODY: body, GAP: normal.model_copy(update=_NO_HEIGHT)}
    layout = paragraph_properties(normal, body.size)
    # As a default, LibreOffice lays it over the colours of character styles inside tables.
    color = f"<w:rPr>{run_properties(Look.model_construct(color=body.color))}</w:rPr>" if body.color else ""
    indent = indents(body.size, left=None, right=None, first_line=body.first_line_indent)
    return [
        (
            f'<w:style w:type="paragraph" w:default="1" w:styleId="{NORMAL}"><w:name w:val="Normal"/><w:qFormat/>'
            f"<w:pPr><w:widowControl/>{layout}</w:pPr>{color}</w:style>"
        ),
        (
            f'<w:style w:type="paragraph" w:styleId="{BODY}"><w:name w:val="Body Text"/><w:basedOn w:val="{NORMAL}"/>'
            f"<w:qFormat/><w:pPr>{indent}</w:pPr></w:style>"
        ),
        _ALWAYS,
        _paragraph(sheet, (TABLE_TEXT, "Table text"), style.table.cells.get("text", _PLAIN), NORMAL),
        _table(style.table),
    ]


def _paragraph(sheet: Sheet, named: tuple[str, str], look: Look, base: str, inserts: Inserts = PLAIN) -> str:
    """A paragraph style, given by its id and name; it stands on the style ``base``."""
    style_id, name = named
    whole = look.over(sheet.looks[base])
    sheet.looks[style_id] = whole
    layout, fonts = paragraph_properties(look, whole.size or 0, inserts), run_properties(look)
    custom = "" if name in _WORDS_OWN else ' w:customStyle="1"'
    follower = f'<w:next w:val="{BODY}"/>' if name in _HEADINGS else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id}"><w:name w:val="{attribute(name)}"/>'
        f'<w:basedOn w:val="{base}"/>{follower}<w:qFormat/>'
        f"{f'<w:pPr>{layout}</w:pPr>' if layout else ''}{f'<w:rPr>{fonts}</w:rPr>' if fonts else ''}</w:style>"
    )


def _headings(style: Style, sheet: Sheet) -> list[str]:
    parts = []
    levels: tuple[HeadingLevel, ...] = ("1", "2", "3", "4")
    for index, level in enumerate(levels):
        numbering = f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{HEADINGS}"/></w:numPr>'
        inserts = Inserts(numbering=numbering, outline=index)
        look = style.headings.get(level, _PLAIN).model_copy(update={"keep_with_next": True})
        parts.append(_paragraph(sheet, (f"Heading{level}", f"heading {level}"), look, NORMAL, inserts))
    return parts


def _role(sheet: Sheet, role: str, look: Look, inserts: Inserts) -> str:
    named = _named(sheet, role)
    sheet.paragraphs[role] = named[0]
    return _paragraph(sheet, named, look, BODY if look.first_line_indent is None else NORMAL, inserts)


def _inside(sheet: Sheet, roles: dict[str, str], name: str, role: str, look: Look) -> str:
    named = _named(sheet, name)
    roles[role] = named[0]
    return _paragraph(sheet, named, look, TABLE_TEXT)


def _callouts(style: Style, sheet: Sheet) -> list[str]:
    parts = []
    for kind, tone in style.callouts.items():
        for prefix, roles, looks, base in (
            ("", sheet.paragraphs, style.paragraphs, NORMAL),
            ("In table ", sheet.inside, style.table.paragraphs, TABLE_TEXT),
        ):
            named = _named(sheet, f"{prefix}callout {kind}")
            roles[f"callout-{kind}"] = named[0]
            look = looks.get("callout", _PLAIN)
            bar = look.border and look.border.model_copy(update={"color": tone.color})
            look = look.model_copy(update={"fill": tone.fill, "border": bar})
            parts.append(_paragraph(sheet, named, look, base, Inserts(joined=True)))
    return parts


def _character(sheet: Sheet, role: str, look: Characters) -> str:
    style_id, name = _named(sheet, role, "characters")
    sheet.characters[role] = style_id
    custom = "" if name in _BUILT_IN.values() else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{style_id}"><w:name w:val="{attribute(name)}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{run_properties(look)}</w:rPr></w:style>'
    )


def _table(look: TableBase) -> str:
    margins = "".join(
        f'<w:{side} w:w="{twips(getattr(look.margins, side))}" w:type="dxa"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return (
        f'<w:style w:type="table" w:styleId="{TABLE}"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f'<w:uiPriority w:val="39"/><w:tblPr>{table_borders(look)}<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        "</w:style>"
    )


def table_borders(look: TableBase) -> str:
    """``w:tblBorders``: the lines that the table has."""
    drawn = (
        line(_INNER.get(name, name), look.border if name in _INNER else look.frame or look.border)
        for name in get_args(TableLine)
        if name in look.lines
    )
    return f"<w:tblBorders>{''.join(drawn)}</w:tblBorders>"
