from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_group

from sopgen.cli import app as cli
from sopgen.cli.deferred import Deferred

COMMANDS = {
    path.stem for path in Path(cli.__file__).parent.glob("*.py") if f"def {path.stem}(" in path.read_text("utf-8")
}


def loaded(*arguments: str) -> set[str]:
    """The modules of commands that a run of sopgen loads."""
    command = [sys.executable, "-X", "importtime", "-m", "sopgen", *arguments]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return set(re.findall(r"\bsopgen\.cli\.(\w+)$", run.stderr, re.MULTILINE)) & COMMANDS


def test_help_loads_no_command() -> None:
    assert len(COMMANDS) > 5
    assert loaded("--help") == loaded("style", "--help") == set()


@pytest.mark.parametrize(
    ("arguments", "module"),
    [("schema", "schema"), ("render --help", "render"), ("template new --help", "template_new")],
)
def test_a_command_loads_no_other(arguments: str, module: str) -> None:
    assert loaded(*arguments.split()) == {module}


def test_every_command_on_disk_is_called_by_its_name() -> None:
    app = get_group(cli.app).commands
    groups = {
        name: get_group(group).commands for name, group in (("template", cli.template_app), ("style", cli.style_app))
    }
    deferred = {**app, **{f"{group}_{name}": command for group in groups for name, command in groups[group].items()}}
    made = {name: command.callback() for name, command in deferred.items() if isinstance(command, Deferred)}
    assert made.keys() == COMMANDS
    assert all(function.__module__ == f"sopgen.cli.{name}" for name, function in made.items())
