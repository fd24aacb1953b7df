"""Reading a record: a page from which there is an entry was read, however it is left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from chronology_tools import Asked, small_review
from factories import record, with_record
from PySide6.QtWidgets import QWidget

from ui.pages.chronology import ChronologyPage
from ui.pages.chronology_reading import ReadingBar

RECORD = "REC-01"


@pytest.fixture
def asked(show: Callable[[QWidget, int, int], object]) -> Asked:
    """Page 12 of a record is open, and there is an entry from it."""
    page = ChronologyPage()
    made = Asked(page, small_review())
    made.show(with_record(made.review, record("record", "REC-02", description="Another record")))
    show(page, 1000, 700)
    page.read_record()
    choose(page.reader.bar, RECORD)
    type_page(page.reader.bar, "12")
    return made


def choose(bar: ReadingBar, record_id: str) -> None:
    assert bar.record is not None
    bar.record.set_value(record_id)
    bar.record.commit_requested.emit()


def type_page(bar: ReadingBar, words: str) -> None:
    bar.page.setText(words)
    bar.page.editingFinished.emit()


def pages(asked: Asked) -> tuple[str, str]:
    read = asked.review[RECORD]
    return read.text("pages_read"), read.text("pages_nothing")


@pytest.mark.parametrize(
    "leave",
    [
        lambda bar: bar.nothing_here(),
        lambda bar: bar.turn(1),
        lambda bar: bar.turn(-1),
        lambda bar: type_page(bar, "40"),
        lambda bar: choose(bar, "REC-02"),
        lambda bar: bar.end(),
    ],
    ids=["nothing more", "next", "back", "typed", "another record", "finish"],
)
def test_page_from_which_there_is_an_entry_is_read_however_it_is_left(
    asked: Asked, leave: Callable[[ReadingBar], None]
) -> None:
    leave(asked.page.reader.bar)
    assert pages(asked) == ("12", "")


@pytest.mark.parametrize("leave", [lambda bar: bar.turn(-1), lambda bar: type_page(bar, "40"), lambda bar: bar.end()])
def test_page_without_an_entry_is_not_read_by_being_left(asked: Asked, leave: Callable[[ReadingBar], None]) -> None:
    bar = asked.page.reader.bar
    type_page(bar, "30")
    leave(bar)
    assert pages(asked) == ("12", "")  # left for the thirtieth
