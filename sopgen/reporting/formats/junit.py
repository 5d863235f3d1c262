"""For whatever shows the results of tests: JUnit XML, as Jenkins defines it.

https://github.com/jenkinsci/xunit-plugin, junit-10.xsd. Each file is a suite. Each finding in it is a case that failed,
or that was skipped if it is less severe than what makes the run fail, so that a run that passes shows no failure. A
file without findings is a case that passed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from posixpath import splitext
from xml.sax.saxutils import escape, quoteattr

from sopgen.diagnostics import Diagnostic, Language, Message
from sopgen.reporting.outcome import Outcome
from sopgen.reporting.places import tool_path
from sopgen.reporting.sentences import sentence

CLEAN = Message(zh="没有发现问题", en="nothing to report")

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(outcome: Outcome, language: Language) -> str:
    """The text of the XML file."""
    found: dict[str, list[Diagnostic]] = {tool_path(file): [] for file in outcome.files}
    for diagnostic in outcome.diagnostics:
        found.setdefault(tool_path(diagnostic.location.file), []).append(diagnostic)
    failing = sum(diagnostic.severity >= outcome.fail_on for diagnostic in outcome.diagnostics)
    tests = sum(max(len(diagnostics), 1) for diagnostics in found.values())
    suites = (line for file, inside in found.items() for line in _suite(file, inside, outcome, language))
    counts = f'tests="{tests}" failures="{failing}" errors="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="sopgen" {counts}>', *suites, "</testsuites>"]
    return "\n".join(lines) + "\n"


def _suite(file: str, diagnostics: Sequence[Diagnostic], outcome: Outcome, language: Language) -> Iterator[str]:
    failing = sum(diagnostic.severity >= outcome.fail_on for diagnostic in diagnostics)
    counts = (
        f'tests="{max(len(diagnostics), 1)}" failures="{failing}" errors="0" skipped="{len(diagnostics) - failing}"'
    )
    yield f"  <testsuite name={_value(file)} file={_value(file)} {counts}>"
    group = _value(splitext(file)[0])  # what stands before a dot would be taken for a package
    if not diagnostics:
        yield f"    <testcase classname={group} name={_value(CLEAN.text(language))}/>"
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        name = f"{diagnostic.rule} {diagnostic.path}".rstrip()
        seen[name] += 1
        number = f" ({seen[name]})" if seen[name] > 1 else ""  # of cases that share a name, one is shown
        yield f"    <testcase classname={group} name={_value(name + number)}>"
        yield f"      {_result(diagnostic, outcome, language)}"
        yield "    </testcase>"
    yield "  </testsuite>"


def _result(diagnostic: Diagnostic, outcome: Outcome, language: Language) -> str:
    element = "failure" if diagnostic.severity >= outcome.fail_on else "skipped"
    label, told = diagnostic.severity.label, sentence(diagnostic, language)
    headline = f"{diagnostic.location}: {label} {diagnostic.code} {diagnostic.rule}: {told}"
    content = escape(_clean(headline))
    return f"<{element} type={_value(label)} message={_value(diagnostic.message.text(language))}>{content}</{element}>"


def _value(text: str) -> str:
    """``text`` as the value of an attribute, in quotes."""
    return quoteattr(_clean(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _clean(text: str) -> str:
    """``text`` without what XML cannot hold."""
    return _NOT_XML.sub("�", text)
