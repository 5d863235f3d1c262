"""A form that asks customers for personal data, and does not say who may see it.

Names with telephone numbers, addresses, identity cards and bank accounts are protected by law. If neither the form nor
the record made on it has a confidentiality, the sheet lies about, and everybody may open the file.

Give the form a `confidentiality`, `internal` or stricter. Fields about the company's own people do not count. Which
words tell personal data is set by `data-words`, which of them are the company's own by `company-words`.

姓名、电话、住址、证件号和银行账号受法律保护。表单和依它形成的记录都没有写保密级别，填好的单子就会随处放，谁都能看。

请给表单写上 `confidentiality`，至少为 `internal`。本公司人员的字段不算。哪些词算个人信息由 `data-words` 设定，
哪些词表示本公司由 `company-words` 设定。

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
from functools import lru_cache

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import words
from sopgen.source import Path
from sopgen.spec.forms import FormField

CODE = "SOP420"
SEVERITY = Severity.WARNING

DATA_WORDS = words(
    "data-words",
    Message(zh="字段名中有哪些词就算个人信息", en="the words by which the name of a field tells personal data"),
    (
        "姓名", "联系人", "电话", "手机", "联系方式", "地址", "住址", "身份证", "证件号", "银行卡", "银行账", "收款账",
        "微信", "邮箱", "出生", "生日",
        "full name", "customer name", "contact name", "contact person", "surname", "first name",
        "last name", "telephone", "phone", "mobile", "address", "e-mail", "email", "identity card", "id number",
        "id card", "passport", "bank card", "bank account", "account holder", "iban", "date of birth", "birthday",
    ),
)  # fmt: skip
COMPANY_WORDS = words(
    "company-words",
    Message(
        zh="字段名或分组名中有哪些词就是本公司或设备的信息，不算个人信息",
        en="the words by which a field or its group is about the company or a device, and no personal data",
    ),
    (
        "客服", "工程师", "技师", "维修员", "维修人员", "师傅", "经办", "受理人", "登记人", "记录人", "填表人", "制表",
        "审核", "审批", "负责人", "员工", "专员", "主管", "经理", "坐席", "服务商", "门店", "网点", "站点", "公司",
        "部门", "供应商", "仓库", "热线", "服务电话", "网址", "网站", "网页", "IP", "MAC", "设备地址",
        "agent", "engineer", "technician", "staff", "employee", "manager", "prepared by", "handled by", "company",
        "department", "supplier", "shop", "store", "depot", "warehouse", "hotline", "web", "ip", "mac",
    ),
)  # fmt: skip
OPTIONS = (DATA_WORDS, COMPANY_WORDS)

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
    data, company = _read(context.option(DATA_WORDS)), _read(context.option(COMPANY_WORDS))
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
            listed = Message(*(mark.join(field for _, field in found[:SHOWN]) for mark in ("、", ", ")))
            message = (PUBLIC if secrecy else MESSAGE).format(title=form.title, fields=listed)
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


_read = lru_cache(maxsize=16)(_Words)
