from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from sopgen.diagnostics import Location, Severity
from sopgen.reporting.formats.junit import render
from sopgen.reporting.outcome import Outcome


def parsed(outcome: Outcome, language: str = "en") -> etree._Element:
    return etree.fromstring(render(outcome, language).encode())


@pytest.mark.parametrize("fail_on", Severity)
def test_a_report_fits_the_schema(outcome: Outcome, schemas: Path, fail_on: Severity) -> None:
    schema = etree.XMLSchema(etree.parse(schemas / "junit-10.xsd"))
    for one in (outcome._replace(fail_on=fail_on), Outcome([])):
        assert schema.validate(parsed(one)), schema.error_log
    assert not schema.validate(etree.fromstring("<testsuites><testcase/></testsuites>"))


def test_a_file_is_a_suite_and_a_finding_a_case(outcome: Outcome) -> None:
    root = parsed(outcome)
    counts = [(suite.get("name"), suite.get("tests"), suite.get("failures"), suite.get("skipped")) for suite in root]
    assert counts == [("流程 1,2/a.yaml", "3", "2", "1"), ("clean.yaml", "1", "0", "0"), ("b.yml", "1", "0", "1")]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("5", "2", "0")
    names = [case.get("name") for case in root.iter("testcase")]
    assert names == [
        "undefined-role /steps/0/role",
        "undefined-role /steps/0/role (2)",
        "long-text",
        "nothing to report",
        "not-a-spec",
    ]
    assert {case.get("classname") for case in root[0]} == {"流程 1,2/a"}


def test_a_folder_is_a_suite_too(outcome: Outcome) -> None:
    folder = replace(outcome.diagnostics[3], location=Location("."))
    suites = [suite.get("name") for suite in parsed(outcome._replace(diagnostics=[folder]))]
    assert suites == ["流程 1,2/a.yaml", "clean.yaml", "."]


def test_a_failure_says_where_and_what_to_do(outcome: Outcome) -> None:
    failure = parsed(outcome)[0][0][0]
    assert (failure.tag, failure.get("type"), failure.get("message")) == (
        "failure",
        "error",
        "there is no role `agnet`",
    )
    assert failure.text == (
        "流程 1,2/a.yaml:3:24: error SOP101 undefined-role: there is no role `agnet`; did you mean `agent`?"
    )


@pytest.mark.parametrize(
    ("fail_on", "elements"),
    [
        (Severity.ERROR, ["failure", "failure", "skipped", "skipped"]),
        (Severity.WARNING, ["failure", "failure", "failure", "skipped"]),
        (Severity.NOTE, ["failure"] * 4),
    ],
)
def test_only_what_fails_the_run_is_a_failure(outcome: Outcome, fail_on: Severity, elements: list[str]) -> None:
    root = parsed(outcome._replace(fail_on=fail_on))
    assert [result.tag for case in root.iter("testcase") for result in case] == elements
    assert root.get("failures") == str(elements.count("failure"))


def test_what_xml_cannot_hold_is_replaced(outcome: Outcome) -> None:
    skipped = parsed(outcome)[0][2][0]
    assert skipped.get("message") == "100% of it:\ntoo <long>, & �"
    assert skipped.text.endswith("too <long>, & �")
