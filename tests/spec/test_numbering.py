"""Steps, tracks and clauses have the numbers that readers see."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sopgen.spec import LoadedSpec
from sopgen.spec.numbering import StepPlace, TrackPlace, letters

Spec = Callable[[str], LoadedSpec]

PROCEDURES = """
procedures:
  - title: 报修
    steps:
      - 受理
      - action: 准备
        parallel:
          - title: 备件
            steps:
              - {action: 领料, steps: [填单, 签字]}
              - 装车
          - {title: 预约, procedure: booking}
      - {action: 维修, steps: [检测, {action: 修理, steps: 换件}]}
  - {id: booking, title: 预约, steps: [致电]}
"""


def test_steps_count_inside_their_procedure_nested_and_in_tracks(spec: Spec) -> None:
    places = spec(PROCEDURES).index.places
    told = [
        (place.number, place.step.action if isinstance(place, StepPlace) else place.track.title) for place in places
    ]
    assert told == [
        ("1", "受理"),
        ("2", "准备"),
        ("2A", "备件"),
        ("2A.1", "领料"),
        ("2A.1.1", "填单"),
        ("2A.1.2", "签字"),
        ("2A.2", "装车"),
        ("2B", "预约"),
        ("3", "维修"),
        ("3.1", "检测"),
        ("3.2", "修理"),
        ("3.2.1", "换件"),
        ("1", "致电"),
    ]


def test_every_place_knows_its_path_its_procedure_and_its_track(spec: Spec) -> None:
    first, second = ("procedures", 0), ("procedures", 1)
    track = (*first, "steps", 1, "parallel", 0)
    steps = {place.step.action: place for place in spec(PROCEDURES).index.steps}
    assert steps["填单"].path == (*track, "steps", 0, "steps", 0)
    assert (steps["填单"].sequence, steps["填单"].track) == (first, track)
    assert (steps["换件"].sequence, steps["换件"].track) == (first, None)
    assert (steps["致电"].path, steps["致电"].sequence) == ((*second, "steps", 0), second)
    tracks = [place for place in spec(PROCEDURES).index.places if isinstance(place, TrackPlace)]
    assert [(place.path, place.sequence) for place in tracks] == [(track, first), ((*track[:-1], 1), first)]


def test_steps_of_the_document_itself(spec: Spec) -> None:
    assert [(place.number, place.path, place.sequence) for place in spec("steps: [甲, 乙]").index.steps] == [
        ("1", ("steps", 0), ()),
        ("2", ("steps", 1), ()),
    ]


def test_a_document_without_steps_has_no_places(spec: Spec) -> None:
    assert spec("clauses: 甲").index.places == ()


@pytest.mark.parametrize(("index", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_tracks_are_lettered(index: int, name: str) -> None:
    assert letters(index) == name


CLAUSES = """
clauses:
  - title: 总则
    clauses:
      - 目的
      - {text: 依据, title: 依据, clauses: [法律, {text: 标准, clauses: [国标, 行标]}]}
  - title: 受理
    clauses:
      - {title: 电话, clauses: [接听, 登记]}
      - {title: 在线, clauses: [答复]}
  - title: 附则
    clauses: 解释
  - 不在章内的一条
"""


def test_articles_run_on_through_chapters_and_sections(spec: Spec) -> None:
    told = [
        (place.clause.text or place.clause.title, place.level, place.depth, place.number)
        for place in spec(CLAUSES).index.clauses
    ]
    assert told == [
        ("总则", "chapter", 0, 1),
        ("目的", "article", 0, 1),
        ("依据", "article", 0, 2),
        ("法律", "item", 1, 1),
        ("标准", "item", 1, 2),
        ("国标", "item", 2, 1),
        ("行标", "item", 2, 2),
        ("受理", "chapter", 0, 2),
        ("电话", "section", 0, 1),
        ("接听", "article", 0, 3),
        ("登记", "article", 0, 4),
        ("在线", "section", 0, 2),
        ("答复", "article", 0, 5),
        ("附则", "chapter", 0, 3),
        ("解释", "article", 0, 6),
        ("不在章内的一条", "article", 0, 7),
    ]


def test_every_clause_knows_its_path_and_what_is_around_it(spec: Spec) -> None:
    places = {place.clause.text: place for place in spec(CLAUSES).index.clauses}
    law, answer = places["法律"], places["答复"]
    assert law.path == ("clauses", 0, "clauses", 1, "clauses", 0)
    assert law.parent is places["依据"]
    assert answer.parent is not None
    assert [answer.parent.clause.title, answer.parent.parent and answer.parent.parent.clause.title] == ["在线", "受理"]
