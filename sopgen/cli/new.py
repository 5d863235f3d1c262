"""``sopgen new``."""

from typing import Annotated

import typer

from sopgen.cli.options import LANGUAGE, in_language
from sopgen.cli.options import said as _
from sopgen.cli.running import run
from sopgen.diagnostics import Language


def new(
    name: Annotated[
        str | None,
        typer.Argument(metavar="TYPE", help=_("类型，见 --list。", "The type; see --list."), show_default=False),
    ] = None,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH",
            help=_("文件或文件夹；- 表示打印出来。", "The file or folder to write to; - prints it."),
            show_default=_("specs 文件夹里的 <类型>.yaml", "<type>.yaml in the specs folder"),
        ),
    ] = None,
    *,
    listed: Annotated[bool, typer.Option("--list", help=_("列出所有类型。", "List the types."))] = False,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help=_("标题。", "The title."))] = None,
    number: Annotated[
        str | None,
        typer.Option(
            "--id",
            metavar="NUMBER",
            help=_("文件编号。", "The document number."),
            show_default=_("下一个空号", "the next free one"),
        ),
    ] = None,
    lang: Annotated[
        Language, in_language("流程和提示信息的语言。", "The language of the spec and of messages.")
    ] = LANGUAGE,
) -> None:
    """``sopgen new``."""

    def command() -> int:
        from sopgen.commands import new

        if listed or name is None:
            return new.show_list(lang)
        return new.run(name, lang, path, title=title, number=number)

    run(command, lang)
