"""What people install: the wheel, alone in an environment of its own, and the editable install of contributors."""

from __future__ import annotations

import ast
import configparser
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires
from pathlib import Path
from zipfile import ZipFile

import pytest

import sopgen

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints, run away from the checkout and from the variables of this environment."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT", "TMPDIR", "TEMP"}}
    result = subprocess.run(
        list(map(str, command)), cwd=cwd, env=kept | {"LANG": "C.UTF-8"}, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def build(target: str, source: Path, folder: Path) -> Path:
    """The ``wheel`` or ``sdist`` of the project in ``source``, built without a network."""
    run(sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", folder, cwd=source)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    """The files in the wheel."""
    with ZipFile(wheel) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that has the wheel, and borrows what it depends on from this one."""
    home = tmp_path_factory.mktemp("clean environment")
    venv.create(home, symlinks=os.name != "nt")
    paths = {"base": str(home), "platbase": str(home)}
    scripts = Path(sysconfig.get_path("scripts", "venv", paths))
    pip = [sys.executable, "-m", "pip", "--python", scripts / "python", "--disable-pip-version-check"]
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=home)
    borrowed = Path(sysconfig.get_path("purelib", "venv", paths)) / "borrowed.pth"
    borrowed.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return scripts


def test_the_wheel_holds_every_module(names: list[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "sopgen").rglob("*.py")}
    assert modules
    assert {name for name in names if name.endswith(".py")} == modules
    assert "sopgen/py.typed" in names


def test_the_wheel_holds_every_template_once(names: list[str]) -> None:
    templates = {f"sopgen/{path.relative_to(ROOT).as_posix()}" for path in tracked("templates")}
    assert templates
    assert sorted(name for name in names if "templates/" in name) == sorted(templates)


def test_the_wheel_holds_nothing_else(names: list[str]) -> None:
    others = [name for name in names if not name.startswith("sopgen/")]
    information = f"sopgen-{sopgen.__version__}.dist-info"
    assert {name.partition("/")[0] for name in others} == {information}
    assert f"{information}/licenses/LICENSE" in others


def test_the_wheel_brings_one_command(wheel: Path, names: list[str]) -> None:
    (entry_points,) = (name for name in names if name.endswith("/entry_points.txt"))
    parser = configparser.ConfigParser()
    with ZipFile(wheel) as archive:
        parser.read_string(archive.read(entry_points).decode())
    assert dict(parser["console_scripts"]) == {"sopgen": "sopgen.cli:main"}


def test_the_sdist_builds_the_same_wheel(names: list[str], tmp_path: Path) -> None:
    with tarfile.open(build("sdist", ROOT, tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (source,) = (tmp_path / "unpacked").iterdir()
    with ZipFile(build("wheel", source, tmp_path / "wheel")) as again:
        assert again.namelist() == names


def test_the_wheel_alone_does_new_validate_and_render(installed: Path, tmp_path: Path) -> None:
    place = run(installed / "python", "-c", "import sopgen; print(sopgen.__file__)", cwd=tmp_path)
    assert Path(place.strip()).is_relative_to(installed.parent)
    command = installed / "sopgen"
    run(command, "new", "fault-repair", "--lang", "en", cwd=tmp_path)
    assert len(list(tmp_path.rglob("*.yaml"))) == 1
    run(command, "validate", "--fail-on", "note", cwd=tmp_path)
    run(command, "render", cwd=tmp_path)
    (document,) = (tmp_path / "build").rglob("*.docx")
    with ZipFile(document) as archive:
        assert archive.testzip() is None


def test_the_package_can_be_run_as_a_module(installed: Path, tmp_path: Path) -> None:
    version = run(installed / "python", "-m", "sopgen", "--version", cwd=tmp_path)
    assert sopgen.__version__ in version


def test_an_editable_install_uses_the_templates_of_the_checkout(tmp_path: Path) -> None:
    script = "from sopgen.resources import templates; print(templates())"
    assert Path(run(sys.executable, "-c", script, cwd=tmp_path).strip()) == ROOT / "templates"


def test_what_is_declared_is_what_is_imported() -> None:
    declared = set(map(distribution, PROJECT["dependencies"]))
    brought_along = {distribution(needed) for name in declared for needed in requires(name) or ()}
    distributions = packages_distributions()
    third_party = {
        distribution(distributions[name][0]) for name in {*imported()} - sys.stdlib_module_names - {"sopgen"}
    }
    assert declared <= third_party <= declared | brought_along


def distribution(requirement: str) -> str:
    """The name in a requirement such as ``pydantic>=2.10``."""
    return re.split(r"[^\w.-]", requirement)[0].lower().replace("_", "-")


def imported() -> Iterator[str]:
    """The top-level names of everything that sopgen's modules import."""
    for path in (ROOT / "sopgen").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def test_everything_that_is_needed_is_pinned() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {distribution(pin) for pin in pins if "==" in pin}
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"], "hatchling", "editables"]
    assert not [name for name in wanted if distribution(name) not in pinned]


def test_the_changelog_speaks_of_this_version() -> None:
    assert f"## {sopgen.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def tracked(folder: str) -> list[Path]:
    """The files of a folder of the checkout that git does not ignore."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", folder]
    found = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in found.split("\0") if name and (ROOT / name).is_file()]
