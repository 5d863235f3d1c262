r"""A reference in double brackets to something that the spec does not have.

`[[register]]` prints as the number of the step with that id, `[[form:register]]` as that of a form, and so on for
`procedure`, `script`, `clause`, `table`, `state`, `record` and `section`; the number of a document stands by itself.
What nothing answers to prints as it stands, and the reader is sent nowhere.

Write the id of a thing in this file, with the word for its kind before it. Put a backslash before brackets that are
meant as brackets: `\[[`.

双方括号引用了本文件没有的内容。`[[register]]` 印成该步骤的编号，`[[form:register]]` 印成该表单的编号，
`procedure`、`script`、`clause`、`table`、`state`、`record`、`section` 也是这样；另一份文件只写文件编号。
引用的东西不存在，读者就找不到。

请写本文件已有的标识，并在前面写明种类；确实要印出双方括号时，请在前面加反斜杠：`\[[`。

Bad:

```yaml
steps:
  - action: 登记报修信息
    details: 按 [[register]] 逐项填写。  # <-
forms:
  register: {title: 客户报修登记表}
```

Good:

```yaml
steps:
  - action: 登记报修信息
    details: 按 [[form:register]] 逐项填写。
forms:
  register: {title: 客户报修登记表}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from sopgen.diagnostics import Message, Severity
from sopgen.rules.base import Context, Finding
from sopgen.rules.base.meaning import WORDS
from sopgen.rules.base.repair import Replace, writing
from sopgen.source.nearest import DID_YOU_MEAN, Guess
from sopgen.spec.references import TARGETS, Reference, read

CODE = "SOP407"
SEVERITY = Severity.ERROR

MESSAGE = Message(
    zh="[[{text}]] 引用的{word}“{name}”不存在", en="[[{text}]] refers to the {word} `{name}`, which does not exist"
)
NOT_A_TARGET = Message(zh="[[{text}]] 中的“{word}”不能引用", en="[[{text}]]: nothing can be referred to as `{word}`")
WRITE_ID = Message(
    zh="请写本文件中某个{word}的标识；要原样印出双方括号，请写成 \\[[",
    en="write the id of a {word} of this file; to print the brackets themselves, write \\[[",
)
WRITE_TARGET = Message(
    zh="冒号前可以写：{targets}；步骤和文件编号前不写",
    en="before the colon may stand: {targets}; nothing stands before a step or a document number",
)
ROLES_BY_NAME = Message(zh="角色不能引用，请直接写名称", en="roles cannot be referred to: write the name of the role")
SPACES = ("step", *TARGETS)


def check(context: Context) -> Iterator[Finding]:
    """Every reference to nothing; documents are left to ``unknown-document``."""
    for reference, path in context.index.mentions:
        if reference.target == "document" and context.is_document(reference.name):
            continue
        space, name = _space(reference), reference.name
        if space is not None and name in context.index.ids[space]:
            continue
        message = NOT_A_TARGET.format(text=reference.text, word=reference.target)
        if space is not None:
            message = MESSAGE.format(text=reference.text, word=WORDS[space], name=name)
        meant = _meant(context, read(reference.text.replace("：", ":")))
        hint, repair = _hint(reference), None
        text, offset = reference.text, reference.offset
        if meant:
            name = f"[[{meant.name}]]"
            hint = DID_YOU_MEAN.format(name=name)
            repair = writing(Replace(path, meant.name, text, offset), name, safe=meant.is_plain)
        yield Finding(path, message, hint, part=text, offset=offset, repair=repair)


def _space(reference: Reference) -> str | None:
    """The name space that a reference looks into; None where the word before its colon stands for none."""
    if ":" not in reference.text:
        return "step"
    return reference.target if reference.target in TARGETS else None


def _hint(reference: Reference) -> Message:
    """What to do about a reference that is like no other."""
    reference = read(reference.text.replace("：", ":"))
    space = _space(reference)
    if reference.target == "role":
        return ROLES_BY_NAME
    return WRITE_ID.format(word=WORDS[space]) if space else WRITE_TARGET.format(targets=", ".join(TARGETS))


def _meant(context: Context, reference: Reference) -> Guess | None:
    """The reference that was probably meant: the same id or name elsewhere, else a name like it, nearest kind first."""
    ids, titles, name = context.index.ids, context.meaning.titles, reference.name
    for space in SPACES:
        if name in ids[space] or name in titles[space]:
            return Guess(_written(space, name if name in ids[space] else titles[space][name]), is_plain=True)
    if context.is_known_document(name.upper()):
        return Guess(name.upper(), is_plain=True)
    for space in (reference.target, *SPACES):
        candidates = chain(ids[space], titles[space]) if space in SPACES else ()
        close = context.meaning.guess(name, space, candidates)
        if close is not None:
            return close._replace(name=_written(space, titles[space].get(close.name, close.name)))
    return None


def _written(space: str, name: str) -> str:
    return name if space == "step" else f"{space}:{name}"
