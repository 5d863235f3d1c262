from __future__ import annotations

from typing import get_args

from sopgen.cli.options import Form, Level
from sopgen.diagnostics import Severity
from sopgen.reporting.formats import FORMATS


def test_the_command_line_takes_every_format_of_reports() -> None:
    assert get_args(Form) == tuple(FORMATS)


def test_the_command_line_takes_every_severity() -> None:
    assert {*get_args(Level)} == {severity.label for severity in Severity}
