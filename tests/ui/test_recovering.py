"""Never locked out, in the window: the sheet after a review was begun, another passphrase, a forgotten one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from recovery_steps import Asked, go_to, kept_in, open_review, opened, page_of, sheet_page
from window_tools import review_in, running, words_in

from imr_desk.errors import WrongPassphraseError
from imr_desk.jobs.backups import backups_of
from imr_desk.jobs.begin import FirstFacts, begin
from imr_desk.jobs.recovery import change_passphrase, sheet_for
from imr_desk.operations.general import SetFields
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.pages.recovery_change import ChangePassphrasePage
from ui.pages.recovery_forgotten import ForgottenPage
from ui.pages.recovery_sheet import RecoverySheetPage
from ui.pages.unlock import UnlockPage
from ui.program import Program

NEW = "amber kettle moss window"


@pytest.fixture
def ask() -> Asked:
    return Asked()


@pytest.fixture
def program(qtbot: QtBot, ask: Asked) -> Iterator[Program]:
    with running(ask) as made:
        yield made
        qtbot.waitUntil(lambda: made.tasks.running == 0 and made.backing_up.tasks.running == 0)


def _begun(program: Program, qtbot: QtBot, tmp_path: Path) -> RecoverySheetPage:
    """The page that comes once a review was begun."""
    program.begin(None)
    program.recovering.offer(begin(tmp_path / "new.imr", NEW, FirstFacts("cps")))
    return sheet_page(program, qtbot)


# ---- after a review was begun
def test_the_sheet_of_a_new_review_is_not_left_before_it_is_kept_or_refused(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _begun(program, qtbot, tmp_path)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    page.go_on.click()
    assert program.review is None
    assert "The recovery key is not kept yet." in words_in(page)


def test_the_key_is_out_of_sight_until_it_is_to_be_written_by_hand(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _begun(program, qtbot, tmp_path)
    groups = sheet_for(tmp_path / "new.imr", NEW).groups
    assert not page.key.isVisible()
    page.hand_button.click()
    assert page.key.isVisible()
    assert groups[0] in words_in(page.key)
    page._timer.timeout.emit()
    assert not page.key.isVisible()
    page.hand_button.click()
    page.key.done.click()
    page.go_on.click()
    assert kept_in(opened(program, qtbot)) == [(1, "by hand", "")]


def test_a_refusal_is_kept_in_its_words_and_stands_in_the_history(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    page = _begun(program, qtbot, tmp_path)
    assert page.refusing is not None
    page.refusing.go.click()
    assert program.review is None
    page.refusing.editor.set_value("I know what that means.")
    page.refusing.go.click()
    session = opened(program, qtbot)
    assert kept_in(session) == [(1, "refused", "I know what that means.")]
    assert "refuse_recovery_key" in [each.operation for each in session.past()]


def test_the_refusal_is_reached_and_given_by_keyboard_alone(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    page = _begun(program, qtbot, tmp_path)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    page.setFocus()
    QTest.keyClick(go_to("Take these words over"), Qt.Key.Key_Space)
    QTest.keyClick(go_to("Go on without a recovery key"), Qt.Key.Key_Space)
    assert "a forgotten passphrase loses this review" in kept_in(opened(program, qtbot))[0][2]


def test_a_sheet_saved_as_a_pdf_holds_the_key_and_says_where_it_lies(
    program: Program, qtbot: QtBot, ask: Asked, tmp_path: Path
) -> None:
    page = _begun(program, qtbot, tmp_path)
    (tmp_path / "elsewhere").mkdir()
    ask.files = [tmp_path / "beside.pdf", tmp_path / "elsewhere" / "key.pdf"]
    page.save_button.click()
    assert "beside the review. Move it to another place" in words_in(page)
    page.save_button.click()
    assert "It is not encrypted" in words_in(page)
    words = PdfReader(tmp_path / "elsewhere" / "key.pdf").pages[0].extract_text()
    assert all(group in words for group in sheet_for(tmp_path / "new.imr", NEW).groups)
    page.go_on.click()
    assert kept_in(opened(program, qtbot)) == [(1, "pdf", ""), (1, "pdf", "")]


def test_printing_is_preceded_by_a_word_on_queues_and_offers_writing_by_hand(
    program: Program, qtbot: QtBot, ask: Asked, tmp_path: Path
) -> None:
    page = _begun(program, qtbot, tmp_path)
    page.print_button.click()
    assert "queue" in ask.asked[-1].body
    assert not page.key.isVisible()
    ask.answers = ["hand"]
    page.print_button.click()
    assert page.key.isVisible()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    ask.answers, ask.printers = ["print"], [printer]
    page.print_button.click()
    qtbot.waitUntil(lambda: "sent to the printer" in words_in(page))
    assert (tmp_path / "printed.pdf").stat().st_size > 1000
    page.go_on.click()
    assert kept_in(opened(program, qtbot)) == [(1, "printed", "")]


# ---- another passphrase
def _change(page: ChangePassphrasePage, now: str, new: str = NEW, again: str = NEW) -> None:
    page.now.box.setText(now)
    page.new.first.box.setText(new)
    page.new.again.box.setText(again)
    page.change.click()


def test_another_passphrase_is_set_after_a_backup_and_leads_over_the_new_sheet_back(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_review(program, qtbot, tmp_path)
    program.recovering.change()
    page = page_of(program, qtbot, ChangePassphrasePage)
    assert isinstance(page, ChangePassphrasePage)
    _change(page, SAMPLE_PASSPHRASE)
    sheet = sheet_page(program, qtbot)
    assert "Recovery key, sheet 2" in words_in(sheet)
    sheet.hand_button.click()
    sheet.key.done.click()
    sheet.go_on.click()
    session = opened(program, qtbot)
    assert (2, "by hand", "") in kept_in(session)
    assert "Sheet 2 of the recovery key is kept." in words_in(program.window)
    (backup,) = backups_of(path)
    Session.open(backup.path, SAMPLE_PASSPHRASE, read_only=True).close()
    program.close_review()
    with pytest.raises(WrongPassphraseError):
        Session.open(path, SAMPLE_PASSPHRASE)
    Session.open(path, NEW).close()


def test_a_change_waits_for_the_backup_that_is_made_as_the_review_is_left(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_review(program, qtbot, tmp_path)
    program.backing_up.by_itself = True
    assert program.review is not None
    program.review.bridge.run(SetFields("opening", "opening", {"introduction": "Quillonwibble."}))
    program.recovering.change()
    page = page_of(program, qtbot, ChangePassphrasePage)
    assert isinstance(page, ChangePassphrasePage)
    _change(page, SAMPLE_PASSPHRASE)
    sheet_page(program, qtbot)
    assert len(backups_of(path)) == 2
    for backup in backups_of(path):
        Session.open(backup.path, SAMPLE_PASSPHRASE, read_only=True).close()


@pytest.mark.parametrize(
    ("now", "new", "again", "said"),
    [
        ("", NEW, NEW, "Type the passphrase of this review."),
        ("not the one at all", NEW, NEW, "This is not the passphrase of now."),
        (SAMPLE_PASSPHRASE, "password12345", "password12345", "first to be guessed"),
        (SAMPLE_PASSPHRASE, NEW, NEW + "x", "The two are not the same."),
        (SAMPLE_PASSPHRASE, SAMPLE_PASSPHRASE, SAMPLE_PASSPHRASE, "passphrase of the sample"),
    ],
)
def test_a_change_that_cannot_be_says_why_and_the_review_stays_open(
    program: Program, qtbot: QtBot, tmp_path: Path, now: str, new: str, again: str, said: str
) -> None:
    open_review(program, qtbot, tmp_path)
    program.recovering.change()
    page = page_of(program, qtbot, ChangePassphrasePage)
    assert isinstance(page, ChangePassphrasePage)
    _change(page, now, new, again)
    qtbot.waitUntil(lambda: said in words_in(page))
    qtbot.waitUntil(page.change.isEnabled)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert program.review is not None
    assert program.window.desk.isVisible()


def test_a_change_that_fails_after_the_review_was_closed_leads_back_into_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = open_review(program, qtbot, tmp_path)
    (tmp_path / f"{path.stem} backups").write_text("in the way")
    program.recovering.change()
    page = page_of(program, qtbot, ChangePassphrasePage)
    assert isinstance(page, ChangePassphrasePage)
    _change(page, SAMPLE_PASSPHRASE)
    qtbot.waitUntil(lambda: "the folder ‘review backups’ cannot be made" in words_in(page))
    assert program.review is None
    QTest.keyClick(page, Qt.Key.Key_Escape)
    opened(program, qtbot)
    assert program.path == path


def test_the_passphrase_from_before_is_said_to_be_that_when_it_is_typed_at_the_unlock_page(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path, _ = review_in(tmp_path)
    change_passphrase(path, Session.derive_key(path, SAMPLE_PASSPHRASE), NEW)
    program.begin(path)
    unlock = page_of(program, qtbot, UnlockPage)
    assert isinstance(unlock, UnlockPage)
    unlock.card.field.box.setText(SAMPLE_PASSPHRASE)
    unlock.card.button.click()
    qtbot.waitUntil(lambda: "This was the passphrase of the review" in words_in(unlock))


def test_a_review_that_is_open_for_reading_only_keeps_its_passphrase(
    program: Program, qtbot: QtBot, ask: Asked, tmp_path: Path
) -> None:
    path, key = review_in(tmp_path)
    program.open_session(Session.open(path, raw_key=key, read_only=True))
    opened(program, qtbot)
    program.recovering.change()
    assert ask.asked[-1].title == "The review is open for reading only."
    assert program.window.findChild(ChangePassphrasePage) is None


# ---- a forgotten passphrase
def test_a_forgotten_passphrase_is_replaced_by_the_recovery_key_from_the_unlock_page(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path, _ = review_in(tmp_path)
    groups = sheet_for(path, SAMPLE_PASSPHRASE).groups
    program.begin(path)
    unlock = page_of(program, qtbot, UnlockPage)
    assert isinstance(unlock, UnlockPage)
    unlock.card.forgot.click()
    page = page_of(program, qtbot, ForgottenPage)
    assert isinstance(page, ForgottenPage)
    wrong = groups[6][:-1] + ("0" if groups[6][-1] != "0" else "1")
    page.key.set_value(" ".join((*groups[:6], wrong, *groups[7:])))
    page.recover.click()
    assert "Group 7 was mistyped." in words_in(page)
    page.key.set_value("\n".join(groups).lower())
    page.new.first.box.setText(NEW)
    page.new.again.box.setText(NEW)
    page.recover.click()
    sheet = sheet_page(program, qtbot)
    assert sheet.refusing is not None
    sheet.refusing.take.click()
    sheet.refusing.go.click()
    assert (2, "refused") in [each[:2] for each in kept_in(opened(program, qtbot))]
    program.close_review()
    Session.open(path, NEW).close()


def test_a_sheet_of_another_review_is_said_at_the_key_and_esc_leads_back_to_unlocking(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path, _ = review_in(tmp_path)
    other = tmp_path / "other.imr"
    Session.create(other, NEW).close()
    program.begin(path)
    program.recovering.forgot(path)
    page = page_of(program, qtbot, ForgottenPage)
    assert isinstance(page, ForgottenPage)
    page.key.set_value(" ".join(sheet_for(other, NEW).groups))
    page.new.first.box.setText(NEW)
    page.new.again.box.setText(NEW)
    page.recover.click()
    qtbot.waitUntil(lambda: "sheet 1 of another review" in words_in(page))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page_of(program, qtbot, UnlockPage).isVisible()


def test_a_review_left_open_on_another_computer_is_taken_over_only_when_that_is_wanted(
    program: Program, qtbot: QtBot, ask: Asked, tmp_path: Path
) -> None:
    path, key = review_in(tmp_path)
    groups = sheet_for(path, SAMPLE_PASSPHRASE).groups
    session = Session.open(path, raw_key=key)
    left = "UPDATE sys_holder SET machine = 'elsewhere', computer = 'HILLTOP-7', token = 'another'"
    session.file.connection.run(left)
    session.close()
    program.begin(path)
    program.recovering.forgot(path)
    page = page_of(program, qtbot, ForgottenPage)
    assert isinstance(page, ForgottenPage)
    page.key.set_value(" ".join(groups))
    page.new.first.box.setText(NEW)
    page.new.again.box.setText(NEW)
    page.recover.click()
    qtbot.waitUntil(lambda: "HILLTOP-7" in words_in(page))
    ask.answers = ["take"]
    page.recover.click()
    sheet_page(program, qtbot)
    Session.open(path, NEW).close()
