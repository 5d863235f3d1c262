from __future__ import annotations

import pytest

TRACKS = """
references: [{number: AFS-SOP-2026-007, title: 派工管理}]
procedures:
  - title: 报修处理
    steps:
      - {id: before, action: 甲, next: MAIN}
      - id: both
        action: 同时准备
        parallel:
          - steps: [{id: left, action: 乙, next: LEFT}, {id: left-2, action: 丙}]
          - steps:
              - id: inner
                action: 丁
                parallel: [{steps: [{id: deep, action: 戊, next: DEEP}]}, {procedure: booking}]
      - {id: after, action: 己}
  - id: booking
    title: 预约
    steps: [{id: booked, action: 庚, next: BOOKED}, {id: booked-2, action: 辛}]
exceptions: {situation: 客户不在, response: 改期, go_to: EXCEPTION}
"""
OUT, INTO = "leaves a parallel track", "leads into a parallel track"


def filled(**jumps: str) -> str:
    text = TRACKS
    for place in ("MAIN", "LEFT", "DEEP", "BOOKED", "EXCEPTION"):
        text = text.replace(f": {place}", f": {jumps.get(place, 'after' if place == 'EXCEPTION' else 'end')}")
    return text


@pytest.mark.parametrize(
    "jumps",
    [
        {"MAIN": "both", "LEFT": "left-2", "DEEP": "deep", "BOOKED": "booked-2"},
        {"MAIN": "booked", "LEFT": "end", "EXCEPTION": "booked"},
        {"MAIN": "AFS-SOP-2026-007", "EXCEPTION": "AFS-SOP-2026-007"},
    ],
)
def test_jumps_inside_a_track_and_outside_tracks_are_allowed(told, jumps) -> None:
    assert told(filled(**jumps)) == []


@pytest.mark.parametrize(
    ("jumps", "message"),
    [
        ({"MAIN": "left"}, f"the jump to `left` {INTO}, and the other tracks would never start"),
        ({"EXCEPTION": "left"}, f"the jump to `left` {INTO}, and the other tracks would never start"),
        ({"LEFT": "deep"}, f"the jump to `deep` {OUT}, and the other tracks would wait for ever"),
        ({"LEFT": "after"}, f"the jump to `after` {OUT}, and the other tracks would wait for ever"),
        ({"DEEP": "inner"}, f"the jump to `inner` {OUT}, and the other tracks would wait for ever"),
        ({"BOOKED": "after"}, f"the jump to `after` {OUT}, and the other tracks would wait for ever"),
        (
            {"LEFT": "AFS-SOP-2026-007"},
            f"the jump to `AFS-SOP-2026-007` {OUT}, and the other tracks would wait for ever",
        ),
    ],
)
def test_jumps_into_and_out_of_a_track_are_found(told, jumps, message) -> None:
    assert [found[:2] for found in told(filled(**jumps))] == [("jump-across-tracks", message)]


def test_the_target_is_shown(checked) -> None:
    (found,) = checked(filled(LEFT="after"))
    assert [related.location.span.start.line for related in found.related] == [15]
    assert checked(filled(LEFT="AFS-SOP-2026-007"))[0].related == ()
