from __future__ import annotations

import struct
from collections.abc import Callable

import pytest
from opened import NAMESPACES, Opened, text
from samples import cell, para, png

from sopgen.document.nodes import Figure, Image, Paragraph, Row, Table, Text
from sopgen.writers.docx.image_headers import Header, read_header

Body = Callable[..., Opened]
INCH = 914_400


def sizes(opened: Opened) -> list[tuple[int, int]]:
    return [(int(extent.get("cx", "")), int(extent.get("cy", ""))) for extent in opened.find("//wp:extent")]


def test_a_small_picture_keeps_its_size_and_has_its_alternative_text(body: Body) -> None:
    opened = body(Paragraph((Text("看"), Image("icon", "图 <标>"))), icon=png(96, 48))
    assert sizes(opened) == [(INCH, INCH // 2)]
    (properties,) = opened.find("//wp:docPr")
    assert properties.get("descr") == "图 <标>"
    (blip,) = opened.find("//a:blip")
    target = opened.targets[str(blip.get(f"{{{NAMESPACES['r']}}}embed"))]
    assert opened.zip.read(f"word/{target}") == png(96, 48)


def test_a_large_picture_is_made_to_fit_the_page_or_the_cell(body: Body) -> None:
    opened = body(
        Figure(Image("wide")),
        Figure(Image("tall")),
        Table((Row((cell("甲"), cell("乙"))),)),
        wide=png(2000, 1000),
        tall=png(100, 3000),
    )
    (width, height), (_, tall) = sizes(opened)
    assert width <= 146.7 / 25.4 * INCH
    assert width == pytest.approx(2 * height, rel=0.01)
    assert tall < 246 / 25.4 * INCH
    from sopgen.document.nodes import Cell

    small = body(Table((Row((Cell((Figure(Image("wide")),)), cell("乙"))),)), wide=png(2000, 1000))
    assert sizes(small)[0][0] < width / 2


def test_a_picture_is_stored_once_and_drawn_as_often_as_needed(body: Body) -> None:
    opened = body(Figure(Image("a")), Figure(Image("b")), Figure(Image("a")), a=png(10, 10), b=png(10, 10))
    assert len([name for name in opened.zip.namelist() if "media" in name]) == 1
    ids = [properties.get("id") for properties in opened.find("//wp:docPr")]
    assert len(set(ids)) == 3
    assert all(properties.get("descr") for properties in opened.find("//wp:docPr"))


@pytest.mark.parametrize(("data", "rule"), [
    ({}, "missing-picture"),
    ({"a": b""}, "missing-picture"),
    ({"a": b"<svg/>"}, "unreadable-picture"),
    ({"a": png()[:20]}, "unreadable-picture"),
    ({"a": png(0, 5)}, "unreadable-picture"),
])  # fmt: skip
def test_a_picture_that_cannot_be_shown_is_told_and_its_text_printed(
    body: Body, data: dict[str, bytes], rule: str
) -> None:
    opened = body(Paragraph((Image("a", "流程图"),)), para("后"), **data)
    assert [diagnostic.rule for diagnostic in opened.diagnostics] == [rule]
    assert opened.diagnostics[0].location.file == "a"
    assert text(opened.find("//w:p")[0]) == "[流程图]"


def jpeg(*segments: bytes, width: int = 200, height: int = 100) -> bytes:
    frame = b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + bytes(10)
    return b"\xff\xd8" + b"".join(segments) + frame


def jfif(unit: int, density: int) -> bytes:
    return b"\xff\xe0" + struct.pack(">H5sHBHH", 16, b"JFIF\0", 0x102, unit, density, density) + bytes(2)


def dense_png(across: int, unit: int) -> bytes:
    data = png(200, 100)
    return data[:33] + struct.pack(">I4sIIBI", 9, b"pHYs", across, across, unit, 0) + data[33:]


def bmp(across: int = 0) -> bytes:
    return b"BM" + bytes(16) + struct.pack("<iiHHIIii", 200, -100, 1, 24, 0, 0, across, across)


@pytest.mark.parametrize(
    ("data", "extension", "width"),
    [
        (png(192, 96), "png", 2 * INCH),
        (dense_png(7874, 1), "png", INCH),
        (dense_png(7874, 0), "png", 200 * INCH // 96),
        (jpeg(), "jpg", 200 * INCH // 96),
        (jpeg(jfif(1, 100)), "jpg", 2 * INCH),
        (jpeg(jfif(2, 100)), "jpg", 200 * INCH / 254),
        (jpeg(jfif(0, 1)), "jpg", 200 * INCH // 96),
        (jpeg(b"\xff\xe1\x00\x04ab"), "jpg", 200 * INCH // 96),
        (b"GIF89a" + struct.pack("<HH", 96, 48), "gif", INCH),
        (bmp(), "bmp", 200 * INCH // 96),
        (bmp(3937), "bmp", 2 * INCH),
    ],
)
def test_the_size_of_a_picture_is_read_from_its_first_bytes(data: bytes, extension: str, width: float) -> None:
    header = read_header(data)
    assert header.extension == extension
    assert header.width == pytest.approx(width, rel=0.001)
    assert header.width == pytest.approx(2 * header.height, rel=0.001)


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"\xff\xd8\xff", jpeg()[:8], b"GIF89a", b"BM12", jpeg(b"\x00\x00\x00\x02")]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (what is raised says all there is to say)
        read_header(data)


def test_headers_compare_by_what_they_say() -> None:
    assert read_header(png(5, 5)) == Header("png", 5 * INCH // 96, 5 * INCH // 96)
