"""``docProps``: what the file says about itself, for Windows, for search, and for finding the spec it came from."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sopgen.writers.docx.xml import DECLARATION, OFFICE, escape

if TYPE_CHECKING:
    from sopgen.document.nodes import Metadata

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
CORE, APP, CUSTOM = "core-properties", "extended-properties", "custom-properties"
_DOCUMENTS = "application/vnd.openxmlformats-officedocument"
KINDS = {
    CORE: (
        "docProps/core.xml",
        f"http://schemas.openxmlformats.org/package/2006/relationships/metadata/{CORE}",
        f"application/vnd.openxmlformats-package.{CORE}+xml",
    ),
    APP: ("docProps/app.xml", f"{OFFICE}/{APP}", f"{_DOCUMENTS}.{APP}+xml"),
    CUSTOM: ("docProps/custom.xml", f"{OFFICE}/{CUSTOM}", f"{_DOCUMENTS}.{CUSTOM}+xml"),
}
"""By the kind of properties: the usual part, the type of the relationship, the content type."""
_CUSTOM_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_EARLIEST = "2000-01-01T00:00:00Z"


def core(metadata: Metadata) -> str:
    """The core properties: title, author, keywords, dates."""
    author = metadata.author or metadata.department or "sopgen"
    date = _date(metadata)
    texts = (
        ("dc:title", metadata.title),
        ("dc:subject", metadata.subject),
        ("dc:creator", author),
        ("cp:keywords", ", ".join(metadata.keywords)),
        ("cp:lastModifiedBy", author),
        ("cp:category", metadata.department),
        ("cp:contentStatus", metadata.status),
        ("cp:version", metadata.version),
        ("dc:language", metadata.language),
    )
    elements = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts if text)
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{elements}'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified></cp:coreProperties>'
    )


def _date(metadata: Metadata) -> str:
    """The date of the version, else ``SOURCE_DATE_EPOCH``, else a fixed one: never the time of writing."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", metadata.modified):
        return f"{metadata.modified}T00:00:00Z"
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if epoch.isdecimal() else _EARLIEST


def app() -> str:
    """The extended properties: what wrote the file."""
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties"><Application>sopgen</Application></Properties>'
    )


def custom(metadata: Metadata) -> str:
    """The custom properties: number, version, status and the digest of the spec."""
    values = {
        "number": metadata.number,
        "version": metadata.version,
        "status": metadata.status,
        "sha256": metadata.sha256,
    }
    elements = "".join(
        f'<property fmtid="{_CUSTOM_SET}" pid="{pid}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(values.items(), start=2)
    )
    types = f'xmlns:vt="{_OFFICE}/docPropsVTypes"'
    return f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" {types}>{elements}</Properties>'
