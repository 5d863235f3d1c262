"""The command line: what holds for the process, whatever the command."""

from __future__ import annotations

import gc
import os
import sys

_ALLOCATIONS = 100_000
"""Objects made before the garbage collector looks again: start-up makes many, and next to none in cycles."""


def main() -> None:
    """Run the command line; what ``sopgen`` and ``python -m sopgen`` call."""
    gc.set_threshold(_ALLOCATIONS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some reads all packages' metadata
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # it is closed, and what is written there is for nobody
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 (open to the end)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # file names may hold bytes that are not text
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        sys.exit(_exit_code())
    except KeyboardInterrupt:  # before or after a command
        sys.exit(130)
    finally:
        gc.freeze()  # else Python looks through all there is for garbage on its way out: a tenth of the run


def _exit_code() -> int:
    from typer import TyperException

    from sopgen.cli.app import app

    try:
        return app(prog_name="sopgen", standalone_mode=False) or 0
    except TyperException as error:
        from sopgen.cli.wording import complain

        return complain(error)
