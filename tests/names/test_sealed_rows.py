"""What is kept of a name says nothing without the key, and padding looks as everything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imr_desk.names.matching import HashRow, rows_for
from imr_desk.names.sealed_rows import LEAST_ROWS, is_whole, padding, seal, size_for, unseal

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))

rows = st.builds(
    HashRow,
    st.binary(min_size=10, max_size=10),
    st.from_regex(r"[A-Z]{2,5}-[0-9]{2,6}", fullmatch=True),
    st.integers(1, 8),
    st.integers(-2, 64 * 40),
    st.integers(0, 255),
)


@given(rows)
def test_a_row_is_read_with_its_key_and_with_no_other(row: HashRow) -> None:
    kept = seal(KEY, row)
    assert unseal(KEY, kept) == row
    assert unseal(OTHER, kept) is None


def test_the_same_row_is_kept_differently_each_time_and_shows_no_person() -> None:
    row = rows_for(KEY, "STF-04", "Osric Pellbrook")[0]
    one, other = seal(KEY, row), seal(KEY, row)
    assert one.sealed != other.sealed
    assert b"STF" not in one.sealed


def test_padding_has_the_form_of_a_row_and_is_none() -> None:
    kept, row = padding(), seal(KEY, rows_for(KEY, "STF-04", "Osric Pellbrook")[0])
    assert (len(kept.digest), len(kept.sealed)) == (len(row.digest), len(row.sealed))
    assert unseal(KEY, kept) is None


@given(st.integers(0, 100_000))
def test_a_table_has_room_and_a_power_of_two_of_rows(number: int) -> None:
    size = size_for(number)
    assert size >= max(number, LEAST_ROWS)
    assert size & (size - 1) == 0
    assert is_whole(size)
    assert not is_whole(size - 1)


def test_an_id_that_is_too_long_is_refused_and_not_cut() -> None:
    with pytest.raises(ValueError, match="too long"):
        seal(KEY, HashRow(b"0" * 10, "X" * 31, 1))
