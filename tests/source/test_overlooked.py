from collections.abc import Callable

import pytest

from sopgen.diagnostics import Severity
from sopgen.source import Tree

Noticed = Callable[[str], list[str]]

pytestmark = pytest.mark.usefixtures("either_parser")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 拨打 #8002 转接\nb: 1\n", "1:7-15"),
        ("channel: #general\n", "1:10-18"),
        ("- a\n- #b\n", "2:3-5"),
        ("a: [b, c #d\n  ]\n", "1:10-12"),
        ("a: 一\n  二 #三\n", "2:5-7"),
    ],
)
def test_a_text_that_a_hash_cuts_off(noticed: Noticed, text: str, place: str) -> None:
    text = f"x:\n{text}" if text.startswith("- ") else text
    line = int(place[0]) + text.startswith("x:")
    assert noticed(text) == [f"{line}{place[1:]} cut-off-text"]


@pytest.mark.parametrize(
    "text",
    [
        "a: 1 # 注释\n",
        "a: 1    #注释\n",
        "a: 1\n#注释\n  #注释\n",
        'a: "拨打 #8002"\n',
        "a: '拨打 #8002'\n",
        "a: |\n  拨打 #8002\n",
        'a: "x" #注释\n',
        "a: [x] #注释\n",
        "a: {b: c} #注释\n",
        "a: 1 #sopgen: ignore[x]\n",
        "a: 1 ## 注释\n",
        "a: 1 #----\n",
        "# 参见: #8002\na: 1\n# 参见: #8002\n",
        "a: 1 # 见 - #3\n",
        "a: C#语言\n",
        "{} #注释\n",
        "--- #注释\na: 1\n",
    ],
)
def test_comments_and_hashes_that_cut_nothing(noticed: Noticed, text: str) -> None:
    assert noticed(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n  name：客服\n", "2:3-8"),
        ("a:\n  name:客服\n", "2:3-8"),
        ("a:\n  - action：归档\n", "2:5-12"),
        ("a:\n  - - time_limit:十分钟\n", "2:7-18"),
    ],
)
def test_a_key_whose_colon_is_not_one(noticed: Noticed, text: str, place: str) -> None:
    assert noticed(text) == [f"{place} colon-without-space"]


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  - 问题：答案\n",
        "a:\n  - https://例子\n",
        'a:\n  - "name：客服"\n',
        "a: |\n  name：客服\n",
        "a: name：客服\n",
        "a:\n  # name：客服\n  b: 1\n",
        "a:\n  - name:8002\n",
    ],
)
def test_colons_in_texts(noticed: Noticed, text: str) -> None:
    assert noticed(text) == []


def test_a_dash_without_a_space(noticed: Noticed) -> None:
    assert noticed("steps:\n  -归档\n  -回访\n") == ["2:3-4 dash-without-space"]


@pytest.mark.parametrize("text", ["a:\n  - -5\n  - -.5\n", "a:\n  - |\n    -归档\n", "a: -归档\n", "---\na: 1\n"])
def test_dashes_in_texts(noticed: Noticed, text: str) -> None:
    assert noticed(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a:\n  - x\n   - y\n", "3:4-7"),
        ("a: 说明\n  - 第一\n  - 第二\n", "2:3-7"),
        ("a:\n  - b: 说明\n      - x\n", "3:7-10"),
    ],
)
def test_an_item_that_becomes_text(noticed: Noticed, text: str, place: str) -> None:
    assert noticed(text) == [f"{place} swallowed-item"]


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  - x\n  - y\n",
        "a:\n  - b:\n      - x\n",
        "a: |\n  说明\n    - x\n",
        'a: "说明\n  - x"\n',
        "a:\n  - - x\n    - y\n",
        "a:   # 注释\n  - x\n",
        "a:\n  # 注释\n    - x\n",
        "a: 一\nb:\n  - x\n",
    ],
)
def test_items_that_are_items(noticed: Noticed, text: str) -> None:
    assert noticed(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: [at the desk, by phone, or in a review]\n", "1:28-42"),
        ("a: [电话, 或者在线客服, 以及门店]\n", "1:9-15 split-item 1:17-21"),
        ("a:\n  - {b: [x, and then y], c: 1}\n", "2:13-23"),
    ],
)
def test_an_item_that_goes_on_with_a_sentence(noticed: Noticed, text: str, place: str) -> None:
    assert " ".join(noticed(text)) == f"{place} split-item"


@pytest.mark.parametrize(
    "text",
    [
        'a: ["at the desk, or by phone"]\n',
        "a: ring, or write\n",
        "a: [x, y]  # x, or y]\n",
        "a: |\n  [x, or y]\n",
        "a: [x, order, android]\n",
        "a: [ring, 'or write']\n",
    ],
)
def test_commas_that_part_no_sentence(noticed: Noticed, text: str) -> None:
    assert noticed(text) == []


def test_notices_are_warnings_in_the_order_of_the_text(tree: Callable[[str], Tree]) -> None:
    notices = tree("a:\n  -归档\nb: 拨打 #8002\nc:\n  name：客服\nd: 说明\n  - x\n").notices
    assert [notice.code for notice in notices] == ["SOP042", "SOP040", "SOP041", "SOP043"]
    assert {notice.severity for notice in notices} == {Severity.WARNING}
    assert all(notice.hint for notice in notices)
    assert notices[1].message.zh == "“ #”之后被当作注释，“#8002”不会印出"
