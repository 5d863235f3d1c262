"""What an author may have meant by an id that nothing has: another spelling, a name, a thing of another kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message
from sopgen.source.nearest import DID_YOU_MEAN, Guess, guess

if TYPE_CHECKING:
    from sopgen.spec.index import Index

COMPARISONS = 50_000
"""How many pairs of names are compared in one spec: enough for real ones, and no wait for one that is all wrong."""
LISTED = 8
"""Up to how many ids a hint lists."""

WORDS = {
    "step": Message(zh="步骤", en="step"),
    "procedure": Message(zh="流程", en="procedure"),
    "role": Message(zh="角色", en="role"),
    "form": Message(zh="表单", en="form"),
    "script": Message(zh="话术", en="script"),
    "record": Message(zh="记录", en="record"),
    "clause": Message(zh="条款", en="clause"),
    "table": Message(zh="表格", en="table"),
    "classification": Message(zh="分类", en="classification"),
    "state": Message(zh="状态", en="state"),
    "section": Message(zh="章节", en="section"),
}
"""What the things of each name space are called."""

BY_NAME = Message(
    zh="“{wrong}”是{word}“{name}”的名称，请写标识“{name}”",
    en="`{wrong}` is the name of the {word} `{name}`: write its id",
)
LIKE_NAME = Message(zh="您是不是指“{title}”？请写它的标识“{name}”", en="did you mean `{title}`? write its id, `{name}`")
ANOTHER_THING = Message(
    zh="“{wrong}”是{other}的标识，这里要写{wanted}的标识",
    en="`{wrong}` is the id of a {other}; the id of a {wanted} is needed here",
)
DEFINE_ONE = Message(
    zh="请改用已有的标识（{ids}），或在 {key} 中加上“{wrong}”",
    en="write an id that there is ({ids}), or add `{wrong}` under `{key}`",
)
DEFINE_FIRST = Message(
    zh="本文件还没有定义{wanted}，请在 {key} 中加上“{wrong}”",
    en="no {wanted} is defined yet: add `{wrong}` under `{key}`",
)


class Meaning:
    """Guesses at what unknown ids mean, for the hints of one spec."""

    def __init__(self, index: Index, known: Iterable[str]) -> None:
        self._index = index
        self._known = known
        self._compared = 0
        self._guesses: dict[tuple[str, str], Guess | None] = {}

    def of(self, space: str, wrong: str) -> Message:
        """What to do about ``wrong``, which is the id of nothing in ``space``."""
        likely = self.likely(space, wrong)
        if likely is not None:
            return likely
        ids, key = self._index.ids[space], f"{space}s"
        if not ids:
            return DEFINE_FIRST.format(wanted=WORDS[space], key=key, wrong=wrong)
        listed = [*ids][:LISTED]
        more = "…" if len(ids) > LISTED else ""
        shown = Message(zh="、".join(listed) + more, en=", ".join(listed) + more)
        return DEFINE_ONE.format(ids=shown, key=key, wrong=wrong)

    def likely(self, space: str, wrong: str) -> Message | None:
        """The thing that ``wrong`` probably means, None where nothing suggests itself."""
        titles = self.titles[space]
        if wrong in titles:
            return BY_NAME.format(wrong=wrong, word=WORDS[space], name=titles[wrong])
        other = next((other for other in WORDS if wrong in self._index.ids[other]), None)
        if other is not None:
            return ANOTHER_THING.format(wrong=wrong, other=WORDS[other], wanted=WORDS[space])
        close = self.near(wrong, space, chain(self._index.ids[space], titles))
        if close is not None and close in titles:
            return LIKE_NAME.format(title=close, name=titles[close])
        return DID_YOU_MEAN.format(name=close) if close is not None else None

    def mended(self, space: str, wrong: str) -> Guess | None:
        """The id that ``wrong`` is a misspelling or the name of, None where nothing suggests itself."""
        titles = self.titles[space]
        if wrong in titles:
            return Guess(titles[wrong], is_plain=True)
        if any(wrong in self._index.ids[other] for other in WORDS):
            return None
        close = self.guess(wrong, space, chain(self._index.ids[space], titles))
        return close._replace(name=titles.get(close.name, close.name)) if close else None

    def near(self, wrong: str, pool: str, candidates: Iterable[str]) -> str | None:
        """The candidate most like ``wrong``; the same for the same ``pool``, and None once too many were compared."""
        found = self.guess(wrong, pool, candidates)
        return found.name if found else None

    def guess(self, wrong: str, pool: str, candidates: Iterable[str]) -> Guess | None:
        """What ``near`` tells, and whether it is plain."""
        asked = pool, wrong
        if asked not in self._guesses:
            listed = tuple(candidates) if self._compared < COMPARISONS else ()
            self._compared += len(listed)
            self._guesses[asked] = guess(wrong, listed)
        return self._guesses[asked]

    def is_own(self, text: str) -> bool:
        """Whether ``text`` is an id or a name of this spec but for capitals."""
        small = text.lower()
        return small == "end" or any(small in self._index.ids[space] or text in self.titles[space] for space in WORDS)

    @cached_property
    def documents(self) -> list[str]:
        """The numbers of the documents that are known, sorted; to ask for them may read the whole repository."""
        return sorted({*self._known, *self._index.listed_numbers})

    @cached_property
    def titles(self) -> Mapping[str, Mapping[str, str]]:
        """The ids of the things of each name space, by what they are called."""
        found: dict[str, dict[str, str]] = {space: {} for space in WORDS}
        for space, title, name in self._titles():
            if title is not None and name is not None:
                found[space].setdefault(title, name)
        return found

    def _titles(self) -> Iterator[tuple[str, str | None, str | None]]:
        from sopgen.spec.clauses import LookupTable
        from sopgen.spec.forms import Form, Script
        from sopgen.spec.service import Classification

        sop = self._index.sop
        parts = getattr(sop, "parts", ())
        for place in self._index.steps:
            yield "step", place.step.title, place.step.id
            yield "step", place.step.action, place.step.id
        for clause in self._index.clauses:
            yield "clause", clause.clause.title, clause.clause.id
        tables = (table for _, table in self._index.of(LookupTable))
        listed = (("procedure", sop.procedures), ("table", tables), ("section", sop.sections), ("section", parts))
        for space, things in listed:
            for thing in things:
                yield space, thing.title, thing.id
        for state in sop.states:
            yield "state", state.name, state.id
        for name, role in sop.roles.items():
            yield "role", role.name, name
        for name, record in sop.records.items():
            yield "record", record.name, name
        yield from (("form", form.title, str(path[-1])) for path, form in self._index.of(Form))
        yield from (("script", script.title, str(path[-1])) for path, script in self._index.of(Script))
        for path, classification in self._index.of(Classification):
            yield "classification", classification.title, str(path[-1])
