"""What a review file may be called, on every system."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from imr_desk.jobs.naming import file_in, free_name, name_fault

DAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize("name", ["Review 2026-11-22", "child-k.imr", "Adolygiad ŵ", "a.b"])
def test_name_that_every_system_takes_has_no_fault(name: str) -> None:
    assert name_fault(name) == ""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Give the file a name"),
        (" . ", "Give the file a name"),
        (".imr", "Give the file a name"),
        ("a/b", "cannot hold /"),
        ("what?*", "cannot hold * ?"),
        ("a\u0007b", "cannot hold invisible signs"),
        ("CON", "The system keeps that name"),
        ("com1.draft", "The system keeps that name"),
        (".hidden", "The system keeps that name"),
        ("ŵ" * 61, "too long"),
    ],
)
def test_name_that_some_system_would_not_take_is_refused_with_the_reason(name: str, said: str) -> None:
    assert said in name_fault(name)


def test_file_in_has_its_ending_once() -> None:
    assert file_in(Path("f"), "a").name == file_in(Path("f"), " a.imr ").name == "a.imr"
    assert file_in(Path("f"), "a. ").name == "a.imr"


def test_free_name_says_the_day_and_takes_nobodys_place(tmp_path: Path) -> None:
    assert free_name(tmp_path / "not there", DAY) == "Review 2026-11-22"
    for number in (1, 2):
        file_in(tmp_path, free_name(tmp_path, DAY)).touch()
        assert free_name(tmp_path, DAY) == f"Review 2026-11-22 {number + 1}"
