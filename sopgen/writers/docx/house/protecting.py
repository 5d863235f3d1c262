"""The settings of a template, with what the style sheet says may be done to documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from sopgen.writers.docx.house.names import element, insert_behind
from sopgen.writers.docx.settings import EDITS
from sopgen.writers.docx.xml import DECLARATION, W

if TYPE_CHECKING:
    from sopgen.writers.docx.house.packages import Package

_BEFORE = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
    "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins",
    "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
    "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign",
    "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge",
    "revisionView", "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting",
)  # fmt: skip
"""The settings that the schema wants before ``w:documentProtection``."""


def settings(package: Package, part: str, protection: str) -> str:
    """The text of the part of settings; a template without one gets what every document has to say."""
    usual = f'<w:settings {W}><w:zoom w:percent="100"/></w:settings>'
    root = package.root(part) if part in package.parts else etree.fromstring(usual)
    for zoom in root.findall(element("zoom")):  # python-docx leaves out what the schema wants
        zoom.set(element("percent"), zoom.get(element("percent"), "100"))
    if protection in EDITS:
        for old in root.findall(element("documentProtection")):
            root.remove(old)
        said = {element("edit"): EDITS[protection], element("enforcement"): "1"}
        insert_behind(root, etree.Element(element("documentProtection"), said), {*map(element, _BEFORE)})
    return DECLARATION + etree.tostring(root, encoding="unicode")
