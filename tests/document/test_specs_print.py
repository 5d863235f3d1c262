"""Real specs as documents: links lead somewhere, and nothing reads as if a machine had put it together."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from handbooks import with_sops

from sopgen.document.building import Sources, build
from sopgen.document.nodes import Code, Document, Link, Paragraph, Section, Text
from sopgen.source import parse, read
from sopgen.spec import load
from sopgen.spec.kinds import Kind

ROOT = Path(__file__).parents[2]
FOLDERS = ("specs/zh", "specs/en", "templates/starters/zh-CN", "templates/starters/en")
EXAMPLE = ROOT / "tests/spec/language_example.yaml"
SPECS = [EXAMPLE, *(path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.yaml")))]
ENGLISH = [path for path in SPECS if path.parent.name == "en"]
CHINESE = [path for path in SPECS if path not in ENGLISH]
WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
SEAMS = re.compile(
    r"[，、；：。][，、；：。,.;:]|：:|[,;:][,;:.]|\.,"
    r"|(?<![ _]) [,.;:，。；：、](?!\d)|\( | \)|“ | ”|（ | ）|(?<!\.)  |  (?!\.)"
)
"""Where two pieces were put together that do not fit: doubled punctuation, a space before a comma, two spaces."""

Each = Callable[..., list[Any]]
Lines = Callable[[object], list[str]]


def named(paths: list[Path]) -> Any:
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.relative_to(ROOT).as_posix())


@cache
def document(path: Path) -> Document:
    spec = load(parse(read(path)))
    named = {use.value: load(parse(read(path.parent / use.value))) for use in spec.index.uses if use.kind is Kind.SOP}
    included = with_sops(spec, named).included
    language = spec.sop.language or ("en" if path.parent.name == "en" else "zh-CN")
    return build(spec.index, language, Sources(image=lambda _: b"", included=included))


def test_there_are_specs_in_both_languages() -> None:
    assert len(ENGLISH) > 10
    assert len(CHINESE) > 10


@named(SPECS)
def test_every_link_inside_leads_somewhere(path: Path, each: Each) -> None:
    found = each(document(path).blocks, object)
    targets = {node.href for node in found if isinstance(node, Link) and node.href.startswith("#")}
    anchors = [anchor for node in found if (anchor := getattr(node, "id", ""))]

    assert targets <= {f"#{anchor}" for anchor in anchors}
    assert len(anchors) == len(set(anchors))


@named(SPECS)
def test_labels_and_texts_join_without_a_seam(path: Path, lines: Lines, each: Each) -> None:
    assert not [line for line in lines(document(path)) if SEAMS.search(re.sub("`[^`]*`", "code", line))]
    own = {text.value for text in each(document(path).blocks, Text) if not text.path}
    assert not own & {"None", "True", "False", "()", "[]"}


@named(CHINESE)
def test_chinese_is_not_torn_apart(path: Path, lines: Lines, each: Each) -> None:
    """No space stands between two Chinese characters, unless somebody typed it or a title follows its number."""
    torn = re.compile(f"{WIDE}>? <?(?!　){WIDE}")
    typed = [text.value for text in each(document(path).blocks, Text) if text.path and torn.search(text.value)]
    found = [re.sub(r"^关键节点 |^第.*?[条章节] (\S{1,8} )?", "", line) for line in lines(document(path))]
    assert not [line for line in found if torn.search(line) and not any(text in line for text in typed)]


@named(ENGLISH)
def test_english_documents_hold_no_chinese(path: Path, lines: Lines, each: Each) -> None:
    sections = [section for section in each(document(path).blocks, Section) if section.language == "zh-CN"]
    chinese = [line for section in sections for line in lines(section)]
    assert not [line for line in lines(document(path)) if re.search(f"{WIDE}|[　-〿]", line) and line not in chinese]
    assert not re.search(WIDE, "".join(map(str, (document(path).metadata, *document(path).labels.values()))))


@named(ENGLISH)
def test_english_words_have_spaces_between_them(path: Path, lines: Lines) -> None:
    glued = re.compile(r"[a-z][,;:](?=[A-Za-z])|[a-z]\.(?=[A-Z][a-z])|[)”](?=\w)|\w[(“]|\w→|→\w|\w<|>\w")
    ignored = r"https?:\S+|`[^`]*`|\{[^}]*\}|Article \d+\S*"
    assert not [line for line in lines(document(path)) if glued.search(re.sub(ignored, "", line))]


@named(SPECS)
def test_no_cell_is_a_line_too_many(path: Path, each: Each) -> None:
    """No paragraph is blank: what is empty has none."""
    blank = [paragraph for paragraph in each(document(path).blocks, Paragraph) if not paragraph.children]
    assert not blank


def test_some_of_them_are_handbooks_with_sops() -> None:
    handbooks = [path for path in SPECS if "\nkind: handbook" in path.read_text("utf-8")]
    assert len([path for path in handbooks if "sops:" in path.read_text("utf-8")]) > 2


@named(SPECS)
def test_every_text_knows_where_it_came_from(path: Path, each: Each) -> None:
    found = [text for text in each(document(path).blocks, Text | Section) if text.path]
    assert len(found) > 20
    assert all(text.path.startswith("/") for text in found)
    assert not [text for text in found if isinstance(text, Code)]
