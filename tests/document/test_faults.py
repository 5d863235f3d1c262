"""Mistakes in a company's own layouts are told at the template's file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopgen.diagnostics import Diagnostic
from sopgen.document import layout
from sopgen.errors import LayoutError

Build = Callable[..., Any]
Fails = Callable[..., Diagnostic]


@pytest.fixture
def fails(tmp_path: Path, built: Build) -> Fails:
    """The diagnostic of a document whose part "purpose" is printed by a template of the company's own."""

    def run(template: str, part: str = "purpose") -> Diagnostic:
        (tmp_path / "parts").mkdir(exist_ok=True)
        (tmp_path / "parts" / f"{part}.xhtml").write_text(template, encoding="utf-8")
        with pytest.raises(LayoutError) as caught:
            built("background: 背景\nscope: 范围", layouts=tmp_path)
        (diagnostic,) = caught.value.diagnostics
        assert diagnostic.location.file == str(tmp_path / "parts" / f"{part}.xhtml")
        return diagnostic

    return run


def line(diagnostic: Diagnostic) -> int:
    assert diagnostic.location.span is not None
    return diagnostic.location.span.start.line


@pytest.mark.parametrize(
    ("template", "at", "message"),
    [
        ("<p>{{ sop.purpose }}</p>\n<p>\n  <blink>!</blink></p>", 3, "may not write the element <blink> here"),
        ("<p>a</p>\n<h1>a <em>b</em></h1>\n<h2>\n<ul><li>c</li></ul></h2>", 4, "may not write the element <ul> here"),
        ("<ul><li>a</li></ul>\n<p>b</p>\n<ul>\n<p>c</p></ul>", 4, "may not write the element <p> here"),
        ("<table>\n{% for i in range(2) %}\n<tr>\n<p>b</p></tr>\n{% endfor %}</table>", 4, "the element <p> here"),
        ("<table>\n<td>b</td></table>", 2, "may not write the element <td> here"),
        ("<table>\n<thead>\n<td>b</td></thead></table>", 3, "may not write the element <td> here"),
        ("<figure>\n<p>b</p></figure>", 2, "may not write the element <p> here"),
        ("<p>a</p><figure>\n<figcaption>b</figcaption></figure>", 1, "may not write the element <figure> here"),
        ("\n<ul>{{ t.parts.purpose }}<li>a</li></ul>", 2, "writes text right into <ul>"),
        ("<table><tr><td>a</td></tr>\n<tr><td>b</td>c</tr></table>", 2, "writes text right into <tr>"),
        ('<table>\n<tr><td colspan="x">a</td></tr></table>', 2, "the colspan of <td> is not as it should be"),
        ('<table>\n<tr><td rowspan="0">a</td></tr></table>', 2, "the rowspan of <td> is not as it should be"),
        ('<p>a</p>\n<table data-widths="1 b">\n</table>', 2, "the data-widths of <table> is not as it should be"),
        ('<table data-widths="1 -2"></table>', 1, "the data-widths of <table> is not as it should be"),
        ('<table data-widths="1 inf"></table>', 1, "the data-widths of <table> is not as it should be"),
        ('\n\n<ol start="b"></ol>', 3, "the start of <ol> is not as it should be"),
    ],
)
def test_what_has_no_node_is_told_at_its_line(fails: Fails, template: str, at: int, message: str) -> None:
    diagnostic = fails(template)

    assert (diagnostic.code, diagnostic.rule, line(diagnostic)) == ("SOP091", "broken-markup", at)
    assert message in diagnostic.message.en
    assert diagnostic.hint is not None


@pytest.mark.parametrize(
    ("template", "at"),
    [
        ("<p>a</p>\n<section>\n<p>b</p>\n", 2),
        ("<p>a</p>\n<p>b\n<p>c</p>", 2),
        ("<p>a</p>\n<p><strong>b</p>", 2),
        ("<p>a</p>\n</p>\n<p>b</p>", 2),
        ("<p>a</p>\n<p>b & c</p>\n<p>d</p>", 2),
        ("<p>a</p>\n<p>b&nbsp;c</p>", 2),
        ("<p>a</p>\n<p class=b>c</p>", 2),
        ("{# a\ncomment #}\n<p>{% if true %}\nb{% endif %}</p>\n<p><em>c</p>", 5),
    ],
)
def test_tags_that_do_not_match_are_told_at_their_line(fails: Fails, template: str, at: int) -> None:
    diagnostic = fails(template)

    assert (diagnostic.rule, line(diagnostic)) == ("broken-markup", at)
    assert "do not match" in diagnostic.message.en


@pytest.mark.parametrize(
    ("template", "at", "message"),
    [
        ("<p>{{ sop.purpose }}</p>\n<p>{{ sop.porpose }}</p>", 2, "porpose"),
        ("<p>\n{{ nothing }}</p>", 2, "there is no `nothing`"),
        ("{% if sop.porpose %}\n{% endif %}", 1, "porpose"),
        ("{{ t.parts.porpose }}", 1, "porpose"),
        ("\n{% for a in sop.roles %}\n<p>{{ a }}</p>", 3, "endfor"),
        ("\n\n{% unknown %}", 3, "unknown tag 'unknown'"),
        ("<p>{{ 1 + }}</p>", 1, "unexpected 'end of print"),
        ("a\n{% include 'parts/nothing.xhtml' %}", 2, "'parts/nothing.xhtml' not found"),
        ("\n{{ 'a' + 1 }}", 2, "str"),
        ("\n{{ 1 / 0 }}", 2, "zero"),
        ("\n{{ sop.columns(sop.purpose, 'a') }}", 2, "gives"),
        ("\n{{ sop.given(*1) }}", 2, "iterable"),
        ("{% include 'parts/purpose.xhtml' %}", 1, "recursion"),
    ],
)
def test_a_template_that_fails_is_told_at_its_line(fails: Fails, template: str, at: int, message: str) -> None:
    diagnostic = fails(template)

    assert (diagnostic.code, diagnostic.rule) == ("SOP090", "broken-layout")
    assert line(diagnostic) == at
    assert message in diagnostic.message.en


def test_the_place_is_that_of_the_part_which_is_wrong(fails: Fails) -> None:
    diagnostic = fails("{# fine #}\n<p>{{ sop.background }}</p>\n<blink/>", part="background")

    assert line(diagnostic) == 3


@pytest.mark.parametrize("part", ["purpose", "background"])  # the first part stands in an element of the layout
@pytest.mark.parametrize(
    ("template", "at"), [("<p>a</p>\n<section>", 2), ("<p>a</p>\n</section>", 2), ("\n<p>a", 2), ("\n\na</p>", 3)]
)
def test_a_part_is_at_fault_wherever_it_is_included(fails: Fails, part: str, template: str, at: int) -> None:
    assert line(fails(template, part)) == at


@pytest.mark.parametrize(("template", "at"), [("<p>a</p>\n<p>b", 2), ("<p>a</p>\n</p>", 2), ("<ul>\n</p></ul>", 1)])
def test_a_layout_of_ones_own_is_told_at_its_line(tmp_path: Path, built: Build, template: str, at: int) -> None:
    (tmp_path / "sop.xhtml").write_text(template, encoding="utf-8")
    with pytest.raises(LayoutError) as caught:
        built("", layouts=tmp_path)
    location = caught.value.diagnostics[0].location
    assert (location.file, line(caught.value.diagnostics[0])) == (str(tmp_path / "sop.xhtml"), at)


def test_a_layout_that_writes_something_else_each_time_is_told_nevertheless(tmp_path: Path, built: Build) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    template = "{% if sop.x.pop('x-once', '') %}\n<blink/>{% endif %}"
    (folder / "purpose.xhtml").write_text(template, encoding="utf-8")
    with pytest.raises(LayoutError, match="do not match, or are mistyped"):
        built("x-once: 1", layouts=tmp_path)


def test_marks_leave_no_trace_in_what_prints_afterwards(fails: Fails, built: Build) -> None:
    fails("<blink/>")

    assert built("background: 背景").blocks


def test_a_layout_that_is_missing_is_told(viewed: Callable[..., Any]) -> None:
    with pytest.raises(LayoutError, match=r"^layout: error SOP090 broken-layout: .*'nothing.xhtml' not found"):
        layout.run("nothing.xhtml", viewed(""))
