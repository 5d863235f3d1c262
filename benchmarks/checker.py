"""Validating repositories of a thousand and of ten thousand specs: how many a second, and how much memory it takes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.measuring import WORKLOAD, at_least, at_most, heading, table


def run(specs: int, folder: Path) -> None:
    """Print how many specs a second are validated on one core, all rules looked for, and ten times as many."""
    heading("Validate: every spec refers to another; one process, start-up included")
    rows, rates, peaks = [], [], []
    for count in (specs, 10 * specs):
        place = folder / f"{count}-specs"
        _fill(place, count)
        seconds, peak = _measured(folder, "validate", place)
        rates.append(count / seconds)
        peaks.append(peak)
        rows.append((f"{count} specs", f"{seconds:.1f} s", f"{rates[-1]:.0f}", f"{peak:.0f} MB"))
    table([("", "processor", "a second", "peak"), *rows])
    at_least(rates[0], 100, "specs a second")
    at_most(rates[0] / rates[1], 1.15, f"times, a spec among {10 * specs} to one among {specs}")
    at_most(peaks[1], 300, f"MB at the peak, {10 * specs} specs")


def _fill(place: Path, count: int) -> None:
    place.mkdir(parents=True)
    source = WORKLOAD.read_text(encoding="utf-8")
    for number in range(count):
        own, other = (f"AFS-SOP-2025-{at % count:05}" for at in (number, number + 1))
        related = f"sections:\n  - {{id: related, title: 相关流程, body: '见 [[{other}]]。'}}\n"
        text = source.replace("AFS-SOP-2026-101", own).replace("sections:\n", related)
        (place / f"{own}.yaml").write_text(text, encoding="utf-8")


def _measured(folder: Path, *arguments: str | Path) -> tuple[float, float]:
    """The seconds that a processor works on a command that keeps to one process, and its peak of memory in MB."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    command = [sys.executable, "-m", "sopgen", *arguments]
    running = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    usage = os.wait4(running.pid, 0)[2]
    running.returncode = 0
    os.sched_setaffinity(0, cores)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
