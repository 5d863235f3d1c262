"""The options that several commands take, and the language that help is in."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from sopgen.diagnostics import Language
from sopgen.reporting.locale import preferred_language

LANGUAGE = preferred_language()
"""The language of help, and of messages unless another is asked for."""


def said(zh: str, en: str) -> str:
    """A help text in the language of the locale."""
    return zh if LANGUAGE == "zh-CN" else en


def in_language(zh: str, en: str) -> Any:
    """An option for a language, that of the locale unless it is given; what it is the language of is its help."""
    return typer.Option(help=said(zh, en), show_default=said("由系统语言决定", "by locale"))


Lang = Annotated[Language, in_language("提示信息的语言。", "The language of messages.")]
Paths = Annotated[list[str] | None, typer.Argument(metavar="PATHS", help=said("文件或文件夹。", "Files and folders."))]
