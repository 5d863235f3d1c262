from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from sopgen.cli.validate import Form, Level
from sopgen.diagnostics import Severity
from sopgen.reporting.formats import FORMATS


def test_the_command_line_takes_every_format_of_reports() -> None:
    assert get_args(Form) == tuple(FORMATS)


def test_every_format_of_reports_has_a_row_on_its_page() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reports.md").read_text(encoding="utf-8")
    formats = page.partition("## Formats")[2].partition("\n## ")[0]
    assert re.findall(r"(?m)^\| `([\w-]+)` \| \w", formats) == [*FORMATS]


def test_the_command_line_takes_every_severity() -> None:
    assert {*get_args(Level)} == {severity.label for severity in Severity}
