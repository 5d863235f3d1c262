"""Layouts run in a sandbox, escape what they print, and may be a company's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sopgen.document.nodes import Document, Heading, Paragraph, Section, Table, Text
from sopgen.errors import LayoutError

Lines = Callable[[object], list[str]]
Own = Callable[..., Document]


@pytest.fixture
def own(tmp_path: Path, built: Callable[..., Document]) -> Own:
    """A document printed by templates of a company's own: by their names, ``sop`` for the whole layout."""

    def run(spec: str = "", **templates: str) -> Document:
        (tmp_path / "parts").mkdir(exist_ok=True)
        for name, template in templates.items():
            path = tmp_path / ("sop.xhtml" if name == "sop" else f"parts/{name}.xhtml")
            path.write_text(template, encoding="utf-8")
        return built(spec, layouts=tmp_path)

    return run


@pytest.mark.parametrize(
    "expression",
    [
        "sop.__class__",
        "sop['__class__']",
        "sop|attr('__class__')",
        "sop.purpose.__class__.__mro__",
        "''.__class__.__mro__",
        "sop._model",
        "sop['_model']",
        "sop|attr('_model')",
        "sop._printing.index",
        "sop._path",
        "sop.given.__globals__",
        "sop.given.__func__.__globals__",
        "sop.say_label.__self__",
        "arrange.__globals__",
        "arrange.__class__",
        "(arrange('purpose')|first).item.__class__",
        "t.__class__",
        "t.front.__class__.__base__.__subclasses__()",
        "'{0.__class__}'.format(sop)",
        "'{0._model}'.format(sop)",
        "sop.roles.__class__",
        "sop.x.__class__",
        "grid.__dict__",
    ],
)
def test_a_layout_sees_nothing_but_the_spec(own: Own, expression: str) -> None:
    with pytest.raises(LayoutError) as caught:
        own("roles: {a: b}", purpose=f"<p>{{{{ {expression} }}}}</p>")
    assert caught.value.diagnostics[0].rule == "broken-layout"


@pytest.mark.parametrize(
    ("expression", "problem", "hint"),
    [
        ("sop.purpos", "there is no `purpos`", "did you mean `purpose`?"),
        ("t.parts.purpos", "there is no `purpos`", "did you mean `purpose`?"),
        ("spo.purpose", "there is no `spo`", "did you mean `sop`?"),
        ("sop.nothing_like_it", "there is no `nothing_like_it`", None),
    ],
)
def test_a_name_that_does_not_exist_is_told_in_plain_words(
    own: Own, expression: str, problem: str, hint: str | None
) -> None:
    with pytest.raises(LayoutError) as caught:
        own("", purpose=f"<p>{{{{ {expression} }}}}</p>")
    (found,) = caught.value.diagnostics
    assert found.message.en == f"the layout fails: {problem}"
    assert (found.hint and found.hint.en) == hint


HOSTILE = """<script>alert("1")</script> ]]> & ' " {{ 7 * 7 }} {% x %} <!-- &amp; &#x41;"""


@pytest.mark.parametrize(
    "spec",
    [
        "title: {}",
        "department: {}",
        "properties: {{{}: value}}",
        "properties: {{key: {}}}",
        "definitions: {{{}: meaning}}",
        "prepared_by: {{name: {0}, position: {0}}}",
        "roles: {{a: {{name: {}, contact: x}}}}\nsteps: [{{action: b, role: a}}]",
        "references: [{{title: {0}, url: {0}}}]",
        "scripts: {{a: {{say: {0}, title: {0}, variables: {{{0}: b}}}}}}",
        "tables: [{{title: {0}, columns: [{0}], rows: []}}]",
        "sections: [{{title: {}, body: b, id: a}}]",
        "forms: {{a: {{title: {0}, fields: [{{name: {0}, options: [{0}], default: {0}}}]}}}}",
        "states: [{{id: a, name: {}}}]",
        "attachments: [{{title: {0}, file: {0}}}]",
        "steps: [{{title: {0}, action: b, system: {0}, time_limit: {{text: {0}}}}}]",
        "service_levels: [{{level: {}}}]",
        "clauses: [{{title: {}, clauses: [a]}}]",
        "type: {}",
    ],
)
def test_names_are_printed_and_never_read(own: Own, lines: Lines, spec: str) -> None:
    document = own(spec.format(f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'"))
    assert any(HOSTILE in line for line in lines(document))


def test_text_is_markdown_and_never_markup(own: Own, lines: Lines) -> None:
    document = own("purpose: '<script>1</script> ]]> & {{ 7 * 7 }} {% x %}'\nsummary: 'a ]]> b'")
    assert "<script>1</script> ]]> & {{ 7 * 7 }} {% x %}" in lines(document)
    assert "a ]]> b" in lines(document)


def test_paths_point_to_names_as_they_are_typed(own: Own, each: Callable[..., list[Any]]) -> None:
    definitions = "{% for term, item in sop.definitions %}{{ term }}{{ item.meaning }}{% endfor %}"
    document = own("definitions: {'a/b~c&\"<': meaning}", definitions=definitions)
    paths = [text.path for text in each(document.blocks, Text) if text.path.startswith("/definitions")]
    assert paths == ['/definitions/a~1b~0c&"<', '/definitions/a~1b~0c&"</meaning']


def test_what_a_layout_says_itself_is_markup(own: Own) -> None:
    document = own(sop="<h1>{{ sop.title }}</h1><p class='a'>{{ '<b>' }}{{ 1 + 1 }}{{ '&'|safe }}amp;</p>")
    assert document.blocks == (
        Heading(1, (Text("T", "/title"),), (1,)),
        Paragraph((Text("<b>2&"),), "a"),
    )


def test_a_part_of_ones_own_takes_the_place_of_the_shipped_one(
    own: Own, lines: Lines, each: Callable[..., list[Any]]
) -> None:
    mine = '<section class="mine"><p>{{ t.parts.background }}: {{ sop.background }}</p></section>'
    document = own("background: 背景\nscope: 范围", background=mine)
    (section,) = [block for block in each(document.blocks, Section) if block.role == "mine"]
    assert lines(section) == ["背景: 背景"]
    assert [heading.number for heading in each(document.blocks, Heading)] == [(1,), (2,)]  # the purpose, the scope
    assert any(isinstance(block, Table) and block.role == "front" for block in document.blocks)


def test_a_layout_of_ones_own_may_choose_parts_and_order(own: Own, lines: Lines) -> None:
    layout = (
        '{% for part in arrange("scope", "purpose") %}{% set item = part.item %}'
        '{% include "parts/" ~ part.name ~ ".xhtml" %}{% endfor %}'
    )
    document = own("scope: 范围\nbackground: 背景\nsections: [{title: A, body: B}]", sop=layout)
    assert lines(document) == ["适用范围", "适用：范围", "目的", "P", "A", "B"]


def test_the_users_own_keys_are_printed_when_asked_for(own: Own, lines: Lines) -> None:
    spec = (
        "x-note: '<a>'\nx-list: [1, 2]\nsteps: [{action: a, x-cost: 5}]\n"
        "roles: {x-source: HR, a: {name: b, x-grade: 3}}\nforms: {x-a: 1}\nproperties: {x-b: 2}"
    )
    layout = (
        "<p>{{ sop.x['x-note'] }} {{ sop.x['x-list'][1] }} {{ sop.steps[0].x['x-cost'] }} "
        "{{ sop.roles.x['x-source'] }} {{ sop.roles[0][1].x['x-grade'] }} "
        "{{ sop.forms.x['x-a'] }} {{ sop.properties.x['x-b'] }} {{ sop.scripts.x | length }}</p>"
    )
    assert lines(own(spec, sop=layout)) == ["<a> 2 5 HR 3 1 2 0"]
