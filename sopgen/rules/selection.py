"""The rules that can be selected, and what to tell of a word that fits none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from sopgen.diagnostics import Diagnostic, Location, Message, Severity
from sopgen.errors import UsageError
from sopgen.rules.base.selection import Selection, fits, is_code
from sopgen.source import did_you_mean, problems

UNKNOWN_RULE = Message(zh="没有“{word}”这条规则", en="there is no rule `{word}`")
NO_SUCH_CODE = Message(zh="没有以“{word}”开头的规则编号", en="no rule has a code that begins with `{word}`")
NOT_TO_IGNORE = Message(
    zh="它妨碍读取文件，不能忽略也不能单独挑选，请改正文件",
    en="it keeps a spec from being read: fix the spec, it cannot be left out",
)
LOOK = Message(
    zh="请写规则的名称（undefined-role）、编号（SOP101）或编号的开头（SOP1）",
    en="write the name of a rule (undefined-role), its code (SOP101) or the beginning of one (SOP1)",
)

_READING_PROBLEMS = tuple(one for one in vars(problems).values() if isinstance(one, problems.Problem))
NOTICES = tuple(problem for problem in _READING_PROBLEMS if problem.severity < Severity.ERROR)
"""What reading a spec warns of; it is selected, ignored and suppressed like the findings of rules."""

_READING = re.compile(r"SOP0[0-9]{2}", re.IGNORECASE)


@cache
def names() -> Mapping[str, str]:
    """The code of everything that can be selected, by name."""
    from sopgen.rules.registry import RULES

    return {notice.rule: notice.code for notice in NOTICES} | {rule.name: rule.code for rule in RULES}


@cache
def names_across() -> frozenset[str]:
    """The names of the rules that look across the repository."""
    from sopgen.rules.registry import REPOSITORY_RULES

    return frozenset(rule.name for rule in REPOSITORY_RULES)


def select(words: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
    """The selection of the rules that ``words`` fit, or of all if there are none, without those of ``ignore``.

    Raises:
        UsageError: a word fits no rule; carries a diagnostic for every one.
    """
    selection = Selection(tuple(words), tuple(ignore))
    asked = [("--select", word) for word in selection.select] + [("--ignore", word) for word in selection.ignore]
    unknown = [unknown_rule(option, word) for option, word in asked if not _is_known(word)]
    if unknown:
        raise UsageError(*unknown)
    return selection


def left_out(selection: Selection) -> frozenset[str]:
    """The names of the rules that a selection does not look for."""
    return frozenset(name for name, code in names().items() if not selection.looks_for(name, code))


def _is_known(word: str) -> bool:
    """Whether a word selects any rule."""
    return any(fits(word, name, code) for name, code in names().items())


def _reading_problems() -> set[str]:
    """The names of what keeps a spec from being read."""
    from sopgen.spec.explain import CODES

    return {*CODES, *(problem.rule for problem in _READING_PROBLEMS)}


def unknown_rule(option: str, word: str) -> Diagnostic:
    """What to tell of a word that fits no rule, given with ``option``."""
    message = (NO_SUCH_CODE if is_code(word) else UNKNOWN_RULE).format(word=word)
    hint = (None if is_code(word) else did_you_mean(word, names())) or LOOK
    if _READING.fullmatch(word) or word in _reading_problems():
        hint = NOT_TO_IGNORE
    return Diagnostic("SOP095", "unknown-rule", Severity.ERROR, message, Location(option), hint)
