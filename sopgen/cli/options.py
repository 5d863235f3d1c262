"""The options that several commands take, and the language that help is in."""

from __future__ import annotations

from typing import Annotated

import typer

from sopgen.diagnostics import Language
from sopgen.reporting.locale import preferred_language

LANGUAGE = preferred_language()
"""The language of help, and of messages unless another is asked for."""


def said(zh: str, en: str) -> str:
    """A help text in the language of the locale."""
    return zh if LANGUAGE == "zh-CN" else en


Lang = Annotated[
    Language,
    typer.Option(
        help=said("提示信息的语言。", "The language of messages."), show_default=said("由系统语言决定", "by locale")
    ),
]
Paths = Annotated[list[str] | None, typer.Argument(metavar="PATHS", help=said("文件或文件夹。", "Files and folders."))]
