"""A house template to start from: the look of a style sheet, a cover, tags, and comments that say what they do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from sopgen.document.nodes import Document, Metadata, Paragraph, Text
from sopgen.resources import templates
from sopgen.source import parse, read
from sopgen.style.furniture import CoverLine
from sopgen.writers.docx.package import package, part
from sopgen.writers.docx.writer import write

if TYPE_CHECKING:
    from docx.document import Document as Opened

    from sopgen.diagnostics import Language
    from sopgen.style.model import Style

BODY = "{{ body }}"
_STYLES = {
    "annotation text": ("CommentText", WD_STYLE_TYPE.PARAGRAPH),
    "annotation reference": ("CommentReference", WD_STYLE_TYPE.CHARACTER),
}
"""The styles that comments take, by their names."""
_TAGS = {
    "title": "{{ sop.title }}",
    "number": "{{ sop.id }}",
    "version": "{{ sop.version }}",
    "status": "{{ sop.status }}",
    "confidentiality": "{{ sop.confidentiality or '—' }}",
    "author": "{{ sop.prepared_by.name }}",
    "department": "{{ sop.department }}",
    "company": "{{ company }}",
    "effective_date": "{{ sop.effective_date }}",
}
"""What stands for each piece of a document's metadata."""
_PRIVATE = 0xE000
"""The first of the characters that have no meaning of their own."""
_ROOM = {"title": 20, "number": 9, "version": 2, "status": 2, "confidentiality": 2, "department": 6, "company": 10}
"""How many characters there is room for: a line that is too long for them breaks in the middle of what it says."""
_AUTHOR, _DATE = "sopgen", "2000-01-01T00:00:00Z"


def starting_template(style: Style, language: Language) -> bytes:
    """A Word file with the styles, page, header and footer of ``style``; its comments are in ``language``."""
    words: Any = parse(read(templates() / "word" / f"starting.{language}.yaml")).data
    own = style.of(language)
    cover = own.cover or tuple(CoverLine.model_validate(line) for line in words["cover"])
    look = own.model_copy(update={"cover": cover, "watermark": None, "languages": {}})
    body = Paragraph((Text(BODY),), role="page-break")
    stand_ins = {name: chr(_PRIVATE + number) * _ROOM.get(name, 1) for number, name in enumerate(_TAGS)}
    told: Any = {**stand_ins, "language": language}
    document = Document(Metadata(**told), (body,))
    opened = docx.Document(io.BytesIO(_tagged(write(document, look).data, stand_ins)))
    for name, (style_id, kind) in _STYLES.items():
        opened.styles.add_style(name, kind, builtin=True).element.styleId = style_id
    for text, note in words["notes"].items():
        _comment(opened, text, note.strip())
    output = io.BytesIO()
    opened.save(output)
    return _packed(output.getvalue(), lambda data: data)


def _tagged(data: bytes, stand_ins: Mapping[str, str]) -> bytes:
    """The file with tags in place of the characters that stood for them, so that lines are laid out as if filled."""

    def put(content: bytes) -> bytes:
        for name, characters in stand_ins.items():
            content = content.replace(characters.encode(), _TAGS[name].encode())
        return content

    return _packed(data, put)


def _packed(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return package(part(name, change(file.read(name))) for name in file.namelist())


def _comment(opened: Opened, text: str, note: str) -> None:
    """Puts a comment on the first paragraph that has ``text``, if one has."""
    paragraph = next((one for one in opened.paragraphs if text in one.text and one.runs), None)
    if paragraph is not None:
        comment = opened.add_comment(paragraph.runs, note, _AUTHOR, _AUTHOR[0])
        comment._comment_elm.set(qn("w:date"), _DATE)  # python-docx puts in the time of writing
