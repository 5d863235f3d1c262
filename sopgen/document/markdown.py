"""Markdown to the XHTML that layouts may hold.

Texts without a markup character skip the parser. Headings become bold run-in lines, HTML is printed as it stands,
an image alone in its paragraph is a figure. Between Chinese characters neither a single line break nor the end of a
reference leaves a space. A quotation needs a space after its ``>`` and begins with no number, so that ``>95%`` and
``> 250,000`` are texts; texts of nothing but signs, such as ``-``, are texts too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import escape

from sopgen.document.markup import Html, html, unescape
from sopgen.spec import references

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

Refer = Callable[[references.Reference], str]
"""Gives the XHTML that a reference prints as."""
Caption = Callable[[Html], str]
"""Gives the caption of a figure, as XHTML, by its title."""

_MARKUP = re.compile(r"[*_`\[\\<&\n]|^\s*(?:(?:[-+>]|#{1,6}|\d{1,9}[.)])\s|~~~)")
_COMPARISON = re.compile(r">(?:\S|[ \t]*[$€£¥￥]?[ \t]*\d)")
"""What a line begins with that says how much, and quotes nobody."""
_SIGNS = re.compile(r"[-+*_#>=~ ]+|\d+[.)]")
_WIDE = "[　-ヿ㐀-䶿一-鿿豈-﫿＀-￯\U00020000-\U0003ffff]"  # few documents need it, and it takes 4 ms to compile
_NARROW = re.compile("<[^>]*>|[\x02\x03“”‘’…—]")
_LINE, _BEGIN, _END = "\x01\x02\x03"
"""Marks in XHTML that is being made, where a line and a reference end: characters that no spec may hold."""
_HEADING = '<p class="label"><strong>'
"""The beginning of a heading, which stays with its text; in quotations and lists it looks like what is around it."""
_CELLS = {"text-align:right": '<td class="number">', "text-align:center": '<td class="center">'}
"""What cells become, by the style that the parser gives to those of columns written ``--:`` and ``:-:``."""
_REFERRED = re.compile(f"( ?){_BEGIN}(.*?){_END}( ?)", re.DOTALL)


def is_plain(text: str) -> bool:
    """Whether ``text`` means the same in Markdown as it stands."""
    return _MARKUP.search(text) is None or _SIGNS.fullmatch(text) is not None


def render(text: str, refer: Refer, place: Callable[[str], str] = str, figure: Caption = str) -> tuple[str, bool]:
    """The XHTML of a Markdown text, and whether it is one run of inline content rather than blocks.

    Args:
        text: the text.
        refer: gives what a reference prints as.
        place: gives the source of an image by the one that the text writes.
        figure: gives the caption of a figure by its title.
    """
    if is_plain(text) or _MARKUP.search(references.REFERENCE.sub("", text)) is None:
        pieces = references.REFERENCE.split(text)
        pieces[::2] = map(html, pieces[::2])
        pieces[1::2] = [_referred(inside, refer) for inside in pieces[1::2]]
        return _closed_up("".join(pieces)), True
    tokens = _parser().parse(text, {"refer": refer})
    if not tokens:  # a link's definition, and no link
        return html(text), True
    inline = len(tokens) == 3 and tokens[0].type == "paragraph_open" and not _lone_image(tokens[1])
    if inline:
        tokens = tokens[1:2]
    made = {"refer": refer, "place": place, "figure": figure}
    return _closed_up(_parser().renderer.render(tokens, _parser().options, made)), inline


def _referred(inside: str, refer: Refer) -> str:
    return f"{_BEGIN}{refer(references.read(inside))}{_END}"


def _closed_up(xhtml: str) -> str:
    """``xhtml`` with its lines joined, and without spaces around references between Chinese characters."""
    first, *others = xhtml.split(_LINE)
    whole, last = first, _visible(first)[-1:] if others else ""
    for line in others:
        visible = _visible(line)
        whole += line if _wide(last) or _wide(visible[:1]) else f" {line}"
        last = visible[-1:] or last
    return _REFERRED.sub(_close_up, whole) if _BEGIN in whole else whole


def _close_up(match: re.Match[str]) -> str:
    """What a reference prints as; a space beside it stays unless Chinese characters are on both sides."""
    before, content, after = match.groups()
    visible = _visible(content)
    if before and _wide(visible[:1]) and _wide(_visible(match.string[: match.start()])[-1:]):
        before = ""
    if after and _wide(visible[-1:]) and _wide(_visible(match.string[match.end() :])[:1]):
        after = ""
    return f"{before}{content}{after}"


def _visible(xhtml: str) -> str:
    """The characters that a reader sees, without those that are as wide as the characters beside them."""
    return unescape(_NARROW.sub("", xhtml))


def _wide(character: str) -> bool:
    return re.match(_WIDE, character) is not None


@cache
def _parser() -> MarkdownIt:
    parser = references.new_parser()
    parser.block.ruler.at("blockquote", _quotation, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    rules: MutableMapping[str, Any] = parser.renderer.rules  # type: ignore[attr-defined]
    rules["reference"] = _render_reference
    rules["softbreak"] = lambda *_: _LINE
    rules["hardbreak"] = lambda *_: "<br/>"
    rules["heading_open"] = lambda tokens, index, *_: "<p><strong>" if tokens[index].level else _HEADING
    rules["heading_close"] = lambda *_: "</strong></p>"
    rules["hr"] = lambda *_: '<p class="rule">* * *</p>'
    rules["blockquote_open"] = lambda *_: '<section class="quote">'
    rules["blockquote_close"] = lambda *_: "</section>"
    rules["fence"] = rules["code_block"] = _render_code
    rules["image"] = _render_image
    rules["td_open"] = lambda tokens, index, *_: _CELLS.get(tokens[index].attrs.get("style"), "<td>")
    rules["paragraph_open"] = _open_paragraph
    rules["paragraph_close"] = _close_paragraph
    return parser


def _render_reference(tokens: Sequence[Token], index: int, _options: object, env: Any) -> str:
    return _referred(tokens[index].content, env["refer"])


def _quotation(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 (markdown-it calls it so)
    from markdown_it.rules_block import blockquote

    begin = state.bMarks[start] + state.tShift[start]
    return _COMPARISON.match(state.src, begin) is None and blockquote(state, start, end, silent)


def _render_code(tokens: Sequence[Token], index: int, *_: object) -> str:
    return f'<p class="code"><code>{escape(tokens[index].content.rstrip(chr(10)))}</code></p>'


def _render_image(tokens: Sequence[Token], index: int, _options: object, env: Any) -> str:
    token = tokens[index]
    return f'<img src="{escape(env["place"](str(token.attrs["src"])))}" alt="{escape(token.content)}"/>'


def _lone_image(inline: Token) -> bool:
    children = inline.children or []
    return len(children) == 1 and children[0].type == "image"


def _open_paragraph(tokens: Sequence[Token], index: int, *_: object) -> str:
    if _lone_image(tokens[index + 1]):
        return "<figure>"
    return "" if tokens[index].hidden else "<p>"


def _close_paragraph(tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    inline = tokens[index - 1]
    if _lone_image(inline):
        image = (inline.children or [inline])[0]
        caption = _parser().renderer.renderInline(image.children or [], options, env)  # type: ignore[attr-defined]
        return f"<figcaption>{env['figure'](Html(caption))}</figcaption></figure>" if caption else "</figure>"
    return "" if tokens[index].hidden else "</p>"
