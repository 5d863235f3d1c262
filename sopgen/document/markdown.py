"""Markdown to the XHTML that layouts may hold.

Texts without a markup character skip the parser. Headings become bold run-in lines, HTML is printed as it stands,
single line breaks beside a Chinese character join without a space, an image alone in its paragraph is a figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import escape

from sopgen.document.markup import html
from sopgen.spec import references

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

Refer = Callable[[references.Reference], str]
"""Gives the XHTML that a reference prints as."""

_MARKUP = re.compile(r"[*_`\[\\<&\n]|^\s*(?:[-+>#]|\d{1,9}[.)])(?:\s|$)")
_REFERENCE = re.compile(r"\[\[([^\[\]\n]*[^\[\]\n\s][^\[\]\n]*)\]\]")
_WIDE = re.compile(r"[　-〿㐀-䶿一-鿿豈-﫿＀-￯“”‘’…—]")


def is_plain(text: str) -> bool:
    """Whether ``text`` means the same in Markdown as it stands."""
    return _MARKUP.search(text) is None


def render(text: str, refer: Refer) -> tuple[str, bool]:
    """The XHTML of a Markdown text, and whether it is one run of inline content rather than blocks."""
    if is_plain(_REFERENCE.sub("", text)):
        pieces = _REFERENCE.split(text)
        pieces[::2] = map(html, pieces[::2])
        pieces[1::2] = [refer(references.read(inside)) for inside in pieces[1::2]]
        return "".join(pieces), True
    tokens = _parser().parse(text, {"refer": refer})
    inline = len(tokens) == 3 and tokens[0].type == "paragraph_open" and not _lone_image(tokens[1])
    if inline:
        tokens = tokens[1:2]
    return _parser().renderer.render(tokens, _parser().options, {"refer": refer}), inline


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).enable("table")
    parser.disable(["html_block", "html_inline"])
    parser.inline.ruler.before("link", "reference", _reference)
    parser.core.ruler.push("joined_lines", _join_lines)
    rules: MutableMapping[str, Any] = parser.renderer.rules  # type: ignore[attr-defined]
    rules["reference"] = _render_reference
    rules["softbreak"] = lambda tokens, index, *_: tokens[index].content
    rules["heading_open"] = lambda *_: "<p><strong>"
    rules["heading_close"] = lambda *_: "</strong></p>"
    rules["hr"] = lambda *_: '<p class="rule">* * *</p>'
    rules["blockquote_open"] = lambda *_: '<section class="quote">'
    rules["blockquote_close"] = lambda *_: "</section>"
    rules["fence"] = rules["code_block"] = _render_code
    rules["image"] = _render_image
    rules["paragraph_open"] = _open_paragraph
    rules["paragraph_close"] = _close_paragraph
    return parser


def _reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it calls it so)
    match = _REFERENCE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("reference", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _render_reference(tokens: Sequence[Token], index: int, _options: object, env: Any) -> str:
    refer: Refer = env["refer"]
    return refer(references.read(tokens[index].content))


def _join_lines(state: StateCore) -> None:
    """Gives every single line break what it prints as: nothing beside a wide character, else a space."""
    for block in state.tokens:
        children = block.children or []
        for index, token in enumerate(children):
            if token.type == "softbreak":
                before = next((item.content for item in reversed(children[:index]) if item.content), "")
                after = next((item.content for item in children[index + 1 :] if item.content), "")
                wide = _WIDE.match(before[-1:]) or _WIDE.match(after[:1])
                token.content = "" if wide else " "


def _render_code(tokens: Sequence[Token], index: int, *_: object) -> str:
    return f'<p class="code"><code>{escape(tokens[index].content.rstrip(chr(10)))}</code></p>'


def _render_image(tokens: Sequence[Token], index: int, *_: object) -> str:
    token = tokens[index]
    return f'<img src="{escape(token.attrs["src"])}" alt="{escape(token.content)}"/>'


def _lone_image(inline: Token) -> bool:
    children = inline.children or []
    return len(children) == 1 and children[0].type == "image"


def _open_paragraph(tokens: Sequence[Token], index: int, *_: object) -> str:
    if _lone_image(tokens[index + 1]):
        return "<figure>"
    return "" if tokens[index].hidden else "<p>"


def _close_paragraph(tokens: Sequence[Token], index: int, *_: object) -> str:
    inline = tokens[index - 1]
    if _lone_image(inline):
        caption = escape((inline.children or [inline])[0].content)
        return f"<figcaption>{caption}</figcaption></figure>" if caption else "</figure>"
    return "" if tokens[index].hidden else "</p>"
