"""The settings of a repository, from its ``sopgen.toml``; every one of them may be left out.

All there is::

    language = "zh-CN"              # of documents that do not say theirs
    specs = "specs"                 # where the specs are
    output = "build"                # where rendered documents go
    style = "enterprise"            # a shipped style sheet, or the path of one
    layouts = "layouts"             # a folder of the company's own layouts
    company = "示例电器有限公司"      # whose documents they are
    protect = "forms"               # documents are protected: none, read-only, forms
    select = ["undefined-role"]     # only these rules
    ignore = []                     # never these rules

    [numbers]
    pattern = "AFS-SOP-{year}-{seq:03}"

    [calendar]
    hours_per_day = 8
    days_per_week = 5
"""

from __future__ import annotations

from typing import NamedTuple

from sopgen.diagnostics import Language

FILE_NAME = "sopgen.toml"
"""The name of the file at the root of a repository."""

PROTECTIONS = ("none", "read-only", "forms")
"""What may be done to documents: everything, nothing, or only filling in their forms."""


class Settings(NamedTuple):
    """What a repository says about itself.

    Attributes:
        language: the language of documents that do not say theirs.
        specs: the folder of specs, from the root.
        output: the folder of rendered documents, from the root.
        style: the name of a shipped style sheet, or the path of one from the root.
        layouts: a folder of the company's own layouts, from the root; empty for none.
        company: whose documents they are; empty if that is not to be printed.
        protect: how documents are protected, as style sheets say it; empty to leave that to the style sheet.
        select: the rules to look at, by name, code or beginning of a code; all when empty.
        ignore: the rules not to look at.
        pattern: the pattern of document numbers.
        hours_per_day: working hours in a business day.
        days_per_week: business days in a week.
    """

    language: Language = "zh-CN"
    specs: str = "specs"
    output: str = "build"
    style: str = "enterprise"
    layouts: str = ""
    company: str = ""
    protect: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    pattern: str = "AFS-SOP-{year}-{seq:03}"
    hours_per_day: float = 8
    days_per_week: float = 5
