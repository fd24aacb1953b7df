"""The main job through the window, with keys: from the passphrase to a report that was checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import PASSPHRASE, put, sample_bytes, with_word_changed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, running

from imr_desk.session import Session
from ui.pages.chronology import ChronologyPage
from ui.pages.form_page import FormPage
from ui.pages.sign_off import SignOffPage
from ui.pages.sign_off_signature import SignatureStep
from ui.pages.unlock import UnlockPage
from ui.program import Program

CONTROL = Qt.KeyboardModifier.ControlModifier


class Person:
    """Somebody at the keyboard."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self._qtbot = program, qtbot

    def wait(self, until: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(until()))

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type over what stands in the field."""
        self.press(Qt.Key.Key_A, CONTROL)
        QTest.keyClicks(self.focus, words)

    def tab_to(self, name: str, most: int = 200) -> None:
        """Go on with Tab until a control of that name has the keyboard."""
        for _ in range(most):
            if self.focus.accessibleName() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {name!r}")

    def go_to_stage(self, number: int) -> QWidget:
        self.press(Qt.Key(Qt.Key.Key_0 + number % 10), CONTROL)
        assert self.program.review is not None
        assert self.program.review.pages.stage == number
        return self.program.window.page(number)


@pytest.fixture
def review(tmp_path: Path) -> Path:
    return put(tmp_path / "sample.imr", sample_bytes())


def unlocked(person: Person, review: Path) -> None:
    """Open the review as a person does: the passphrase typed into the field that has the keyboard."""
    program = person.program
    program.begin(review)
    program.window.activateWindow()
    person.wait(lambda: QApplication.focusWidget() is not None)
    QTest.keyClicks(person.focus, "some other words entirely")
    person.press(Qt.Key.Key_Return)
    page = program.window.findChild(UnlockPage)
    assert page is not None
    person.wait(lambda: page.card.button.isEnabled() and page.card.field.box.accessibleDescription())
    assert page.card.field.box.accessibleDescription().startswith("That passphrase does not open this file.")
    person.type(PASSPHRASE)
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: program.review is not None and program.review.advice is not None)


def edited_chronology(person: Person) -> None:
    page = person.go_to_stage(4)
    assert isinstance(page, ChronologyPage)
    person.wait(lambda: "172 days" in page.head.lead.text())
    page.table.setFocus()
    person.press(Qt.Key.Key_Home, CONTROL)
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Down)
    assert page.table.chosen() == "CE-003"
    person.press(Qt.Key.Key_Return)
    assert person.focus.accessibleName() == "Date"
    person.type("13 March 2011, 01:30")
    person.press(Qt.Key.Key_Tab)
    assert person.focus.accessibleName() == "Event or contact"
    person.type("Mother rang the police after an argument about money. No injury was seen.")
    person.press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert page.table.chosen() == "CE-003"


def signed(person: Person, page: SignOffPage, step: SignatureStep, name: str) -> None:
    person.wait(lambda: step.sign is not None and page._results is not None)
    assert step.sign is not None
    step.sign.name.editor.setFocus()
    person.type(name)
    person.tab_to("Passphrase of your signing key")
    person.type("four words of my own")
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: "Signed. Version 1 is sealed." in step.notice.words())


def test_main_job_in_the_window_by_keyboard(review: Path, qtbot: QtBot, tmp_path: Path) -> None:
    ask, report = ScriptedAsk(), tmp_path / "REVIEW-K version 1.docx"
    with running(ask, pages_ahead=True) as program:
        person = Person(program, qtbot)
        unlocked(person, review)
        assert program.review is not None
        assert program.review.pages.stage == 1
        first = program.window.page(1)
        assert isinstance(first, FormPage)
        assert first.isVisible()
        assert first.frame.head.title.text() == "The review"

        edited_chronology(person)

        page = person.go_to_stage(9)
        assert isinstance(page, SignOffPage)
        signed(person, page, page.author, "Alma Quill")
        sealed_chronology(person)
        assert person.go_to_stage(9) is page
        assert len(page.author.words.words()) == 6
        signed(person, page, page.manager, "Bruno Vance")

        ask.files = [report, report]
        assert person.focus is page.export_step.final
        person.press(Qt.Key.Key_Space)
        person.wait(lambda: page.reader.shown is not None)
        person.tab_to("Save the report")
        person.press(Qt.Key.Key_Space)
        person.wait(lambda: "The signed report was written" in page.reader.notice.words())
        person.press(Qt.Key.Key_Escape)
        person.tab_to("Choose a Word file or PDF")
        person.press(Qt.Key.Key_Space)
        person.wait(lambda: page.check.notice.words().startswith("Matches the review you hold."))

        ask.files = [with_word_changed(report, "No injury was seen.", "An injury was seen.")]
        person.tab_to("Choose a Word file or PDF")
        person.press(Qt.Key.Key_Space)
        person.wait(lambda: "differs from the review you hold" in page.check.notice.words())
        assert "CE-003" in page.check.notice.words()
    kept = Session.open(review, PASSPHRASE)
    assert [each.text("name") for each in kept.review.all("signature")] == ["Alma Quill", "Bruno Vance"]
    assert kept.review["CE-003"].text("date") == "13 March 2011, 01:30"
    kept.close()


def sealed_chronology(person: Person) -> None:
    """After the author signed, the report part can be read and not changed."""
    page = person.go_to_stage(4)
    assert isinstance(page, ChronologyPage)
    assert page.sealed_notice.isVisible()
    page.table.setFocus()
    person.press(Qt.Key.Key_Return)
    assert person.focus.accessibleName() == "Date"
    person.type("1 January 2012")
    person.press(Qt.Key.Key_Escape)
    assert person.program.review is not None
    assert person.program.review.bridge.review["CE-003"].text("date") == "13 March 2011, 01:30"


def test_main_job_window_new_entry_and_undo_by_keys(review: Path, qtbot: QtBot) -> None:
    with running(ScriptedAsk(), pages_ahead=True) as program:
        person = Person(program, qtbot)
        unlocked(person, review)
        assert program.review is not None
        page = person.go_to_stage(4)
        assert isinstance(page, ChronologyPage)
        page.table.setFocus()
        person.press(Qt.Key.Key_Return, CONTROL)
        person.type("5 May 2012")
        person.press(Qt.Key.Key_Tab)
        person.press(Qt.Key.Key_Tab)
        QTest.keyClicks(person.focus, "A letter came.")
        person.press(Qt.Key.Key_Escape)
        assert program.review.bridge.review["CE-101"].text("event") == "A letter came."
        assert page.table.chosen() == "CE-101"
        person.press(Qt.Key.Key_Delete)
        assert "CE-101" not in program.review.bridge.review
        for wanted in ("A letter came.", ""):
            person.press(Qt.Key.Key_Z, CONTROL)
            assert program.review.bridge.review["CE-101"].text("event") == wanted
        assert program.review.bridge.review["CE-101"].text("date") == "5 May 2012"
        person.press(Qt.Key.Key_Z, CONTROL)
        assert "CE-101" not in program.review.bridge.review
        assert page.table.rows.rowCount() == 100
