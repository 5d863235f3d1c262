"""The settings of a template, with what the style sheet says may be done to documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from sopgen.writers.docx.house.names import element, insert_behind
from sopgen.writers.docx.settings import EDITS
from sopgen.writers.docx.xml import DECLARATION, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from sopgen.style.model import Protection
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

_KINDS: tuple[Protection, ...] = ("read-only", "forms")


def settings(package: Package, part: str, protection: str) -> str:
    """The text of the part of settings; a template without one gets what every document has to say."""
    usual = f'<w:settings {W}><w:zoom w:percent="100"/></w:settings>'
    root = package.root(part) if part in package.parts else etree.fromstring(usual)
    for zoom in root.findall(element("zoom")):  # python-docx leaves out what the schema wants
        zoom.set(element("percent"), zoom.get(element("percent"), "100"))
    if protection in EDITS and _enforced(root) != EDITS[protection]:  # the same may have a password, and stays
        for old in root.findall(element("documentProtection")):
            root.remove(old)
        said = {element("edit"): EDITS[protection], element("enforcement"): "1"}
        insert_behind(root, etree.Element(element("documentProtection"), said), {*map(element, _BEFORE)})
    return DECLARATION + etree.tostring(root, encoding="unicode")


def protection_of(package: Package) -> Protection:
    """How a template is protected itself, as a style sheet says it."""
    part = package.related("settings")
    edit = _enforced(package.root(part)) if part else None
    return next((name for name in _KINDS if EDITS[name] == edit), "none")


def _enforced(settings: _Element) -> str | None:
    """What the settings let be edited, if they restrict that."""
    found = settings.find(element("documentProtection"))
    enforced = found is not None and found.get(element("enforcement")) in {"1", "true", "on"}
    return found.get(element("edit")) if found is not None and enforced else None
