"""The pages that stand before a review is open: welcome and unlock."""

from __future__ import annotations

from collections.abc import Callable

from lookers import RECENT
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from imr_desk.guidance.editions import editions
from ui.pages.unlock import UnlockPage
from ui.pages.welcome import WelcomePage
from ui.widgets.buttons import Button
from ui.widgets.labels import Label


def words_on(page: UnlockPage | WelcomePage) -> str:
    parts = [each.text() for each in page.findChildren(Label)] + [each.words() for each in page.findChildren(Button)]
    return " | ".join(parts)


def press(page: UnlockPage | WelcomePage, words: str) -> None:
    next(each for each in page.findChildren(Button) if each.words() == words).click()


def test_welcome_says_by_whose_guidance_it_asks_and_what_replaced_it(show: Callable[..., None]) -> None:
    page = WelcomePage((), "IMR Desk 1", tuple(each.in_short for each in editions()))
    show(page, 1280, 800)
    said = [each.text() for each in page.findChildren(Label)]
    assert any("2013 scheme; replaced on 31 July 2023" in each and "check the current page" in each for each in said)
    assert any("archived by the Home Office" in each for each in said)


def test_unlock_return_gives_the_passphrase(show: Callable[..., None], qtbot: QtBot) -> None:
    page = UnlockPage("Child A Westmere.imr", "Documents")
    show(page, 900, 600)
    page.setFocus()
    box = page.card.field.box
    assert box.hasFocus()
    assert box.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(box, " two plain words ")
    with qtbot.waitSignal(page.unlock_asked) as asked:
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert asked.args == [" two plain words "]


def test_unlock_nothing_typed_asks_for_it_and_tries_nothing(show: Callable[..., None], qtbot: QtBot) -> None:
    page = UnlockPage("Child A Westmere.imr")
    show(page, 900, 600)
    with qtbot.assertNotEmitted(page.unlock_asked):
        page.card.button.click()
    assert "Type the passphrase of this review." in words_on(page)


def test_unlock_refused_keeps_what_was_typed_and_says_why(show: Callable[..., None]) -> None:
    page = UnlockPage("Child A Westmere.imr")
    show(page, 900, 600)
    box = page.card.field.box
    QTest.keyClicks(box, "Two words")
    page.card.set_busy(True)
    assert not page.card.button.isEnabled()
    page.card.refuse("That passphrase does not open this file. Check capitals.")
    assert page.card.button.isEnabled()
    assert box.text() == box.selectedText() == "Two words"
    assert box.accessibleDescription() == "That passphrase does not open this file. Check capitals."
    assert box.hasFocus()


def test_unlock_passphrase_can_be_seen_and_hidden_again(show: Callable[..., None]) -> None:
    page = UnlockPage("Child A Westmere.imr")
    show(page, 900, 600)
    field = page.card.field
    field.see.click()
    assert field.box.echoMode() is QLineEdit.EchoMode.Normal
    assert field.see.accessibleName() == "Hide the passphrase"
    field.clear()
    assert field.box.echoMode() is QLineEdit.EchoMode.Password
    assert field.secret() == ""


def test_unlock_sample_passphrase_stands_there_only_if_told_so(qtbot: QtBot) -> None:
    plain, sample = UnlockPage("a.imr"), UnlockPage("a.imr", sample_passphrase="practice words")
    for page in (plain, sample):
        qtbot.addWidget(page)
    assert "practice words" in words_on(sample)
    assert "sample" not in words_on(plain)


def test_unlock_says_where_a_forgotten_passphrase_is_dealt_with(qtbot: QtBot) -> None:
    page = UnlockPage("a.imr")
    qtbot.addWidget(page)
    assert "Forgotten passphrase?" in words_on(page)


def test_unlock_locked_review_says_that_everything_is_saved(qtbot: QtBot) -> None:
    page = UnlockPage("a.imr", locked=True)
    qtbot.addWidget(page)
    assert "Locked. Everything is saved." in words_on(page)


def test_welcome_ways_to_begin_are_told(show: Callable[..., None], qtbot: QtBot) -> None:
    page = WelcomePage(RECENT)
    show(page, 1280, 800)
    for words, signal in (("New review", page.new_asked), ("Open a review file", page.open_asked)):
        with qtbot.waitSignal(signal):
            press(page, words)
    with qtbot.waitSignal(page.recent_asked) as recent:
        press(page, "Adult B · Northmoor")
    assert recent.args == ["2"]
    with qtbot.waitSignal(page.keep_asked) as keep:
        press(page, "Do not keep this list")
    assert keep.args == [False]


def test_welcome_latest_review_has_its_passphrase_field(show: Callable[..., None], qtbot: QtBot) -> None:
    page = WelcomePage(RECENT)
    show(page, 1280, 800)
    page.setFocus()
    assert page.card is not None
    assert page.card.field.box.hasFocus()
    QTest.keyClicks(page.card.field.box, "two words")
    with qtbot.waitSignal(page.unlock_asked) as asked:
        page.card.button.click()
    assert asked.args == ["1", "two words"]


def test_welcome_first_start_has_no_list(show: Callable[..., None]) -> None:
    page = WelcomePage()
    show(page, 1280, 800)
    assert page.card is None
    assert "Do not keep this list" not in words_on(page)
    assert "No review has been opened here yet" in words_on(page)


def test_welcome_list_that_is_switched_off_can_be_kept_again(show: Callable[..., None], qtbot: QtBot) -> None:
    page = WelcomePage(keeps=False)
    show(page, 1280, 800)
    assert "No list of recent reviews is kept." in words_on(page)
    with qtbot.waitSignal(page.keep_asked) as keep:
        press(page, "Keep a list of recent reviews")
    assert keep.args == [True]


def test_welcome_files_that_are_not_there_are_shown_as_missing_and_can_be_removed(
    show: Callable[..., None], qtbot: QtBot
) -> None:
    page = WelcomePage(RECENT)
    show(page, 1280, 800)
    assert page.recent is not None
    page.recent.show_missing(frozenset({"1", "2"}))
    assert "Its file is not there any more." in words_on(page)
    assert "Not there any more: Documents › Reviews › Adult B Northmoor.imr" in words_on(page)
    removals = [each for each in page.findChildren(Button) if each.words() == "Remove from the list"]
    assert [each.isVisible() for each in removals] == [True, True]
    for button, gone in zip(removals, ("2", "1"), strict=True):
        with qtbot.waitSignal(page.remove_asked) as asked:
            button.click()
        assert asked.args in ([gone], ["1"], ["2"])


def test_unlock_esc_leaves_for_the_first_page(show: Callable[..., None], qtbot: QtBot) -> None:
    page = UnlockPage("a.imr")
    show(page, 900, 600)
    page.setFocus()
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.card.field.box, Qt.Key.Key_Escape)
