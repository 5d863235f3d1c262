from __future__ import annotations

import pytest

TEXT = "prepared_by: {name: 'PREPARED', position: 流程专员}\nreviewed_by: {name: 'REVIEWED', position: 经理}\napproved_by: {name: 'APPROVED', position: 经理}"


def filled(prepared: str, reviewed: str, approved: str) -> str:
    return TEXT.replace("PREPARED", prepared).replace("REVIEWED", reviewed).replace("APPROVED", approved)


@pytest.mark.parametrize(
    ("names", "did"),
    [
        (("王晓", "李敏", "王 晓"), "prepared"),
        (("王晓", "李敏", "李敏"), "reviewed"),
        (("王*", "李*", "李*"), "reviewed"),
        (("Ann Lee", "Ann Lee", "ann lee"), "prepared"),
    ],
)
def test_who_wrote_or_reviewed_does_not_approve(found, names, did) -> None:
    (one,) = found("self-approval", filled(*names))
    assert one[0] == 3
    assert did in one[1]


@pytest.mark.parametrize(
    "names", [("王*", "李*", "王*"), ("王晓", "王晓", "李敏"), ("待定", "待定", "待定"), ("售后部", "质量部", "售后部")]
)
def test_others_do(found, names) -> None:
    assert found("self-approval", filled(*names)) == []
