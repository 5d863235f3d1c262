from __future__ import annotations

import pytest

from sopgen.rules.base.names import is_masked, is_name


@pytest.mark.parametrize("text", ["王晓", "Wang Xiao", "李某", "王*", "Li *", "J. Smith", "阿卜杜·拉"])
def test_names_of_people(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text", ["售后服务部", "流程组", "售后经理", "After-Sales Manager", "Process team", "待定", "TBD", "—"]
)
def test_what_stands_in_the_place_of_a_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "masked"), [("王*", True), ("李某", True), ("Li *", True), ("王晓", False), ("Max Fox", False)]
)
def test_whether_a_name_is_masked(text: str, masked: bool) -> None:
    assert is_masked(text) is masked
