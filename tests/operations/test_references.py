"""References that follow each other are kept in few words, and come out as they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from imr_desk.operations.references import References, runs_of

REFERENCES = st.from_regex(r"[A-Z]{1,3}-([0-9]{1,6}(\.[0-9]{1,3})?|[A-Z])[a-z]?", fullmatch=True)


def test_twenty_thousand_references_in_a_row_are_one_word() -> None:
    ids = [f"CE-{number:03d}" for number in range(101, 20_101)]
    runs = runs_of(ids)
    assert runs == ["CE-101:20000"]
    found = References(runs)
    assert len(found) == 20_000
    assert list(found) == ids
    assert (found[0], found[-1], found[2:4]) == ("CE-101", "CE-20100", ("CE-103", "CE-104"))


@given(st.lists(st.one_of(REFERENCES, st.integers(95, 105).map(lambda n: f"CE-{n:03d}")), max_size=30))
def test_references_come_out_as_they_were(ids: list[str]) -> None:
    found = References(runs_of(ids))
    assert list(found) == ids
    assert len(found) == len(ids)
    assert found == tuple(ids)
    assert hash(found) == hash(tuple(ids))
