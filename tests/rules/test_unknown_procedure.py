from __future__ import annotations

TEXT = """
procedures:
  - title: 报修处理
    steps:
      - {id: register, action: 登记, call: CALLED}
      - action: 准备
        parallel: [{steps: [查库存]}, {procedure: TRACK}]
  - {id: booking, title: 上门预约, steps: [联系客户]}
"""


def test_calls_and_tracks_are_looked_at(told) -> None:
    assert told(TEXT.replace("CALLED", "上门预约").replace("TRACK", "AFS-SOP-2026-001")) == [
        (
            "unknown-procedure",
            "there is no procedure `上门预约`",
            "`上门预约` is the name of the procedure `booking`: write its id",
        ),
        (
            "unknown-procedure",
            "there is no procedure `AFS-SOP-2026-001`",
            "write an id that there is (booking), or add `AFS-SOP-2026-001` under `procedures`",
        ),
    ]


def test_a_call_may_name_a_document_and_must_not_name_a_step(told) -> None:
    assert told(TEXT.replace("CALLED", "AFS-SOP-2026-001").replace("TRACK", "booking")) == []
    (found,) = told(TEXT.replace("CALLED", "register").replace("TRACK", "booking"))
    assert found[2] == (
        "`register` is a step, and `call` carries out procedures: write `next: register`, "
        "or make a procedure of the steps"
    )


def test_an_id_with_a_capital_is_not_a_document(told) -> None:
    (found,) = told(TEXT.replace("CALLED", "Booking").replace("TRACK", "booking"))
    assert found == ("unknown-procedure", "there is no procedure `Booking`", "did you mean `booking`?")
