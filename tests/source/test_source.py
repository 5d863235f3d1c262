"""The package as a whole: any tree comes back as it was, each part of it is found where it is written."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sopgen.source
from sopgen.diagnostics import Position
from sopgen.errors import ReadError
from sopgen.source import Path, Source, Tree, parse

# What YAML and editors disagree about, or a document cannot hold, is refused; other tests see to that.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
PHRASES = [
    "",
    "~",
    "null",
    "yes",
    "1.10",
    "8:30",
    "<<",
    "*工",
    "# a",
    "a: b",
    "- a",
    "[[x]]",
    "{工号}",
    "一\n二\n",
    " x ",
]
TEXTS = st.text(CHARACTERS | st.sampled_from("\n\t #:-'\"\\,[]{}&*!|>%@`"), max_size=20) | st.sampled_from(PHRASES)
KEYS = TEXTS.filter(lambda key: not key.startswith(("\xa0", "\u3000")))
VALUES = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "width": st.sampled_from([20, 80, 1000]),
        "indent": st.integers(2, 6),
        "allow_unicode": st.booleans(),
        "explicit_start": st.booleans(),
    }
)


class Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "null", style="")
)


@pytest.mark.usefixtures("either_parser")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=5), STYLES)
def test_any_tree(data: dict[str, Any], style: dict[str, Any]) -> None:
    text = yaml.dump(data, Dumper=Dumper, sort_keys=False, **style)
    tree = parse(Source("a.yaml", text, ""))
    assert tree.data == data
    root = yaml.compose(text, yaml.SafeLoader)
    assert root is not None
    paths = dict(places(root))
    assert len(paths) > len(data)
    for path, node in paths.items():
        assert_located(tree, path, node)


def places(node: yaml.Node, path: Path = (), *, key: yaml.Node | None = None) -> Iterator[tuple[Path, yaml.Node]]:
    """Every path below a node, and the node there."""
    yield path, node
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from places(value, (*path, name.value), key=name)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from places(value, (*path, index))


def assert_located(tree: Tree, path: Path, node: yaml.Node) -> None:
    span = tree.locate(path).span
    assert span is not None
    assert span.start == Position(node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"):  # a block ends at its last character
        assert span.end == Position(node.end_mark.line + 1, node.end_mark.column + 1)
    assert span.start <= span.end


@given(st.text(st.sampled_from("ab:-#*&![]{},'\"|>%@?\\\n\t 中：\x07\u3000<~."), max_size=40))
@settings(deadline=None)
def test_anything_is_read_or_refused(text: str) -> None:
    try:
        tree = parse(Source("a.yaml", text, ""))
    except ReadError as error:
        diagnostics = error.diagnostics
    else:
        diagnostics = tree.notices
        assert isinstance(tree.data, dict)
    assert all(diagnostic.location.span for diagnostic in diagnostics)


def test_what_is_imported_costs_no_yaml() -> None:
    script = "import sys; from sopgen.source import *; print(sorted({'yaml', 'difflib'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_only_what_there_is_can_be_imported() -> None:
    assert all(hasattr(sopgen.source, name) for name in sopgen.source.__all__)
    assert not hasattr(sopgen.source, "nothing")
