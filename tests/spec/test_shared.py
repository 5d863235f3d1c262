"""What the documents of a handbook have in common, by the names that readers know it by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sopgen.spec.shared import NAMED_BY, Group, groups
from sopgen.spec.sop import Sop

Read = Callable[[str], Sop]


@pytest.fixture
def group(sop: Read) -> Callable[..., list[Group]]:
    """What documents, each given by a fragment, define under the first key of the first."""
    return lambda *fragments: groups([sop(fragment) for fragment in fragments], fragments[0].partition(":")[0])


def test_roles_are_known_by_name_whatever_their_ids(group) -> None:
    (found,) = group(
        "roles: {agent: {name: 客服专员, contact: 8001}}", "roles: {desk: {name: 客服专员, contact: 8001}}"
    )
    assert [(one.document, one.key) for one in found.defined] == [(0, "agent"), (1, "desk")]
    assert found.different is None


def test_a_bare_name_contradicts_nothing_and_tells_nothing(group) -> None:
    (found,) = group("roles: {a: 客服专员}", "roles: {b: {name: 客服专员, contact: 8001}}", "roles: {c: 客服专员}")
    assert found.different is None
    assert found.telling.key == "b"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("roles: {a: {name: 客服专员, contact: 8001}}", "roles: {a: {name: 客服专员, contact: 8002}}"),
        ("definitions: {闭环: 客户确认}", "definitions: {闭环: 资料归档}"),
        ("forms: {a: {title: 登记表, fields: [甲]}}", "forms: {b: {title: 登记表, fields: [乙]}}"),
    ],
)
def test_what_is_said_otherwise_is_different(group, one: str, other: str) -> None:
    (found,) = group(one, other)
    assert found.different is not None
    assert found.different.document == 1
    (same,) = group(one, one)
    assert same.different is None


def test_the_same_id_for_other_things_is_no_matter(group) -> None:
    found = group("forms: {a: {title: 登记表}}", "forms: {a: {title: 回访表}}")
    assert [one.name for one in found] == ["登记表", "回访表"]
    assert all(one.different is None for one in found)


def test_every_key_is_one_of_the_language() -> None:
    assert NAMED_BY.keys() <= Sop.model_fields.keys()
