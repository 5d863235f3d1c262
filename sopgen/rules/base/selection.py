"""Whether a rule is among those that a run looks for."""

from __future__ import annotations

import re

from sopgen.frozen import frozen

_CODE = re.compile(r"SOP\d{0,3}", re.IGNORECASE)


@frozen
class Selection:
    """Which rules to look for: all, or those of ``select``; in either case without those of ``ignore``.

    Each word is a rule's name (``undefined-role``), its code (``SOP101``) or the beginning of codes (``SOP1``);
    whether there is such a rule, ``sopgen.rules.select`` looks up.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def looks_for(self, name: str, code: str) -> bool:
        """Whether the rule with that name and code is to be looked for."""
        chosen = not self.select or any(fits(word, name, code) for word in self.select)
        return chosen and not any(fits(word, name, code) for word in self.ignore)


def fits(word: str, name: str, code: str) -> bool:
    """Whether a word selects the rule with that name and code."""
    return word == name or (is_code(word) and code.startswith(word.upper()))


def is_code(word: str) -> bool:
    """Whether a word is written like a code, or like the beginning of one."""
    return _CODE.fullmatch(word) is not None
