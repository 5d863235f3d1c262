"""What the README shows is so: its tours run, its files and commands exist, its Python works."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHAPTERS = dict(re.findall(r"(?ms)^## ([^\n]+)\n(.*?)(?=^## |\Z)", README))


def blocks(text: str, *languages: str) -> Iterator[tuple[str, str]]:
    """The fenced blocks in some languages, each with its language."""
    for language, block in re.findall(r"(?ms)^```(\w+)\n(.*?)^```$", text):
        if language in languages:
            yield language, block


def run(command: list[str], cwd: Path, locale: str = "C.UTF-8") -> str:
    """What a command prints, ``sopgen`` and ``python`` being those of this environment."""
    command = [sys.executable, *(["-m", "sopgen"] if command[0] == "sopgen" else []), *command[1:]]
    environment = os.environ | {"LANG": locale, "LC_ALL": locale, "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False).stdout


def test_the_tours_go_as_shown(tmp_path: Path) -> None:
    """Files are written as shown, mended as shown, and every command prints what is shown under it."""
    assert follow(CHAPTERS["Five minutes"], "C.UTF-8", tmp_path) == 3
    assert follow(CHAPTERS["中文说明"], "zh_CN.UTF-8", tmp_path) == 3


def follow(text: str, locale: str, folder: Path) -> int:
    """Does what a tour says; the number of commands that printed what it shows."""
    written, commands = folder, 0
    for language, block in blocks(text, "console", "yaml", "diff"):
        if language == "yaml":
            written = folder / block.partition("\n")[0].removeprefix("# ")
            written.write_text(block, encoding="utf-8")
        elif language == "diff":
            mend(written, block)
        else:
            command, _, shown = block.removeprefix("$ ").partition("\n")
            year = str(datetime.now(UTC).astimezone().year)
            assert run(shlex.split(command), folder, locale).replace(f"-{year}-", "-2026-") == shown
            commands += 1
    return commands


def mend(path: Path, diff: str) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in re.findall(r"(?m)^-(.*)\n\+(.*)$", diff):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def test_the_commands_are_those_that_there_are() -> None:
    listed = set(re.findall(r"(?m)^  (\w+)  ", run(["sopgen", "--help"], ROOT).partition("Commands:")[2]))
    assert listed
    assert set(re.findall(r"(?m)^\| `sopgen (\w+)", README)) == listed


def test_the_options_are_those_that_there_are() -> None:
    mentioned = set(re.findall(r"`(?:sopgen [^`]*)?(--[\w-]+)[^`]*`", README))
    assert mentioned
    commands = set(re.findall(r"(?m)^\| `sopgen (\w+)", README))
    there_are = "".join(run(["sopgen", command, "--help"], ROOT) for command in commands)
    assert not [option for option in mentioned if not re.search(rf"{option}\b", there_are)]


def test_the_tasks_are_those_of_the_makefile() -> None:
    tasks = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    for name in ("README.md", "CONTRIBUTING.md", "examples/README.md"):
        mentioned = set(re.findall(r"(?m)(?:^|`)make ([a-z]+)", (ROOT / name).read_text(encoding="utf-8")))
        assert mentioned
        assert mentioned <= tasks


def test_links_and_pictures_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").glob("*.md")]
    targets = [(page, target) for page in pages for target in links(page.read_text(encoding="utf-8"))]
    assert len(targets) > 10
    assert not [f"{page.name}: {target}" for page, target in targets if not (page.parent / target).exists()]


def links(text: str) -> Iterator[str]:
    """The files that a page links to or shows, examples of links not counted."""
    text = re.sub(r"(?ms)^```.*?^```$|`[^`\n]+`", "", text)
    for link, picture in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)|src=\"([^\"]+)\"", text):
        yield link or picture


def test_the_python_works(tmp_path: Path) -> None:
    ((_, program),) = blocks(CHAPTERS["As a library"], "python")
    specs = tmp_path / "specs"
    specs.mkdir()
    (specs / "blank.yaml").write_text(run(["sopgen", "new", "blank", "-"], tmp_path), encoding="utf-8")
    assert run(["python", "-c", program], tmp_path) == ""
    assert (tmp_path / "blank.docx").exists()


def test_the_hook_shown_is_the_one_shipped() -> None:
    import yaml

    (shown,) = (block for _, block in blocks(README, "yaml") if block.startswith("repos:"))
    (hook,) = yaml.safe_load(shown)["repos"][0]["hooks"]
    (shipped,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    config = yaml.safe_load((ROOT / "examples/repository/.pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert config["repos"][0]["hooks"] == [hook]
    assert hook == {key: shipped[key] for key in hook} | {"language": "system"}
