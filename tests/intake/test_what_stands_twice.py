"""What seems to stand twice: told with the other one beside it, and the same only where nothing would be lost."""

from __future__ import annotations

import pytest
from intake_files import separated

from imr_desk.intake.take import take
from imr_desk.intake.taken import Taken
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Record, RecordId
from imr_desk.review.values import Values

HEAD = ["Date", "Time", "Source", "Event", "Action taken", "Comment"]
FIRST = ["4/5/13", "10:00", "GP record p 3", "No reply at the door.", "Letter left.", "Cold day."]


def second(**other: str) -> list[str]:
    names = ("date", "time", "source", "event", "action", "comment")
    return [other.get(name, cell) for name, cell in zip(names, FIRST, strict=True)]


def read(*rows: list[str], there: tuple[Record, ...] = ()) -> Taken:
    return take(separated([HEAD, *rows]), "gp.csv", None, there)


def entry(time: str = "T10:00:00", **values: object) -> Record:
    given = {
        "date": KnownDate(f"2013-05-04{time}"),
        "event": "No reply at the door.",
        "action_outcome": "Letter left.",
        "comment": "Cold day.\nPeople: HV",
        "sources": (Values({"place": "GP record p 3"}),),
        **values,
    }
    return Record("entry", RecordId("CE-007"), 0, given, "date")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"event": "no reply at the door"}, True),
        ({"date": "04/05/2013"}, True),
        ({"time": ""}, True),
        ({"source": "", "comment": "", "action": ""}, True),
        ({"time": "15:00"}, False),
        ({"source": "HV record"}, False),
        ({"action": "Letter left and telephoned."}, False),
        ({"comment": "Warm day."}, False),
    ],
)
def test_row_is_the_same_only_where_the_other_says_all_that_it_says(other: dict[str, str], same: bool) -> None:
    for there in ((), (entry(),)):
        rows = [second(**other)] if there else [FIRST, second(**other)]
        (found,) = read(*rows, there=there).duplicates
        assert found.same is same
        assert found.beside == "10:00 · GP record p 3"
        assert found.other == "CE-007" if there else found.other.row == 2


def test_file_that_comes_again_is_the_same_row_by_row_whatever_else_is_on_that_day() -> None:
    rows = [second(time=f"{hour:02d}:00") for hour in range(9, 18)]
    there = tuple(entry(f"T{hour:02d}:00:00") for hour in range(9, 18))
    assert [found.same for found in read(*rows).duplicates] == [False] * 8
    assert [found.same for found in read(*rows, there=there).duplicates] == [True] * 9


def test_source_that_is_a_record_of_the_review_is_told_by_the_place_in_it() -> None:
    linked = entry(sources=(Values({"record": "REC-01", "place": "p 3"}),))
    assert [found.same for found in read(FIRST, there=(linked,)).duplicates] == [True]
    assert [found.same for found in read(second(source="GP record p 4"), there=(linked,)).duplicates] == [False]


def test_other_day_is_no_duplicate_and_words_nearly_the_same_are_much_alike() -> None:
    assert read(FIRST, second(date="5/5/13")).duplicates == ()
    long = "The health visitor called at the house and spoke to the mother about the baby"
    (found,) = read(second(event=long), second(event=f"{long} again")).duplicates
    assert not found.same
