from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_group

from sopgen.cli import app as cli
from tests.cli.test_cli import run

COMMANDS = [
    [],
    *([name] for name in get_group(cli.app).commands),
    *(["template", name] for name in get_group(cli.template_app).commands),
    *(["style", name] for name in get_group(cli.style_app).commands),
]


def test_commands_are_found() -> None:
    assert len(COMMANDS) > 8


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("language", ["C", "zh_CN.UTF-8"])
def test_help_names_no_type_of_python_and_is_in_one_language(tmp_path: Path, command: list[str], language: str) -> None:
    shown = run(*command, "--help", cwd=tmp_path, language=language).stdout
    assert "sopgen" in shown
    assert not re.search(r"\b(?:str|int|bool|list\[)", shown)
    if language != "C":
        assert shown.startswith("用法：sopgen")
        assert not re.search(r"(?i)options|arguments|commands:|this message|\[default|required", shown)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("rende", "没有“rende”这个命令。您是不是要写 render？"),
        ("template nw", "没有“nw”这个命令。您是不是要写 new？"),
        ("render --formt x", "没有 --formt 这个选项。您是不是要写 --force、--format？"),
        ("render -x", "没有 -x 这个选项。"),
        ("render --format", "--format 后面要写一个值。"),
        ("render --exact-pages=1", "--exact-pages 后面不写值。"),
        ("render --format pdf", "--format 的值不对：“pdf”不在可以写的值里：docx。"),
        ("validate --lang fr", "--lang 的值不对：“fr”不在可以写的值里：zh-CN、en。"),
        ("flow", "还要写 SPEC。"),
        ("flow a b c", "多写了：b c。"),
    ],
)
def test_a_wrong_command_line_is_told_in_chinese(tmp_path: Path, arguments: str, told: str) -> None:
    ran = run(*arguments.split(), cwd=tmp_path, language="zh_CN.UTF-8")
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1] == f"错误：{told}"


def test_a_wrong_command_line_is_told_in_english(tmp_path: Path) -> None:
    ran = run("render", "--formt", "x", cwd=tmp_path)
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1] == "Error: No such option: --formt (Possible options: --force, --format)"
