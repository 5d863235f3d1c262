"""A diagnostic in one sentence, for tools that show no more: what is wrong and what to do about it."""

from __future__ import annotations

from sopgen.diagnostics import Diagnostic, Language, Message

ADVISED = Message(zh="{message}；{hint}", en="{message}; {hint}")


def sentence(diagnostic: Diagnostic, language: Language) -> str:
    """The message, and the hint if there is one."""
    if diagnostic.hint is None:
        return diagnostic.message.text(language)
    return ADVISED.format(message=diagnostic.message, hint=diagnostic.hint).text(language)
