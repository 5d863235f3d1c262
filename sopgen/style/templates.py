"""The small templates of headers, footers and covers: a text with blanks such as ``{number}``.

They stand in lists; one in which a blank stays empty is left out, with all that it says around the blank.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sopgen.diagnostics import Message
from sopgen.source import near
from sopgen.spec.refusals import NotReadableError
from sopgen.spec.wording import DID_YOU_MEAN

PAGES = ("page", "pages")
"""The blanks that are not known until there are pages."""
CHAPTER = "chapter"
"""The blank that only the headers of a handbook's chapters fill."""
BLANKS = (
    "title", "number", "version", "status", "confidentiality", "department", "company", "author", "effective_date",
    CHAPTER, *PAGES,
)  # fmt: skip
"""What may stand in braces."""
SEPARATOR = "   "
"""What stands between the texts of a list."""

_BLANK = re.compile(r"\{([^{}]*)\}")
NOT_A_TEMPLATE = Message(zh="“{text}”不是一段文字", en="`{text}` is not a text")
NO_SUCH_BLANK = Message(zh="没有名为“{{{name}}}”的空", en="there is no blank `{{{name}}}`")
_LISTED = [f"{{{name}}}" for name in BLANKS]
KNOWN = Message(zh=f"可以写：{'、'.join(_LISTED)}", en=f"it may be: {', '.join(_LISTED)}")


def read_template(text: object) -> str:
    """A template as typed.

    Raises:
        NotReadableError: it is not a text, or has a blank that nothing fills.
    """
    if not isinstance(text, str):
        raise NotReadableError(NOT_A_TEMPLATE.format(text=text), KNOWN)
    for name in _BLANK.findall(text):
        if name not in BLANKS:
            meant = near(name, BLANKS)
            hint = DID_YOU_MEAN.format(name=f"{{{meant}}}") if meant else KNOWN
            raise NotReadableError(NO_SUCH_BLANK.format(name=name), hint)
    return text


def filled(templates: Sequence[str], values: Mapping[str, str]) -> str:
    """What ``templates`` say when their blanks hold ``values``; those of ``PAGES`` are left in."""
    texts = (_BLANK.sub(lambda found: values.get(found[1], found[0]), template) for template in templates)
    full = (
        text
        for text, template in zip(texts, templates, strict=True)
        if all(name in PAGES or values.get(name) for name in _BLANK.findall(template))
    )
    return SEPARATOR.join(full)
