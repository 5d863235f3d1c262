"""The shape of the code: which way imports point, how long things are, and that lists agree with the files on disk."""

from __future__ import annotations

import ast
import importlib
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sopgen"
TESTS = ROOT / "tests"
MODULES = sorted(PACKAGE.rglob("*.py"))
PACKAGES = sorted(path.parent for path in PACKAGE.rglob("__init__.py"))

HEAVY = {"docx", "docxtpl", "jinja2", "lxml", "markdown_it", "pydantic", "rich", "yaml"}
"""What takes longer to import than Python takes to start."""


def dotted(path: Path) -> str:
    """The name by which the module or package at ``path`` is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_imports_point_the_way_the_contracts_say() -> None:
    linter = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    run = subprocess.run([sys.executable, "-c", linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    kept = re.search(r"Contracts: (\d+) kept, 0 broken", run.stdout)
    assert kept is not None, run.stdout
    assert int(kept[1]) > 2


def test_modules_are_short() -> None:
    sizes = {path: lines(path) for path in MODULES}
    assert len(sizes) > 50
    assert statistics.median(sizes.values()) < 100
    assert statistics.quantiles(sizes.values(), n=10)[-1] < 250
    assert not {dotted(path): size for path, size in sizes.items() if size > 400}


def test_functions_are_short() -> None:
    functions = list(each_function())
    assert len(functions) > 200
    assert not [f"{name}: {length} lines" for name, length in functions if length > 50]


def each_function() -> Iterator[tuple[str, int]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                yield f"{dotted(path)}.{node.name}", node.end_lineno - node.lineno + 1


def test_every_module_is_named_for_what_it_does() -> None:
    names = {part for path in [*MODULES, *TESTS.rglob("*.py")] for part in path.relative_to(ROOT).with_suffix("").parts}
    assert len(names) > 50
    assert not [name for name in names if re.fullmatch(r"(.*_)?(utils?|helpers?|commons?|misc)", name)]


def test_every_package_has_its_tests() -> None:
    packages = [package for package in PACKAGES if package.parent == PACKAGE and len(list(package.glob("*.py"))) > 1]
    assert len(packages) > 8
    assert not [package.name for package in packages if not any(mirror(package).rglob("test_*.py"))]


def test_every_folder_of_tests_is_that_of_a_package() -> None:
    folders = {path.parent for path in TESTS.rglob("test_*.py")} - {TESTS}
    assert len(folders) > 5
    mirrors = {mirror(package) for package in PACKAGES}
    assert not [folder.relative_to(ROOT).as_posix() for folder in folders if folder not in mirrors]


def mirror(package: Path) -> Path:
    """The folder of a package's tests."""
    return TESTS / package.relative_to(PACKAGE)


def test_every_writer_on_disk_is_listed() -> None:
    from sopgen.writers import WRITERS

    on_disk = {dotted(package) for package in PACKAGES if package.parent == PACKAGE / "writers"}
    assert on_disk
    assert {writer.module for writer in WRITERS.values()} == on_disk


def test_every_format_of_reports_on_disk_is_listed() -> None:
    from sopgen.reporting.formats import FORMATS

    on_disk = {path.stem for path in (PACKAGE / "reporting" / "formats").glob("*.py")} - {"__init__"}
    assert on_disk
    assert {form.module for form in FORMATS.values()} == on_disk
    assert all(
        callable(getattr(importlib.import_module(f"sopgen.reporting.formats.{form.module}"), form.function))
        for form in FORMATS.values()
    )


def test_the_layout_prints_every_part_on_disk() -> None:
    layouts = ROOT / "templates" / "layouts"
    on_disk = {path.stem for path in (layouts / "parts").glob("*.xhtml")}
    listed = set()
    for layout in ("sop_parts", "handbook"):
        text = (layouts / f"{layout}.xhtml").read_text(encoding="utf-8")
        arranged = re.search(r"arrange\((.*?)\)", text, re.DOTALL)
        assert arranged is not None
        listed |= {part.partition(":")[0] for part in re.findall(r'"(.+?)"', arranged[1])}
    assert on_disk
    assert listed | {"table", "section"} == on_disk


def test_every_package_exports_what_it_says() -> None:
    exporting = [
        package for package in map(importlib.import_module, map(dotted, PACKAGES)) if hasattr(package, "__all__")
    ]
    assert exporting
    for package in exporting:
        assert len(set(package.__all__)) == len(package.__all__), package.__name__
        assert not [name for name in package.__all__ if not hasattr(package, name)], package.__name__


def test_nothing_says_where_packages_are_downloaded_from() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    assert len(names) > 50
    suspicious = re.compile(
        rb"(index[-_]ur[l]|find[-_]link[s]|trusted[-_]hos[t])|https?:[^\s\"')]*(pypi|/simple\b|artifactory|nexus|mirro[r])",
        re.IGNORECASE,
    )
    assert not [name for name in names if suspicious.search((ROOT / name).read_bytes())]


def imported_by(*arguments: str, cwd: Path = ROOT) -> set[str]:
    """The top-level modules that a fresh Python imports when run with ``arguments``."""
    command = [sys.executable, "-X", "importtime", *arguments]
    run = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + re.sub(r"import time:.*\n", "", run.stderr)
    found = {line.rpartition("|")[2].strip().partition(".")[0] for line in run.stderr.splitlines() if "|" in line}
    assert "sopgen" in found
    return found


def test_help_imports_nothing_heavy() -> None:
    assert not imported_by("-m", "sopgen", "--help") & HEAVY


@pytest.mark.parametrize(
    "module", ["pipeline", "repository", "rules", "writers", "reporting", "document", "source", "spec"]
)
def test_packages_import_heavy_modules_only_when_used(module: str) -> None:
    assert not imported_by("-c", f"import sopgen.{module}") & HEAVY


def test_validating_needs_no_layout_and_no_word() -> None:
    assert not imported_by("-m", "sopgen", "validate", "specs/zh/fault-repair.yaml") & {"docx", "jinja2", "rich"}


def test_rendering_does_not_import_python_docx(tmp_path: Path) -> None:
    imported = imported_by("-m", "sopgen", "render", "specs/zh/fault-repair.yaml", "--output", str(tmp_path))
    assert "jinja2" in imported
    assert not imported & {"docx", "docxtpl", "lxml", "rich"}


def test_no_code_stands_for_two_things() -> None:
    pairs = [
        pair
        for path in MODULES
        for pair in re.findall(r'"(SOP\d{3})",\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
    ]
    assert len(pairs) > 40
    names: dict[str, set[str]] = {}
    for code, name in pairs:
        names.setdefault(code, set()).add(name)
    assert not {code: found for code, found in names.items() if len(found) > 1}
