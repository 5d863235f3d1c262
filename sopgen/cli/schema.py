"""``sopgen schema``."""

from typing import Annotated

import typer

from sopgen.cli.options import LANGUAGE, in_language
from sopgen.cli.options import said as _
from sopgen.cli.running import run
from sopgen.diagnostics import Language


def schema(
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help=_("写到这个文件。", "Write it to this file."))
    ] = None,
    lang: Annotated[
        Language, in_language("说明文字和提示信息的语言。", "The language of descriptions and of messages.")
    ] = LANGUAGE,
) -> None:
    """``sopgen schema``."""

    def command() -> int:
        from sopgen.commands import schema

        return schema.run(lang, output)

    run(command, lang)
