"""The spec files that a command is given: named themselves, or found in folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sopgen.diagnostics import Diagnostic, Location
from sopgen.errors import ReadError, UsageError
from sopgen.repository import problems
from sopgen.repository.discovery import specs_in
from sopgen.repository.specfile import SpecFile, real, straight
from sopgen.source import read
from sopgen.source.reasons import reason


class Inputs(NamedTuple):
    """What a command works on.

    Attributes:
        files: the specs, sorted by name, each once.
        notices: what was passed over or could not be looked into.
    """

    files: tuple[SpecFile, ...]
    notices: tuple[Diagnostic, ...] = ()


def gather(paths: Iterable[str], specs: Path, output: Path) -> Inputs:
    """The specs that ``paths``, files and folders as the user wrote them, stand for.

    A spec inside ``specs``, the repository's folder of specs, keeps its place in it; any other keeps its place in the
    folder that it was found in. ``output`` is passed over.

    Raises:
        UsageError: a path does not exist, or no spec was found.
    """
    found: dict[Path, SpecFile] = {}
    notices: list[Diagnostic] = []
    for name in paths:
        files = list(_files(name, output, notices))
        if not files:
            notices.append(problems.NO_SPECS.at(Location(name)))
        for file in files:
            found.setdefault(real(file.path), _placed(file, specs))
    if not found:
        raise UsageError(*notices)
    return Inputs(tuple(sorted(found.values())), tuple(notices))


def _files(name: str, output: Path, notices: list[Diagnostic]) -> Iterator[SpecFile]:
    path = Path(name)
    if not os.path.lexists(path):
        raise UsageError(*_missing(path, name))
    if not path.is_dir():
        yield SpecFile(name, path)
        return
    found = specs_in(path, output)
    notices += (problems.NOT_A_SPEC.at(Location(str(other))) for other in found.others)
    notices += map(_refused, found.refused)
    yield from (SpecFile(str(spec), spec, spec.relative_to(path).parent) for spec in found.specs)


def _placed(file: SpecFile, specs: Path) -> SpecFile:
    path = straight(file.path)
    inside = path.is_relative_to(specs)
    return SpecFile(file.name, file.path, path.relative_to(specs).parent) if inside else file


def _missing(path: Path, name: str) -> tuple[Diagnostic, ...]:
    try:
        read(path, name)
    except ReadError as error:
        return error.diagnostics
    return ()


def _refused(error: OSError) -> Diagnostic:
    return problems.UNREADABLE_FOLDER.at(Location(str(error.filename)), reason=reason(error))
