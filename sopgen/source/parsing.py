"""From a ``Source`` to a ``Tree``, or to everything that keeps it from being one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sopgen.diagnostics import Diagnostic, Message
from sopgen.errors import ReadError
from sopgen.source import problems
from sopgen.source.characters import forbidden, forbidden_escapes, passed_by_yaml
from sopgen.source.events import reader
from sopgen.source.overlooked import overlooked, wide_indentation
from sopgen.source.text import Source
from sopgen.source.tree import Tree

if TYPE_CHECKING:
    from sopgen.source.builder import Builder

TEXT: Final = Message(zh="一段文字", en="a text")
LIST: Final = Message(zh="列表", en="a list")


def parse(source: Source) -> Tree:
    """The tree that the text of ``source`` writes as YAML.

    Raises:
        ReadError: it is not one YAML document with a map, or holds what is not accepted; carries a diagnostic for
            every problem up to the first error of syntax, and the warnings.
    """
    builder, complete = _built(source)
    characters: list[Diagnostic] = []
    if not complete or passed_by_yaml(source.text):
        characters, text = forbidden(source)
        if characters:  # they hide what else is wrong
            source = replace(source, text=text)
            builder, complete = _built(source)
    found = characters + builder.problems
    if complete:
        found += [*_root_problems(builder, source), *forbidden_escapes(source), *wide_indentation(source)]
    if found:
        warnings = overlooked(source) if complete else []
        raise ReadError(*sorted(found + warnings, key=lambda diagnostic: diagnostic.sort_key))
    return Tree(source, builder.roots[0], builder.marks)


def _built(source: Source) -> tuple[Builder, bool]:
    """What reading the text gives, and whether it was read to its end."""
    from yaml import YAMLError

    from sopgen.source.builder import Builder, StoppedError

    builder = Builder(source)
    try:
        builder.run(reader(source.text))
    except StoppedError:
        return builder, False
    except YAMLError as error:
        from sopgen.source.syntax import explain

        found = explain(error, source)
        builder.problems[:] = [problem for problem in builder.problems if not _same_line(problem, found)]
        builder.problems.append(found)
        return builder, False
    return builder, True


def _same_line(problem: Diagnostic, error: Diagnostic) -> bool:
    """Whether a problem is only what the beginning of a line seemed to mean that turned out to be wrong altogether."""
    return problem.location.sort_key[:2] == error.location.sort_key[:2]


def _root_problems(builder: Builder, source: Source) -> list[Diagnostic]:
    root = builder.roots[0] if builder.roots else None
    if root is None:
        return [problems.EMPTY_FILE.at(source.location(0, 0))]
    if isinstance(root, dict):
        return []
    what = LIST if isinstance(root, list) else TEXT
    return [problems.NOT_A_MAP.at(source.location(*builder.marks.root), what=what)]
