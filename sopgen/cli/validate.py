"""``sopgen validate``."""

import sys
from typing import Annotated, Literal

import typer

from sopgen.cli.options import LANGUAGE, Lang, Paths
from sopgen.cli.options import said as _
from sopgen.cli.running import run

Form = Literal["full", "concise", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson"]
Level = Literal["error", "warning", "note"]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULE",
        help=_("只用这些规则（名称、编号或编号的开头）。", "Only these rules: names, codes, beginnings of codes."),
    ),
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="RULE", help=_("不用这些规则。", "Not these rules."))]
OutputFormat = Annotated[
    Form, typer.Option(help=_("打印的报告用什么格式。", "The format of the report that is printed."))
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FORMAT=FILE",
        help=_("另写一份报告到文件，可以写多次。", "Write a report to a file too; may be repeated."),
    ),
]
FailOn = Annotated[
    Level, typer.Option(help=_("达到这一级就以退出码 1 结束。", "The lowest severity that makes the exit code 1."))
]
MinSeverity = Annotated[Level, typer.Option(help=_("只列出达到这一级的问题。", "The lowest severity that is shown."))]
BaselineFile = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help=_("不列出这个文件记下的问题。", "Leave out the findings that this file knows."),
    ),
]
WriteBaseline = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help=_("把现有的问题都记到这个文件里。", "Record all findings in this file, for --baseline."),
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="REVISION",
        help=_(
            "与 git 的这个版本比较：内容改了，版本和修订记录也要改。",
            "Compare with this git revision: a change asks for a new version and an entry in the revision table.",
        ),
    ),
]
Fix = Annotated[bool, typer.Option("--fix", help=_("改好不会改变意思的问题。", "Fix what can be fixed safely."))]
UnsafeFixes = Annotated[
    bool,
    typer.Option(
        "--unsafe-fixes",
        help=_("也改可能改变意思的问题，如编号；改后请核对。", "Fix more, such as numbers; check what it did."),
    ),
]
Diff = Annotated[
    bool,
    typer.Option("--diff", help=_("只打印会怎样改，不写文件。", "Print what would change, write nothing.")),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help=_("路径写 - 即读标准输入，并当作这个文件。", "The file that standard input, read for -, is taken for."),
    ),
]
Statistics = Annotated[bool, typer.Option("--statistics", help=_("最后按规则统计。", "Count by rule at the end."))]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=_("不打印最后的一句小结。", "Leave the summary out."))]


def validate(
    paths: Paths = None,
    select: Select = None,
    ignore: Ignore = None,
    output_format: OutputFormat = "full",
    output: Outputs = None,
    fail_on: FailOn = "error",
    min_severity: MinSeverity = "note",
    baseline: BaselineFile = None,
    write_baseline: WriteBaseline = None,
    since: Since = None,
    stdin_filename: StdinFilename = None,
    *,
    fix: Fix = False,
    unsafe_fixes: UnsafeFixes = False,
    diff: Diff = False,
    statistics: Statistics = False,
    quiet: Quiet = False,
    lang: Lang = LANGUAGE,
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

    run(command, lang)


def _words(values: list[str] | None) -> tuple[str, ...]:
    """The words of an option that may be repeated, or hold several with commas between them."""
    return tuple(word.strip() for value in values or () for word in value.split(",") if word.strip())
