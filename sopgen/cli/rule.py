"""``sopgen rule``."""

from typing import Annotated, Literal

import typer

from sopgen.cli.options import LANGUAGE, Lang
from sopgen.cli.options import said as _
from sopgen.cli.running import run


def rule(
    name: Annotated[
        str | None, typer.Argument(metavar="RULE", help=_("规则的名称或编号。", "The rule."), show_default=False)
    ] = None,
    output_format: Annotated[
        Literal["text", "json"], typer.Option(help=_("打印的形式。", "The form in which to print."))
    ] = "text",
    *,
    every: Annotated[bool, typer.Option("--all", help=_("列出所有规则。", "List every rule."))] = False,
    lang: Lang = LANGUAGE,
) -> None:
    """``sopgen rule``."""

    def command() -> int:
        from sopgen.commands import rule

        if every or name is None:
            return rule.run_all(lang, output_format)
        return rule.run(name, lang, output_format)

    run(command, lang)
