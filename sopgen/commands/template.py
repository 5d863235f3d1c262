"""``sopgen template new``: a house template to start from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopgen.diagnostics import Language, Message
from sopgen.repository import Repository
from sopgen.repository.outputs import create

if TYPE_CHECKING:
    from sopgen.style.model import Style

WROTE = Message(
    zh="已新建模板 {path}，里面的批注说明怎样改。\n改好后生成：sopgen render --template {path}",
    en="Wrote the template {path}; the comments in it tell what to change.\n"
    "Then render with `sopgen render --template {path}`",
)


def run(path: str, language: Language, style: str | None = None) -> int:
    """Write a template to a new file; 0.

    Args:
        path: the file.
        language: of the template, its comments and messages.
        style: the name or path of the style sheet that it looks like; that of the repository when None.

    Raises:
        SopgenError: there is such a file, it cannot be written, or the style sheet is not valid.
    """
    from sopgen.reporting.console import say
    from sopgen.style import load_style

    file = Path(path)
    repository = Repository.find(file)
    create(file, _template(load_style(style or repository.style), language))
    say(WROTE.format(path=path), language)
    return 0


def _template(style: Style, language: Language) -> bytes:
    from sopgen.writers.docx.house.starting import starting_template

    return starting_template(style, language)
