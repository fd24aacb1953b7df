"""Twenty events written with the keyboard alone, from the page opened to all twenty in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from by_keys import focused, press, tab_to, write
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.review.record import Record
from imr_desk.session import Session
from ui.program import Program

CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
SOURCES = {"CMS record, Case A": "cms record, case a", "Police copies": "police cop"}
EVENTS = tuple(
    (
        f"{n} July 2012",
        f"{8 + n // 3:02}:{n:02}" if n % 4 else "",
        "CMS record, Case A" if n % 2 else "Police copies",
        f"p. {n + 10}",
        ("Crown Prosecutor 1", "Mother") if n % 3 else ("Adult 1",),
        f"Call number {n} was taken and written down, with what was said by each side.",
        f"Letter {n} went out the same day.",
        f"The note of call {n} is short.",
    )
    for n in range(1, 21)
)


@pytest.fixture
def file(tmp_path: Path) -> tuple[Path, bytes]:
    return review_in(tmp_path)


@pytest.fixture
def program(qtbot: QtBot, file: tuple[Path, bytes]) -> Iterator[Program]:
    """The sample in the program, at its first stage."""
    with running(ScriptedAsk()) as made:
        made.window.resize(1280, 800)
        open_by_key(made, *file, stage=1)
        with qtbot.waitActive(made.window):
            made.window.activateWindow()
        qtbot.waitUntil(lambda: made.window.actions_shown is not None, timeout=30_000)
        yield made


def type_entry(event: tuple[object, ...]) -> None:
    """Type one entry through its cells with Tab between them; the keyboard is in its date."""
    date, time, source, place, people, what, action, comment = event
    assert focused().accessibleName() == "Date"
    write(str(date))
    press(KEY.Key_Tab)
    write(str(time))
    press(KEY.Key_Tab)
    for words in (what, action, comment):
        write(str(words))
        press(KEY.Key_Tab)
    write(SOURCES[str(source)])
    press(KEY.Key_Tab)
    write(str(place))
    press(KEY.Key_Tab)
    assert isinstance(people, tuple)
    for each in people:
        assert focused().accessibleName() == "People: add a link"
        write(each)
        press(KEY.Key_Return)


def kept(program: Program, file: tuple[Path, bytes]) -> tuple[Session, tuple[Record, ...]]:
    """What the file holds of July 2012 once it was closed and opened again."""
    assert program.review is not None
    program.review.pages.flush()
    program.review.close()
    program.review = None
    session = Session.open(file[0], raw_key=file[1])
    return session, tuple(each for each in session.review.all("entry") if "July 2012" in each.text("date"))


def as_typed(session: Session, entry: Record) -> tuple[object, ...]:
    review = session.review
    known = entry.known("date")
    assert known is not None
    source = entry.rows("sources")[0]
    people = tuple(review[each].text("code") for each in (*entry.links("staff"), *entry.links("concerns")))
    return (
        f"{known.earliest:%-d %B %Y}" if known.earliest else "",
        known.time,
        review[source.link("record")].text("description"),
        source.text("place"),
        people,
        entry.text("event"),
        entry.text("action_outcome"),
        entry.text("comment"),
    )


def test_twenty_entries_are_written_by_keys_alone_and_are_in_the_file(
    program: Program, file: tuple[Path, bytes]
) -> None:
    assert program.review is not None
    before = {each.id for each in program.review.bridge.review.all("entry")}
    press(KEY.Key_4, CTRL)
    press(KEY.Key_Return, CTRL)
    for n, event in enumerate(EVENTS):
        type_entry(event)
        press(KEY.Key_Return if n < len(EVENTS) - 1 else KEY.Key_Escape)
    session, found = kept(program, file)
    try:
        new = [each for each in found if each.id not in before]
        assert len(new) == 20
        for event, entry in zip(EVENTS, new, strict=True):
            typed = as_typed(session, entry)
            assert str(typed[2]).startswith(str(event[2]))
            assert (*typed[:2], *typed[3:]) == (*event[:2], *event[3:])
        assert len(session.review.all("entry")) == len(before) + 20
    finally:
        session.close()


def test_new_row_that_is_left_with_nothing_in_it_leaves_nothing_behind(
    program: Program, file: tuple[Path, bytes]
) -> None:
    assert program.review is not None
    session = program.review.bridge.session
    before, undo = session.review.all("entry"), session.can_undo
    press(KEY.Key_4, CTRL)
    press(KEY.Key_Return, CTRL)
    press(KEY.Key_Return)
    assert focused().accessibleName() == "Date"
    press(KEY.Key_Escape)
    assert session.review.all("entry") is before
    assert session.can_undo is undo
    assert focused().accessibleName() == "Chronology entries"


def test_each_kept_cell_of_a_new_row_is_taken_back_by_undo_and_the_row_last(program: Program) -> None:
    assert program.review is not None
    bridge = program.review.bridge
    press(KEY.Key_4, CTRL)
    press(KEY.Key_Return, CTRL)
    write("3 July 2012")
    tab_to("Event or contact", whole=True)
    write("A letter came.")
    press(KEY.Key_Escape)
    new = bridge.review.all("entry")
    assert [each.text("event") for each in new if each.text("date") == "3 July 2012"] == ["A letter came."]
    press(KEY.Key_Z, CTRL)
    assert [each.text("event") for each in bridge.review.all("entry") if each.text("date") == "3 July 2012"] == [""]
    press(KEY.Key_Z, CTRL)
    assert len(bridge.review.all("entry")) == len(new) - 1


def test_value_of_the_row_above_is_taken_over_into_a_new_row(program: Program) -> None:
    assert program.review is not None
    bridge = program.review.bridge
    press(KEY.Key_4, CTRL)
    press(KEY.Key_Return, CTRL)
    type_entry(EVENTS[0])
    press(KEY.Key_Return)
    press(KEY.Key_D, CTRL)
    tab_to("Source: record")
    press(KEY.Key_D, CTRL)
    tab_to("People")
    press(KEY.Key_D, CTRL)
    press(KEY.Key_Escape)
    one, other = (each for each in bridge.review.all("entry") if "July 2012" in each.text("date"))
    for field in ("date", "sources", "staff", "concerns"):
        assert one.get(field) == other.get(field)
    assert "event" not in other
