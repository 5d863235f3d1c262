"""The command line: options and help. What a command does stands in ``sopgen.commands``, loaded when it is called."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated, Literal

import typer

from sopgen.cli import options
from sopgen.cli.options import LANGUAGE as _LANGUAGE
from sopgen.cli.options import said as _
from sopgen.cli.running import run as _run
from sopgen.cli.word_files import style_app, template_app
from sopgen.diagnostics import Language

_ALLOCATIONS = 100_000
"""Objects made before the garbage collector looks again: start-up makes many, and next to none in cycles."""

Format = Literal["docx"]
Drawing = Literal["svg", "mermaid", "drawio", "bpmn", "json"]

app = typer.Typer(
    name="sopgen",
    help=_(
        "SOP 即代码：检查用 YAML 写的标准操作流程，生成可以签发的 Word 文档。",
        "SOPs as code: check Standard Operating Procedures written in YAML, and print them as Word documents.",
    ),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


app.add_typer(template_app, name="template")
app.add_typer(style_app, name="style")


def main() -> None:
    """Run the command line; what ``sopgen`` and ``python -m sopgen`` call."""
    gc.set_threshold(_ALLOCATIONS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some reads all packages' metadata
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # file names may hold bytes that are not text
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        app(prog_name="sopgen")
    except KeyboardInterrupt:  # before or after a command
        sys.exit(130)
    finally:
        gc.freeze()  # else Python looks through all there is for garbage on its way out: a tenth of the run


def _print_version(asked: bool) -> None:  # noqa: FBT001 (typer calls it so)
    if asked:
        from importlib.metadata import version

        typer.echo(f"sopgen {version('sopgen')}")
        raise typer.Exit


@app.callback()
def _sopgen(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help=_("显示版本。", "Show the version.")),
    ] = False,
) -> None:
    pass


@app.command(
    help=_(
        "检查流程文件，逐条指出问题所在的行和列。不写路径则检查仓库的 specs 文件夹。",
        "Check specs; every problem is told with its line and column. Without paths, the repository's specs folder.",
    )
)
def validate(
    paths: options.Paths = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    output_format: options.OutputFormat = "full",
    output: options.Outputs = None,
    fail_on: options.FailOn = "error",
    min_severity: options.MinSeverity = "note",
    baseline: options.BaselineFile = None,
    write_baseline: options.WriteBaseline = None,
    since: options.Since = None,
    stdin_filename: options.StdinFilename = None,
    *,
    fix: options.Fix = False,
    unsafe_fixes: options.UnsafeFixes = False,
    diff: options.Diff = False,
    statistics: options.Statistics = False,
    quiet: options.Quiet = False,
    lang: options.Lang = _LANGUAGE,
) -> None:
    """``sopgen validate``."""

    def command() -> int:
        from sopgen.commands import validate
        from sopgen.commands.looking import Asked, Fixes
        from sopgen.diagnostics import Severity
        from sopgen.reporting.telling import Wanted

        wanted = Wanted(
            form=output_format,
            outputs=output or (),
            fail_on=Severity[fail_on.upper()],
            min_severity=Severity[min_severity.upper()],
            summary=not quiet,
            statistics=statistics,
            baseline=baseline,
            write_baseline=write_baseline,
        )
        fixes = Fixes(unsafe_fixes, "diff" if diff else "file") if fix or unsafe_fixes or diff else None
        asked = Asked(_words(select), _words(ignore), since, fixes)
        if paths != ["-"]:
            return validate.run(paths or (), lang, asked, wanted)
        if fixes and not diff:
            asked = asked._replace(fixes=fixes._replace(to="text"))
        return validate.run_on_text(sys.stdin.buffer.read(), stdin_filename, lang, asked, wanted)

    _run(command, lang)


@app.command(
    help=_(
        "把流程文件生成为可以签发的文档。不写路径则生成仓库的 specs 文件夹。",
        "Render specs as documents ready to sign. Without paths, the repository's specs folder.",
    )
)
def render(
    paths: options.Paths = None,
    format_name: Annotated[Format, typer.Option("--format", help=_("文档的格式。", "The format."))] = "docx",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help=_("写到哪个文件夹。", "The folder to write to."), show_default="build"),
    ] = None,
    style: Annotated[
        str | None,
        typer.Option(
            help=_("样式的名称，或样式文件的路径。", "A style sheet's name or path."), show_default="enterprise"
        ),
    ] = None,
    template: options.Template = None,
    protect: options.Protect = None,
    *,
    watermark: options.Watermark = True,
    exact_pages: options.ExactPages = False,
    force: Annotated[
        bool,
        typer.Option("--force", help=_("覆盖不是 sopgen 生成的文件。", "Overwrite files that sopgen did not write.")),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=_("每份文档打印一行。", "Print a line for each document."))
    ] = False,
    lang: options.Lang = _LANGUAGE,
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

    _run(command, lang)


@app.command(
    help=_(
        "新建一份完整、可用的流程，带教写法的注释。类型用中文或英文都行，例如 sopgen new 故障报修。",
        "Begin a spec: a complete procedure with comments that teach the language, such as `sopgen new fault-repair`.",
    )
)
def new(
    name: Annotated[
        str | None,
        typer.Argument(metavar="TYPE", help=_("类型，见 --list。", "The type; see --list."), show_default=False),
    ] = None,
    path: Annotated[
        str | None,
        typer.Argument(
            help=_("文件或文件夹；- 表示打印出来。", "The file or folder to write to; - prints it."),
            show_default=_("specs 文件夹里的 <类型>.yaml", "<type>.yaml in the specs folder"),
        ),
    ] = None,
    *,
    listed: Annotated[bool, typer.Option("--list", help=_("列出所有类型。", "List the types."))] = False,
    title: Annotated[str | None, typer.Option(help=_("标题。", "The title."))] = None,
    number: Annotated[
        str | None,
        typer.Option(
            "--id", help=_("文件编号。", "The document number."), show_default=_("下一个空号", "the next free one")
        ),
    ] = None,
    lang: Annotated[
        Language,
        typer.Option(
            help=_("流程和提示信息的语言。", "The language of the spec and of messages."),
            show_default=_("由系统语言决定", "by locale"),
        ),
    ] = _LANGUAGE,
) -> None:
    """``sopgen new``."""

    def command() -> int:
        from sopgen.commands import new

        if listed or name is None:
            return new.show_list(lang)
        return new.run(name, lang, path, title=title, number=number)

    _run(command, lang)


@app.command(
    help=_(
        "把流程画成图：SVG，或供 Mermaid、draw.io、BPMN 工具继续编辑。默认打印出来。",
        "Draw a process: as SVG, or for Mermaid, draw.io and BPMN tools. Printed unless a file is given.",
    )
)
def flow(
    path: Annotated[str, typer.Argument(metavar="SPEC", help=_("流程文件。", "The spec."))],
    format_name: Annotated[Drawing, typer.Option("--format", help=_("图的格式。", "The format."))] = "svg",
    output: Annotated[
        str | None, typer.Option("--output", "-o", help=_("写到这个文件。", "Write it to this file."))
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
    lang: options.Lang = _LANGUAGE,
) -> None:
    """``sopgen flow``."""

    def command() -> int:
        from sopgen.commands import flow

        return flow.run(path, lang, format_name=format_name, output=output, procedure=procedure)

    _run(command, lang)


@app.command(
    help=_("打印流程语言的 JSON Schema，供编辑器使用。", "Print the JSON Schema of the spec language, for editors.")
)
def schema(
    output: Annotated[
        str | None, typer.Option("--output", "-o", help=_("写到这个文件。", "Write it to this file."))
    ] = None,
) -> None:
    """``sopgen schema``."""

    def command() -> int:
        from sopgen.commands import schema

        return schema.run(output)

    _run(command, _LANGUAGE)


@app.command(
    help=_(
        "打印生效的设置，以及每一项来自哪里：sopgen.toml 的哪一行，或默认值。",
        "Print the settings that hold, and where each is from: a line of sopgen.toml, or a default.",
    )
)
def config(
    path: Annotated[str, typer.Argument(help=_("文件或文件夹。", "A file or folder."))] = ".",
    lang: options.Lang = _LANGUAGE,
) -> None:
    """``sopgen config``."""

    def command() -> int:
        from sopgen.commands import config

        return config.run(path, lang)

    _run(command, lang)


@app.command(
    help=_(
        "说明一条规则：禁止什么、为什么、怎么改。规则写名称或编号。",
        "Tell about a rule, by its name or code: what it forbids, why, and how to mend it.",
    )
)
def rule(
    name: Annotated[
        str | None, typer.Argument(metavar="RULE", help=_("规则的名称或编号。", "The rule."), show_default=False)
    ] = None,
    output_format: Annotated[
        Literal["text", "json"], typer.Option(help=_("打印的形式。", "The form in which to print."))
    ] = "text",
    *,
    every: Annotated[bool, typer.Option("--all", help=_("列出所有规则。", "List every rule."))] = False,
    lang: options.Lang = _LANGUAGE,
) -> None:
    """``sopgen rule``."""

    def command() -> int:
        from sopgen.commands import rule

        if every or name is None:
            return rule.run_all(lang, output_format)
        return rule.run(name, lang, output_format)

    _run(command, lang)


def _words(values: list[str] | None) -> tuple[str, ...]:
    """The words of an option that may be repeated, or hold several with commas between them."""
    return tuple(word.strip() for value in values or () for word in value.split(",") if word.strip())
