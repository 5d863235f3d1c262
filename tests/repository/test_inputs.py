from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sopgen.errors import UsageError
from sopgen.repository.inputs import Inputs, gather

Write = Callable[..., Path]


def gathered(here: Path, *names: str) -> Inputs:
    return gather(names, here / "specs", here / "build")


def test_files_and_folders_give_each_spec_once_sorted(here: Path, spec: Write) -> None:
    for name in ("b.yaml", "more/a.yaml", "specs/zh/c.yaml"):
        spec(name)
    names = [file.name for file in gathered(here, "specs", "more", "./b.yaml", "more/a.yaml", "specs/zh").files]
    assert names == ["./b.yaml", "more/a.yaml", "specs/zh/c.yaml"]


def test_a_spec_keeps_its_place_in_the_folder_of_specs_or_in_the_one_given(here: Path, spec: Write) -> None:
    for name in ("b.yaml", "more/x/a.yaml", "specs/zh/c.yaml"):
        spec(name)
    for paths in (["specs/zh/c.yaml"], ["specs/zh"], ["specs"], ["."]):
        assert gathered(here, *paths).files[-1].folder == Path("zh")
    assert [file.folder for file in gathered(here, "more", "b.yaml").files] == [Path(), Path("x")]


def test_a_file_without_the_key_is_passed_over_with_a_note_unless_it_was_named(here: Path, spec: Write) -> None:
    spec("a.yaml")
    (here / "b.yaml").write_text("x: 1")
    found = gathered(here, ".")
    assert [file.name for file in found.files] == ["a.yaml"]
    assert [(str(one.location), one.rule) for one in found.notices] == [("b.yaml", "not-a-spec")]
    assert [file.name for file in gathered(here, "b.yaml").files] == ["b.yaml"]


def test_a_path_that_does_not_exist_is_told_with_a_near_one(here: Path) -> None:
    (here / "specs").mkdir()
    with pytest.raises(UsageError) as caught:
        gathered(here, "spec")
    (one,) = caught.value.diagnostics
    assert (str(one.location), one.rule, one.hint and one.hint.en) == ("spec", "missing-file", "did you mean `specs`?")


def test_a_folder_without_a_spec_is_told(here: Path, spec: Write) -> None:
    (here / "empty").mkdir()
    with pytest.raises(UsageError) as caught:
        gathered(here, "empty")
    assert [one.rule for one in caught.value.diagnostics] == ["no-specs"]
    spec("a.yaml")
    assert [one.rule for one in gathered(here, "a.yaml", "empty").notices] == ["no-specs"]
