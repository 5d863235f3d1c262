"""The last line of a report: how many files, how many findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sopgen.diagnostics import Diagnostic, Message, Severity, listed

if TYPE_CHECKING:
    from sopgen.reporting.outcome import Outcome

CHECKED = Message(zh="检查了 {count} 份文件", en="Checked {files}")
FILES = Message(zh="", en="{count} file")
CLEAN = Message(zh="{checked}，没有发现问题", en="{checked}: nothing to report")
FOUND = Message(zh="{checked}：{counts}", en="{checked}: {counts}")
NOT_SHOWN = Message(zh="；另有 {counts}没有列出", en="; {counts} not shown")
KNOWN = Message(zh="；基线中的 {count} 个问题没有列出", en="; {count} known from the baseline")
MENDED = Message(zh="；已修复 {count} 处", en="; {count} fixed")
FIXABLE = Message(zh="；其中 {count} 处可以用 --fix 修复", en="; {count} of them can be fixed with --fix")
COUNTS = {
    Severity.ERROR: Message(zh="{count} 个错误", en="{count} error"),
    Severity.WARNING: Message(zh="{count} 个警告", en="{count} warning"),
    Severity.NOTE: Message(zh="{count} 个提示", en="{count} note"),
}


def summary(outcome: Outcome) -> Message:
    """One sentence that counts."""
    files = len(outcome.files)
    checked = Message(CHECKED.zh.format(count=files), CHECKED.en.format(files=_plural(FILES, files).en))
    found, hushed = counts(outcome.diagnostics), counts(outcome.hushed)
    parts = [FOUND.format(checked=checked, counts=found) if found else CLEAN.format(checked=checked)]
    fixable = sum(1 for diagnostic in outcome.diagnostics if diagnostic.fix and diagnostic.fix.safe)
    if fixable:
        parts.append(FIXABLE.format(count=fixable))
    if outcome.mended:
        parts.append(MENDED.format(count=outcome.mended))
    if hushed:
        parts.append(NOT_SHOWN.format(counts=hushed))
    if outcome.known:
        parts.append(KNOWN.format(count=outcome.known))
    return _sentence(parts)


def counts(diagnostics: Iterable[Diagnostic]) -> Message | None:
    """The numbers of errors, warnings and notes, as far as there are any; None if there are none at all."""
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    parts = [_plural(message, found[severity]) for severity, message in COUNTS.items() if found[severity]]
    return listed(parts) if parts else None


def _plural(message: Message, count: int) -> Message:
    counted = message.format(count=count)
    return Message(counted.zh, counted.en if count == 1 else f"{counted.en}s")


ONE_WRITTEN = Message(zh="已生成 {place}", en="Wrote {place}")
WRITTEN = Message(zh="已生成 {count} 份文档，在 {place} 里", en="Wrote {count} documents to {place}")
NONE_WRITTEN = Message(zh="没有生成文档", en="Wrote no document")
FAILED = Message(zh="；{count} 份因上面的问题没有生成", en="; {count} not rendered, for the reasons above")


def rendered(written: int, place: str, failed: int) -> Message:
    """One sentence on what was rendered: how many documents, where they are, how many could not be."""
    parts = [(ONE_WRITTEN if written == 1 else WRITTEN if written else NONE_WRITTEN).format(count=written, place=place)]
    if failed:
        parts.append(FAILED.format(count=failed))
    return _sentence(parts)


def _sentence(parts: Iterable[Message]) -> Message:
    told = listed(parts, zh="", en="")
    return Message(f"{told.zh}。", f"{told.en}.")
