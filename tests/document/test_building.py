"""What a Document says about itself, and the order of what it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopgen.document.markup import Html
from sopgen.document.nodes import Document, Figure, Image, Metadata, Paragraph, Section, Table

Build = Callable[..., Document]
Lines = Callable[[object], list[str]]
Each = Callable[..., list[Any]]


def test_metadata_of_a_whole_spec(built: Build) -> None:
    spec = """
title: 报修
id: AFS-SOP-2026-007
version: 1.10
status: effective
effective_date: 2026-03-01
type: fault-repair
confidentiality: 内部
department: 售后服务部
prepared_by: {name: 王*}
revisions: [{version: 1.9, date: 2026-01-05}, {version: 1.10, date: 2026-02-10}]
"""
    expected = Metadata(
        title="报修",
        number="AFS-SOP-2026-007",
        version="1.10",
        status="有效",
        stage="effective",
        language="zh-CN",
        confidentiality="内部",
        subject="故障报修",
        author="王*",
        keywords=("AFS-SOP-2026-007", "故障报修", "SOP"),
        department="售后服务部",
        company="示例公司",
        effective_date="2026年3月1日",
        modified="2026-02-10",
        sha256="abc",
    )
    assert built(spec, sha256="abc", company="示例公司").metadata == expected
    english = built(spec, "en").metadata
    assert (english.language, english.status, english.confidentiality, english.subject) == (
        "en", "Effective", "Internal", "Fault repair",
    )  # fmt: skip


def test_metadata_of_the_smallest_spec(built: Build) -> None:
    assert built("").metadata == Metadata("T", "AFS-SOP-2026-001", "V1.0", "", keywords=("AFS-SOP-2026-001", "SOP"))


def test_metadata_is_text_and_not_markup(built: Build) -> None:
    metadata = built("title: '<a> & b'\ndepartment: '<c>'\ntype: '<d>'").metadata
    assert (metadata.title, metadata.department, metadata.subject) == ("<a> & b", "<c>", "<d>")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "zh-CN",
            {"contents": "目录", "figure": "图", "table": "表", "form": "附表", "script": "话术", "attachment": "附件"},
        ),
        (
            "en",
            {
                "contents": "Contents",
                "figure": "Figure",
                "table": "Table",
                "form": "Form",
                "script": "Script",
                "attachment": "Attachment",
            },
        ),
    ],
)
def test_words_of_the_writers_own_parts(built: Build, language: str, expected: dict[str, str]) -> None:
    labels = built("", language).labels
    assert labels == expected
    assert all(type(label) is str for label in labels.values())


def test_labels_of_a_companys_own_are_text_too(built: Build, monkeypatch: Any) -> None:
    from sopgen.document import labels, printing

    own = {**labels.labels("en"), "contents": Html("A &amp; B"), "words": {"draft": Html("&lt;draft&gt;")}}
    monkeypatch.setattr(printing, "labels", lambda _: own)
    document = built("status: draft", "en")
    assert (document.labels["contents"], document.metadata.status) == ("A & B", "<draft>")


def test_images_are_fetched_once_each_by_their_path(built: Build, each: Each) -> None:
    asked: list[str] = []

    def image(path: str) -> bytes:
        asked.append(path)
        return path.encode()

    spec = (
        "purpose: '![a](images/a.png)'\n"
        "attachments: [{title: B, file: images/b & c.png}, {title: C, file: images/a.png}]\n"
        "sections: [{title: D, body: '![e](images/a.png) x'}]"
    )
    document = built(spec, image=image)
    assert asked == ["images/a.png", "images/b & c.png"]
    assert document.images == {"images/a.png": b"images/a.png", "images/b & c.png": b"images/b & c.png"}
    assert {figure.image.src for figure in each(document.blocks, Figure | Image) if isinstance(figure, Figure)} == {
        *asked
    }


def test_an_attachment_shows_its_image_under_its_title(built: Build, lines: Lines, each: Each) -> None:
    spec = "attachments: [{title: A, file: a.png}, {title: B, location: c}]"
    assert lines(built(spec))[-2:] == ["附件 1　A", "附件 2　B（存放位置：c）"]
    assert lines(built(spec, "en"))[-2:] == ["Attachment 1: A", "Attachment 2: B (location: c)"]
    (figure,) = each(built(spec).blocks, Figure)
    assert figure.image == Image("a.png", "A")


def test_the_last_attachment_stays_with_the_one_before(built: Build, each: Each) -> None:
    paragraphs = each(built("attachments: [A, B, C]").blocks, Paragraph)
    assert [paragraph.role for paragraph in paragraphs][-3:] == ["", "label", ""]


def test_the_front_of_a_document(built: Build) -> None:
    kinds = [
        (type(block), block.role)
        for block in built("revisions: [{version: V1.0, date: 2026-01-01}]").blocks
        if isinstance(block, Paragraph | Table | Section)
    ]
    assert kinds[:6] == [
        (Paragraph, "title"), (Table, "front"), (Table, "approval"), (Paragraph, "front-heading"),
        (Table, "revisions"), (Section, "contents page-break"),
    ]  # fmt: skip


def test_the_front_table_has_two_pairs_a_row(built: Build, lines: Lines) -> None:
    document = built("status: draft\nproperties: {产品线: 空调}")
    front = document.blocks[1]
    assert isinstance(front, Table)
    assert [[lines(cell)[0] for cell in row.cells] for row in front.rows] == [
        ["文件编号", "AFS-SOP-2026-001", "版本", "V1.0"],
        ["状态", "草稿", "产品线", "空调"],
    ]
    odd = built("status: draft").blocks[1]
    assert isinstance(odd, Table)
    assert [cell.columns for cell in odd.rows[1].cells] == [1, 3]


def test_everyone_who_signs_has_a_row(built: Build, lines: Lines) -> None:
    spec = (
        (
            "prepared_by: 王*\napproved_by: {name: 赵*, position: 领导, date: 2026-02-25}\n"
            "countersigned_by: [周*, {name: 何*}]"
        )
        .replace("王*", "'王*'")
        .replace("赵*", "'赵*'")
        .replace("周*", "'周*'")
        .replace("何*", "'何*'")
    )
    approval = built(spec).blocks[2]
    assert [" ".join(lines(row)) for row in approval.rows] == [
        "签署 姓名 职务 签名 日期", "编制 王*", "审核", "批准 赵* 领导 2026年2月25日", "会签 周*", "会签 何*",
    ]  # fmt: skip
    assert [len(row.cells) for row in approval.rows] == [5] * 6


def test_an_empty_list_of_opinions_is_a_table_to_fill_in(built: Build, each: Each) -> None:
    (table,) = [table for table in each(built("review: {opinions: []}").blocks, Table) if table.role == "data"]
    assert [row.role for row in table.rows] == ["", *["tall"] * 4]
    assert not [table for table in each(built("review: {focus: a}").blocks, Table) if table.role == "data"]


def test_references_are_listed_with_what_is_known_of_them(built: Build, lines: Lines) -> None:
    spec = "references: [{number: A-1, title: B}, {title: C, note: 第1条, url: 'https://c.example/?a=1&b=2'}]"
    assert lines(built(spec))[-3:] == ["A-1 《B》", "《C》，第1条", "<https://c.example/?a=1&b=2>"]
    assert lines(built(spec, "en"))[-3:-1] == ["A-1 “B”", "“C”, 第1条"]


def test_the_same_spec_makes_the_same_document(built: Build) -> None:
    text = Path(__file__).parents[2].joinpath("specs/zh/fault-repair.yaml").read_text(encoding="utf-8")
    assert built(text) == built(text)
