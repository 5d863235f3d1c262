from __future__ import annotations

import pytest

from sopgen.repository.documents import KnownDocument

KNOWN = {"AFS-SOP-2026-002": KnownDocument("", {"qualify": "1", "close": "2"})}
LIST_IT = "add `{{number: {0}, title: …}}` under `references`, or correct the number"


def missing(number: str, hint: str) -> tuple[str, str, str]:
    return (
        "unknown-document",
        f"the document `{number}` is neither in the repository nor listed under `references`",
        hint,
    )


@pytest.mark.parametrize("number", ["AFS-SOP-2026-001", "AFS-SOP-2026-002", "AFS-SOP-2026-007"])
def test_the_document_itself_the_repository_and_the_references_are_known(told, number) -> None:
    references = "references: {number: AFS-SOP-2026-007, title: 派工管理}\n"
    steps = f"steps: [{{action: '见 [[{number}]]', next: {number}}}]\n"
    assert told(references + steps, known=KNOWN) == []


@pytest.mark.parametrize(
    "step",
    [
        "{action: 派工, details: '见 [[AFS-SOP-2026-009]]'}",
        "{action: 派工, details: '见 [[AFS-SOP-2026-009/close]]'}",
        "{action: 派工, call: AFS-SOP-2026-009}",
        "{action: 派工, next: AFS-SOP-2026-009}",
        "{action: 派工, decision: [{when: 是, go_to: AFS-SOP-2026-009}, 否]}",
    ],
)
def test_a_document_that_nobody_has_is_found(told, step) -> None:
    expected = missing("AFS-SOP-2026-009", LIST_IT.format("AFS-SOP-2026-009"))
    assert told(f"steps: [{step}]\n", known=KNOWN) == [expected]


def test_it_is_a_warning_at_the_number(checked) -> None:
    (found,) = checked("background: 见 [[AFS-SOP-2026-009]]\n")
    assert (found.severity.label, str(found.location)) == ("warning", "spec.yaml:1:17")


@pytest.mark.parametrize("typed", ["AFS-SOP-2026-2", "AFS-SOP-2026_002", "Afs-Sop-2026-002", "AFS/SOP/2026/002"])
def test_another_spelling_of_a_known_number_is_suggested(told, typed) -> None:
    found = told(f"background: '见 [[{typed}]]'\n", known=KNOWN)
    assert found == [missing(typed, "did you mean `AFS-SOP-2026-002`?")]


def test_a_step_that_the_other_document_does_not_have_is_found(told) -> None:
    text = "background: 见 [[AFS-SOP-2026-002/STEP]]\n"
    assert told(text.replace("STEP", "qualify"), known=KNOWN) == []
    assert told(text.replace("STEP", "qualfy"), known=KNOWN) == [
        (
            "unknown-document",
            "the document `AFS-SOP-2026-002` has no step `qualfy`",
            "did you mean `[[AFS-SOP-2026-002/qualify]]`?",
        )
    ]
    assert told(text.replace("STEP", "zzz"), known=KNOWN)[0][2] == "write the id of a step of that document"


def test_steps_of_a_document_kept_elsewhere_are_taken_on_trust(told) -> None:
    assert told("references: {number: Q/AFS-007, title: 派工}\nbackground: 见 [[Q/AFS-007/zzz]]\n") == []


def test_steps_of_the_document_itself_are_looked_up(told) -> None:
    found = told("steps: [{id: fix, action: 维修}]\nbackground: 见 [[AFS-SOP-2026-001/fixx]]\n")
    assert found[0][2] == "did you mean `[[AFS-SOP-2026-001/fix]]`?"
