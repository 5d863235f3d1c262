"""What kind of picture some bytes are, and how large: read from their first bytes, without an imaging library."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from typing import NamedTuple

_INCH = 914_400
_USUAL = 96.0
"""Dots per inch where a picture does not say."""
_METRE, _CENTIMETRE = 0.0254, 2.54
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The JPEG segments that begin a frame and say its size."""


class Header(NamedTuple):
    """The kind and size of a picture.

    Attributes:
        extension: ``png``, ``jpg``, ``gif`` or ``bmp``.
        width: its natural width, in EMU (914,400 an inch).
        height: its natural height, in EMU.
    """

    extension: str
    width: int
    height: int


def read_header(data: bytes) -> Header:
    """The header of a PNG, JPEG, GIF or BMP picture.

    Raises:
        ValueError: the bytes are none of these, or are cut off.
    """
    reader = next((reader for magic, reader in _READERS.items() if data.startswith(magic)), None)
    if reader is None:
        raise ValueError
    try:
        extension, pixels, dots = reader(data)
    except (struct.error, IndexError) as error:
        raise ValueError from error
    width, height = (round(length * _INCH / (dpi or _USUAL)) for length, dpi in zip(pixels, dots, strict=True))
    if not width or not height:
        raise ValueError
    return Header(extension, width, height)


_Size = tuple[str, tuple[int, int], tuple[float, float]]
"""The extension, width and height in pixels, and dots per inch both ways; 0 where they are not said."""


def _png(data: bytes) -> _Size:
    width, height = struct.unpack_from(">II", data, 16)
    place, dots = 8, (0.0, 0.0)
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if kind == b"pHYs":
            across, down, unit = struct.unpack_from(">IIB", data, place + 8)
            dots = (across * _METRE, down * _METRE) if unit == 1 else dots
        if kind in {b"pHYs", b"IDAT"}:
            break
        place += length + 12
    return "png", (width, height), dots


def _jpeg(data: bytes) -> _Size:
    place, dots = 2, (0.0, 0.0)
    while True:
        mark, kind, length = struct.unpack_from(">BBH", data, place)
        if mark != 0xFF:
            raise IndexError
        if kind == 0xE0 and data[place + 4 : place + 9] == b"JFIF\0":
            unit, across, down = struct.unpack_from(">BHH", data, place + 11)
            scale = {1: 1.0, 2: _CENTIMETRE}.get(unit, 0.0)
            dots = (across * scale, down * scale)
        if kind in _FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return "jpg", (width, height), dots
        place += length + 2


def _gif(data: bytes) -> _Size:
    width, height = struct.unpack_from("<HH", data, 6)
    return "gif", (width, height), (0.0, 0.0)


def _bmp(data: bytes) -> _Size:
    width, height = struct.unpack_from("<ii", data, 18)
    across, down = struct.unpack_from("<ii", data, 38)
    return "bmp", (abs(width), abs(height)), (across * _METRE, down * _METRE)


_READERS: Mapping[bytes, Callable[[bytes], _Size]] = {
    b"\x89PNG\r\n\x1a\n": _png,
    b"\xff\xd8\xff": _jpeg,
    b"GIF8": _gif,
    b"BM": _bmp,
}
