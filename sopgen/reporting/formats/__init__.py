"""The formats of reports, each module loaded only when it is used."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from sopgen.diagnostics import Language
from sopgen.reporting.outcome import Outcome


class Format(NamedTuple):
    """A format of reports.

    Attributes:
        module: the module of this package that knows it.
        function: the function in it that makes the text of a report.
        streamed: whether the reports of parts of a run, one after the other, are the report of the run.
    """

    module: str
    function: str = "render"
    streamed: bool = False

    def render(self, outcome: Outcome, language: Language) -> str:
        """The text of the report in this format."""
        text: str = getattr(import_module(f"{__name__}.{self.module}"), self.function)(outcome, language)
        return text


FORMATS: Mapping[str, Format] = {
    "full": Format("text", "full"),
    "concise": Format("text", "concise"),
    "json": Format("records", "as_json"),
    "json-lines": Format("records", "as_json_lines", streamed=True),
    "sarif": Format("sarif"),
    "github": Format("github"),
    "gitlab": Format("gitlab"),
    "junit": Format("junit"),
    "rdjson": Format("rdjson"),
}
"""Every format by its name on the command line."""
