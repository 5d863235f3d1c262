from __future__ import annotations


def test_other_things_than_steps_may_be_called_end(told) -> None:
    assert told("forms: {end: {title: 登记表}}\nprocedures: {id: end, title: 甲, steps: [乙]}\n") == []


def test_steps_are_looked_at_wherever_they_stand(told) -> None:
    text = "steps: [{action: 甲, steps: [{id: end, action: 乙}]}]\n"
    assert [found[0] for found in told(text)] == ["reserved-id"]
