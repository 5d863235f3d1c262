"""By when a document says that the whole matter is settled, or that something is given: 24小时内给出方案.

Whoever reads a promise must know what it speaks of. A first response within two hours says nothing about the end of the
process; a solution within a day says nothing about the follow-up after it; and a limit for urgent cases nothing about
the others. What cannot be told is no commitment.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from sopgen.rules.base.names_in_text import NamesInText
from sopgen.rules.base.things import share_words
from sopgen.source import Path
from sopgen.spec.durations import Duration
from sopgen.spec.durations.mentions import Mention, mentions

if TYPE_CHECKING:
    from sopgen.rules.base.context import Context

About = Literal["closing", "solution", "thing"]
"""What is promised: that the matter is closed, that it is settled, or that something is given."""


class Commitment(NamedTuple):
    """A promised time.

    Attributes:
        length: the time.
        text: as typed.
        about: what it speaks of.
        thing: for something that is given, the words by which it is found.
        path: where it stands.
        offset: where in the text at ``path``, in characters; -1 where it is all of it.
        sequence: the procedure it speaks of; None for all.
        excludes: whether waiting does not count.
    """

    length: Duration
    text: str
    about: About
    path: Path
    thing: str = ""
    offset: int = -1
    sequence: Path | None = None
    excludes: bool = False


_THINGS = (
    r"方案|proposal|\bplan\b",
    "报价|quot(?:e|ation)",
    r"退款|退清|refund|\bmoney\b|reimburs",
    "取件|提货|交付",
    r"\bdecision|\bdecid",
    "派工|派单|dispatch",
    "检测报告|test report",
)
_CLOSING = re.compile(
    "闭环|办结|结案|结单|关单|销单|关闭|完结|处理完|办理完|回访|\\bclos(?:e|es|ed|ing|ure)\\b|\\bloop\\b", re.IGNORECASE
)
_SOLUTION = re.compile(
    r"解决|修复|恢复|处理|完成|办理|维修|排除|\b(?:result|resol|settl|solv|fix|repair|restor|complet|finish|handl"
    r"|put right)",
    re.IGNORECASE,
)
_RESPONSE = re.compile("响应|应答|接听|接通|首次|受理|respon|acknowledg|first contact|pick(?:ed)? up", re.IGNORECASE)
_OTHER = re.compile(r"再次|重复|复发|未再|平均|\b(?:again|repeat|recur|average|mean|median)", re.IGNORECASE)
_GRAVE = re.compile(r"重大|特急|紧急|加急|\b(?:urgent|critical|priority|emergency)", re.IGNORECASE)
_RECEIPT = re.compile(
    r"受理|报修|收到|接到|投诉|申请|来电|登记|提出|提交|接报|\b(?:receipt|receiv|report|complain|request|regist|call|writ|disput|claim)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:后|起|自|从)\s*的?$")
_OF = re.compile(r"^\s*(?:of|after|from|following)\b")
_STOP = re.compile(r"[，。；;！？!?\n]|[,.](?=\s|$)")
_HAN = re.compile("[一-鿿]")
_SENTENCE = re.compile(r"[。；;！？!?\n]|[.](?=\s|$)")
_RATE = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]")
ALMOST_ALL = 90
"""From what percentage on a metric promises something to everybody."""


def commitments(context: Context) -> Iterator[Commitment]:
    """What a document promises about the end of its process, in its purpose, its metrics and its service levels."""
    sop = context.sop
    levels = NamesInText((level.level, place) for place, level in enumerate(sop.service_levels))
    first = next((place.step.action for place in context.index.steps), "")
    yield from _of_text(sop.purpose, ("purpose",), levels, first)
    for position, procedure in enumerate(sop.procedures):
        path: Path = ("procedures", position)
        first = procedure.steps[0].action if procedure.steps else ""
        for one in _of_text(procedure.summary or "", (*path, "summary"), levels, first):
            yield one._replace(sequence=path)
    yield from _of_metrics(context)
    yield from _of_levels(context)


def _of_levels(context: Context) -> Iterator[Commitment]:
    """The slowest resolution, if its time begins when the matter comes in."""
    found = []
    for position, level in enumerate(context.sop.service_levels):
        limit = level.resolution
        if limit is None or limit.within is None or (limit.from_ and not _RECEIPT.search(limit.from_)):
            return
        path: Path = ("service_levels", position, "resolution")
        excludes = limit.excludes is not None
        found.append(Commitment(limit.within.upper, limit.within.text, "solution", path, excludes=excludes))
    if found:
        yield max(found, key=lambda one: one.length.least(context.policy.calendar))


def _of_text(text: str, path: Path, levels: NamesInText[int], first: str) -> Iterator[Commitment]:
    found = [*mentions(text)]
    sentences = [0, *(end.end() for end in _SENTENCE.finditer(text))] if found else []
    for place, mention in enumerate(found):
        if not mention.is_limit:
            continue
        begin = found[place - 1].end if place else 0
        end = found[place + 1].start if place + 1 < len(found) else len(text)
        before, after = _STOP.split(text[begin : mention.start])[-1], _STOP.split(text[mention.end : end])[0]
        since = sentences[bisect_right(sentences, mention.start) - 1]
        sentence = _SENTENCE.split(text[since : mention.start])[-1] + after
        if _GRAVE.search(sentence) or levels.within(sentence):
            continue  # it is for some cases, and the slowest way need not be theirs
        if _OTHER.search(before) or not _counts_from_start(before, after, first):
            continue
        clause, *_ = re.split(r"\band\b", after)
        about = _about(after, before) if _HAN.search(before + after) else _about(before, clause)
        if about is not None:
            yield _commitment(text, mention, about, path)


def _commitment(text: str, mention: Mention, about: tuple[About, str], path: Path) -> Commitment:
    typed = text[mention.start : mention.end]
    return Commitment(mention.length, typed, about[0], path, about[1], mention.start)


def _counts_from_start(before: str, after: str, first: str) -> bool:
    """Whether the time begins when the matter comes in or with the first step, and not with something later."""
    since = before if _SINCE.search(before.strip()) else after if _OF.search(after) else ""
    return not since or bool(_RECEIPT.search(since)) or share_words(since, first)


def _about(*parts: str) -> tuple[About, str] | None:
    """What the words around a time promise, the first of ``parts`` that says something; None if none does."""
    for part in parts:
        if _OTHER.search(part):
            return None
        thing = next((words for words in _THINGS if re.search(words, part, re.IGNORECASE)), "")
        if thing:
            return "thing", thing
        if _CLOSING.search(part):
            return "closing", ""
        if _RESPONSE.search(part):
            return None
        if _SOLUTION.search(part):
            return "solution", ""
    return None


def _of_metrics(context: Context) -> Iterator[Commitment]:
    """What metrics promise to almost everybody: 72小时闭环率 ≥95%, or a time to close of at most 48 hours."""
    for position, metric in enumerate(context.sop.metrics):
        name, target = metric.name, metric.target or ""
        path: Path = ("metrics", position)
        rate = _RATE.search(target)
        if rate is None:
            about = _about(name)
            if about is not None and not _OTHER.search(target):
                yield from (_commitment(target, mention, about, (*path, "target")) for mention in mentions(target))
        elif float(rate[1]) >= ALMOST_ALL and not _GRAVE.search(name):
            for mention in mentions(name):
                about = _about(name[mention.end :])
                if about is not None:
                    yield _commitment(name, mention, about, (*path, "name"))
