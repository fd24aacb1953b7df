"""A link is found by a part of a title or reference, by keyboard alone, and quickly among 20,000 records."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from link_tools import keys
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.editors import link_box
from ui.widgets.editors.findable import Findable
from ui.widgets.editors.link import LinkEditor
from ui.widgets.editors.links import LinksEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.surfaces import column

Show = Callable[..., None]
CHOICES = (
    ("STF-01", "Crown Prosecutor 1"),
    ("STF-02", "Crown Prosecutor 2"),
    ("STF-03", "Caseworker 1"),
    ("REC-1", "Letter to the board"),
)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(link_box, "announce", lambda _widget, text: words.append(text))
    return words


@pytest.fixture
def link(show: Show) -> LinkEditor:
    editor, after, holder = LinkEditor(CHOICES), QLineEdit(), QWidget()
    holder.setLayout(column(FieldRow("Who decided", editor), after))
    show(holder, 500, 200)
    editor.setFocus()
    return editor


# ---- finding
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("prosec", ["STF-01", "STF-02"]),
        ("PROSECUTOR 2", ["STF-02"]),
        ("2 crown", ["STF-02"]),
        ("stf-03", ["STF-03"]),
        ("c", ["STF-01", "STF-02", "STF-03", "REC-1"]),
        ("", ["STF-01", "STF-02", "STF-03", "REC-1"]),
        ("nobody", []),
    ],
)
def test_matches_hold_every_word_that_was_typed_and_best_come_first(typed: str, found: list[str]) -> None:
    matches, count = Findable(CHOICES).matching(typed)
    assert [each.id for each in matches] == found
    assert count == len(found)


def test_matches_say_title_and_reference() -> None:
    assert Findable(CHOICES).matching("letter")[0][0].words == "Letter to the board · REC-1"
    assert Findable((("CE-1", "A call · CE-1"),)).matching("")[0][0].words == "A call · CE-1"


def test_choices_are_made_ready_once_for_all_fields_that_hold_them() -> None:
    assert Findable.of(CHOICES) is not Findable.of(tuple(list(CHOICES)))
    held = Findable.of(CHOICES)
    assert Findable.of(CHOICES) is held


def test_finding_among_20000_takes_no_longer_than_a_key_may() -> None:
    many = Findable(tuple((f"CE-{n:05}", f"{n} May 2013: Somebody rang about the papers") for n in range(20_000)))
    started = time.thread_time()
    matches, count = many.matching("papers 19999")
    assert time.thread_time() - started < 0.1  # 10 ms as a rule
    assert ([each.id for each in matches], count) == (["CE-19999"], 1)


# ---- one link
def test_link_typed_and_taken_with_return_is_committed(link: LinkEditor, qtbot: QtBot, said: list[str]) -> None:
    QTest.keyClicks(link.box, "pros")
    assert link.box.listing
    assert said == []
    qtbot.waitUntil(lambda: said == ["2 found. Crown Prosecutor 1 · STF-01"])
    keys(link.box, Qt.Key.Key_Down)
    with qtbot.waitSignal(link.commit_requested):
        keys(link.box, Qt.Key.Key_Return)
    assert (link.value(), link.box.text()) == ("STF-02", "Crown Prosecutor 2")
    assert not link.box.listing
    assert link.box.hasFocus()


def test_link_list_opens_with_down_and_nothing_is_chosen_before_an_arrow(link: LinkEditor) -> None:
    keys(link.box, Qt.Key.Key_Down)
    assert len(link.box.matches()) == 4
    keys(link.box, Qt.Key.Key_Return)
    assert link.value() == ""
    keys(link.box, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert link.value() == "STF-01"


def test_link_tab_takes_the_match_and_goes_on(link: LinkEditor) -> None:
    QTest.keyClicks(link.box, "case")
    keys(link.box, Qt.Key.Key_Tab)
    assert link.value() == "STF-03"
    assert not link.box.hasFocus()
    assert link.problem == ""


def test_link_escape_puts_the_list_away_and_what_was_chosen_stands_again(link: LinkEditor) -> None:
    link.set_value("STF-01")
    QTest.keyClick(link.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(link.box, "case")
    keys(link.box, Qt.Key.Key_Escape)
    assert (link.value(), link.box.text(), link.box.listing) == ("STF-01", "Crown Prosecutor 1", False)
    assert not link.dirty


def test_link_words_that_find_nothing_stay_when_escape_puts_the_list_away(link: LinkEditor) -> None:
    QTest.keyClicks(link.box, "Judge 9")
    keys(link.box, Qt.Key.Key_Escape)
    assert (link.box.text(), link.box.listing) == ("Judge 9", False)
    keys(link.box, Qt.Key.Key_Tab)
    assert link.problem.startswith("Nothing is called ‘Judge 9’.")


def test_link_emptied_is_taken_out(link: LinkEditor, qtbot: QtBot) -> None:
    link.set_value("STF-01")
    link.box.selectAll()
    QTest.keyClick(link.box, Qt.Key.Key_Delete)
    with qtbot.waitSignal(link.commit_requested):
        keys(link.box, Qt.Key.Key_Tab)
    assert link.value() == ""


def test_link_words_that_name_nothing_stay_with_the_reason(link: LinkEditor) -> None:
    link.set_value("STF-01")
    link.box.selectAll()
    QTest.keyClicks(link.box, "Judge 9")
    keys(link.box, Qt.Key.Key_Tab)
    assert link.problem == "Nothing is called ‘Judge 9’. Choose from the list, or empty the field."
    assert (link.value(), link.box.text()) == ("STF-01", "Judge 9")


def test_link_reference_typed_in_full_is_enough(link: LinkEditor) -> None:
    QTest.keyClicks(link.box, "rec-1")
    keys(link.box, Qt.Key.Key_Escape)
    link.box.setText("rec-1")
    link.commit()
    assert link.value() == "REC-1"


def test_link_follows_a_change_of_title_and_keeps_what_is_not_offered_any_more(link: LinkEditor) -> None:
    link.set_value("STF-01")
    link.set_choices((("STF-01", "Reviewing Lawyer 1"),))
    assert link.box.text() == "Reviewing Lawyer 1"
    link.set_value("STF-77")
    assert link.value() == "STF-77"


def test_link_read_only_opens_no_list(link: LinkEditor) -> None:
    link.set_read_only(True)
    keys(link.box, Qt.Key.Key_Down)
    QTest.mouseClick(link.box, Qt.MouseButton.LeftButton, pos=QPoint(link.box.width() - 5, 10))
    assert not link.box.listing


def test_link_arrow_opens_the_list_by_mouse(link: LinkEditor) -> None:
    QTest.mouseClick(link.box, Qt.MouseButton.LeftButton, pos=QPoint(link.box.width() - 5, 10))
    assert link.box.listing


def test_link_says_to_a_reader_what_it_is_and_how_to_find(link: LinkEditor, said: list[str], qtbot: QtBot) -> None:
    assert link.box.accessibleName() == "Who decided"
    assert "press Down" in link.box.accessibleDescription()
    QTest.keyClicks(link.box, "zzz")
    qtbot.waitUntil(lambda: said == ["Nothing is found."])


def test_link_list_of_very_many_says_how_many_more_there_are(show: Show) -> None:
    editor = LinkEditor(tuple((f"CE-{n:05}", f"Call {n}") for n in range(20_000)))
    show(editor, 500)
    editor.setFocus()
    keys(editor.box, Qt.Key.Key_Down)
    assert len(editor.box.matches()) == link_box.MOST + 1
    assert editor.box.matches()[-1] == "19950 more: type on to find them"
    keys(editor.box, *[Qt.Key.Key_PageDown] * 7, Qt.Key.Key_Return)
    assert editor.value() == "CE-00049"


# ---- several links
def test_links_are_added_one_after_the_other_without_leaving_the_field(show: Show) -> None:
    editor = LinksEditor(CHOICES)
    show(editor, 500, 200)
    editor.setFocus()
    for words in ("prosecutor 2", "case"):
        QTest.keyClicks(editor.box, words)
        keys(editor.box, Qt.Key.Key_Return)
    assert editor.value() == ("STF-02", "STF-03")
    keys(editor.box, Qt.Key.Key_Down)
    assert len(editor.box.matches()) == 2
    assert QApplication.focusWidget() is editor.box


def test_links_words_that_name_nothing_stay_with_the_reason(show: Show) -> None:
    editor, after, holder = LinksEditor(CHOICES), QLineEdit(), QWidget()
    holder.setLayout(column(editor, after))
    show(holder, 500, 200)
    editor.setFocus()
    QTest.keyClicks(editor.box, "Judge 9")
    after.setFocus()
    assert editor.problem
    assert editor.value() == ()
    editor.setFocus()
    editor.box.selectAll()
    QTest.keyClick(editor.box, Qt.Key.Key_Delete)
    after.setFocus()
    assert editor.problem == ""
