"""``sopgen new``: begin a spec from a starter."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from sopgen.commands.schema import schema_text
from sopgen.diagnostics import Language, Location, Message
from sopgen.errors import UsageError
from sopgen.reporting.console import say, show
from sopgen.reporting.excerpt import width
from sopgen.repository import Repository, problems
from sopgen.repository.discovery import SUFFIXES
from sopgen.repository.outputs import create
from sopgen.repository.specfile import shown
from sopgen.repository.starters import Starter, starter, starters
from sopgen.source import Source, parse, read
from sopgen.source.edits import replaced

SCHEMA_NAME: Final = "sop.schema.json"
"""The file at the root of a repository by which editors complete and check specs."""
_SCHEMA_LINE: Final = re.compile(r"\A# yaml-language-server: \$schema=.*\n")

HOW_TO = Message(zh="新建一份，例如：sopgen new 故障报修", en="To begin with one: sopgen new fault-repair")
WRITTEN = Message(zh="已新建 {path}，编号 {number}。", en="Wrote {path}, number {number}.")
SCHEMA_WRITTEN = Message(
    zh="已新建 {path}，编辑器靠它补全和检查。", en="Wrote {path}, which editors use to complete and check specs."
)
NEXT = Message(
    zh="接下来：改好内容，检查用 sopgen validate {path}，生成 Word 用 sopgen render {path}",
    en="Next: edit it, check it with `sopgen validate {path}`, print it with `sopgen render {path}`",
)
NUMBER = Message(zh="文件编号", en="the number of a document")
TITLE = Message(zh="标题", en="a title")
FILE_NAME = Message(zh="流程文件的名称，要以 .yaml 结尾", en="the name of a spec, which ends in .yaml")
NUMBER_LIKE = Message(
    zh="编号要有大写字母或数字，例如 AFS-SOP-2026-001",
    en="a number has upper-case letters or digits, as in AFS-SOP-2026-001",
)


def show_list(language: Language) -> int:
    """Print the starters."""
    listed = starters()
    names = [(item.name, item.title.text(language)) for item in listed]
    first, second = (max(width(columns[place]) for columns in names) for place in (0, 1))
    for item, (name, title) in zip(listed, names, strict=True):
        show([(f"{_padded(name, first)}  ", "bold"), (f"{_padded(title, second)}  {item.about.text(language)}\n", "")])
    show([("\n" + HOW_TO.text(language) + "\n", "")])
    return 0


def run(
    name: str, language: Language, path: str | None = None, *, title: str | None = None, number: str | None = None
) -> int:
    """Write a new spec.

    Args:
        name: the starter.
        language: the language of the spec, of the schema, and of messages.
        path: the file or folder to write to, ``-`` for standard output; the repository's folder of specs when None.
        title: its title; that of the starter when None.
        number: its number; the next free one of the repository when None.

    Raises:
        SopgenError: there is no such starter, the file exists, or it cannot be written.
    """
    chosen = starter(name)
    repository = Repository.find(Path("." if path in (None, "-") else str(path)))
    target = None if path == "-" else _target(path, chosen, repository)
    number = _number(number, repository)
    folder = target.parent if target else Path()
    home = repository.home_of(target or Path("spec.yaml"))
    text = _filled(chosen, language, number, title, os.path.relpath(home / SCHEMA_NAME, folder))
    if target is None:
        sys.stdout.write(text)
        return 0
    create(target, text.encode())
    say(WRITTEN.format(path=target, number=number), language)
    schema = home / SCHEMA_NAME
    if not os.path.lexists(schema):
        create(schema, schema_text(language).encode())
        say(SCHEMA_WRITTEN.format(path=shown(schema)), language)
    say(NEXT.format(path=_quoted(str(target))), language)
    return 0


def _target(path: str | None, chosen: Starter, repository: Repository) -> Path:
    name = f"{chosen.name}.yaml"
    if path is None:
        return Path(shown(repository.specs)) / name
    target = Path(path)
    if target.is_dir() or path.endswith(("/", os.sep)):
        return target / name
    if not target.suffix:
        return target.with_suffix(".yaml")
    if target.suffix.lower() not in SUFFIXES:
        raise UsageError(problems.WRONG_OPTION.at(Location("new"), value=path, what=FILE_NAME))
    return target


def _number(number: str | None, repository: Repository) -> str:
    from sopgen.spec.numbers import is_number
    from sopgen.spec.refusals import NotReadableError

    if number is None:
        try:
            return repository.next_number(_today())
        except NotReadableError as error:
            raise UsageError(problems.NO_NUMBER.at(Location("new"), problem=error.message)) from None
    if not is_number(number):
        raise UsageError(problems.WRONG_OPTION.at(Location("--id"), hint=NUMBER_LIKE, value=number, what=NUMBER))
    if number in repository.documents.by_number:
        raise UsageError(problems.TAKEN_NUMBER.at(Location("--id"), number=number))
    return number


def _filled(chosen: Starter, language: Language, number: str, title: str | None, schema: str) -> str:
    """The starter's text with a number, a title, today's date and the way to the schema."""
    source = read(chosen.path(language))
    own = str(parse(source).value(("id",)))
    text = _renumbered(source.text, own, number)
    text = _SCHEMA_LINE.sub(lambda _: f"# yaml-language-server: $schema={schema.replace(os.sep, '/')}\n", text)
    today = _today().isoformat()
    values = {("prepared_by", "date"): today, ("revisions", 0, "date"): today}
    if title is not None:
        if not title.strip():
            raise UsageError(problems.WRONG_OPTION.at(Location("--title"), value=title, what=TITLE))
        values["title",] = " ".join(title.split())
    return replaced(parse(Source(source.file, text, "")), values)


def _renumbered(text: str, own: str, number: str) -> str:
    """``text`` with ``number`` for its ``own``, and ``own`` for the other document that it calls ``number``, if any."""
    other = {own: number, number: own}
    either = "|".join(map(re.escape, other))
    return re.sub(rf"(?<![A-Za-z0-9_-])(?:{either})(?![A-Za-z0-9_-])", lambda found: other[found[0]], text)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _padded(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))


def _quoted(path: str) -> str:
    """``path`` as a shell takes it."""
    return f'"{path}"' if " " in path else path
