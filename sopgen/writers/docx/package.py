"""A zip package from parts that are deflated once: the parts that never change are kept ready in memory.

Dates are fixed and names sorted, so that the same parts always give the same bytes.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

QUICK, SMALLEST, STORED = 3, 9, 0
"""How hard to deflate: level 3 takes half the time of zlib's usual 6 for three percent more size."""
CONTENT_TYPES = "[Content_Types].xml"
"""The part that tells what the others are."""
_BATCH = 1024
"""How many pieces of a long part are deflated at a time; together they are some 50 KB."""
_SMALL = 4096
"""Parts up to this size are deflated in a small window, which is quicker to set up."""
_DATE = (1 << 5) | 1  # 1980-01-01, the earliest that the format knows
_VERSION = 20
_DEFLATED = 8
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class Part(NamedTuple):
    """A part of a package as it is written.

    Attributes:
        name: its name, in ASCII, without a leading slash.
        method: how its content is compressed, as zip files number it.
        content: its content, compressed.
        crc: the checksum of what was compressed.
        size: the size of what was compressed.
    """

    name: str
    method: int
    content: bytes
    crc: int
    size: int


def part(name: str, data: bytes | str, level: int = QUICK) -> Part:
    """Deflates the content of a part; pictures, which are compressed already, are better stored as they are."""
    raw = data.encode() if isinstance(data, str) else data
    if level == STORED:
        return Part(name, 0, raw, zlib.crc32(raw), len(raw))
    window, memory = (-15, 8) if len(raw) > _SMALL else (-12, 5)
    compressor = zlib.compressobj(level, zlib.DEFLATED, window, memory)
    return Part(name, _DEFLATED, compressor.compress(raw) + compressor.flush(), zlib.crc32(raw), len(raw))


def long_part(name: str, pieces: Iterable[str]) -> Part:
    """Deflates the content of a part piece by piece, so that it never stands in memory as a whole."""
    compressor = zlib.compressobj(QUICK, zlib.DEFLATED, -15, 8)
    remaining, content, crc, size = iter(pieces), bytearray(), 0, 0
    while batch := [*islice(remaining, _BATCH)]:
        raw = "".join(batch).encode()
        content += compressor.compress(raw)
        crc, size = zlib.crc32(raw, crc), size + len(raw)
    return Part(name, _DEFLATED, bytes(content + compressor.flush()), crc, size)


def package(parts: Iterable[Part]) -> bytes:
    """The zip file that holds ``parts``."""
    local, central, offset, count = [], [], 0, 0
    for entry in sorted(parts, key=lambda entry: entry.name):
        name = entry.name.encode("ascii")
        facts = (0, entry.method, 0, _DATE, entry.crc, len(entry.content), entry.size, len(name), 0)
        header = _LOCAL.pack(b"PK\3\4", _VERSION, *facts) + name
        central += [_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *facts, 0, 0, 0, 0, offset), name]
        local += [header, entry.content]
        offset += len(header) + len(entry.content)
        count += 1
    directory = b"".join(central)
    return b"".join((*local, directory, _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)))
