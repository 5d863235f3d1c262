"""``sopgen flow``."""

from typing import Annotated, Literal

import typer

from sopgen.cli.options import LANGUAGE, Lang
from sopgen.cli.options import said as _
from sopgen.cli.running import run

Drawing = Literal["svg", "mermaid", "drawio", "bpmn", "json"]


def flow(
    path: Annotated[str, typer.Argument(metavar="SPEC", help=_("流程文件。", "The spec."))],
    format_name: Annotated[Drawing, typer.Option("--format", help=_("图的格式。", "The format."))] = "svg",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help=_("写到这个文件。", "Write it to this file."))
    ] = None,
    procedure: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help=_("画哪个流程；states 为工单状态图。", "Which procedure; `states` for the states of a ticket."),
            show_default=_("第一个", "the first"),
        ),
    ] = None,
    *,
    lang: Lang = LANGUAGE,
) -> None:
    """``sopgen flow``."""

    def command() -> int:
        from sopgen.commands import flow

        return flow.run(path, lang, format_name=format_name, output=output, procedure=procedure)

    run(command, lang)
