"""Running a command: here, and nowhere else, exceptions become exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import typer

from sopgen.diagnostics import Language


def run(command: Callable[[], int], language: Language) -> None:
    """Run a command and leave with its exit code."""
    from sopgen.errors import SopgenError

    try:
        code = command()
        sys.stdout.flush()
    except SopgenError as error:
        from sopgen.reporting.report import complain

        complain(error.diagnostics, language)
        code = 2
    except KeyboardInterrupt:
        sys.stderr.write("\n" + ("已中断。" if language == "zh-CN" else "Interrupted.") + "\n")
        code = 130
    except OSError as error:  # the reader of a pipe has gone, standard output cannot be written, the folder was removed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(f"sopgen: {error}\n")
        code = 2
    raise typer.Exit(code)
