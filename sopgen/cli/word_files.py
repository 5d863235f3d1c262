"""``sopgen template`` and ``sopgen style``: a company's own Word files."""

from __future__ import annotations

from typing import Annotated

import typer

from sopgen.cli import options
from sopgen.cli.options import LANGUAGE
from sopgen.cli.options import said as _
from sopgen.cli.running import run

template_app = typer.Typer(help=_("公司自己的 Word 模板。", "A Word file of your own to use."), no_args_is_help=True)
style_app = typer.Typer(help=_("样式表。", "Style sheets."), no_args_is_help=True)


@template_app.callback()
def _template() -> None:
    pass  # else typer would take the only command for the whole


@style_app.callback()
def _style() -> None:
    pass


@template_app.command(
    "new",
    help=_(
        "新建一个 Word 模板，带封面、标签和说明怎样改的批注。",
        "Write a Word template to start from: a cover, tags, and comments that tell what to change.",
    ),
)
def template_new(
    path: Annotated[str, typer.Argument(metavar="FILE", help=_("新建哪个文件。", "The file to write."))],
    style: Annotated[
        str | None,
        typer.Option(
            help=_("模板照哪个样式表的样子。", "The style sheet that it looks like."), show_default="enterprise"
        ),
    ] = None,
    lang: options.Lang = LANGUAGE,
) -> None:
    """``sopgen template new``."""

    def command() -> int:
        from sopgen.commands import template

        return template.run(path, lang, style)

    run(command, lang)


@style_app.command(
    "learn",
    help=_("照一个 Word 文件的样子写出样式表。", "Write a style sheet that mimics a Word file."),
)
def style_learn(
    file: Annotated[str, typer.Argument(metavar="WORD-FILE", help=_("Word 文件。", "The Word file."))],
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            help=_("写到哪个文件；- 表示打印出来。", "The file to write; - prints it."),
            show_default=_("同名的 .yaml", "the same name with .yaml"),
        ),
    ] = None,
    lang: options.Lang = LANGUAGE,
) -> None:
    """``sopgen style learn``."""

    def command() -> int:
        from sopgen.commands import style

        return style.learn(file, lang, path)

    run(command, lang)
