"""A sentence that is too long.

A front-line agent reads a step while a customer waits. After ninety characters of Chinese, or forty words of English,
the beginning is forgotten; conditions that long sentences wind together are where people go wrong.

Make two sentences of it, or a list under `details`. `characters` and `words` set how long a sentence may be.

句子太长。一线人员一边接待客户一边看流程，一句话超过九十个字，看到后面就忘了前面；条件套条件的地方最容易做错。

请拆成两句，或在 `details` 中分条写。多长算长由 `characters`（中文字数）和 `words`（英文词数）规定。

Bad:

```yaml
background: |
  客户来电反映产品出现故障并且要求上门维修而产品又在保修期内的时候客服专员应当先核对购机凭证的日期  # <-
  与系统中的日期是否一致并在确认一致之后把客户的地址电话和方便的时间一并登记到工单系统里再转给售后调度专员
```

Good:

```yaml
background: |
  保修期内要求上门维修的：

  1. 核对购机凭证与系统登记的日期；
  2. 日期一致的，登记地址、电话和方便的时间；
  3. 转售后调度专员。
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.option import number

CODE = "SOP606"
SEVERITY = Severity.NOTE

CHARACTERS = number(
    "characters", 90, Message(zh="中文句子最多多少个字", en="how many characters a Chinese sentence may have")
)
WORDS = number("words", 40, Message(zh="英文句子最多多少个词", en="how many words an English sentence may have"))
OPTIONS = (CHARACTERS, WORDS)

CHINESE = Message(zh="这句话有 {count} 个字", en="this sentence has {count} characters")
ENGLISH = Message(zh="这句话有 {count} 个词", en="this sentence has {count} words")
SPLIT = Message(zh="请拆成几句，或分条来写", en="make several sentences of it, or a list")

_END = re.compile(r"[。！？；!?;|]|\.(?=\s)|\n(?=\s*(?:\n|[-*+•#>|]|\d+[.)、]))")
_CODE = re.compile(r"```.*?(?:```|$)", re.DOTALL)
_COUNTED = re.compile(r"[一-鿿]|[A-Za-z0-9]+")
_WORD = re.compile(r"[A-Za-z0-9][\w'’-]*")


def check(context: Context) -> Iterator[Finding]:
    """Every sentence that is longer than allowed."""
    characters, words = context.option(CHARACTERS), context.option(WORDS)
    shortest = min(characters, words)
    for wording in context.index.texts:
        if len(wording.text) > shortest:
            chinese = context.prose.language(wording) == "zh-CN"
            message, pattern, most = (CHINESE, _COUNTED, characters) if chinese else (ENGLISH, _WORD, words)
            if len(wording.text) > most and (chinese or wording.text.count(" ") >= most):
                for offset, sentence in _sentences(wording.text):
                    count = len(pattern.findall(sentence)) if len(sentence) > most else 0
                    if count > most:
                        part = sentence.partition("\n")[0]
                        yield Finding(wording.path, message.format(count=count), SPLIT, part=part, offset=offset)


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, of list items and of table cells, each with where it begins; code is none."""
    text = _CODE.sub(lambda code: "|" * len(code[0]), text)
    start = 0
    for end in (*(match.start() for match in _END.finditer(text)), len(text)):
        sentence = text[start:end].lstrip("。！？；!?;|. \n")
        yield end - len(sentence), sentence
        start = end
