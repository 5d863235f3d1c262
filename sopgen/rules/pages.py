"""The pages of rules, as readers see them: their docstrings without the marks that only tests need."""

from __future__ import annotations

import re

from sopgen.diagnostics import Language

_MARK = re.compile(r" *# <-$", re.MULTILINE)
_CHINESE = re.compile("[\u4e00-\u9fff]")


def page(docstring: str | None) -> str:
    """The page of a rule in Markdown; empty where there is no docstring, as under ``python -OO``."""
    return _MARK.sub("", (docstring or "").strip())


def abstract(text: str, language: Language) -> str:
    """The paragraph of a page that says what its rule forbids, in one line."""
    english, *others = text.split("\n\n")
    chinese = next((other for other in others if len(_CHINESE.findall(other)) > len(other) // 4), None)
    return chinese.replace("\n", "") if chinese and language == "zh-CN" else english.replace("\n", " ")
