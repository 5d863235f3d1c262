"""``python -m benchmarks``: everything, side by side in one run, on Linux; ``--quick`` with fewer rounds."""

from __future__ import annotations

import argparse
import platform
import tempfile
from pathlib import Path

from benchmarks import checker, cold, flow, house, scale, warm


def main() -> None:
    """Run all benchmarks and print what came of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds: a minute instead of five")
    quick: bool = parser.parse_args().quick
    print(f"sopgen's benchmarks on Python {platform.python_version()}, {platform.machine()}")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        warm.run(40 if quick else 200, 2 if quick else 10, folder)
        house.run(40 if quick else 200, folder)
        cold.run(5 if quick else 20, folder)
        flow.run(2 if quick else 10)
        scale.run(1 if quick else 3, folder)
        checker.run(100 if quick else 1000, folder)


main()
