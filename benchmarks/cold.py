"""One document as a whole process, beside a docxtpl script that validates by pydantic, and the shortest process."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from statistics import median

from benchmarks.measuring import WORKLOAD, at_most, heading, milliseconds, process, side_by_side, table
from benchmarks.peers import templated

SCRIPT = Path(__file__).parent / "peers" / "script.py"


def run(rounds: int, folder: Path) -> None:
    """Print the times."""
    heading(f"Cold: one document as a whole process, {rounds} times in turn")
    spec = shutil.copy(WORKLOAD, folder / "workload.yaml")
    template = folder / "template.docx"
    templated.build(template)
    sopgen = _command()
    times = side_by_side(
        {
            "python -c pass": process(sys.executable, "-c", "pass", folder=folder),
            "sopgen --help": process(*sopgen, "--help", folder=folder),
            "sopgen render, validation included": process(*sopgen, "render", spec, folder=folder),
            "docxtpl script, pydantic": process(sys.executable, SCRIPT, spec, template, "out.docx", folder=folder),
        },
        rounds,
    )
    least, helped, ours, script = (median(samples) for samples in times.values())
    rows = [(name, milliseconds(samples), f"{median(samples) / least:.1f}") for name, samples in times.items()]
    table([("", "median", "times pass"), *rows])
    at_most(ours / script, 1, "times the docxtpl script (aim 0.67)")
    at_most(helped / least, 10, "sopgen --help, times python -c pass")


def _command() -> tuple[str | Path, ...]:
    """The installed command, else the module."""
    installed = Path(sys.executable).with_name("sopgen")
    return (installed,) if installed.exists() else (sys.executable, "-m", "sopgen")
