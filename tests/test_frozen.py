from __future__ import annotations

import pickle
from dataclasses import field, replace
from functools import cached_property

import pytest

from sopgen.frozen import frozen


@frozen
class Point:
    """A place."""

    x: int
    y: int = 0
    name: str = field(default="", compare=False)


@frozen
class Other:
    x: int
    y: int = 0
    name: str = ""


@frozen
class Nothing:
    pass


@frozen(eq=False)
class Thing:
    x: int


@frozen(slots=False)
class Square:
    side: int

    @cached_property
    def area(self) -> int:
        return self.side**2


@frozen
class Word:
    text: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Word) and other.text.lower() == self.text.lower()

    def __hash__(self) -> int:
        return hash(self.text.lower())

    def __repr__(self) -> str:
        return self.text


def test_it_is_equal_to_what_has_the_same_values_and_class() -> None:
    assert Point(1, 2) == Point(1, 2, "here")
    assert len({Point(1, 2), Point(1, 2, "here"), Point(2, 2)}) == 2
    assert Point(1, 2) != Point(1, 3)
    assert Point(1, 2) != Other(1, 2)
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


def test_it_is_equal_only_to_itself_where_that_is_asked_for() -> None:
    thing = Thing(1)
    assert thing == thing
    assert thing != Thing(1)
    assert len({thing, Thing(1)}) == 2


def test_it_shows_its_values() -> None:
    assert repr(Point(1, 2, "a")) == "Point(x=1, y=2, name='a')"
    assert repr(Thing(1)) == "Thing(x=1)"
    assert repr(Nothing()) == "Nothing()"


def test_its_own_methods_stand() -> None:
    assert Word("Ab") == Word("aB")
    assert len({Word("Ab"), Word("aB")}) == 1
    assert repr(Word("Ab")) == "Ab"


def test_it_takes_no_other_attribute() -> None:
    with pytest.raises(AttributeError):
        Point(1).z = 1  # type: ignore[attr-defined]


def test_without_slots_a_property_is_kept() -> None:
    square = Square(3)
    assert square.area == 9
    assert vars(square) == {"side": 3, "area": 9}


def test_it_is_copied_like_any_dataclass() -> None:
    assert replace(Point(1, 2), y=3) == Point(1, 3)
    assert pickle.loads(pickle.dumps(Point(1, 2, "a"))).name == "a"


@frozen
class Route:
    """A list of its own for each, and something reckoned from it."""

    name: str
    stops: list[int] = field(default_factory=list)
    length: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.stops))


def test_what_is_made_for_each_is_made_anew() -> None:
    one, other = Route("a"), Route("b")
    one.stops.append(1)
    assert other.stops == []
    assert Route("c", [1, 2]).length == 2
    assert replace(Route("c", [1, 2]), stops=[3]) == Route("c", [3])


def test_what_has_no_default_has_to_be_given() -> None:
    with pytest.raises(TypeError, match="'name'"):
        Route()  # type: ignore[call-arg]
