"""Only one whole day, or a moment of it, is exact; a period of the same length in letters is not."""

from __future__ import annotations

import pytest

from imr_desk.review.known_date import KnownDate


@pytest.mark.parametrize(
    ("edtf", "exact"),
    [
        ("2013-05-04", True),
        ("2013-05-04T16:15:00", True),
        ("2013-05", False),
        ("2013-05/..", False),
        ("../2013-05", False),
        ("2013-05-04~", False),
    ],
)
def test_known_date_exact_is_one_day_and_nothing_else(edtf: str, exact: bool) -> None:
    assert KnownDate(edtf).exact is exact


def test_known_date_period_sorts_by_its_first_day() -> None:
    assert KnownDate("2013-05/..").order == ("2013-05-01", "")
    assert KnownDate("../2013-05").order == ("2013-05-31", "")
