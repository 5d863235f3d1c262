"""A form that asks customers for personal data, and does not say who may see it.

Names with phone numbers, addresses, identity cards and bank accounts are protected by law. If neither the form nor
the record made on it has a confidentiality, the sheet lies about, and everybody may open the file.

Give the form a `confidentiality`, `internal` or stricter. Fields about the company's own people do not count. The words
that tell the one from the other are listed in `templates/words/`; `add` and `allow` set further ones.

表单要客户填写个人信息，却没有写谁可以看。
姓名、电话、住址、证件号和银行账号受法律保护。表单和依它形成的记录都没有写保密级别，填好的单子就会随处放，谁都能看。

请给表单写上 `confidentiality`，至少为 `internal`。本公司人员的字段不算。区分两者的词列在 `templates/words/` 中，
可用 `add` 和 `allow` 增加。

Bad:

```yaml
forms:
  repair:
    title: 报修登记表
    number: AFS-F-001
    fields: [客户姓名, 联系电话, 故障现象]  # <-
```

Good:

```yaml
forms:
  repair:
    title: 报修登记表
    number: AFS-F-001
    confidentiality: internal
    fields: [客户姓名, 联系电话, 故障现象]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sopgen.diagnostics import Message, Severity, listed
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import words
from sopgen.rules.base.word_lists import all_words
from sopgen.source import Path
from sopgen.spec.forms import FormField

CODE = "SOP420"
SEVERITY = Severity.WARNING

ADD = words("add", Message(zh="字段名中另外哪些词算个人信息", en="further words by which a field tells personal data"))
ALLOW = words(
    "allow",
    Message(
        zh="字段名或分组名中另外哪些词表示不是客户的个人信息",
        en="further words by which a field or its group is not about a customer",
    ),
)
OPTIONS = (ADD, ALLOW)

MESSAGE = Message(
    zh="表单“{title}”要填客户的个人信息（{fields}），却没有写保密级别",
    en="the form `{title}` asks for personal data ({fields}), but has no confidentiality",
)
PUBLIC = Message(
    zh="表单“{title}”要填客户的个人信息（{fields}），却是公开的",
    en="the form `{title}` asks for personal data ({fields}), but is public",
)
GIVE = Message(
    zh="请给表单写上 confidentiality: internal 或更高的级别",
    en="give the form `confidentiality: internal`, or stricter",
)
SHOWN = 3
"""Up to how many fields a message names."""


def check(context: Context) -> Iterator[Finding]:
    """Every form with personal data that neither its own confidentiality nor that of its record protects."""
    data, company = _words("personal-data-fields", context.option(ADD)), _words("company-fields", context.option(ALLOW))
    records = (record for record in context.sop.records.values() if record.confidentiality)
    kept = {form: record.confidentiality for record in records for form in record.form}
    for name, form in context.sop.forms.items():
        secrecy = form.confidentiality or kept.get(name)
        if secrecy not in (None, "public"):
            continue
        found = [
            (path, field)
            for path, field, around in _fields(form.fields, ("forms", name, "fields"))
            if data.found_in(field) and not company.found_in(f"{around}\n{field}")
        ]
        if found:
            fields = listed(field for _, field in found[:SHOWN])
            message = (PUBLIC if secrecy else MESSAGE).format(title=form.title, fields=fields)
            yield Finding(found[0][0], message, GIVE)


def _fields(fields: tuple[FormField, ...], path: Path, around: str = "") -> Iterator[tuple[Path, str, str]]:
    """The path and name of every field that is filled in, with the headings around it."""
    for index, field in enumerate(fields):
        here = (*path, index)
        if field.name is not None:
            yield (*here, "name"), field.name, around
        yield from _fields(field.fields, (*here, "fields"), f"{around}\n{field.group or field.name or ''}")


class _Words:
    """Words to look for: English ones as whole words, in any case and number; Chinese ones anywhere."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._english = tuple(f" {_spaced(word)}" for word in words if word.isascii())
        self._others = tuple(word.casefold() for word in words if not word.isascii())

    def found_in(self, text: str) -> bool:
        """Whether ``text`` has any of them."""
        folded, spaced = text.casefold(), f" {_spaced(text)} "
        if any(word in folded for word in self._others):
            return True
        return spaced.strip() != "" and any(f"{word} " in spaced or f"{word}s " in spaced for word in self._english)


def _spaced(text: str) -> str:
    """The English words of a text, in small letters and without a possessive s, with a space between them."""
    return " ".join(re.findall("[a-z]+", re.sub("['’]s(?![a-z])", "", text.casefold())))


@cache
def _words(key: str, more: tuple[str, ...]) -> _Words:
    """The words of a list and ``more``."""
    return _Words((*all_words(key), *more))
