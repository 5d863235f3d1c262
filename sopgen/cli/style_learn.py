"""``sopgen style learn``."""

from typing import Annotated

import typer

from sopgen.cli.options import LANGUAGE, Lang
from sopgen.cli.options import said as _
from sopgen.cli.running import run


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
    lang: Lang = LANGUAGE,
) -> None:
    """``sopgen style learn``."""

    def command() -> int:
        from sopgen.commands import style

        return style.learn(file, lang, path)

    run(command, lang)
