from __future__ import annotations

TEXT = """
procedures:
  - title: 报修处理
    steps:
      - action: 同时准备
        parallel:
          - steps: [查询库存]
          - steps: [STEP]
  - {id: back, title: 退货, steps: [{action: 问, decision: [{when: 退, go_to: AFS-SOP-2026-002}, {when: 不退}]}]}
  - {id: away, title: 投诉, steps: [{action: 移交, next: AFS-SOP-2026-003}]}
"""


def test_a_track_that_may_come_back_joins(found) -> None:
    assert found("unjoined-track", TEXT.replace("STEP", "{action: 办, call: back}")) == []
    assert found("unjoined-track", TEXT.replace("STEP", "{action: 办, call: AFS-SOP-2026-002}")) == []


def test_a_track_that_need_not_go_there_joins(found) -> None:
    step = "{action: 问, decision: [{when: 投诉}, {when: 无, go_to: end}]}, {action: 办, call: away}"
    assert found("unjoined-track", TEXT.replace("STEP", step)) == []


def test_a_track_that_never_comes_back_does_not(found) -> None:
    assert [line for line, _ in found("unjoined-track", TEXT.replace("STEP", "{action: 办, call: away}"))] == [8]


def test_what_goes_over_by_itself_is_found_by_another_rule(found) -> None:
    text = TEXT.replace("STEP", "{action: 移交, next: AFS-SOP-2026-003}")
    assert found("unjoined-track", text) == []
    assert [line for line, _ in found("jump-across-tracks", text)] == [8]
