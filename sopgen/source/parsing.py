"""From a ``Source`` to a ``Tree``, or to everything that keeps it from being one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sopgen.diagnostics import Diagnostic
from sopgen.errors import ReadError
from sopgen.source.events import reader
from sopgen.source.limits import StoppedError
from sopgen.source.text import Source
from sopgen.source.tree import Tree

if TYPE_CHECKING:
    from sopgen.source.builder import Builder

_PASSED_BY_YAML: Final = "\x85\u2028\u2029\ufeff"
"""The forbidden characters that a YAML parser does not stop at."""


def parse(source: Source) -> Tree:
    """The tree that the text of ``source`` writes as YAML.

    Raises:
        ReadError: it is not one YAML document with a map, or holds what is not accepted; carries a diagnostic for
            every problem up to the first error of syntax, and the warnings; its ``tree`` is what the text can be
            taken for where none of them is one of syntax.
    """
    builder, complete = _built(source)
    seen, found = source, list[Diagnostic]()
    if not complete or any(character in source.text for character in _PASSED_BY_YAML):
        from sopgen.source.characters import forbidden

        found, text = forbidden(source)
        if found:  # they hide what else is wrong
            seen = replace(source, text=text)
            builder, complete = _built(seen)
    found += builder.problems
    if complete:
        found += [*_root_problems(builder, seen), *_hidden_problems(seen)]
    if not found:
        return Tree(source, builder.roots[0], builder.marks)
    if complete:
        from sopgen.source.overlooked import overlooked

        found += overlooked(seen)
    error = ReadError(*sorted(found, key=lambda diagnostic: diagnostic.sort_key))
    if complete and builder.roots and isinstance(builder.roots[0], dict):
        error.tree = Tree(seen, builder.roots[0], builder.marks, source)
    raise error


def _built(source: Source) -> tuple[Builder, bool]:
    """What reading the text gives, and whether it was read to its end."""
    from yaml import YAMLError

    from sopgen.source.builder import Builder

    builder = Builder(source)
    try:
        builder.run(reader(source.text))
    except StoppedError:
        builder.settle_open()
        return builder, False
    except (YAMLError, ValueError) as error:
        from sopgen.source.syntax import explain

        builder.settle_open()
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
    if isinstance(root, dict):
        return []
    from sopgen.source import problems

    if root is None:
        return [problems.EMPTY_FILE.at(source.location(0, 0))]
    what = problems.LIST if isinstance(root, list) else problems.TEXT
    return [problems.NOT_A_MAP.at(source.location(*builder.marks.root), what=what)]


def _hidden_problems(source: Source) -> list[Diagnostic]:
    """Those that only the text tells, once there is a character that they come with."""
    found: list[Diagnostic] = []
    if "\\" in source.text:
        from sopgen.source.characters import forbidden_escapes

        found += forbidden_escapes(source)
    if "\u3000" in source.text or "\xa0" in source.text:
        from sopgen.source.overlooked import wide_indentation

        found += wide_indentation(source)
    return found
