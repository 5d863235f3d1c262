"""The files that reports are written to: ``FORMAT=FILE``, as the command line names them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sopgen.diagnostics import Diagnostic, Location, Message
from sopgen.errors import UsageError
from sopgen.reporting.formats import FORMATS
from sopgen.repository.outputs import same_file_key
from sopgen.source import did_you_mean
from sopgen.source.problems import Problem

WRONG_REPORT = Problem(
    "SOP096",
    "wrong-report",
    Message(zh="“{word}”不是“格式=文件”", en="`{word}` is not FORMAT=FILE"),
    Message(
        zh="请写成 --output sarif=报告.sarif；可用的格式：{formats}",
        en="write --output sarif=report.sarif; the formats are {formats}",
    ),
)
UNKNOWN_FORMAT = Problem(
    "SOP096",
    "wrong-report",
    Message(zh="没有“{name}”这种报告格式", en="there is no report format `{name}`"),
    Message(zh="可用的格式：{formats}", en="it may be: {formats}"),
)
REPORT_OVER_SPEC = Problem(
    "SOP097",
    "report-over-spec",
    Message(
        zh="报告和基线不能写到流程、其他 .yaml 文件或正在使用的基线上",
        en="a report or baseline is never written over a spec, another .yaml file or the baseline in use",
    ),
    Message(zh="请换一个文件名", en="give another name"),
)
SAME_REPORT = Problem(
    "SOP098",
    "same-report",
    Message(zh="这个文件要写两次", en="this file would be written twice"),
    Message(zh="请给每份报告一个自己的文件名", en="give each report a file of its own"),
)


class Target(NamedTuple):
    """A report that is written to a file: its format and the file."""

    form: str
    path: Path


def targets(words: Iterable[str]) -> tuple[Target, ...]:
    """The targets that ``words`` name.

    Raises:
        UsageError: a word is not ``FORMAT=FILE``, or there is no such format.
    """
    split = [word.partition("=") for word in words]
    wrong = [_wrong(name, file) for name, _, file in split if name not in FORMATS or not file]
    if wrong:
        raise UsageError(*wrong)
    return tuple(Target(name, Path(file)) for name, _, file in split)


def protect(paths: Sequence[Path], kept: Iterable[Path]) -> None:
    """Make sure that writing to ``paths`` harms no file of ``kept``, no other YAML file, and none of one another.

    Raises:
        UsageError: it would.
    """
    if paths:
        found = list(_harm(paths, {os.path.realpath(path) for path in kept}))
        if found:
            raise UsageError(*found)


def _harm(paths: Iterable[Path], kept: set[str]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for path in paths:
        real = os.path.realpath(path)
        if real in kept or Path(real).suffix.lower() in (".yaml", ".yml"):
            yield REPORT_OVER_SPEC.at(Location(str(path)))
        elif (key := same_file_key(Path(real))) in seen:
            yield SAME_REPORT.at(Location(str(path)))
        else:
            seen.add(key)


def _wrong(name: str, file: str) -> Diagnostic:
    formats = ", ".join(FORMATS)
    if not file:
        return WRONG_REPORT.at(Location("--output"), word=name, formats=formats)
    return UNKNOWN_FORMAT.at(Location("--output"), hint=did_you_mean(name, FORMATS), name=name, formats=formats)
