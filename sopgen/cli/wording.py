"""What typer says of itself, in the reader's words: it has no translations, and names the types of Python."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from io import StringIO
from typing import TYPE_CHECKING

from sopgen.cli.options import LANGUAGE

if TYPE_CHECKING:
    from typer import TyperException


def _listed(names: str) -> str:
    return names.replace("'", "").replace(", ", "、")


_TYPE = r" <(?:str|list\[str\])>"
_CHINESE: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"^Usage: ", "用法："),
    (r"\[OPTIONS\]", "[选项]"),
    (r"COMMAND \[ARGS\]\.\.\.", "命令 [参数]..."),
    (r"^Arguments:$", "参数："),
    (r"^Options:$", "选项："),
    (r"^Commands:$", "命令："),
    (r"Show this message and exit\.", "显示这份说明。"),
    (r"\[default:\s+\(?(.+?)\)?\]", r"[默认：\1]"),
    (r"\[required\]", "[必填]"),
    (r"^Try '(.+)' for help\.", r"用 \1 查看说明。"),
    (r"^Error: ", "错误："),
    (r"No such command '(.*?)'\.", r"没有“\1”这个命令。"),
    (r"No such option: (\S+)", r"没有 \1 这个选项。"),
    (
        r" (?:Did you mean (.+)\?|\(Possible options: (.+)\))",
        lambda found: f"您是不是要写 {_listed(found[1] or found[2])}？",
    ),
    (r"Missing command\.", "还要写一个命令。"),
    (r"Missing (?:argument|option) '(.+?)'\.", r"还要写 \1。"),
    (r"Option '(.+)' requires an argument\.", r"\1 后面要写一个值。"),
    (r"Option '(.+)' does not take a value\.", r"\1 后面不写值。"),
    (r"Got unexpected extra argument(?:\(s\)|s)? \((.+)\)", r"多写了：\1。"),
    (r"Invalid value for '(.+?)': ", r"\1 的值不对："),
    (r"'(.*)' is not one of (.+)\.", lambda found: f"“{found[1]}”不在可以写的值里：{_listed(found[2])}。"),
)


def worded(text: str) -> str:
    """A help text, or what typer says of a command line that it cannot read, as ``options.LANGUAGE`` has it."""
    text = re.sub(_TYPE, "", text)
    if LANGUAGE == "zh-CN":
        for pattern, chinese in _CHINESE:
            text = re.sub(pattern, chinese, text, flags=re.MULTILINE)
    return text


def complain(error: TyperException) -> int:
    """Tell what is wrong with a command line; gives the exit code."""
    told = StringIO()
    error.show(told)  # type: ignore[attr-defined]  # what reading a command line raises has it
    sys.stderr.write(worded(told.getvalue()))
    return error.exit_code
