"""Taking times side by side, and printing them beside what was aimed at."""

from __future__ import annotations

import gc
import os
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median

WORKLOAD = Path(__file__).with_name("workload.yaml")
"""A Chinese fault-repair SOP with 40 table rows in all, three forms, header and footer; it asks for no flowchart."""

Samples = dict[str, list[float]]
"""Seconds of each run, by what was run."""


def with_flowchart(text: str) -> str:
    """The workload, asking for one."""
    return text.replace("diagram: none", "diagram: swimlane")


def side_by_side(contestants: Mapping[str, Callable[[], object]], rounds: int, block: int = 1) -> Samples:
    """Run everything in turns, A B A B, so that what slows the machine slows all; the first turn does not count.

    A turn is a ``block`` of runs one after the other, as a batch of documents is.
    """
    samples: Samples = {name: [] for name in contestants}
    for turn in range(-(-rounds // block) + 1):
        for name, run in contestants.items():
            gc.collect()  # the garbage of what ran before is not ours
            seconds = [timed(run) for _ in range(block)]
            if turn:
                samples[name] += seconds
    return samples


def timed(run: Callable[[], object]) -> float:
    """The seconds that ``run`` takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def process(*command: str | Path, folder: Path) -> Callable[[], object]:
    """A run of a whole process in ``folder``, its output thrown away; what Python compiles it keeps for the next."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)


def heading(text: str) -> None:
    """Begin a part of the report."""
    print(f"\n{text}\n{'-' * len(text)}", flush=True)


def table(rows: Iterable[Sequence[str]]) -> None:
    """Print rows of texts: the first column to the left, the others to the right."""
    for first, *others in rows:
        print(f"  {first:<38}" + "".join(f"{cell:>16}" for cell in others))


def milliseconds(seconds: Iterable[float]) -> str:
    """The median of ``seconds``."""
    return f"{1000 * median(seconds):.2f} ms"


def at_least(value: float, goal: float, what: str) -> None:
    """Print whether ``value`` reaches ``goal``."""
    _verdict(value, "at least", goal, what, reached=value >= goal)


def at_most(value: float, goal: float, what: str) -> None:
    """Print whether ``value`` stays below ``goal``."""
    _verdict(value, "at most", goal, what, reached=value <= goal)


def _verdict(value: float, relation: str, goal: float, what: str, *, reached: bool) -> None:
    verdict = "reached" if reached else f"MISSED by {abs(value - goal) / goal:.0%}"
    print(f"  => {what}: {value:.2f}, goal {relation} {goal:g}: {verdict}", flush=True)
