"""One document as a whole process, beside a docxtpl script that validates by pydantic, and the shortest process."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from benchmarks.measuring import WORKLOAD, at_most, heading, milliseconds, process, side_by_side, table, with_flowchart
from benchmarks.peers import flowchart, templated

SCRIPT = Path(__file__).parent / "peers" / "script.py"
SPEC = "workload.yaml"


def run(rounds: int, folder: Path) -> None:
    """Print the times."""
    heading(f"Cold: one document as a whole process, {rounds} times in turn")
    text = WORKLOAD.read_text(encoding="utf-8")
    template, controlled = folder / "template.docx", folder / "controlled.docx"
    templated.build(template)
    templated.build(controlled, controls=True)
    sopgen = _command()
    plain, drawn = _spec(folder / "plain", text), _spec(folder / "drawn", with_flowchart(text))
    contestants = {
        "python -c pass": process(sys.executable, "-c", "pass", folder=folder),
        "sopgen --help": process(*sopgen, "--help", folder=folder),
        "sopgen render, validation included": process(*sopgen, "render", SPEC, folder=plain),
        "docxtpl script, pydantic": process(sys.executable, SCRIPT, SPEC, template, "out.docx", folder=plain),
    }
    if flowchart.is_installed():
        script = process(sys.executable, SCRIPT, SPEC, controlled, "out.docx", folder=drawn)
        contestants["sopgen render, with its flowchart"] = process(*sopgen, "render", SPEC, folder=drawn)
        contestants["docxtpl script, controls and Graphviz"] = script
    times = side_by_side(contestants, rounds)
    least, helped, *others = (median(samples) for samples in times.values())
    rows = [(name, milliseconds(samples), f"{median(samples) / least:.1f}") for name, samples in times.items()]
    table([("", "median", "times pass"), *rows])
    at_most(others[0] / others[1], 1, "times the docxtpl script (aim 0.67)")
    if others[2:]:
        at_most(others[2] / others[3], 1, "the same, both with content controls and a flowchart")
    at_most(helped / least, 10, "sopgen --help, times python -c pass")


def _spec(folder: Path, text: str) -> Path:
    """A folder that holds a spec."""
    folder.mkdir()
    (folder / SPEC).write_text(text, encoding="utf-8")
    return folder


def _command() -> tuple[str | Path, ...]:
    """The installed command, else the module."""
    installed = Path(sys.executable).with_name("sopgen")
    return (installed,) if installed.exists() else (sys.executable, "-m", "sopgen")
