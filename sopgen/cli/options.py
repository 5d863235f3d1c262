"""The options of commands that take many, and the language that help is in."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from sopgen.diagnostics import Language
from sopgen.reporting.locale import preferred_language

LANGUAGE = preferred_language()
"""The language of help, and of messages unless another is asked for."""


def said(zh: str, en: str) -> str:
    """A help text in the language of the locale."""
    return zh if LANGUAGE == "zh-CN" else en


Form = Literal["full", "concise", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson"]
Level = Literal["error", "warning", "note"]

Lang = Annotated[
    Language,
    typer.Option(
        help=said("提示信息的语言。", "The language of messages."), show_default=said("由系统语言决定", "by locale")
    ),
]
Paths = Annotated[list[str] | None, typer.Argument(help=said("文件或文件夹。", "Files and folders."))]
Select = Annotated[
    list[str] | None,
    typer.Option(
        help=said("只用这些规则（名称、编号或编号的开头）。", "Only these rules: names, codes, beginnings of codes.")
    ),
]
Ignore = Annotated[list[str] | None, typer.Option(help=said("不用这些规则。", "Not these rules."))]
OutputFormat = Annotated[
    Form, typer.Option(help=said("打印的报告用什么格式。", "The format of the report that is printed."))
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FORMAT=FILE",
        help=said("另写一份报告到文件，可以写多次。", "Write a report to a file too; may be repeated."),
    ),
]
Protect = Annotated[
    Literal["none", "read-only", "forms"] | None,
    typer.Option(
        help=said(
            "保护文档：只读，或只能填写表单（不设密码）。",
            "Protect documents: read-only, or all but their forms. There is no password.",
        ),
        show_default=said("由样式决定", "as the style sheet says"),
    ),
]
Template = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help=said(
            "公司自己的 Word 模板（.docx），其中 {{ body }} 处放正文。",
            "A Word file of your own; {{ body }} in it is replaced.",
        ),
        show_default=said("由 sopgen.toml 决定", "as sopgen.toml says"),
    ),
]
Watermark = Annotated[
    bool,
    typer.Option("--watermark/--no-watermark", help=said("按状态印水印。", "Print the status across every page.")),
]
ExactPages = Annotated[
    bool,
    typer.Option(
        "--exact-pages",
        help=said("目录的页码由 LibreOffice 排版得出，不用估计。", "Let LibreOffice tell the pages in the contents."),
    ),
]
FailOn = Annotated[
    Level, typer.Option(help=said("达到这一级就以退出码 1 结束。", "The least severity that makes the exit code 1."))
]
MinSeverity = Annotated[Level, typer.Option(help=said("只列出达到这一级的问题。", "The least severity that is shown."))]
BaselineFile = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help=said("不列出这个文件记下的问题。", "Leave out the findings that this file knows."),
    ),
]
WriteBaseline = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help=said("把现有的问题都记到这个文件里。", "Record all findings in this file, for --baseline."),
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="REVISION",
        help=said(
            "与 git 的这个版本比较：内容改了，版本和修订记录也要改。",
            "Compare with this revision of git: a change asks for a new version and an entry in the revision table.",
        ),
    ),
]
Fix = Annotated[bool, typer.Option("--fix", help=said("改好不会改变意思的问题。", "Mend what can be mended safely."))]
UnsafeFixes = Annotated[
    bool,
    typer.Option(
        "--unsafe-fixes",
        help=said("也改可能改变意思的问题，如编号；改后请核对。", "Mend more, such as numbers; look at what it did."),
    ),
]
Diff = Annotated[
    bool,
    typer.Option("--diff", help=said("只打印会怎样改，不写文件。", "Print what would change, write nothing.")),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help=said("路径写 - 即读标准输入，并当作这个文件。", "The file that standard input, read for -, is taken for."),
    ),
]
Statistics = Annotated[bool, typer.Option("--statistics", help=said("最后按规则统计。", "Count by rule at the end."))]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=said("不打印最后的一句小结。", "Leave the summary out."))]
