"""Twenty events written with the keyboard alone, from the page opened to all twenty in the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from by_keys import focused, press, tab_to, write
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, review_in, running

from imr_desk.review.record import Record
from imr_desk.session import Session
from ui.program import Program

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
FOUND = {"CMS record, Case A": "cms record, case a", "Police copies": "police cop"}
"""What is typed to find each record."""


class Event(NamedTuple):
    """One event as it is typed, and what the file is to say of it."""

    date: str
    edtf: str
    what: str
    sources: tuple[tuple[str, str], ...]
    time: str = ""
    people: tuple[str, ...] = ()
    action: str = ""
    comment: str = ""
    case: str = ""
    questions: tuple[int, ...] = ()
    known: str = ""
    significant: bool = False


MOST_STEPS = 12
CMS, POLICE = "CMS record, Case A", "Police copies"
VARIED = (
    Event("1 July 2012", "2012-07-01", "A call.", ((CMS, "p. 1"),), known="first-hand"),
    Event("2/7/12", "2012-07-02T16:15:00", "A letter came.\nIt was filed.", ((CMS, "p. 2"), (POLICE, "p. 9")), "16:15"),
    Event("Tue 3 July 2012, 9.40 am", "2012-07-03T09:40:00", "Advice.", ((POLICE, "p. 3"),), people=("Mother",)),
    Event("about 4 July 2012", "2012-07-04~", "Heard of later.", ((POLICE, "p. 3"),)),
    Event("5-6 July 2012", "2012-07-05/2012-07-06", "A stay.", ((CMS, "p. 4"),), case="Case A", questions=(1,)),
    Event("? 7 July 2012", "2012-07-07?", "A view.", ((CMS, "p. 5"),), comment="Thin."),
    Event("8 July 2012", "2012-07-08", "The decision.", ((CMS, "p. 6"),), questions=(1, 2), significant=True),
)
PLAIN = tuple(
    Event(
        f"{n} July 2012",
        f"2012-07-{n:02}" + (f"T{n:02}:05:00" if n % 4 else ""),
        f"Call {n}.",
        ((CMS if n % 2 else POLICE, f"p. {n + 10}"),),
        f"{n:02}:05" if n % 4 else "",
        ("Crown Prosecutor 1", "Mother") if n % 3 else ("Adult 1",),
        f"Letter {n}." if n % 3 else "",
        known={12: "second-hand", 19: "opinion"}.get(n, ""),  # so far apart that letters are not taken for one word
    )
    for n in range(9, 22)
)
EVENTS = (*VARIED, *PLAIN)


@pytest.fixture
def file(tmp_path: Path) -> tuple[Path, bytes]:
    return review_in(tmp_path)


@pytest.fixture
def program(qtbot: QtBot, file: tuple[Path, bytes]) -> Iterator[Program]:
    """The sample in the program, at its first stage."""
    with running(ScriptedAsk()) as made:
        made.window.resize(1280, 800)
        open_by_key(made, *file, stage=1)
        in_use(qtbot, made)
        yield made


def lines(words: str) -> None:
    """Type text with Shift+Return between its lines, and go on."""
    for n, line in enumerate(words.split("\n")):
        if n:
            press(KEY.Key_Return, SHIFT)
        write(line)
    press(KEY.Key_Tab)


def type_entry(event: Event) -> None:
    """Type one entry through its cells with Tab between them; the keyboard is in its date."""
    assert focused().accessibleName() == "Date"
    for words in (event.date, event.time, event.what, event.action, event.comment):
        lines(words)
    for n, (record, place) in enumerate(event.sources):
        if n:
            press(KEY.Key_A, CTRL | SHIFT)
        lines(FOUND[record])
        write(place)
    press(KEY.Key_Tab)
    find("People: add a link", event.people)
    lines(event.case)
    find("Questions it bears on: add a link", tuple(str(each) for each in event.questions))
    write(event.known[:1])
    press(KEY.Key_Tab)
    assert focused().accessibleName() == "Significant"
    if event.significant:
        press(KEY.Key_Space)


def find(name: str, wanted: tuple[str, ...]) -> None:
    """Find each of these by typing, and go on."""
    assert focused().accessibleName() == name
    for each in wanted:
        write(each)
        press(KEY.Key_Return)
    press(KEY.Key_Tab)


def kept(program: Program, file: tuple[Path, bytes]) -> tuple[Session, tuple[Record, ...]]:
    """What the file holds of July 2012 once it was closed and opened again."""
    assert program.review is not None
    program.review.pages.flush()
    program.review.close()
    program.review = None
    session = Session.open(file[0], raw_key=file[1])
    new = (each for each in session.review.all("entry") if (known := each.known("date")) and "2012-07" in known.edtf)
    return session, tuple(new)


def as_kept(session: Session, entry: Record) -> Event:
    """What the file says of an entry, in the shape in which it was typed."""
    review = session.review
    known = entry.known("date")
    assert known is not None
    sources = [(review[row.link("record")].text("description"), row.text("place")) for row in entry.rows("sources")]
    return Event(
        known.words,
        known.edtf,
        entry.text("event"),
        tuple((next(each for each in FOUND if name.startswith(each)), place) for name, place in sources),
        known.time,
        tuple(review[each].text("code") for each in (*entry.links("staff"), *entry.links("concerns"))),
        entry.text("action_outcome"),
        entry.text("comment"),
        review[entry.link("case")].text("code") if entry.link("case") else "",
        tuple(review[each].number("number") or 0 for each in entry.links("questions")),
        entry.text("knowledge"),
        entry.flag("significant") is True,
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
        assert len(EVENTS) == len(new) == 20
        for event, entry in zip(EVENTS, new, strict=True):
            typed = event._replace(date=f"{event.date}, {event.time}") if event.time else event
            assert as_kept(session, entry)._replace(time=event.time) == typed
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
    type_entry(PLAIN[1])
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


def test_first_entry_of_an_empty_review_is_written_with_what_it_leads_to_and_all_is_undone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with running(ScriptedAsk()) as made:
        made.window.resize(1280, 800)
        open_by_key(made, *review_in(tmp_path, ""), stage=4)
        in_use(qtbot, made)
        assert made.review is not None
        bridge = made.review.bridge
        assert focused().accessibleName() == "Write the first entry"
        press(KEY.Key_Space)
        for words in ("4/5/13", "", "Mother rang.", "", ""):
            lines(words)
        for words, on in (("Case file 12", "p. 3"), ("Crown Prosecutor 1", ""), ("Case A", "")):
            write(words)
            press(KEY.Key_Down)  # to the row that adds what is not there yet
            press(KEY.Key_Return)
            press(KEY.Key_Tab)
            lines(on) if on else None
        press(KEY.Key_Escape)
        (entry,) = bridge.review.all("entry")
        source, staff, case = entry.rows("sources")[0], entry.links("staff")[0], entry.link("case")
        assert (bridge.review[source.link("record")].text("description"), source.text("place")) == (
            "Case file 12",
            "p. 3",
        )
        assert (bridge.review[staff].text("code"), bridge.review[case].text("code")) == ("Crown Prosecutor 1", "Case A")
        for _ in range(MOST_STEPS):
            press(KEY.Key_Z, CTRL)
        assert not bridge.session.can_undo, f"{focused().accessibleName()} has the keyboard"
        assert not any(bridge.review.all(kind) for kind in ("entry", "record", "staff", "case"))
        assert focused().accessibleName() == "Write the first entry"
