"""What a rule is: a module named for what it forbids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from sopgen.diagnostics import Severity
from sopgen.rules.base.context import Context
from sopgen.rules.base.finding import Finding


class RuleModule(Protocol):
    """A module that holds a rule; its docstring is the rule's page."""

    __name__: str
    __doc__: str | None
    CODE: str
    SEVERITY: Severity

    def check(self, context: Context) -> Iterator[Finding]:
        """What the rule finds."""
        ...


class Rule(NamedTuple):
    """One check.

    Attributes:
        name: what it forbids, in kebab case: ``undefined-role``.
        code: ``SOP`` and three digits, never reused.
        severity: how bad its findings are.
        page: what it forbids, why, and how to mend it, in Markdown; None under ``python -OO``.
        check: yields what it finds.
    """

    name: str
    code: str
    severity: Severity
    page: str | None
    check: Callable[[Context], Iterator[Finding]]

    @classmethod
    def of(cls, module: RuleModule) -> Rule:
        """The rule that a module holds, named after its file."""
        name = module.__name__.rpartition(".")[2].replace("_", "-")
        return cls(name, module.CODE, module.SEVERITY, module.__doc__, module.check)
