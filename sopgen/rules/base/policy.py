"""What a run of the rules goes by, whatever spec they look at: which rules, how severe, what is set about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from typing import Any

from sopgen.diagnostics import Language, Severity
from sopgen.frozen import frozen
from sopgen.rules.base.module import Found, Rule, Subject
from sopgen.rules.base.option import Option, T
from sopgen.rules.base.selection import Selection
from sopgen.spec.durations import WorkCalendar
from sopgen.spec.numbers import DEFAULT_PATTERN


@frozen
class Policy:
    """What a run of the rules goes by.

    Attributes:
        selection: which rules to look for.
        severities: how severe the findings of a rule are, by its name, where that is set.
        options: what is set about rules.
        language: the language of documents that do not say theirs.
        calendar: how business time relates to clock time.
        pattern: the pattern of document numbers.
        least: the least severity of findings; rules that only find what is less severe need not be loaded.
        today: the day on which dates are past.
    """

    selection: Selection = field(default_factory=Selection)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[Option[Any], object] = field(default_factory=dict)
    language: Language = "zh-CN"
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    pattern: str = DEFAULT_PATTERN
    least: Severity = Severity.NOTE
    today: date = field(default_factory=date.today)

    def option(self, option: Option[T]) -> T:
        """The value of an option."""
        return self.options.get(option, option.default)  # type: ignore[return-value]  # read by the option itself

    @property
    def only_errors(self) -> bool:
        """Whether only those rules are looked for whose findings are errors unless something else is set."""
        return self.least is Severity.ERROR and Severity.ERROR not in self.severities.values()

    def looked_for(self, rules: Iterable[Rule[Subject, Found]]) -> dict[Rule[Subject, Found], Severity]:
        """Those of ``rules`` that are looked for, each with how severe its findings are."""
        found = {rule: self.severities.get(rule.name, rule.severity) for rule in rules}
        return {
            rule: severity
            for rule, severity in found.items()
            if severity >= self.least and self.selection.looks_for(rule.name, rule.code)
        }

    def without(self, ignored: Collection[str]) -> Policy:
        """The same policy with further rules not looked for."""
        selection = self.selection
        return replace(self, selection=replace(selection, ignore=(*selection.ignore, *ignored))) if ignored else self
