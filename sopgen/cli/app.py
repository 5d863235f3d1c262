"""The command line: the commands and their help, by name.

The options of each stand in a module of its own, and what it does in ``sopgen.commands``: both are loaded when it is
called.
"""

from typing import Annotated

import typer

from sopgen.cli.deferred import Deferred, Function, Group
from sopgen.cli.options import said as _

app = typer.Typer(
    name="sopgen",
    cls=Group,
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
template_app = typer.Typer(
    cls=Group, help=_("公司自己的 Word 模板。", "A Word file of your own to use."), no_args_is_help=True
)
style_app = typer.Typer(cls=Group, help=_("样式表。", "Style sheets."), no_args_is_help=True)
app.add_typer(template_app, name="template")
app.add_typer(style_app, name="style")


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
    "validate",
    cls=Deferred,
    help=_(
        "检查流程文件，逐条指出问题所在的行和列。不写路径则检查仓库的 specs 文件夹。",
        "Check specs; every problem is reported by line and column. Without paths, the repository's specs folder.",
    ),
)
def _validate() -> Function:
    from sopgen.cli.validate import validate

    return validate


@app.command(
    "render",
    cls=Deferred,
    help=_(
        "把流程文件生成为可以签发的文档。不写路径则生成仓库的 specs 文件夹。",
        "Render specs as documents ready to sign. Without paths, the repository's specs folder.",
    ),
)
def _render() -> Function:
    from sopgen.cli.render import render

    return render


@app.command(
    "new",
    cls=Deferred,
    help=_(
        "新建一份完整、可用的流程，带教写法的注释。类型用中文或英文都行，例如 sopgen new 故障报修。",
        "Begin a spec with a complete procedure. Its comments teach the language: `sopgen new fault-repair`.",
    ),
)
def _new() -> Function:
    from sopgen.cli.new import new

    return new


@app.command(
    "flow",
    cls=Deferred,
    help=_(
        "把流程画成图：SVG，或供 Mermaid、draw.io、BPMN 工具继续编辑。默认打印出来。",
        "Draw a process: as SVG, or for Mermaid, draw.io and BPMN tools. Printed unless a file is given.",
    ),
)
def _flow() -> Function:
    from sopgen.cli.flow import flow

    return flow


@app.command(
    "schema",
    cls=Deferred,
    help=_("打印流程语言的 JSON Schema，供编辑器使用。", "Print the JSON Schema of the spec language, for editors."),
)
def _schema() -> Function:
    from sopgen.cli.schema import schema

    return schema


@app.command(
    "config",
    cls=Deferred,
    help=_(
        "打印生效的设置，以及每一项来自哪里：sopgen.toml 的哪一行，或默认值。",
        "Print the settings in force, and where each is from. That is a line of sopgen.toml, or a default.",
    ),
)
def _config() -> Function:
    from sopgen.cli.config import config

    return config


@app.command(
    "rule",
    cls=Deferred,
    help=_(
        "说明一条规则：禁止什么、为什么、怎么改。规则写名称或编号，不写则列出全部。",
        "Explain what a rule forbids, why, and how to fix it. Give its name or code; without one, all are listed.",
    ),
)
def _rule() -> Function:
    from sopgen.cli.rule import rule

    return rule


@template_app.callback()
def _template() -> None:
    pass  # else typer would take the only command for the whole


@template_app.command(
    "new",
    cls=Deferred,
    help=_(
        "新建一个 Word 模板，带封面、标签和说明怎样改的批注。",
        "Write a Word template to start from. It has a cover, tags, and comments that tell what to change.",
    ),
)
def _template_new() -> Function:
    from sopgen.cli.template_new import template_new

    return template_new


@style_app.callback()
def _style() -> None:
    pass


@style_app.command(
    "learn",
    cls=Deferred,
    help=_("照一个 Word 文件的样子写出样式表。", "Write a style sheet that mimics a Word file."),
)
def _style_learn() -> Function:
    from sopgen.cli.style_learn import style_learn

    return style_learn
