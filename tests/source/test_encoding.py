import pytest

from sopgen.diagnostics import Diagnostic
from sopgen.errors import ReadError
from sopgen.source import decode

SPEC = "sopgen: 1\nid: AFS-SOP-2026-001\ntitle: 产品故障报修处理\npurpose: 规范联通故障报修，24小时内给出方案。\n"


def problem(data: bytes) -> Diagnostic:
    with pytest.raises(ReadError) as caught:
        decode(data, "a.yaml")
    (diagnostic,) = caught.value.diagnostics
    return diagnostic


@pytest.mark.parametrize(
    ("encoding", "mark", "name", "place"),
    [
        ("utf-16-le", b"\xff\xfe", "UTF-16 LE", "1:1"),
        ("utf-16-be", b"\xfe\xff", "UTF-16 BE", "1:1"),
        ("utf-32-le", b"\xff\xfe\0\0", "UTF-32 LE", "1:1"),
        ("utf-32-be", b"\0\0\xfe\xff", "UTF-32 BE", "1:1"),
        ("utf-16-le", b"", "UTF-16 LE", "1:2"),
        ("utf-16-be", b"", "UTF-16 BE", "1:1"),
        ("utf-32-le", b"", "UTF-32 LE", "1:2"),
        ("utf-32-be", b"", "UTF-32 BE", "1:1"),
        ("gbk", b"", "GB18030 (GBK)", "3:8"),
        ("gb18030", b"", "GB18030 (GBK)", "3:8"),
    ],
)
def test_another_encoding_is_named(encoding: str, mark: bytes, name: str, place: str) -> None:
    diagnostic = problem(mark + SPEC.encode(encoding))
    assert (diagnostic.code, diagnostic.rule) == ("SOP006", "wrong-encoding")
    assert name in diagnostic.message.en
    assert name in diagnostic.message.zh
    assert str(diagnostic.location) == f"a.yaml:{place}"
    assert diagnostic.hint is not None
    assert "UTF-8" in diagnostic.hint.zh


def test_gbk_whose_first_word_happens_to_be_utf_8() -> None:
    diagnostic = problem("联通: 报修流程\n目的: 规范故障报修\n".encode("gbk"))
    assert "GB18030" in diagnostic.message.en


def test_western_text() -> None:
    diagnostic = problem("title: résumé for the café\n".encode("cp1252"))
    assert "Windows-1252" in diagnostic.message.en
    assert str(diagnostic.location) == "a.yaml:1:9"


def test_one_wrong_byte_in_utf_8() -> None:
    data = SPEC.encode().replace("障".encode(), b"\xe9\x9a", 1)
    diagnostic = problem(data)
    assert (diagnostic.code, diagnostic.rule) == ("SOP007", "broken-utf-8")
    assert "0xE9" in diagnostic.message.en
    assert str(diagnostic.location) == "a.yaml:3:11"


def test_utf_8_that_is_cut_off() -> None:
    diagnostic = problem("标题: 中".encode()[:-1])
    assert diagnostic.rule == "broken-utf-8"
    assert str(diagnostic.location) == "a.yaml:1:5"


def test_surrogates_are_not_utf_8() -> None:
    assert problem(SPEC.encode() + b"x: \xed\xa0\x80\n").rule == "broken-utf-8"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\0", "Word, Excel or zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Word 97"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
    ],
)
def test_a_file_of_another_kind(data: bytes, what: str) -> None:
    diagnostic = problem(data)
    assert diagnostic.rule == "not-text"
    assert what in diagnostic.message.en


def test_a_stray_zero_byte_does_not_make_it_utf_16() -> None:
    assert decode(SPEC.encode() + b"\0", "a.yaml").text == SPEC + "\0"


def test_nothing_is_utf_8() -> None:
    assert decode(b"", "a.yaml").text == ""
    assert decode(b"\xef\xbb\xbf", "a.yaml").text == ""
