"""What texts call things, compared by the words that name them: 已定级的报修工单 and 报修工单 are one thing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property, lru_cache

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]|[\[\]“”‘’\"'《》「」]")
_TOKEN = re.compile("[a-z0-9]+|[一-鿿]")
_FILLERS = re.compile("信息|编号|资料|内容|情况|数据|材料|的|已|经|之|各|该|本|及|与|和|或")
_SMALL = frozenset(
    {
        "a", "an", "the", "of", "for", "from", "to", "and", "or", "with", "on", "in", "at", "by", "its", "this", "all",
        "any", "information", "number", "data", "details", "status",
    }
)  # fmt: skip
_COMMON = frozenset(
    {
        "客户", "用户", "顾客", "公司", "工单", "服务", "处理", "进行", "超过", "没有",
        "custo", "ticke", "servi", "compa",
    }
)  # fmt: skip
_HAN_PAIR = re.compile("[一-鿿]{2}")
_PREFIX = 5
"""How many letters of an English word tell it: repair, repairs and repaired are one."""


@lru_cache(maxsize=512)
def words_of(text: str) -> frozenset[str]:
    """The words that name something in a text: Chinese letters one by one, English words without their endings."""
    plain = _BRACKETS.sub(" ", text.lower())
    found = _tokens(_FILLERS.sub("", plain)) or _tokens(plain)
    return found or _tokens(text.lower())


def core_of(text: str) -> str:
    """A name without brackets and without words that say little: 运单编号 is a 运单, a waybill number a waybill."""
    plain = _FILLERS.sub("", _BRACKETS.sub(" ", text.casefold()))
    return " ".join(word for word in plain.split() if word not in _SMALL)


def _tokens(text: str) -> frozenset[str]:
    words = _TOKEN.findall(text)
    return frozenset(word[:_PREFIX].removesuffix("s") for word in words if word not in _SMALL)


@lru_cache(maxsize=256)
def telling_words(text: str) -> frozenset[str]:
    """The words of a text that tell what it is about: Chinese ones as pairs of letters."""
    text = text.lower()
    pairs = (text[at : at + 2] for at in range(len(text) - 1))
    words = {word[:_PREFIX] for word in re.findall("[a-z]{4,}", text)}
    return frozenset(words.union(pair for pair in pairs if _HAN_PAIR.fullmatch(pair))) - _COMMON


def share_words(one: str, other: str) -> bool:
    """Whether two texts speak of something in common, besides the customer and the ticket."""
    return not telling_words(one).isdisjoint(telling_words(other))


class Things:
    """Some things, each with what is known about it, to be found by another name."""

    def __init__(self, things: Mapping[frozenset[str], list[int]]) -> None:
        """``things``: for the words of each name, what is known."""
        self._things = things

    @cached_property
    def _by_word(self) -> Mapping[str, list[frozenset[str]]]:
        found: dict[str, list[frozenset[str]]] = defaultdict(list)
        for words in self._things:
            for word in words:
                found[word].append(words)
        return found

    def called(self, words: frozenset[str]) -> list[int]:
        """What is known of the thing of just that name."""
        return self._things.get(words, [])

    def like(self, words: frozenset[str]) -> list[int]:
        """What is known of everything that ``words`` may name."""
        found = [*self.called(words)]
        shared = Counter(other for word in words for other in self._by_word.get(word, ()))
        for other, count in shared.items():
            if other != words and count in (len(words), len(other)):
                found += self._things[other]
        return found
