"""``sopgen config``."""

from typing import Annotated

import typer

from sopgen.cli.options import LANGUAGE, Lang
from sopgen.cli.options import said as _
from sopgen.cli.running import run


def config(
    path: Annotated[str, typer.Argument(metavar="PATH", help=_("文件或文件夹。", "A file or folder."))] = ".",
    lang: Lang = LANGUAGE,
) -> None:
    """``sopgen config``."""

    def command() -> int:
        from sopgen.commands import config

        return config.run(path, lang)

    run(command, lang)
