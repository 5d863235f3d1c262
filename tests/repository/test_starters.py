from __future__ import annotations

import pytest

from sopgen.diagnostics import LANGUAGES
from sopgen.errors import UsageError
from sopgen.repository.starters import starter, starters
from sopgen.resources import templates


def test_every_starter_on_disk_is_listed_and_there_in_both_languages() -> None:
    listed = {item.name for item in starters()}
    assert len(listed) >= 9
    for language in LANGUAGES:
        assert {path.stem for path in (templates() / "starters" / language).glob("*.yaml")} == listed


def test_no_name_means_two_starters() -> None:
    names = [name for item in starters() for name in {name.casefold() for name in item.names}]
    assert len(set(names)) == len(names)
    for item in starters():
        for name in item.names:
            assert starter(name) == item


@pytest.mark.parametrize("name", ["fault-repair", "Fault Repair", "FAULT_REPAIR", "故障报修", " 故障 报修"])
def test_a_starter_is_found_by_any_of_its_names(name: str) -> None:
    assert starter(name).name == "fault-repair"


def test_an_unknown_starter_is_told_with_a_near_one_or_with_all() -> None:
    for name, hint in {
        "fault-repiar": "did you mean `fault-repair`?",
        "returns": "did you mean `return-exchange`?",
        "zzz": "it may be: fault-repair, ",
    }.items():
        with pytest.raises(UsageError) as caught:
            starter(name)
        (one,) = caught.value.diagnostics
        assert one.hint is not None
        assert one.hint.en.startswith(hint)
