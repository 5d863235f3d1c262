"""``sopgen schema``."""

from typing import Annotated

import typer

from sopgen.cli.options import LANGUAGE
from sopgen.cli.options import said as _
from sopgen.cli.running import run


def schema(
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help=_("写到这个文件。", "Write it to this file."))
    ] = None,
) -> None:
    """``sopgen schema``."""

    def command() -> int:
        from sopgen.commands import schema

        return schema.run(output)

    run(command, LANGUAGE)
