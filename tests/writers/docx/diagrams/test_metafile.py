"""Metafiles are what the format says: read back record by record."""

from __future__ import annotations

import struct

import pytest

from sopgen.writers.docx.diagrams.metafile import Metafile


def records(data: bytes) -> list[tuple[int, bytes]]:
    """The kind and content of each record, whose sizes have to add up."""
    found, place = [], 0
    while place < len(data):
        kind, size = struct.unpack_from("<LL", data, place)
        assert size % 4 == 0
        found.append((kind, data[place + 8 : place + size]))
        place += size
    assert place == len(data)
    return found


@pytest.fixture
def drawn() -> bytes:
    """A metafile with one of everything."""
    file = Metafile(2000, 1000)
    file.fill("F2F5F9")
    file.line("C00000", 20, dashed=True)
    file.rectangle(0, 0, 100, 50)
    file.rectangle(0, 0, 100, 50, 10)
    file.ellipse(0, 0, 40, 40)
    file.fill(None)
    file.line(None)
    file.polygon([(0, 0), (10, 0), (5, -8)])
    file.line("C00000", 20, dashed=True)
    file.polyline([(0, 0), (0, 30), (20, 30)])
    file.font("宋体", 210, "404040", bold=True)
    file.text("步骤 1𠮷", 100, 200, [210, 210, 105, 105, 210])
    return file.finish()


def test_the_header_counts_what_follows(drawn: bytes) -> None:
    found = records(drawn)
    assert [found[0][0], found[-1][0]] == [1, 14]
    *bounds, left, top, right, bottom = struct.unpack_from("<8l", drawn, 8)
    assert bounds == [-10, -10, 2010, 1010], "half a point beyond what is shown"
    assert (left, top, right, bottom) == (-18, -18, 3545, 1782), "hundredths of a millimetre"
    signature, _, size, count, handles = struct.unpack_from("<4LH", drawn, 40)
    assert signature == int.from_bytes(b" EMF", "little")
    assert (size, count) == (len(drawn), len(found))
    assert handles == 1 + len([kind for kind, _ in found if kind in (39, 82, 95)])


def test_points_far_away_are_written_in_full() -> None:
    file = Metafile(50_000, 1000)
    file.polyline([(0, 0), (40_000, 30)])
    file.polygon([(0, 0), (32_767, 0), (5, -8)])
    (wide, near) = [(kind, content) for kind, content in records(file.finish()) if kind in (3, 4, 86, 87)]
    assert (wide[0], struct.unpack("<4lL4l", wide[1])[5:]) == (4, (0, 0, 40_000, 30))
    assert (near[0], struct.unpack("<4lL6h", near[1])[5:]) == (86, (0, 0, 32_767, 0, 5, -8))


def test_pens_brushes_and_fonts_are_made_once(drawn: bytes) -> None:
    made = [(kind, content[4:]) for kind, content in records(drawn) if kind in (39, 82, 95)]
    assert len(made) == len(set(made)) == 3
    pen = next(content for kind, content in made if kind == 95)
    assert struct.unpack("<10L", pen)[4:8] == (0x10001, 20, 0, 0x0000C0)
    font = next(content for kind, content in made if kind == 82)
    assert font[28:].decode("utf-16-le").rstrip("\0") == "宋体"


def test_text_is_stored_with_a_width_for_each_unit(drawn: bytes) -> None:
    (content,) = (content for kind, content in records(drawn) if kind == 84)
    x, y, units, offset, _, _, _, _, _, widths = struct.unpack_from("<llLLL4lL", content, 28)
    assert (x, y, units) == (100, 200, 6)
    assert content[offset - 8 : offset - 8 + units * 2].decode("utf-16-le") == "步骤 1𠮷"
    assert struct.unpack_from(f"<{units}L", content, widths - 8) == (210, 210, 105, 105, 210, 0)
