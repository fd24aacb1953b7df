"""The chronology by keyboard: order within the day, gaps and sign-off, today’s date, the value from the row above."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from factories import record, review, with_values
from form_tools import Keeper, field_in, leave, type_into
from looks import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sample_session import Clock, open_sample
from window_tools import ScriptedAsk, running

from imr_desk.guidance.facts import Place
from imr_desk.review.review import Review
from imr_desk.session import Session
from ui.models.day_order import moved, of_the_day
from ui.pages.chronology import ChronologyPage
from ui.pages.chronology_notes import about_gaps, gap_cards, next_gap
from ui.program import Program

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def three() -> Review:
    return review(
        record("entry", "CE-001", date="4 May 2013", event="One"),
        record("entry", "CE-002", date="4 May 2013", event="Two"),
        record("entry", "CE-003", date="4 May 2013, 16:15", event="Three"),
        record("entry", "CE-004", date="5 May 2013", event="Four"),
    )


def order(shown: Review) -> list[str]:
    return [each.id for each in shown.all("entry")]


# ---- order within the day
def test_entry_moves_one_place_among_those_of_its_day() -> None:
    shown = three()
    assert [each.id for each in of_the_day(shown, shown["CE-002"])] == ["CE-001", "CE-002", "CE-003"]
    assert moved(shown, shown["CE-003"], -1) == (("CE-001", 1), ("CE-003", 2), ("CE-002", 3))
    for each, number in moved(shown, shown["CE-003"], -1):
        shown = with_values(shown, each, sequence=number)
    assert order(shown) == ["CE-001", "CE-003", "CE-002", "CE-004"]
    assert moved(shown, shown["CE-003"], -1) == (("CE-003", 1), ("CE-001", 2))


def test_entry_never_leaves_its_day() -> None:
    shown = three()
    assert moved(shown, shown["CE-001"], -1) == ()
    assert moved(shown, shown["CE-003"], 1) == ()
    assert moved(shown, shown["CE-004"], -1) == ()


# ---- the page with a session
@pytest.fixture
def kept(tmp_path: Path, show: Callable[..., None]) -> Iterator[Keeper]:
    session = open_sample(tmp_path)
    page = ChronologyPage()
    keeper = Keeper(page, session)
    show(page, 1100, 800)
    yield keeper
    session.close()


def test_buttons_of_an_open_entry_move_it_and_undo_moves_it_back(kept: Keeper) -> None:
    page = kept.page
    assert isinstance(page, ChronologyPage)
    shown = kept.session.review
    entry = next(each for each in shown.all("entry") if len(of_the_day(shown, each)) > 1)
    before = order(shown)
    page.open_entry(entry.id)
    assert not page.pane.earlier.isEnabled()
    page.pane.later.setFocus()
    QTest.keyClick(page.pane.later, Qt.Key.Key_Space)
    assert order(kept.session.review).index(entry.id) == before.index(entry.id) + 1
    assert page.table.chosen() == entry.id
    assert page.pane.earlier.isEnabled()
    kept.undo()
    assert order(kept.session.review) == before


def test_entry_alone_on_its_day_is_offered_no_other_place(kept: Keeper) -> None:
    page = kept.page
    assert isinstance(page, ChronologyPage)
    alone = next(each for each in kept.session.review.all("entry") if len(of_the_day(kept.session.review, each)) == 1)
    page.open_entry(alone.id)
    assert page.pane.earlier.isHidden()
    assert page.pane.later.isHidden()


def test_gaps_and_sign_off_open_beside_the_table_and_are_written_by_keyboard(kept: Keeper) -> None:
    page = kept.page
    assert isinstance(page, ChronologyPage)
    page.notes_button.setFocus()
    QTest.keyClick(page.notes_button, Qt.Key.Key_Space)
    settle()
    assert page.notes.isVisible()
    assert page.pane.isHidden()
    gaps = page.notes.lists["gap"]
    gap = kept.session.review.all("gap")[0].id
    item = gaps.item(gap)
    item.button.setFocus()
    QTest.keyClick(item.button, Qt.Key.Key_Space)
    control = type_into(field_in(page, "gap", "explanation", gap), "Nothing was asked of us.")
    leave(control)
    assert kept.session.review[gap].text("explanation") == "Nothing was asked of us."
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert not page.opened
    assert page.table.hasFocus()


def test_sign_off_of_the_chronology_is_added_changed_and_deleted(kept: Keeper) -> None:
    page = kept.page
    assert isinstance(page, ChronologyPage)
    page.open_notes()
    offs = page.notes.lists["chronology_sign_off"]
    before = len(kept.session.review.all("chronology_sign_off"))
    offs.add.setFocus()
    QTest.keyClick(offs.add, Qt.Key.Key_Space)
    settle()
    new = kept.session.review.all("chronology_sign_off")[-1].id
    assert len(kept.session.review.all("chronology_sign_off")) == before + 1
    QTest.keyClicks(QApplication.focusWidget(), "Third draft")
    page.flush()
    assert kept.session.review[new].text("stage") == "Third draft"
    offs.item(new)._delete.click()
    assert len(kept.session.review.all("chronology_sign_off")) == before


@pytest.mark.parametrize("kind", ["gap", "chronology_sign_off"])
def test_place_of_a_gap_or_the_sign_off_is_gone_to(kept: Keeper, kind: str) -> None:
    first = kept.session.review.all(kind)[0]
    name = "explanation" if kind == "gap" else "checked_by"
    assert kept.page.focus_place(Place(kind, first.id, name, ""))
    assert field_in(kept.page, kind, name, first.id).isAncestorOf(QApplication.focusWidget())
    assert kept.page.focus_place(Place(kind, "", "", ""))
    page = kept.page
    assert isinstance(page, ChronologyPage)
    assert page.notes.lists[kind].add.hasFocus()


def test_entry_takes_the_place_of_the_gaps_and_they_of_it(kept: Keeper) -> None:
    page = kept.page
    assert isinstance(page, ChronologyPage)
    page.open_entry("CE-004")
    page.open_notes()
    assert page.pane.record_id == ""
    page.open_entry("CE-004")
    assert page.notes.isHidden()
    assert page.pane.isVisible()


# ---- gaps
def test_new_gap_begins_with_the_longest_stretch_that_is_not_recorded() -> None:
    shown = review(
        record("entry", "CE-001", date="4 May 2013"),
        record("entry", "CE-002", date="4 July 2013"),
        record("entry", "CE-003", date="5 July 2013"),
    )
    assert next_gap(shown) == {"after": "CE-001", "before": "CE-002", "days": 61}
    assert about_gaps(shown).endswith("from CE-001 to CE-002. It is not among the gaps yet.")
    told = review(*shown.all("entry"), record("gap", "GAP-01", after="CE-001", before="CE-002", days=61))
    assert next_gap(told) == {}
    assert about_gaps(told) == "The longest stretch without an entry is 61 days, from CE-001 to CE-002."
    assert about_gaps(review()) == "There is no stretch without an entry."


def test_card_of_a_gap_says_how_long_it_is_and_between_what() -> None:
    shown = review(record("gap", "GAP-01", after="CE-001", before="CE-002", days=61, explanation="No contact."))
    words = gap_cards(shown)(shown["GAP-01"])
    assert (words.title, words.second) == ("No contact.", ("61 days, from CE-001 to CE-002",))


# ---- the keys of the menu
@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    with running(ScriptedAsk()) as made:
        made.open_session(open_sample(tmp_path, clock=Clock()), 4)
        qtbot.waitUntil(lambda: made.window.actions_shown is not None and made.window.isActiveWindow())
        yield made


def held(program: Program) -> Session:
    assert program.review is not None
    return program.review.session()


def key(program: Program, action: str) -> None:
    shown = program.window.actions_shown
    assert shown is not None
    shown[action].trigger()


def test_alt_and_arrows_put_the_chosen_entry_elsewhere_in_its_day(program: Program) -> None:
    page = program.review.pages.page  # type: ignore[union-attr]
    assert isinstance(page, ChronologyPage)
    shown = held(program).review
    entry = next(each for each in shown.all("entry") if len(of_the_day(shown, each)) > 1)
    before = order(shown).index(entry.id)
    page.table.choose(entry.id)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down, ALT)
    assert order(held(program).review).index(entry.id) == before + 1
    QTest.keyClick(page.table, Qt.Key.Key_Up, ALT)
    assert order(held(program).review).index(entry.id) == before


def test_control_semicolon_writes_today_into_a_date_and_at_the_caret_of_a_text(program: Program) -> None:
    page = program.review.pages.page  # type: ignore[union-attr]
    assert isinstance(page, ChronologyPage)
    page.open_entry("CE-004", "date")
    box = QApplication.focusWidget()
    QTest.keyClick(box, Qt.Key.Key_Semicolon, CONTROL)
    assert box.text() == "3 December 2014"  # type: ignore[union-attr]
    page.open_entry("CE-004", "comment")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Semicolon, CONTROL)
    page.flush()
    found = held(program).review["CE-004"]
    assert found.known("date").earliest == dt.date(2014, 12, 3)  # type: ignore[union-attr]
    assert "3 December 2014" in found.text("comment")


def test_control_d_takes_the_value_of_the_row_above_as_one_step(program: Program) -> None:
    page = program.review.pages.page  # type: ignore[union-attr]
    assert isinstance(page, ChronologyPage)
    entries = held(program).review.all("entry")
    above, entry = next((a, b) for a, b in pairwise(entries) if a.get("case") and a.get("case") != b.get("case"))
    page.open_entry(entry.id, "case")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_D, CONTROL)
    assert held(program).review[entry.id].link("case") == above.link("case")
    assert field_in(page, "entry", "case", entry.id).editor.value() == above.link("case")
    program.review.pages.turn(back=True)  # type: ignore[union-attr]
    assert held(program).review[entry.id].get("case") == entry.get("case")


def test_alt_and_arrows_elsewhere_still_move_what_has_the_keyboard(program: Program) -> None:
    assert program.review is not None
    program.review.pages.show(1)
    page = program.review.pages.page
    page.focus_place(Place("question", "Q-1", "text", ""))
    from ui.forms.record_item import RecordItem

    item = next(each for each in page.findChildren(RecordItem) if each.record_id == "Q-1")
    item.button.setFocus()
    QTest.keyClick(item.button, Qt.Key.Key_Down, ALT)
    assert [each.id for each in held(program).review.all("question")][:2] == ["Q-2", "Q-1"]
