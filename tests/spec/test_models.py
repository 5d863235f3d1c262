"""A path leads to the model and the field that describe what stands there."""

from __future__ import annotations

import pytest

from sopgen.source import Path
from sopgen.spec.clauses import LookupTable
from sopgen.spec.controlled import ControlledDocument
from sopgen.spec.forms import Form, Script
from sopgen.spec.front import Role
from sopgen.spec.limits import Limit
from sopgen.spec.models import field_at, holders, model_at, models
from sopgen.spec.shape import Shape
from sopgen.spec.sop import Sop
from sopgen.spec.steps import Branch, Decision, Step, Track


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ((), Sop),
        (("steps",), Step),
        (("steps", 0), Step),
        (("procedures", 1, "steps", 0, "parallel", 0), Track),
        (("steps", 0, "decision"), Decision),
        (("steps", 0, "decision", "branches", 2), Branch),
        (("steps", 0, "time_limit"), Limit),
        (("roles", "contact"), Role),
        (("roles", "name"), Role),
        (("forms", "fields"), Form),
        (("tables", 0, "rows"), None),
        (("title",), None),
        (("nothing", 0), None),
    ],
)
def test_the_model_at_a_path(path: Path, model: type[Shape] | None) -> None:
    assert model_at(path, Sop) is model


@pytest.mark.parametrize(
    ("path", "model", "key"),
    [
        (("steps", 0, "role", 1), Step, "role"),
        (("roles", "contact"), Sop, "roles"),
        (("roles", "contact", "name"), Role, "name"),
        (("tables", 0, "rows", 3, 1), LookupTable, "rows"),
        (("scripts", "a", "variables", "工号"), Script, "variables"),
        (("steps", 0, "time_limit", "from"), Limit, "from"),
    ],
)
def test_the_field_at_a_path(path: Path, model: type[Shape], key: str) -> None:
    field = field_at(path, Sop)
    assert field is not None
    assert field.key == key
    assert model.model_fields[field.attribute] is field.info


@pytest.mark.parametrize("path", [(), ("nothing",), ("steps", 0, "nothing")])
def test_no_field_is_there(path: Path) -> None:
    assert field_at(path, Sop) is None


def test_the_keys_that_hold_a_key() -> None:
    assert list(holders(Step, "branches")) == ["decision"]
    assert list(holders(Step, "until")) == ["time_limit", "wait"]
    assert list(holders(Step, "nothing")) == []


def test_every_model_is_found_once() -> None:
    found = list(models())
    assert found[0] is Sop
    assert len(found) == len(set(found))
    defined = {*Shape.__subclasses__(), *ControlledDocument.__subclasses__()} - {ControlledDocument}
    assert set(found) == {model for model in defined if model.__module__.startswith("sopgen.spec.")}
