"""``sopgen render``."""

from typing import Annotated, Literal

import typer

from sopgen.cli.options import LANGUAGE, Lang, Paths
from sopgen.cli.options import said as _
from sopgen.cli.running import run

Format = Literal["docx"]
Protect = Annotated[
    Literal["none", "read-only", "forms"] | None,
    typer.Option(
        help=_(
            "保护文档：只读，或只能填写表单（不设密码）。",
            "Protect documents: read-only, or all but their forms. There is no password.",
        ),
        show_default=_("由样式决定", "as the style sheet says"),
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FOLDER",
        help=_("写到哪个文件夹。", "The folder to write to."),
        show_default="build",
    ),
]
Style = Annotated[
    str | None,
    typer.Option(
        metavar="STYLE",
        help=_("样式的名称，或样式文件的路径。", "A style sheet's name or path."),
        show_default="enterprise",
    ),
]
Template = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help=_(
            "公司自己的 Word 模板（.docx），其中 {{ body }} 处放正文。",
            "A Word file of your own; {{ body }} in it is replaced.",
        ),
        show_default=_("由 sopgen.toml 决定", "as sopgen.toml says"),
    ),
]
Watermark = Annotated[
    bool,
    typer.Option("--watermark/--no-watermark", help=_("按状态印水印。", "Print the status across every page.")),
]
ExactPages = Annotated[
    bool,
    typer.Option(
        "--exact-pages",
        help=_("目录的页码由 LibreOffice 排版得出，不用估计。", "Take page numbers in the contents from LibreOffice."),
    ),
]


def render(
    paths: Paths = None,
    format_name: Annotated[Format, typer.Option("--format", help=_("文档的格式。", "The format."))] = "docx",
    output: Output = None,
    style: Style = None,
    template: Template = None,
    protect: Protect = None,
    *,
    watermark: Watermark = True,
    exact_pages: ExactPages = False,
    force: Annotated[
        bool,
        typer.Option("--force", help=_("覆盖不是 sopgen 生成的文件。", "Overwrite files that sopgen did not write.")),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=_("每份文档打印一行。", "Print a line for each document."))
    ] = False,
    lang: Lang = LANGUAGE,
) -> None:
    """``sopgen render``."""

    def command() -> int:
        from sopgen.commands import render
        from sopgen.commands.styling import Looks

        return render.run(
            paths or (),
            lang,
            format_name=format_name,
            output=output,
            looks=Looks(style, protect, watermark, template, exact_pages),
            force=force,
            verbose=verbose,
        )

    run(command, lang)
