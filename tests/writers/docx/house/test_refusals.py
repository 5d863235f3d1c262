"""Files that cannot be templates are refused, each with its reason."""

from __future__ import annotations

import io
import zipfile

import pytest
from houses import changed, house, template

from sopgen.errors import TemplateError
from sopgen.writers.docx.house import open_house

TYPES = "[Content_Types].xml"
PLAIN = house().data
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def locked() -> bytes:
    """A zip file whose entries say that they are encrypted."""
    data = bytearray(PLAIN)
    for signature, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = data.find(signature)
        while place >= 0:
            data[place + flags] |= 1
            place = data.find(signature, place + 4)
    return bytes(data)


def without_main() -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as file:
        file.writestr("hello.txt", "no document")
    return output.getvalue()


REFUSED = {
    "nothing": (b"", "damaged"),
    "a text": (b"Dear all,", "damaged"),
    "half a file": (PLAIN[: len(PLAIN) // 2], "damaged"),
    "a zip of something else": (without_main(), "damaged"),
    "no XML": (changed(PLAIN, {"word/document.xml": lambda text: text[:-20]}), "damaged"),
    "a document type": (
        changed(PLAIN, {"word/document.xml": lambda text: text.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1)}),
        "damaged",
    ),
    "old": (COMPOUND, "old .doc format"),
    "with a password": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
    "entries with a password": (locked(), "password"),
    "a type with macros": (
        changed(
            PLAIN, {TYPES: lambda text: text.replace(MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml")}
        ),
        "macros",
    ),
    "a project of macros": (changed(PLAIN, {}, {"word/vbaProject.bin": b"\0"}), "macros"),
    "strict": (
        changed(
            PLAIN,
            {
                "word/document.xml": lambda text: text.replace(
                    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    "http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
            },
        ),
        "Strict",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_a_template_is_refused(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(TemplateError) as refusal:
        open_house(template(data))
    (found,) = refusal.value.diagnostics
    assert (found.rule, found.location.file) == ("unusable-template", "company.docx")
    assert reason in found.message.en


def test_a_template_of_words_own_kind_is_taken() -> None:
    """What Word saves as .dotx says another type of its main part."""
    dotx = changed(PLAIN, {TYPES: lambda text: text.replace("document.main+xml", "template.main+xml")})
    assert open_house(template(dotx)).package.main == "word/document.xml"


@pytest.mark.parametrize(
    ("paragraphs", "count"), [(("no tag",), None), (("{{ body }}", "{{ body }}"), 2), (("{{body}}", "{{p body }}"), 2)]
)
def test_the_document_has_one_place(paragraphs: tuple[str, ...], count: int | None) -> None:
    with pytest.raises(TemplateError) as refusal:
        open_house(house(*paragraphs))
    (found,) = refusal.value.diagnostics
    assert found.rule == "no-place-for-body"
    assert (f"{count} places" in found.message.en) == (count is not None)


@pytest.mark.parametrize("tag", ["{{ Body }}", "｛｛ body ｝｝", "{body}", "{{ 正文 }}"])
def test_a_place_that_is_written_almost_right_is_told(tag: str) -> None:
    with pytest.raises(TemplateError) as refusal:
        open_house(house("封面", tag))
    (found,) = refusal.value.diagnostics
    assert found.hint is not None
    assert found.hint.zh == f"正文第 2 段的“{tag}”请改成半角小写的 {{{{ body }}}}"


def test_the_place_of_the_document_is_a_paragraph_of_the_text() -> None:
    misplaced = house(
        "Here: {{ body }}",
        header="{{ body }}",
        change=lambda document: setattr(document.add_table(1, 1).cell(0, 0), "text", "{{ body }}"),
    )
    with pytest.raises(TemplateError) as refusal:
        open_house(misplaced)
    places = [found.message.en.partition("paragraph ")[2] for found in refusal.value.diagnostics]
    assert places == ["1 of the text", "2 of the text", "1 of the header (header1.xml)"]
