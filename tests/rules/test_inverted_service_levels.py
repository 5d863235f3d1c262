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
        [("企业客户", "72小时内"), ("个人客户", "24小时内")][:1],
        [("Urgent", "24 hours"), ("Normal", "24 hours")],
        [("重大", "{text: 尽力}"), ("一般", "24小时内")],
    ],
)
def test_levels_in_order_are_not(found, rows) -> None:
    assert found("inverted-service-levels", levels(*rows)) == []
