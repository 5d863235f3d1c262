"""Bytes that are not UTF-8: a guess at what they are."""

from __future__ import annotations

import re
from typing import Final

from sopgen.diagnostics import Diagnostic, Location, Message, Position, Span
from sopgen.source import problems

_MARKS: Final = {
    b"\xff\xfe\x00\x00": "UTF-32 LE",
    b"\x00\x00\xfe\xff": "UTF-32 BE",
    b"\xff\xfe": "UTF-16 LE",
    b"\xfe\xff": "UTF-16 BE",
}
_OTHER_FILES: Final = {
    b"PK\x03\x04": Message(zh="Word、Excel 或压缩包", en="Word, Excel or zip"),
    b"\xd0\xcf\x11\xe0": Message(zh="旧版 Word 或 Excel", en="Word 97 or Excel 97"),
    b"%PDF-": Message(zh="PDF", en="PDF"),
    b"\x89PNG": Message(zh="PNG 图片", en="PNG picture"),
    b"\xff\xd8\xff": Message(zh="JPEG 图片", en="JPEG picture"),
}
_SAMPLE: Final = 4096
_WIDTHS: Final = {(4, 0): "UTF-32 LE", (4, 3): "UTF-32 BE", (2, 0): "UTF-16 LE", (2, 1): "UTF-16 BE"}
_GB2312_PAIR: Final = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
_HIGH_BYTE: Final = re.compile(rb"[\x80-\xff]")


def refusal(data: bytes, file: str) -> Diagnostic | None:
    """What ``data`` looks like and where its first wrong byte is; None if it is UTF-8 after all.

    ``data`` is without the byte order mark of UTF-8.
    """
    for signature, what in _OTHER_FILES.items():
        if data.startswith(signature):
            return problems.NOT_TEXT.at(Location(file), what=what)
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _wrong(file, data, 0, encoding)
    wide = _without_mark(data)
    if wide is not None:
        return _wrong(file, data, data.index(0), wide)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(file, data, error)
    return None


def _without_mark(data: bytes) -> str | None:
    """The wide encoding in which ``data`` seems to be: text in it has zero bytes at the same place of each unit."""
    sample = data[:_SAMPLE]
    if b"\0" not in sample:
        return None
    for (width, ascii_byte), encoding in _WIDTHS.items():
        units = len(sample) // width
        plain = sum(
            1
            for unit in range(units)
            if all((sample[unit * width + byte] == 0) == (byte != ascii_byte) for byte in range(width))
        )
        if plain * 8 > units:
            return encoding
    return None


def _not_utf8(file: str, data: bytes, error: UnicodeDecodeError) -> Diagnostic:
    encoding = None if error.reason == "unexpected end of data" else _legacy(data)
    if encoding is not None:
        return _wrong(file, data, error.start, encoding)
    return problems.BROKEN_UTF8.at(_place(file, data, error.start), byte=f"{data[error.start]:02X}")


def _legacy(data: bytes) -> str | None:
    """The one-or-two-byte encoding in which ``data`` seems to be; None if most of it is UTF-8."""
    high = len(_HIGH_BYTE.findall(data))
    valid = sum(len(character.encode()) for character in data.decode("utf-8", "ignore") if not character.isascii())
    if valid * 2 > high:
        return None
    pairs = len(_GB2312_PAIR.findall(data))
    return "GB18030 (GBK)" if pairs * 2 * 4 > high * 3 else "Windows-1252"


def _wrong(file: str, data: bytes, offset: int, encoding: str) -> Diagnostic:
    return problems.WRONG_ENCODING.at(_place(file, data, offset), encoding=encoding)


def _place(file: str, data: bytes, offset: int) -> Location:
    """The location of the byte at ``offset``, columns counted as a reader of UTF-8 would."""
    line_start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[line_start:offset].decode("utf-8", "replace")) + 1
    start = Position(data.count(b"\n", 0, offset) + 1, column)
    return Location(file, Span(start, Position(start.line, start.column + 1)))
