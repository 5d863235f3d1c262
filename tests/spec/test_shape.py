"""How shapes are written: bare values, single values for lists, empty values, keys of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sopgen.spec import LoadedSpec
from sopgen.spec.kinds import fields_of
from sopgen.spec.models import models
from sopgen.spec.sop import Sop

Read = Callable[[str], Sop]
Refused = Callable[[str], list[str]]

BARE = {
    "prepared_by: 王*": "prepared_by: {name: 王*}",
    "scope: 官方渠道": "scope: {applies_to: [官方渠道]}",
    "scope: [官方渠道, 授权渠道]": "scope: {applies_to: [官方渠道, 授权渠道]}",
    "definitions: {工单: 凭证}": "definitions: {工单: {meaning: 凭证}}",
    "references: 消费者权益保护法": "references: [{title: 消费者权益保护法}]",
    "roles: {agent: 客服}": "roles: {agent: {name: 客服}}",
    "resources: 工单系统": "resources: [{name: 工单系统}]",
    "clauses: [正文]": "clauses: [{text: 正文}]",
    "classifications: {类: [软件, 硬件]}": "classifications: {类: {classes: [{name: 软件}, {name: 硬件}]}}",
    "channels: 电话": "channels: [{name: 电话}]",
    "states: {id: open, name: 甲, next: closed}": "states: [{id: open, name: 甲, next: [{to: closed}]}]",
    "deadlines: {matter: 甲, limit: 7天}": "deadlines: [{matter: 甲, limit: {within: 7天}}]",
    "deadlines: {matter: 甲, limit: 每7天}": "deadlines: [{matter: 甲, limit: {every: 每7天}}]",
    "steps: 甲": "steps: [{action: 甲}]",
    "steps: {action: 甲, cautions: 乙}": "steps: [{action: 甲, cautions: [{note: 乙}]}]",
    "steps: {action: 甲, risk: 乙}": "steps: [{action: 甲, risk: [{description: 乙}]}]",
    "steps: {action: 甲, wait: 3天}": "steps: [{action: 甲, wait: {for: 3天}}]",
    "steps: {action: 甲, decision: [乙]}": "steps: [{action: 甲, decision: {branches: [{when: 乙}]}}]",
    "scripts: {a: 您好}": "scripts: {a: {say: 您好}}",
    "forms: {a: {title: 甲, fields: 乙}}": "forms: {a: {title: 甲, fields: [{name: 乙}]}}",
    "records: {a: 甲}": "records: {a: {name: 甲}}",
    "metrics: 修复率": "metrics: [{name: 修复率}]",
    "training: 全流程": "training: [{content: 全流程}]",
    "distribution: 售后部": "distribution: [{to: 售后部}]",
    "attachments: 界面": "attachments: [{title: 界面}]",
}
"""Fragments with bare values, and what they stand for."""


@pytest.mark.parametrize(("short", "long"), BARE.items())
def test_a_bare_value_stands_for_the_compulsory_key(sop: Read, short: str, long: str) -> None:
    assert sop(short.replace("王*", '"王*"')) == sop(long.replace("王*", '"王*"'))


def test_every_shape_with_a_bare_value_is_tried(spec: Callable[[str], LoadedSpec]) -> None:
    tried = {
        type(shape)
        for short in BARE
        for _, shape in spec(short.replace("王*", '"王*"')).index.shapes
        if shape.bare is not None and len(shape.model_fields_set) == 1
    }
    assert [model.__name__ for model in models() if model.bare is not None and model not in tried] == []


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("steps: {action: 甲, role: agent}", "steps: [{action: 甲, role: [agent]}]"),
        ("preconditions: 甲", "preconditions: [甲]"),
        ("countersigned_by: {name: 甲}", "countersigned_by: [{name: 甲}]"),
        ("tables: {title: 甲, columns: 乙, rows: [[1], [2]]}", "tables: [{title: 甲, columns: [乙], rows: [1, 2]}]"),
        ("tables: {title: 甲, columns: 乙, rows: 1}", "tables: [{title: 甲, columns: [乙], rows: [[1]]}]"),
        ("review: {opinions: {opinion: 甲}}", "review: {opinions: [{opinion: 甲}]}"),
        ("records: {a: {name: 甲, form: b}}", "records: {a: {name: 甲, form: [b]}}"),
    ],
)
def test_one_value_stands_for_a_list(sop: Read, one: str, many: str) -> None:
    assert sop(one) == sop(many)


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_optional_key_without_a_value_is_absent(spec: Callable[[str], LoadedSpec], nothing: str) -> None:
    keys = ["kind", "status", "language", "department", "scope", "roles", "steps", "rules", "review", "diagram"]
    empty = spec("".join(f"{key}: {nothing}\n" for key in keys))
    assert empty.sop == spec("").sop
    assert empty.sop.model_fields_set == spec("").sop.model_fields_set


def test_that_holds_inside_too(sop: Read) -> None:
    assert sop("roles: {agent: {name: 甲, external: }}").roles["agent"].external is False
    assert sop("forms: {a: {title: 甲, fields: {name: 乙, type: , options: }}}").forms["a"].fields[0].type == "text"
    assert sop("steps: {action: 甲, call: , steps: [乙], decision: , next: end}").steps[0].next == "end"
    assert sop("review: {opinions: }").review.opinions is None  # type: ignore[union-attr]
    assert sop("review: {opinions: []}").review.opinions == ()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "fragment",
    [
        "scope: {applies_to: }",
        "scope: {applies_to: []}",
        "procedures: {title: 甲, steps: }",
        "procedures: {title: 甲, steps: []}",
        "steps: {action: 甲, decision: {branches: }}",
        "classifications: {a: }",
        "tables: {title: , columns: 甲}",
        "definitions: {甲: }",
        "properties: {甲: }",
        "steps: [甲, ~]",
        "steps: [甲, '']",
        "preconditions: ['  ']",
        "scripts: {a: {say: ' '}}",
    ],
)
def test_a_compulsory_value_may_not_be_empty(refused: Refused, fragment: str) -> None:
    assert [problem.split()[1] for problem in refused(fragment)] == ["wrong-value"]


@pytest.mark.parametrize("fragment", ["steps: {action: 甲, decision: 是否合格？}", "classifications: {a: 软件}"])
def test_a_bare_text_is_not_taken_for_the_only_branch_or_class(refused: Refused, fragment: str) -> None:
    assert [problem.split()[1] for problem in refused(fragment)] == ["wrong-value"]


def test_texts_are_what_was_typed_without_space_around(sop: Read) -> None:
    assert sop("summary: 1.10").summary == "1.10"
    assert sop("summary: no").summary == "no"
    assert sop("summary: 0x1F").summary == "0x1F"
    assert sop('summary: " 甲 "').summary == "甲"
    assert sop('scripts: {a: " 甲\\n"}').scripts["a"].say == " 甲\n"


EXTRAS = {
    "X": lambda sop: sop,
    "properties: {甲: 乙, X}": lambda sop: sop.properties,
    "definitions: {甲: 乙, X}": lambda sop: sop.definitions,
    "definitions: {甲: {meaning: 乙, X}}": lambda sop: sop.definitions["甲"],
    "roles: {X}": lambda sop: sop.roles,
    "scripts: {a: {say: 甲, variables: {X}}}": lambda sop: sop.scripts["a"].variables,
    "steps: {action: 甲, time_limit: {within: 3天, X}}": lambda sop: sop.steps[0].time_limit,
    "steps: {action: 甲, decision: {branches: {when: 乙, X}}}": lambda sop: sop.steps[0].decision.branches[0],
    "clauses: {text: 甲, clauses: {text: 乙, X}}": lambda sop: sop.clauses[0].clauses[0],
    "forms: {a: {title: 甲, fields: {group: 乙, X}}}": lambda sop: sop.forms["a"].fields[0],
}
"""Fragments in which ``X`` is a key of one's own, and the way to what holds it."""


@pytest.mark.parametrize(("fragment", "holder"), EXTRAS.items())
def test_keys_of_ones_own_are_kept_anywhere(sop: Read, fragment: str, holder: Callable[[Sop], Any]) -> None:
    read = holder(sop(fragment.replace("X", "x-a: {b: [c, ~]}")))
    assert read.extras == {"x-a": {"b": ["c", None]}}
    assert "x-a" not in (read if isinstance(read, dict) else {})


def test_what_does_not_begin_with_x_is_refused(refused: Refused) -> None:
    assert refused("X-a: 1\n") == ["1:1 unknown-key"]
    assert refused("steps: [{action: 甲, xa: 1}]\n") == ["1:21 unknown-key"]
    assert refused("extras: {a: 1}\n") == ["1:1 unknown-key"]
    assert refused("steps: [{action: 甲, for_: agent}]\n") == ["1:21 unknown-key"]


@pytest.mark.parametrize(
    ("fragment", "right"),
    [
        ("steps: [甲]\nprocedures: {title: 乙, steps: [丙]}", False),
        ("role: agent", False),
        ("role: agent\nsteps: [甲]", True),
        ("steps: [{action: 甲, steps: [乙], parallel: {procedure: a}}]", False),
        ("steps: [{action: 甲, steps: [乙], call: a}]", False),
        ("steps: [{action: 甲, parallel: {procedure: a}, call: a}]", False),
        ("steps: [{action: 甲, decision: [乙], next: end}]", False),
        ("steps: [{action: 甲, steps: [乙], decision: [丙], wait: 3天}]", True),
        ("steps: [{action: 甲, parallel: {title: 乙}}]", False),
        ("steps: [{action: 甲, parallel: {steps: [乙], procedure: a}}]", False),
        ("steps: [{action: 甲, wait: {otherwise: end}}]", False),
        ("steps: [{action: 甲, wait: {until: 乙, otherwise: end}}]", False),
        ("steps: [{action: 甲, wait: {for: 3天, otherwise: end}}]", True),
        ("steps: [{action: 甲, wait: {until: 乙}}]", True),
        ("steps: [{action: 甲, cautions: {note: 乙, tip: 丙}}]", False),
        ("steps: [{action: 甲, cautions: {for: agent}}]", False),
        ("steps: [{action: 甲, time_limit: {within: 3天, every: 1天}}]", False),
        ("steps: [{action: 甲, time_limit: {from: 乙}}]", False),
        ("rules: {must: 甲, may: 乙}", False),
        ("rules: {topic: 甲}", False),
        ("clauses: {id: a}", False),
        ("clauses: {title: 甲, text: 乙}", True),
        ("forms: {a: {title: 甲, fields: {name: 乙, group: 丙}}}", False),
    ],
)
def test_keys_that_exclude_need_or_replace_each_other(sop: Read, refused: Refused, fragment: str, right: bool) -> None:
    if right:
        assert sop(fragment)
    else:
        assert {problem.split()[1] for problem in refused(fragment)} == {"contradiction"}


@pytest.mark.parametrize("name", ["scope", "steps", "forms", "faq"])
def test_a_section_has_not_the_id_of_a_part(refused: Refused, sop: Read, name: str) -> None:
    assert refused(f"sections: {{id: {name}, title: 甲, body: 乙}}") == ["1:16 wrong-value"]
    assert sop(f"steps: {{id: {name}, action: 甲}}").steps[0].id == name


def test_models_are_frozen(sop: Read) -> None:
    with pytest.raises(ValueError, match="frozen"):
        sop("").title = "乙"  # type: ignore[misc]


def test_every_key_is_named_as_it_is_written() -> None:
    keys = [field.key for model in models() for field in fields_of(model)]
    assert {"for", "from"} <= set(keys)
    assert not [key for key in keys if key.endswith("_") or key.startswith("x-")]
