"""The Jinja tags of a template, filled through docxtpl, which puts those together that Word has split over runs.

docxtpl begins every paragraph on a line of its own, so that Jinja's line numbers tell paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import Template, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from sopgen.diagnostics import Diagnostic, Location, Message, listed
from sopgen.document.unknown import FAILURES, UNKNOWN_NAME, Unknown, UnknownNameError
from sopgen.source import did_you_mean
from sopgen.writers.docx.house import problems
from sopgen.writers.docx.house.names import element, own_text
from sopgen.writers.docx.xml import escape

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_OPENING = re.compile(r"\{\{|\{%|\{#")
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_DOCXTPL = re.compile(r"^(\{[{%])-?(?:p|tr|tc|r)\s")
"""What docxtpl adds to Jinja's tags: they stand for the paragraph, row, cell or run around them."""
_LEFT_OPEN = "end of template"
"""What Jinja says when a tag that belongs in a pair stands alone at the end."""
_UNKNOWN = re.compile("unknown tag '([^']*)'|No filter named '([^']*)'")
"""What Jinja says of a word that does not begin a tag here, and of a filter that does not exist."""
_WORDS = ("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "with", "endwith")
"""What tags with a percent sign begin with."""
_ROOTS = ("sop", "company", "body")
"""What tags begin from."""
_MOST = 50
"""Wrong tags of one part after which the others are not looked for."""


class Problem(NamedTuple):
    """What is wrong with a tag, and what to do about it."""

    message: Message
    hint: Message | None


class Tagged(NamedTuple):
    """A part that has tags.

    Attributes:
        part: its name in the package.
        place: what it is, for readers.
        paragraphs: the text of each of its paragraphs, without text boxes.
        source: its text, with every tag in one piece.
    """

    part: str
    place: Message
    paragraphs: tuple[str, ...]
    source: str


class _Environment(SandboxedEnvironment):
    """A sandbox that keeps what it has compiled: docxtpl has a part compiled for each document anew."""

    def from_string(self, source: Any, *_: Any, **__: Any) -> Template:
        return _compiled(source)


@lru_cache(64)
def _compiled(source: str) -> Template:
    return SandboxedEnvironment.from_string(environment(), source)


@cache
def environment() -> SandboxedEnvironment:
    """What tags run in: a sandbox in which what does not exist is an error, and what is empty prints nothing."""
    return _Environment(autoescape=True, undefined=Unknown, finalize=_printed)


def _printed(value: Any) -> Any:
    if value is None:
        return ""
    return value if isinstance(value, Unknown) else Markup(escape(str(value)))  # noqa: S704 (escaped it is)


def paragraphs_of(root: _Element) -> tuple[str, ...]:
    """The text of each paragraph of a part, without text boxes, which are paragraphs of their own."""
    return tuple(own_text(one) for one in root.iter(element("p")))


def tagged(part: str, place: Message, root: _Element, paragraphs: tuple[str, ...]) -> Tagged | None:
    """A part made ready for filling; None if it has no tags.

    Args:
        part: its name.
        place: what it is, for readers.
        root: its content.
        paragraphs: the text of its paragraphs, those included that have been taken out.
    """
    if not any(_OPENING.search(text) for text in paragraphs):
        return None
    source = etree.tostring(root, encoding="unicode").replace("\n", " ")
    return Tagged(part, place, paragraphs, _docxtpl().patch_xml(source))


@cache
def _docxtpl() -> DocxTemplate:
    """What knows how tags look in Word files; the file it is for plays no part in that."""
    return DocxTemplate("")


def unclosed(part: Tagged, file: str) -> Iterator[Diagnostic]:
    """A diagnostic for every tag that does not end in the paragraph in which it begins."""
    for number, text in enumerate(part.paragraphs, start=1):
        start = 0
        while found := _OPENING.search(text, start):
            end = text.find(_CLOSING[found[0]], found.end())
            if end < 0:
                problem = problems.UNCLOSED.format(end=_CLOSING[found[0]])
                yield _wrong(file, part, number, text[found.start() :], Problem(problem, None))
                break
            start = end + 2


def fill(part: Tagged, values: Mapping[str, Any]) -> str:
    """The text of a part, its tags filled with ``values``.

    Raises:
        FAILURES: a tag is wrong; ``wrong_tags`` tells which.
    """
    filled: str = _docxtpl().render_xml_part(part.source, None, values, environment())
    if "{%tc" in part.source or "{% tc" in part.source:
        filled = etree.tostring(_docxtpl().fix_tables(filled), encoding="unicode")
    return filled


def wrong_tags(part: Tagged, values: Mapping[str, Any], file: str) -> list[Diagnostic]:
    """A diagnostic for every tag of a part that fails, found by taking out one after the other."""
    found: list[Diagnostic] = []
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", part.source).split("\n")
    while len(found) < _MOST:
        try:
            environment().from_string("\n".join(lines)).render(values)
        except FAILURES as error:
            line = _line(error)
            tag = _culprit(lines[line - 1], values) if 0 < line <= len(lines) else None
            found.append(_wrong(file, part, line - 1, tag or "…", _explained(error)))
            if tag is None or tag.startswith("{%"):
                break
            lines[line - 1] = lines[line - 1].replace(tag, "", 1)
        else:
            break
    return found


def _line(error: Exception) -> int:
    """The line at which a part fails: what a syntax error says, else the last in the part that the traceback has."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    line, frame = 0, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line


def _culprit(line: str, values: Mapping[str, Any]) -> str | None:
    """The first tag of a paragraph that fails by itself, else its first tag."""
    tags = [found[0] for found in _TAG.finditer(line)]
    for tag in tags:
        if tag.startswith("{{"):
            try:
                environment().from_string(tag).render(values)
            except FAILURES:
                return tag
    return next((tag for tag in tags if tag.startswith("{%")), tags[0] if tags else None)


def _explained(error: Exception) -> Problem:
    """What is wrong with a tag, and what to do about it."""
    if isinstance(error, UnknownNameError):
        names = _ROOTS if error.owner is None else getattr(error.owner, "names", ())
        return Problem(UNKNOWN_NAME.format(name=error.name), _instead(str(error.name), names))
    if isinstance(error, SecurityError):
        return Problem(problems.NOT_ALLOWED, None)
    if isinstance(error, TemplateSyntaxError):
        return _misread(error.message or "")
    return Problem(problems.FAILED, problems.HOW_TO_TAG)


def _misread(said: str) -> Problem:
    """What is wrong with a tag of which Jinja says so much."""
    unknown = _UNKNOWN.search(said)
    if _LEFT_OPEN in said or (unknown and unknown[1] in _WORDS):
        return Problem(problems.BLOCK_LEFT_OPEN, problems.HOW_TO_TAG)
    if unknown is None:
        return Problem(problems.NOT_UNDERSTOOD, problems.HOW_TO_TAG)
    word, known = unknown[1] or unknown[2], _WORDS if unknown[1] else environment().filters
    message = problems.UNKNOWN_WORD if unknown[1] else problems.UNKNOWN_FILTER
    return Problem(message.format(name=word), did_you_mean(word, known) or problems.HOW_TO_TAG)


def _instead(name: str, names: Sequence[str]) -> Message | None:
    """What to write in place of a name that is not there; ``names`` are those that are."""
    if name.startswith("x-"):
        return problems.OWN_KEY.format(name=name)
    return did_you_mean(name, names) or (problems.ONE_OF.format(names=listed(names)) if names else None)


def torn(part: Tagged, file: str) -> Diagnostic:
    """The tags of a part are right one by one, but what they come to is no XML."""
    tag = next((found[0] for text in part.paragraphs for found in _TAG.finditer(text) if found[0][1] == "%"), "…")
    return _wrong(file, part, 1, tag, Problem(problems.TORN, problems.HOW_TO_TAG))


def _wrong(file: str, part: Tagged, line: int, tag: str, problem: Problem) -> Diagnostic:
    """A wrong tag; those that stand for a paragraph have none in the source, so its place is looked up."""
    shown = re.sub("<[^>]*>", "", tag).strip()
    wanted = _bare(shown)
    number = next((n for n, text in enumerate(part.paragraphs, 1) if n >= line and wanted in _bare(text)), max(line, 1))
    message = problems.WRONG_TAG.message.format(
        part=part.place, paragraph=number, tag=_DOCXTPL.sub(r"\1 ", shown), problem=problem.message
    )
    wrong = problems.WRONG_TAG
    return Diagnostic(wrong.code, wrong.rule, wrong.severity, message, Location(file), problem.hint)


def _bare(text: str) -> str:
    """A text without spaces, quotation marks and what docxtpl adds to tags."""
    return re.sub(r"""[\s"'“”‘’]""", "", re.sub(r"(\{[{%])-?(?:p|tr|tc|r)\s", r"\1", text))
