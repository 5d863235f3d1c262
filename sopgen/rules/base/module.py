"""What a rule is: a module named for what it forbids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from sopgen.diagnostics import Severity
from sopgen.frozen import frozen
from sopgen.rules.base.option import Option

Subject = TypeVar("Subject")
Subject_contra = TypeVar("Subject_contra", contravariant=True)
Found = TypeVar("Found")
Found_co = TypeVar("Found_co", covariant=True)


class RuleModule(Protocol[Subject_contra, Found_co]):
    """A module that holds a rule; its docstring is the rule's page. What can be set about it is in ``OPTIONS``."""

    __name__: str
    __doc__: str | None
    CODE: str
    SEVERITY: Severity

    def check(self, subject: Subject_contra, /) -> Iterator[Found_co]:
        """What the rule finds in what it looks at."""
        ...


@frozen
class Rule(Generic[Subject, Found]):
    """One check.

    Attributes:
        name: what it forbids, in kebab case: ``undefined-role``.
        code: ``SOP`` and three digits, never reused.
        severity: how bad its findings are.
        page: what it forbids, why, and how to mend it, in Markdown; None under ``python -OO``.
        options: what can be set about it.
        check: yields what it finds.
    """

    name: str
    code: str
    severity: Severity
    page: str | None
    options: tuple[Option[Any], ...]
    check: Callable[[Subject], Iterator[Found]]

    @classmethod
    def of(cls, module: RuleModule[Subject, Found]) -> Rule[Subject, Found]:
        """The rule that a module holds, named after its file."""
        name = module.__name__.rpartition(".")[2].replace("_", "-")
        options = getattr(module, "OPTIONS", ())
        return cls(name, module.CODE, module.SEVERITY, module.__doc__, options, module.check)


AnyRule: TypeAlias = Rule[Any, Any]
"""A rule, whatever it looks at."""
