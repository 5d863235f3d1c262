"""House templates as companies have them, made by python-docx and by changing what that wrote."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

import docx
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.shared import Mm

from sopgen.document.tags import Told
from sopgen.spec.sop import Sop
from sopgen.writers.house import HouseTemplate

VALUES: Mapping[str, object] = {
    "sop": {"title": "报修 & <维修>", "id": "A-1", "version": "V1.0", "parts": ["甲", "乙"]},
    "company": "示例公司",
}
STRICT_VALUES: Mapping[str, object] = {"sop": Told(None, Sop), "company": ""}
"""What tags see of a spec that says nothing, and that knows its keys."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def template(data: bytes) -> HouseTemplate:
    return HouseTemplate("company.docx", data)


def house(*paragraphs: str, header: str = "", change: Callable[[Opened], object] | None = None) -> HouseTemplate:
    """An A4 template with paragraphs; ``change`` does more to it."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.left_margin = Mm(210), Mm(297), Mm(40)
    section.header.paragraphs[0].text = header
    for paragraph in paragraphs or ("{{ body }}",):
        document.add_paragraph(paragraph)
    if change:
        change(document)
    return saved(document)


def saved(document: Opened) -> HouseTemplate:
    output = io.BytesIO()
    document.save(output)
    return template(
        changed(
            output.getvalue(), {"word/settings.xml": lambda text: text.replace("<w:zoom", '<w:zoom w:percent="100"')}
        )
    )


def changed(data: bytes, changes: Mapping[str, Callable[[str], str]], more: Mapping[str, bytes] | None = None) -> bytes:
    """A file with parts changed, and more of them."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(output, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, changes[name](content.decode()).encode() if name in changes else content)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return output.getvalue()


def localised() -> HouseTemplate:
    """A template as Word in Chinese and WPS save it: ids of their own, some names translated too."""
    ids = {"Normal": "a", "Heading1": "1", "Heading2": "2", "Title": "a3", "TableGrid": "a4", "Caption": "a5"}
    names = {"heading 2": "标题 2", "Table Grid": "网格型", "caption": "题注"}

    def rename(text: str) -> str:
        for old, new in ids.items():
            text = re.sub(rf'(w:(?:styleId|val)=")({old})"', rf'\g<1>{new}"', text)
        for old, new in names.items():
            text = text.replace(f'<w:name w:val="{old}"/>', f'<w:name w:val="{new}"/>')
        return text

    plain = house("{{ sop.title }}", "{{ body }}")
    return template(changed(plain.data, {"word/styles.xml": rename, "word/document.xml": rename}))


def sections(document: Opened) -> None:
    """A cover with a header of its own, an upright section for the document, a wide one behind it."""
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = "首页 {{ company }}"
    last = document.add_section(WD_SECTION.NEW_PAGE)
    last.orientation, last.page_width, last.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    document.add_paragraph("附页 {{ sop.id }}")


def gridded(kind: str = "linesAndChars") -> HouseTemplate:
    """A template whose characters stand in the cells of a grid, as those of Chinese public bodies do."""
    grid = f'<w:docGrid w:type="{kind}" w:linePitch="312" w:charSpace="1000"/>'
    data = house().data
    return template(changed(data, {"word/document.xml": lambda text: re.sub("<w:docGrid [^>]*>", grid, text)}))


def text_box(document: Opened) -> None:
    """A text box with a tag, as Word writes it: once as DrawingML, once as VML."""
    inside = f'<w:txbxContent xmlns:w="{W}"><w:p><w:r><w:t>编号 {{{{ sop.id }}}}</w:t></w:r></w:p></w:txbxContent>'
    document.paragraphs[0]._p.append(
        parse_xml(
            f'<w:r xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
            ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
            ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
            ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
            ' xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            '<wp:inline><wp:extent cx="1800000" cy="400000"/><wp:docPr id="7" name="Box"/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="400000"/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f'<v:shape style="width:140pt;height:30pt"><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>'
            "</mc:AlternateContent></w:r>"
        )
    )
