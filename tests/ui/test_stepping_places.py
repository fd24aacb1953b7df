"""F4 goes to each missing thing once, and passes none over when one is put right."""

from __future__ import annotations

from imr_desk.guidance.facts import Place
from ui.stepping import Stepper

ABC = tuple(Place("review", "review", name, f"{name} is missing.") for name in "abc")


def names(stepper: Stepper, places: tuple[Place, ...], *steps: int) -> list[str]:
    found = (stepper.next(places, by) for by in steps)
    return [place.field if place is not None else "" for place in found]


def test_steps_go_round_and_back() -> None:
    assert names(Stepper(), ABC, 1, 1, 1, 1) == ["a", "b", "c", "a"]
    assert names(Stepper(), ABC, -1, -1, 1) == ["c", "b", "c"]


def test_steps_pass_nothing_over_when_one_is_put_right() -> None:
    stepper = Stepper()
    assert names(stepper, ABC, 1) == ["a"]
    assert names(stepper, ABC[1:], 1) == ["b"]
    assert names(stepper, (ABC[0], ABC[2]), 1) == ["c"]
    assert names(stepper, ABC[:2], -1) == ["a"]


def test_steps_come_to_a_place_once_however_much_is_missing_there() -> None:
    again = Place("review", "review", "a", "Something else of a.")
    stepper = Stepper()
    assert names(stepper, (ABC[0], again, ABC[1]), 1, 1, 1) == ["a", "b", "a"]
    found = stepper.next((ABC[0], again), 1)
    assert found is not None
    assert found.words == "a is missing."


def test_steps_with_nothing_missing_go_nowhere() -> None:
    stepper = Stepper()
    assert names(stepper, (), 1, -1) == ["", ""]
    assert names(stepper, ABC, 1) == ["a"]
