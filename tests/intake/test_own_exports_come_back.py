"""What the program says in the comments of a chronology it writes becomes a field again."""

from __future__ import annotations

import pytest
from intake_files import given, read, separated

HEAD = ["Ref", "Date", "Event", "Comment"]


@pytest.mark.parametrize(
    ("said", "learned"),
    [
        ("Learned on 02/11/2011.", "2011-11-02"),
        ("Learned: about April 2014.", "2014-04~"),
        ("Learned: when the file came.", ""),
    ],
)
def test_sentence_on_when_it_was_learned_becomes_the_date(said: str, learned: str) -> None:
    taken = read(separated([HEAD, ["CE-001", "4/5/13", "Call.", f"Late.\n{said}\nBy letter."]]))
    kept = "" if learned else f"{said}\n"
    assert given(taken, "learned_on", "comment") == [(learned, f"Late.\n{kept}By letter.\nRef: CE-001")]


def test_sentence_beside_a_column_of_the_same_date_is_not_said_twice() -> None:
    row = ["CE-001", "4/5/13", "Call.", "Late.\nLearned on 02/11/2011.", "2011-11-02"]
    taken = read(separated([[*HEAD, "Learned on (EDTF)"], row, [*row[:4], "2011-11-03"]]))
    assert given(taken, "learned_on", "comment") == [
        ("2011-11-02", "Late.\nRef: CE-001"),
        ("2011-11-03", "Late.\nLearned on 02/11/2011.\nRef: CE-001"),
    ]


def test_comment_of_another_chronology_keeps_the_sentence() -> None:
    taken = read(separated([HEAD, ["7", "4/5/13", "Call.", "Learned on 02/11/2011."]]))
    assert given(taken, "learned_on", "comment") == [("", "Learned on 02/11/2011.\nRef: 7")]
