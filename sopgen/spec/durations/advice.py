"""What to write in place of a time limit that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from sopgen.diagnostics import Message

_CLOCKS: Final = (
    re.compile(r"(?:自|从)?(?P<start>.+?)(?:起|(?:以|之)?后)(?P<limit>.+)"),
    re.compile(r"(?P<limit>.+?) +(?:after|from) +(?P<start>.+)"),
)
_REMARK: Final = re.compile(r"\s*[（(][^（()）]+[)）]")
_ABOUT: Final = re.compile(r"大?约|左右|上下")
_WANTS_QUOTES: Final = frozenset("{}[],:#'\"")
_BARE_T: Final = re.compile(r"[Tt]\s*[+＋]\s*[0-9０-９]+")

_FROM: Final = Message(
    zh="从什么时候算起，写在 from 里：{{within: {limit}, from: {start}}}",
    en="what starts the clock is written as from: `{{within: {limit}, from: {start}}}`",
)
_BRACKETS: Final = Message(
    zh="时限只写 {limit}，括号里的话写到 details 里", en="write {limit}, and what the brackets say under details"
)
_NUMBER: Final = Message(
    zh="请写确数，例如 {limit}；只求大概的写成 {{text: {typed}}}，只打印，不参与计算",
    en="write a number that holds, such as {limit}; `{{text: {typed}}}` only prints",
)
_DAY: Final = Message(
    zh="请写明是哪种天：{typed}日，或 {typed}个工作日", en="say which days: `{typed} days` or `{typed} business days`"
)
_FORMS: Final = Message(
    zh="可以写 10分钟内、≤2小时、不超过24h、1个工作日、3个自然日、T+1日、2~4小时、半天、立即、每30分钟；"
    "没有确数的写成 {{text: {typed}}}，只打印，不参与计算",
    en="write within 30 minutes, ≤ 2 h, 2-4 hours, 1 business day, 10 calendar days, half a day, immediately, "
    "every 30 minutes or PT2H; what has no number is written `{{text: {typed}}}` and only prints",
)


def advice(typed: str, reads: Callable[[str], object]) -> Message:
    """What to write instead of a text.

    Args:
        typed: the text.
        reads: gives something for a text that is a time limit, else None.
    """
    if _BARE_T.fullmatch(typed):
        return _DAY.format(typed=typed)
    for clock in _CLOCKS:
        if (found := clock.fullmatch(typed)) and reads(found["limit"]):
            return _FROM.format(limit=found["limit"], start=found["start"])
    without = _REMARK.sub("", typed)
    if without != typed and reads(without):
        return _BRACKETS.format(limit=without)
    quoted = typed if not _WANTS_QUOTES & set(typed) else '"' + typed.replace('"', "'") + '"'
    number = _ABOUT.sub("", typed)
    if number != typed and reads(number):
        return _NUMBER.format(limit=number, typed=quoted)
    return _FORMS.format(typed=quoted)
