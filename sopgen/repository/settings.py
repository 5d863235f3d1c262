"""The settings of a repository, from its ``sopgen.toml`` or ``[tool.sopgen]`` of its ``pyproject.toml``.

Every one of them may be left out. All there is::

    extend = "../company.toml"      # a file with settings that hold where this one is silent
    language = "zh-CN"              # of documents that do not say theirs
    specs = "specs"                 # where the specs are
    output = "build"                # where rendered documents go
    style = "enterprise"            # a shipped style sheet, or the path of one
    template = "company.docx"       # a company's own Word file that documents go into
    layouts = "layouts"             # a folder of the company's own layouts
    company = "示例电器有限公司"      # whose documents they are
    protect = "forms"               # documents are protected: none, read-only, forms
    select = ["undefined-role"]     # only these rules
    ignore = []                     # never these rules

    [numbers]
    pattern = "AFS-SOP-{year}-{seq:03}"

    [calendar]
    hours-per-day = 8
    days-per-week = 5

    [severity]
    undefined-role = "warning"      # error, warning or note

    [per-file-ignores]
    "specs/archive/*" = ["SOP7"]    # never these rules in these files

    [rules.undefined-role]          # what can be set about a rule, by its name
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from sopgen.diagnostics import Language, Location, Severity

FILE_NAME = "sopgen.toml"
"""The name of the file at the root of a repository."""
PROJECT_FILE_NAME = "pyproject.toml"
"""The name of a file that may hold settings in its table ``[tool.sopgen]``."""

Key = tuple[str, ...]
"""The path of a key: the names of the tables around it, then its own."""

_NOTHING: Mapping[str, object] = MappingProxyType({})

PROTECTIONS = ("none", "read-only", "forms")
"""What may be done to documents: everything, nothing, or only filling in their forms."""


class Settings(NamedTuple):
    """What a repository says about itself.

    Attributes:
        language: the language of documents that do not say theirs.
        specs: the folder of specs, from the root.
        output: the folder of rendered documents, from the root.
        style: the name of a shipped style sheet, or the path of one from the root.
        template: a company's own Word file that documents go into, from the root; empty for none.
        layouts: a folder of the company's own layouts, from the root; empty for none.
        company: whose documents they are; empty if that is not to be printed.
        protect: how documents are protected, as style sheets say it; empty to leave that to the style sheet.
        select: the rules to look at, by name, code or beginning of a code; all when empty.
        ignore: the rules not to look at.
        pattern: the pattern of document numbers.
        hours_per_day: working hours in a business day.
        days_per_week: business days in a week.
        severity: how severe the findings of a rule are, by the rule's name.
        per_file_ignores: the rules not to look at in files that a pattern fits.
        rules: what is set about single rules: tables as TOML has them, by the rule's name.
        origins: where each of these was said.
    """

    language: Language = "zh-CN"
    specs: str = "specs"
    output: str = "build"
    style: str = "enterprise"
    template: str = ""
    layouts: str = ""
    company: str = ""
    protect: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    pattern: str = "AFS-SOP-{year}-{seq:03}"
    hours_per_day: float = 8
    days_per_week: float = 5
    severity: Mapping[str, Severity] = _NOTHING  # type: ignore[assignment]  # an empty map is one of anything
    per_file_ignores: Mapping[str, tuple[str, ...]] = _NOTHING  # type: ignore[assignment]
    rules: Mapping[str, Mapping[str, object]] = _NOTHING  # type: ignore[assignment]
    origins: Mapping[Key, Location] = MappingProxyType({})
