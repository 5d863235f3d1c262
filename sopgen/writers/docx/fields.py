"""The fields of forms as the controls that Word has for them: text, dates, lists to choose from, boxes to tick.

What a field shows on paper is its content, marked as a placeholder until something is filled in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sopgen.writers.docx.controls import LONGEST, control_tag
from sopgen.writers.docx.xml import attribute

if TYPE_CHECKING:
    from sopgen.document.nodes import Field

_SPACE, _SPACES = "\u2003", 4
"""What stands in a field that shows nothing, and how often where there is room."""
_SPACE_WIDTH = 240
"""How wide one is at most, in twips."""
_BOX_FONT = "Segoe UI Symbol"
_FACES = "".join(f' w:{slot}="{_BOX_FONT}"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
_BOX = f"<w:rPr><w:rFonts{_FACES}/></w:rPr>"
_LINE, _LINES = "<w:text/>", '<w:text w:multiLine="1"/>'
_KINDS = {"long_text": _LINES, "signature": "", "photo": ""}
"""The kind of control, where it is not one line of text: what is signed or pasted in may be a picture."""
_DATES = {"zh": ("yyyy'年'M'月'd'日'", "zh-CN"), "en": ("d MMMM yyyy", "en-GB")}
"""How dates are written, and in which language the picker speaks."""


def empty(width: int) -> str:
    """What stands in a field that shows nothing, on one line of ``width`` twips: one has to be able to click on it."""
    return _SPACE * min(_SPACES, max(1, width // _SPACE_WIDTH))


def is_filled(field: Field) -> bool:
    """Whether a field holds something that need not be replaced."""
    return field.kind == "checkbox" or (bool(field.value) and not field.options)


def control(field: Field, number: int, content: str, language: str, entry: str) -> str:
    """A field as a content control.

    Args:
        field: the field.
        number: the id of the control.
        content: the runs that it shows.
        language: that of the document, a BCP 47 tag.
        entry: the character style of what is filled in, empty if there is none.
    """
    name, tag = attribute(field.name[:LONGEST]), control_tag(field.path, number)
    if field.kind == "checkbox":
        content, entry = f"<w:r>{_BOX}<w:t>{field.shown}</w:t></w:r>", ""
    typed = f'<w:rPr><w:rStyle w:val="{entry}"/></w:rPr>' if entry else ""
    return (
        f'<w:sdt><w:sdtPr>{typed}<w:alias w:val="{name}"/><w:tag w:val="{tag}"/><w:id w:val="{number}"/>'
        f"{'' if is_filled(field) else '<w:showingPlcHdr/>'}{_kind(field, language)}</w:sdtPr>"
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def _kind(field: Field, language: str) -> str:
    """What kind of control a field is."""
    if field.kind == "checkbox":
        return (
            f'<w14:checkbox><w14:checked w14:val="{int(field.checked)}"/><w14:checkedState w14:val="2611"'
            f' w14:font="{_BOX_FONT}"/><w14:uncheckedState w14:val="2610" w14:font="{_BOX_FONT}"/></w14:checkbox>'
        )
    if field.options:
        options = dict.fromkeys(attribute(option.value) for option in field.options)
        items = "".join(f'<w:listItem w:displayText="{option}" w:value="{option}"/>' for option in options)
        chosen = f' w:lastValue="{attribute(field.value)}"' if field.value else ""
        return f"<w:dropDownList{chosen}>{items}</w:dropDownList>"
    if field.kind == "date":
        day = f' w:fullDate="{field.value}T00:00:00Z"' if re.fullmatch(r"\d{4}-\d{2}-\d{2}", field.value) else ""
        form, spoken = _DATES["zh" if language.startswith("zh") else "en"]
        return (
            f'<w:date{day}><w:dateFormat w:val="{form}"/><w:lid w:val="{spoken}"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
    return _KINDS.get(field.kind, _LINE)
