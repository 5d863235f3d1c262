"""SOPs of 100 to 5,000 steps: whether cost grows as size does, and how much memory it takes.

``python -m benchmarks.scale FILE FOLDER`` checks and renders one file, and prints its seconds and its peak in MB.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from benchmarks.measuring import WORKLOAD, at_most, heading, table

SIZES = (100, 500, 1000, 5000)


def run(rounds: int, folder: Path) -> None:
    """Print the cost of a step in SOPs of several sizes."""
    heading("Steps: one SOP, checked and rendered, each in a process of its own, start-up not counted")
    costs, peaks, rows = [], [], []
    for steps in SIZES:
        file = folder / f"{steps}-steps.yaml"
        file.write_text(_spec(steps), encoding="utf-8")
        measured = [_measure(file, folder) for _ in range(rounds)]
        seconds, peak = median(seconds for seconds, _ in measured), max(peak for _, peak in measured)
        costs.append(seconds / steps)
        peaks.append(peak)
        rows.append((f"{steps} steps", f"{1000 * seconds:.0f} ms", f"{1e6 * seconds / steps:.0f} µs", f"{peak:.0f} MB"))
    table([("", "median", "a step", "peak"), *rows])
    at_most(max(costs) / min(costs), 1.3, "times, the dearest step to the cheapest")
    at_most(peaks[-1], 120, f"MB at the peak, {SIZES[-1]} steps")


def _spec(steps: int) -> str:
    """The workload's roles with so many steps, every tenth with a decision."""
    workload: dict[str, Any] = yaml.load(WORKLOAD.read_text(encoding="utf-8"), yaml.BaseLoader)
    spec = {key: workload[key] for key in ("sopgen", "id", "title", "version", "diagram", "purpose", "roles")}
    spec["steps"] = [_step(number, steps) for number in range(steps)]
    return yaml.safe_dump(spec, allow_unicode=True, sort_keys=False)


def _step(number: int, steps: int) -> dict[str, Any]:
    step: dict[str, Any] = {
        "id": f"step-{number}",
        "title": f"检查第{number}项",
        "action": f"按维修手册检查第{number}项，记录读数；读数不在允许范围内的，更换零件后再测一次",
        "role": "engineer",
        "inputs": "报修工单",
        "outputs": f"第{number}项的检查记录",
        "time_limit": "10分钟内",
    }
    if number % 10 == 0:
        step["decision"] = [{"when": "合格"}, {"when": "不合格", "go_to": f"step-{steps - 1}"}]
    return step


def _measure(file: Path, folder: Path) -> tuple[float, float]:
    command = (sys.executable, "-m", "benchmarks.scale", file, folder)
    root = Path(__file__).parent.parent
    answer = subprocess.run(command, cwd=root, check=True, stdout=subprocess.PIPE, text=True)
    seconds, peak = map(float, answer.stdout.split())
    return seconds, peak


def _render(file: Path, folder: Path) -> None:
    """Check and render one file; print the seconds it took and the peak of memory in MB."""
    import gc

    from sopgen import pipeline
    from sopgen.repository import Repository, SpecFile
    from sopgen.style import load_style

    gc.set_threshold(100_000)  # as the command line does
    repository, style = Repository(folder), load_style("enterprise")
    for path in (WORKLOAD, file):  # the first loads what is loaded once
        start = time.perf_counter()
        spec = SpecFile(path.name, path)
        checked = pipeline.check(spec, repository)
        if checked.spec is None or checked.errors:
            raise SystemExit("\n".join(map(str, checked.diagnostics)))
        pipeline.write(checked.spec, spec, repository, "docx", style)
        seconds = time.perf_counter() - start
    status = Path("/proc/self/status").read_text(encoding="utf-8")  # what getrusage tells includes the parent's peak
    print(seconds, int(status.partition("VmHWM:")[2].split()[0]) / 1024)


if __name__ == "__main__":
    _render(Path(sys.argv[1]), Path(sys.argv[2]))
