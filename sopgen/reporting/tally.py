"""How often each rule was broken, as a table for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sopgen.diagnostics import Diagnostic, Language, Message, Severity
from sopgen.reporting.excerpt import width

HEADINGS = (Message(zh="次数", en="count"), Message(zh="级别", en="severity"), Message(zh="规则", en="rule"))
SEVERITIES = {
    Severity.ERROR: Message(zh="错误", en="error"),
    Severity.WARNING: Message(zh="警告", en="warning"),
    Severity.NOTE: Message(zh="提示", en="note"),
}
_GAP = "  "


def tally(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """A line for each rule, the one that was broken most often first, below a line of headings; empty without any."""
    counts = Counter((one.severity, one.code, one.rule) for one in diagnostics)
    if not counts:
        return ""
    rows = sorted(counts.items(), key=lambda row: (-row[1], -row[0][0], row[0][1]))
    cells = [
        (str(count), SEVERITIES[severity].text(language), f"{code} {rule}") for (severity, code, rule), count in rows
    ]
    table = [tuple(heading.text(language) for heading in HEADINGS), *cells]
    counted, severe = (max(width(row[column]) for row in table) for column in (0, 1))
    return "".join(
        f"{' ' * (counted - width(count))}{count}{_GAP}{severity}{' ' * (severe - width(severity))}{_GAP}{rule}\n"
        for count, severity, rule in table
    )
