from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.changes import Rename, Replace
from sopgen.diagnostics import Diagnostic, Fix, Location, Message, Position, Related, Severity, Span
from sopgen.reporting.outcome import Outcome

SPEC = "roles: {agent: 客服}\nsteps:\n  - {action: 受理, role: agnet}\n  - action: |\n      一\n      二\n"


@pytest.fixture
def outcome(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Outcome:
    """Findings of all kinds in two of three files: with and without a place, in one line and in several, alike."""
    monkeypatch.chdir(tmp_path)
    name = "流程 1,2/a.yaml"
    Path(name).parent.mkdir()
    Path(name).write_text(SPEC, encoding="utf-8")
    role = Diagnostic(
        "SOP101",
        "undefined-role",
        Severity.ERROR,
        Message("没有“agnet”这个角色", "there is no role `agnet`"),
        Location(name, Span(Position(3, 24), Position(3, 29))),
        Message("您是不是要写“agent”？", "did you mean `agent`?"),
        (Related(Message("角色在这里", "the roles are here"), Location(name, Span(Position(1, 1), Position(1, 6)))),),
        path="/steps/0/role",
    )
    lines = Diagnostic(
        "SOP401",
        "long-text",
        Severity.WARNING,
        Message("有 100%：\n太长", "100% of it:\ntoo <long>, & \x0b"),
        Location(name, Span(Position(4, 13), Position(6, 8))),
    )
    whole = Diagnostic("SOP066", "not-a-spec", Severity.NOTE, Message("已跳过", "passed over"), Location("b.yml"))
    return Outcome([role, role, lines, whole], [name, "clean.yaml"])


@pytest.fixture
def fixable(outcome: Outcome) -> Outcome:
    """Findings that carry fixes: of a part of a line, of two places with a line break between them, and none to make."""
    role, _, lines, whole = outcome.diagnostics
    title = Message("改成 agent", "write agent")
    one = Fix(title, safe=True, changes=(Replace(("steps", 0, "role"), "agent"),))
    two = Fix(title, safe=False, changes=(Replace(("steps", 0, "role"), "a: b"), Rename(("steps",), "procedure")))
    lost = Fix(title, safe=True, changes=(Replace(("steps", 9, "role"), "agent"),))
    fixes = ((role, one), (role, two), (lines, lost), (whole, one))
    return outcome._replace(diagnostics=[replace(diagnostic, fix=fix) for diagnostic, fix in fixes])


@pytest.fixture
def schemas() -> Path:
    """The folder of the schemas that others have published for their formats."""
    return Path(__file__).parents[2] / "data" / "schemas"
