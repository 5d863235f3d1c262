from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from opened import Opened
from samples import ZH, para

from sopgen.document.nodes import Document

Open = Callable[[Document], Opened]


def core(opened: Opened) -> dict[str, str]:
    return {element.tag.rpartition("}")[2]: element.text or "" for element in opened.part("docProps/core.xml")}


def test_the_file_says_what_it_is(opened: Open) -> None:
    properties = core(opened(Document(ZH, (para("一"),))))
    assert properties == {
        "title": "产品故障报修处理",
        "subject": "规范故障报修",
        "creator": "王*",
        "keywords": "报修, 维修",
        "lastModifiedBy": "王*",
        "category": "售后服务部",
        "contentStatus": "草案",
        "version": "V1.1",
        "language": "zh-CN",
        "created": "2026-02-10T00:00:00Z",
        "modified": "2026-02-10T00:00:00Z",
    }


def test_the_file_says_which_spec_it_came_from(opened: Open) -> None:
    found = opened(Document(ZH, (para("一"),))).part("docProps/custom.xml")
    assert {str(item.get("name")): item[0].text for item in found} == {
        "number": "AFS-SOP-2026-001", "version": "V1.1", "status": "草案", "sha256": "0" * 64,
    }  # fmt: skip
    assert [item.get("pid") for item in found] == ["2", "3", "4", "5"]


def test_somebody_is_always_the_author(opened: Open) -> None:
    assert core(opened(Document(replace(ZH, author=""), ())))["creator"] == "售后服务部"
    assert core(opened(Document(replace(ZH, author="", department=""), ())))["creator"] == "sopgen"


@pytest.mark.parametrize(("modified", "epoch", "date"), [
    ("2026-02-10", "86400", "2026-02-10T00:00:00Z"),
    ("", "86400", "1970-01-02T00:00:00Z"),
    ("", "", "2000-01-01T00:00:00Z"),
    ("None", "soon", "2000-01-01T00:00:00Z"),
])  # fmt: skip
def test_dates_never_depend_on_the_clock(
    opened: Open, monkeypatch: pytest.MonkeyPatch, modified: str, epoch: str, date: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert core(opened(Document(replace(ZH, modified=modified), ())))["created"] == date
