"""One spelling for many: a text is folded before it is read, and an expression widened to take what folds to it.

The grammar is written once, as regular expressions in plain words over folded text. ``fold`` brings what a person
typed to that spelling: any dash becomes ``-``, full-width digits become plain, and every English word, with a capital
or without, in the singular or plural, becomes one character that stands for it. ``in_words`` does the same to the
words of an expression; ``widen`` undoes it and gives an expression for JSON Schema that takes the text as typed. As
each is the inverse of the other, both accept the same texts.

The characters that stand for words are Latin-1, and so is what folds a Chinese letter that stands in a class: ``re``
compiles alternatives of single small characters at once, but needs 0.4 ms for a class of large ones.
"""

from __future__ import annotations

import re
from functools import cache

_SPACE = " \t\n\r\u00a0\u3000"
_SIGNS = {
    **{sign: chr(ord(sign) + 0xFEE0) for sign in "0123456789+.<>=/"},
    " ": _SPACE[1:],
    ",": "，、",
    "-": "~～∼〜‐‑‒–—―−－",
    "≤": "≦⩽",
    "≥": "≧⩾",
}
"""Each folded sign, and the others that are read as it."""

_WITH_FORMS = """
second seconds secs sec s
minute minutes mins min m
hour hours hrs hr h
day days d
workday workdays
week weeks wks wk w
month months mths mth
quarter quarters
year years yrs yr y
a an
maximum max
immediately immediate
permanently permanent
indefinitely indefinite
二 两
"""
_WITHOUT = """
one two three four five six seven eight nine
ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
twenty thirty forty fifty sixty seventy eighty ninety half
business working work calendar within in under up to at the most latest no not more less later longer shorter fewer
sooner than of every each once or after between and for least minimum t instantly right away straight on spot without
delay real time same next hourly daily weekly monthly quarterly yearly annually forever ever
一 三 四 五 六 七 八 九 天 日 周 年 长 多 迟 晚 得 能 可 应
"""
_LINES = [line.split() for line in _WITH_FORMS.strip().splitlines()] + [[word] for word in _WITHOUT.split()]
_LATIN_1 = [letter for letter in map(chr, range(0x80, 0x100)) if not letter.isspace()]
_FORMS = dict(zip(_LATIN_1[: len(_LINES)], _LINES, strict=True))
_CHARACTERS = {form: character for character, forms in _FORMS.items() for form in forms}
_UNKNOWN = "\0"

_FOLD = str.maketrans(
    dict.fromkeys(_LATIN_1, _UNKNOWN)
    | {form: character for form, character in _CHARACTERS.items() if not form.isascii()}
    | {other: sign for sign, others in _SIGNS.items() for other in others}
)
_LETTERS = re.compile("[A-Za-z]+")
_WORD = re.compile(rf"\\.|[a-z]+|[{''.join(form for form in _CHARACTERS if not form.isascii())}]")
_ENGLISH = f"[{''.join(character for character, forms in _FORMS.items() if forms[0].isascii())}]"
_TOKEN = rf"(?<=[|:]){_ENGLISH}(?:\|{_ENGLISH})+(?=[|)])|\[0-9\]|\{{[0-9,]+\}}|\\[+.]|[ ,/0-9<=≤>≥{''.join(_FORMS)}-]"

compiled = cache(re.compile)
"""The expression, compiled when it is first used."""


def in_words(expression: str) -> str:
    """``expression``, in which English words stand in small letters and the singular, made fit for folded text."""
    return _WORD.sub(lambda word: _CHARACTERS.get(word[0], word[0]), expression)


def trim(text: str) -> str:
    """``text`` without space around it."""
    return text.strip(_SPACE)


def fold(text: str) -> str:
    """``text`` in the one spelling that expressions are written for."""
    return _LETTERS.sub(_fold_word, text.translate(_FOLD))


def unfolded(text: str) -> list[int]:
    """Where in ``text`` each character of ``fold(text)`` begins; one place more for the end."""
    places: list[int] = []
    position = 0
    for word in _LETTERS.finditer(text):
        places += range(position, word.start() + 1)
        position = word.end()
    return [*places, *range(position, len(text) + 1)]


def _fold_word(word: re.Match[str]) -> str:
    typed = word[0]
    # a bare capital M may mean months
    return _UNKNOWN if typed == "M" else _CHARACTERS.get(typed[0].lower() + typed[1:], _UNKNOWN)


def widen(expression: str) -> str:
    r"""An ECMA-262 expression, not anchored, for the texts that ``expression`` matches once they are folded.

    Args:
        expression: literals, ``[0-9]``, ``\+``, ``\.``, groups, ``|``, ``?``, ``*``, ``+``, ``{1,2}``.
    """
    return re.sub(_TOKEN, _widen, expression)


def anchored(pattern: str) -> str:
    """The whole of a text, but for space around it, as an ECMA-262 ``pattern`` for the search of JSON Schema."""
    return f"^[{_SPACE}]*(?:{pattern})[{_SPACE}]*$"


def _widen(token: re.Match[str]) -> str:
    sign = token[0].removeprefix("\\")
    if sign in _SIGNS:
        # a dash stands last, where a class takes it as itself
        return f"[{_SIGNS[sign]}{sign}]"
    if token[0] == "[0-9]":
        return "[0-9０-９]"
    forms = [form for character in token[0].split("|") for form in _FORMS.get(character, ())]
    if not forms:
        return token[0]
    typed = f"(?:{'|'.join(map(_as_typed, forms))})" if len(forms) > 1 else _as_typed(forms[0])
    return f"{typed}(?![A-Za-z])" if forms[0].isascii() else typed


def _as_typed(form: str) -> str:
    return f"[{form[0]}{form[0].upper()}]{form[1:]}" if form.isascii() and form != "m" else form
