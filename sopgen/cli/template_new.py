"""``sopgen template new``."""

from typing import Annotated

import typer

from sopgen.cli.options import LANGUAGE, Lang
from sopgen.cli.options import said as _
from sopgen.cli.running import run


def template_new(
    path: Annotated[str, typer.Argument(metavar="FILE", help=_("新建哪个文件。", "The file to write."))],
    style: Annotated[
        str | None,
        typer.Option(
            metavar="STYLE",
            help=_("模板照哪个样式表的样子。", "The style sheet that it looks like."),
            show_default="enterprise",
        ),
    ] = None,
    lang: Lang = LANGUAGE,
) -> None:
    """``sopgen template new``."""

    def command() -> int:
        from sopgen.commands import template

        return template.run(path, lang, style)

    run(command, lang)
