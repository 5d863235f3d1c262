from __future__ import annotations

import pytest


def levels(*rows: tuple[str, str]) -> str:
    return "service_levels:\n" + "".join(f"  - {{level: {level}, resolution: {limit}}}\n" for level, limit in rows)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([("重大", "48小时内"), ("紧急", "24小时内"), ("一般", "72小时内")], [2]),
        ([("一般", "24小时内"), ("紧急", "48小时内")], [3]),
        ([("P1", "8 hours"), ("P2", "4 hours"), ("P3", "24 hours")], [2]),
        ([("甲类", "8小时内"), ("乙类", "24小时内"), ("丙类", "4小时内"), ("丁类", "72小时内")], [3]),
        ([("紧急", "2个工作日"), ("一般", "40小时内")], [2]),
        ([("急件", "48小时内"), ("普通", "24小时内")], [2]),
        ([("Priority 1", "48 hours"), ("Priority 2", "24 hours")], [2]),
        ([("一级", "2小时内"), ("二级", "24小时内"), ("三级", "12小时内"), ("四级", "72小时内")], [3]),
    ],
)
def test_a_graver_level_that_is_slower_is_found(found, rows, lines) -> None:
    assert [line for line, _ in found("inverted-service-levels", levels(*rows))] == lines


@pytest.mark.parametrize(
    "rows",
    [
        [("重大", "24小时内"), ("紧急", "48小时内"), ("一般", "72小时内")],
        [("一般", "72小时内"), ("紧急", "24小时内")],
        [("一级", "72小时内"), ("二级", "24小时内"), ("三级", "4小时内")],
        [("Level 3", "4 hours"), ("Level 2", "24 hours"), ("Level 1", "72 hours")],
        [("退货", "72小时内"), ("换货", "24小时内")],
        [("企业客户", "72小时内"), ("个人客户", "24小时内")][:1],
        [("Urgent", "24 hours"), ("Normal", "24 hours")],
        [("重大", "{text: 尽力}"), ("一般", "24小时内")],
        [("重大投诉", "3个自然日"), ("一般投诉", "15个自然日"), ("咨询与建议", "24小时内")],
        [("Major", "3 days"), ("Urgent", "7 days"), ("General", "15 days"), ("Enquiry", "24 hours")],
    ],
)
def test_levels_in_order_are_not(found, rows) -> None:
    assert found("inverted-service-levels", levels(*rows)) == []


def test_both_limits_together_tell_which_of_numbered_levels_is_graver(found) -> None:
    text = (
        "service_levels:\n"
        "  - {level: 一级, first_response: 10分钟内, resolution: 2小时内}\n"
        "  - {level: 二级, first_response: 30分钟内, resolution: 24小时内}\n"
        "  - {level: 三级, first_response: 2小时内, resolution: 12小时内}\n"
    )
    told = [(3, "the resolution of 二级 (24小时内) is slower than of 三级 (12小时内)")]
    assert found("inverted-service-levels", text) == told


def test_a_response_after_its_own_resolution_is_told_once(found) -> None:
    text = (
        "service_levels:\n"
        "  - {level: P1, first_response: 4小时内, resolution: 2小时内}\n"
        "  - {level: P2, first_response: 1小时内, resolution: 8小时内}\n"
    )
    assert found("inverted-service-levels", text) == []
    assert len(found("late-response", text)) == 1


def test_the_parts_of_a_handbook_are_looked_at_one_by_one(found) -> None:
    text = (
        "kind: handbook\n"
        "parts:\n"
        "  - {title: 甲, service_levels: [{level: 紧急, resolution: 72小时内}]}\n"
        "  - title: 乙\n"
        "    service_levels:\n"
        "      - {level: 紧急, resolution: 72小时内}\n"
        "      - {level: 一般, first_response: 9小时内, resolution: 8小时内}\n"
    )
    inverted = found("inverted-service-levels", text)
    assert inverted == [(6, "the resolution of 紧急 (72小时内) is slower than of 一般 (8小时内)")]
    assert [line for line, _ in found("late-response", text)] == [7]
