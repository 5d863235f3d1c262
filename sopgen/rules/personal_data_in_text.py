"""A phone number, identity number or email address of a person in the text.

An SOP is printed, copied and read by whoever gets hold of it. A person's mobile number in it is personal data that
nobody agreed to publish (个人信息保护法, Article 6), and it is wrong as soon as the person changes desks.

Name the role, its extension or its shared mailbox. Hotlines, extensions and shared mailboxes are fine, and so is
what the sentence calls an order or serial number; names of such mailboxes are listed in `templates/words/`.

正文里有个人的手机号、身份证号或电子邮箱。流程文件会印发、转发；个人信息写进去，既未必取得本人同意
（《个人信息保护法》第六条要求限于最小范围），换人之后也就错了。

请写角色、分机或公共邮箱。400、12345 等热线、分机和公共邮箱不算，句中写明是单号、序列号的也不算；
公共邮箱的名称列在 `templates/words/` 中。

Bad:

```yaml
roles:
  manager: {name: 售后经理, contact: 13912345670}  # <-
```

Good:

```yaml
roles:
  manager: {name: 售后经理, contact: 分机 8003}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.names import is_name
from sopgen.rules.base.option import words
from sopgen.rules.base.word_lists import all_words

if TYPE_CHECKING:
    from sopgen.rules.base.prose import Prose

CODE = "SOP612"
SEVERITY = Severity.WARNING

ALLOW = words("allow", Message(zh="可以写出的号码和邮箱", en="numbers and addresses that may be written"))
OPTIONS = (ALLOW,)

PHONE = Message(zh="正文里有{name}的电话“{found}”", en="the text gives the phone number of {name}, `{found}`")
MOBILE = Message(zh="正文里有手机号“{found}”", en="the text gives a mobile number, `{found}`")
IDENTITY = Message(zh="正文里有身份证号“{found}”", en="the text gives the number of an identity card, `{found}`")
MAIL = Message(zh="正文里有个人邮箱“{found}”", en="the text gives the email address of a person, `{found}`")
WRITE_PHONE = Message(zh="请写分机、热线或角色", en="give an extension, a hotline or a role")
DELETE = Message(zh="请删去，或写成“证件号码”", en="delete it, or write what it is instead")
WRITE_MAIL = Message(zh="请写公共邮箱或角色", en="give a shared mailbox or a role")

_MOBILE = re.compile(r"1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9A-Za-z*])")
_IDENTITY = re.compile(r"[1-9][0-9]{5}(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]{4}[0-9Xx](?![0-9A-Za-z*])")
_BEFORE = re.compile(r"(?<![0-9A-Za-z*.+-])(?:\+?86[ -]?)?$")
_CODE = re.compile(
    r"(?P<code>[单件]号|编号|序号|编码|条码|流水号|序列号|\bbarcode|\b(?:order|serial|tracking|reference|parcel|invoice|ticket"
    r"|case|account|customer) (?:number|no\b|id\b|code))"
    r"|电话|手机|联系|致电|微信|\b(?:call|phone|telephone|mobile|ring|text)",
    re.IGNORECASE,
)
"""What a number is: the last that is said of it before it stands."""
_NAMED = re.compile(
    r"\b(?:[Cc]all|[Rr]ing|[Pp]hone|[Tt]ext|[Cc]ontact|WhatsApp|[Aa]sk for|[Rr]each) "
    r"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?),? (?:on|at|under|via) (?P<number>\+?[0-9(][0-9 ()/-]{6,}[0-9])"
)
"""A number beside the name of somebody, in whatever country: ``Call Rita on +351 …``."""
_BETWEEN = (" on ", " at ", " under ", " via ")
"""What stands between name and number; where none does, nothing need be looked for."""
_MAIL = re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_MADE_UP = re.compile(r"(?:(?P<same>[0-9])(?P=same){5})|12345678|13800138000|@example\.|\.example$")
_NOT_A_PERSON = frozenset({"example", "hint", "default"})
"""The keys under which a number shows what one looks like."""

_SURNAME = (
    "wang|li|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|he|lin|gao|luo|zheng|liang|xie|song|tang|deng|"
    "han|feng|cao|peng|zeng|xiao|tian|dong|pan|yuan|cai|jiang|yu|du|ye|cheng|wei|su|lu|ding|ren|shen|yao|cui|tan|qian"
)
_SYLLABLE = r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouv][aeiou]{0,2}(?:n|ng|r)?"
_NAME = re.compile(rf"(?:{_SURNAME})(?:{_SYLLABLE}){{1,2}}[0-9]*|[a-z]+[._][a-z]+[0-9]*|[a-z]{{0,3}}[0-9]{{5,}}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check(context: Context) -> Iterator[Finding]:
    """Every number and address of a person in a text."""
    prose, allowed = context.prose, context.option(ALLOW)
    mobiles = (match for match in _MOBILE.finditer(prose.raw) if _begins(match) and not _is_code(prose, match.start()))
    found = [(match.start(), match[0], MOBILE, WRITE_PHONE) for match in mobiles]
    found += _beside_names(context)
    identities = (match for match in _IDENTITY.finditer(prose.raw) if _begins(match) and _is_identity(match[0]))
    found += [(match.start(), match[0], IDENTITY, DELETE) for match in identities]
    if "@" in prose.raw:
        mails = (match for match in _MAIL.finditer(prose.raw) if _is_a_persons(match[0]))
        found += [(match.start(), match[0], MAIL, WRITE_MAIL) for match in mails]
    for start, part, message, hint in sorted(found, key=lambda item: item[0]):
        if part not in allowed and not _MADE_UP.search(re.sub("[ -]", "", part)):
            place = prose.at(start)
            if _NOT_A_PERSON.isdisjoint(place.keys):
                yield Finding(place.wording.path, message.format(found=part), hint, part=part, offset=place.offset)


def _begins(match: re.Match[str]) -> bool:
    """Whether no longer number or code goes on before what was found."""
    return bool(_BEFORE.search(match.string, max(0, match.start() - 5), match.start()))


def _is_code(prose: Prose, offset: int) -> bool:
    """Whether the sentence calls the number at ``offset`` an order number or the like."""
    said = [*_CODE.finditer(prose.raw, prose.sentence(offset)[0], offset)]
    return bool(said) and said[-1]["code"] is not None


def _beside_names(context: Context) -> Iterator[tuple[int, str, Message, Message]]:
    """The telephone numbers that stand beside a name which is no role's."""
    raw = context.prose.raw
    if not any(between in raw for between in _BETWEEN):
        return
    roles = {word for role in context.sop.roles.values() for word in role.name.split()}
    for match in _NAMED.finditer(raw):
        if roles.isdisjoint(match["name"].split()) and is_name(match["name"]):
            yield (
                match.start("number"),
                match["number"],
                PHONE.format(name=match["name"], found=match["number"]),
                WRITE_PHONE,
            )


def _is_identity(number: str) -> bool:
    """Whether the check digit of GB 11643 is right: any 18 digits might stand in an order number."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return "10X98765432"[total % 11] == number[17].upper()


def _is_a_persons(address: str) -> bool:
    """Whether an address looks like a person's: a name, or the digits of an account."""
    name = address.partition("@")[0].lower()
    shared = all_words("mailboxes")
    return name not in shared and shared.isdisjoint(re.split(r"[._+-]|[0-9]+", name)) and bool(_NAME.fullmatch(name))
