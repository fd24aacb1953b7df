"""A review that another program has, and a file that was taken away, in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit
from pytestqt.qtbot import QtBot
from sample_session import Clock
from window_tools import ScriptedAsk, review_in, running, words_in

from imr_desk.errors import SaveFailedError
from imr_desk.guidance.facts import Place
from imr_desk.jobs.export import export
from imr_desk.operations.general import SetFields
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session
from ui.ask import Answer
from ui.forms.bound_field import BoundField
from ui.forms.record_list import RecordList
from ui.holding import CLOCK, FOLDER, READING, opened
from ui.open_review import NOT_SAVED, REFUSED
from ui.pages.unlock import UnlockPage
from ui.program import Program
from ui.widgets.buttons import Button

REFERENCE = Place("review", "review", "reference", "")


@pytest.fixture
def program(ask: ScriptedAsk, qtbot: QtBot) -> Iterator[Program]:
    with running(ask) as made:
        yield made


@pytest.fixture
def file(tmp_path: Path) -> tuple[Path, bytes]:
    return review_in(tmp_path)


@pytest.fixture
def other(file: tuple[Path, bytes]) -> Iterator[Session]:
    """Whoever else has the review open."""
    session = Session.open(file[0], raw_key=file[1])
    yield session
    session.close()


def show(program: Program, ask: ScriptedAsk, file: tuple[Path, bytes], qtbot: QtBot) -> None:
    program.open_session(opened(ask, *file), 1)
    qtbot.waitUntil(lambda: program.window.actions_shown is not None)


def from_elsewhere(session: Session) -> None:
    """Let the row of `session` be that of a computer that is far away, and leave it in the file."""
    session.file.connection.run(
        "UPDATE sys_holder SET token = 't', machine = 'far', computer = 'HILLTOP-7', user = 'a.quill'"
    )
    session.close()


def test_review_that_another_program_has_is_shown_for_reading_only(
    program: Program, ask: ScriptedAsk, file: tuple[Path, bytes], other: Session, qtbot: QtBot
) -> None:
    show(program, ask, file, qtbot)
    notice = program.window.desk.notices.notice(READING)
    assert notice is not None
    assert "Open for reading only" in words_in(notice)
    assert "This review is open on" in words_in(notice)
    program.save_now()
    assert "Saved" not in words_in(program.window)
    assert ask.asked == []
    assert program.review is not None
    for stage in range(1, 11):
        program.review.pages.show(stage)
        page = program.review.pages.page
        if hasattr(page, "build_all"):
            page.build_all()
        assert [field.field.name for field in page.findChildren(BoundField) if not field._read_only] == []
        assert [each.kind.name for each in page.findChildren(RecordList) if not each.add.isHidden()] == []


def test_passphrase_typed_for_a_review_that_another_program_has_opens_it_for_reading(
    program: Program, ask: ScriptedAsk, file: tuple[Path, bytes], other: Session, qtbot: QtBot
) -> None:
    program.begin(file[0])
    (page,) = program.window.findChildren(UnlockPage)
    QTest.keyClicks(page.card.field.box, SAMPLE_PASSPHRASE)
    page.card.button.click()
    qtbot.waitUntil(lambda: program.review is not None)
    qtbot.waitUntil(lambda: program.window.desk.notices.notice(READING) is not None)
    program.lock()
    qtbot.waitUntil(lambda: program.review is None)
    assert ask.asked == []


def test_edit_of_a_review_open_for_reading_is_refused_in_words_and_exports_go_out(
    program: Program, ask: ScriptedAsk, file: tuple[Path, bytes], other: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    show(program, ask, file, qtbot)
    assert program.review is not None
    assert not program.review.bridge.run(SetFields("review", "review", {"reference": "X"}))
    assert "open for reading only" in words_in(program.review.pages.page)  # at the field
    assert program.review.bridge.add("entry", {"event": "A letter came."}) is None
    assert not program.review.bridge.waiting
    notice = program.window.desk.notices.notice(REFUSED)
    assert notice is not None
    assert "open for reading only" in words_in(notice)
    assert export(program.review.session(), tmp_path / "draft.docx", draft=True).path.exists()
    assert program.leaving.put_away()


def test_trying_again_opens_for_writing_once_the_other_program_has_closed_it(
    program: Program, ask: ScriptedAsk, file: tuple[Path, bytes], other: Session, qtbot: QtBot
) -> None:
    show(program, ask, file, qtbot)
    assert not program.holding.try_again()
    other.close()
    notice = program.window.desk.notices.notice(READING)
    assert notice is not None
    button = next(each for each in notice.findChildren(Button) if "Try again" in each.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.review is not None and not program.review.session().read_only)
    assert program.window.desk.notices.notice(READING) is None
    assert program.review is not None
    assert program.review.bridge.run(SetFields("review", "review", {"reference": "X"}))


@pytest.mark.parametrize(("answer", "reads"), [("read", True), ("take", False)])
def test_review_left_open_on_another_computer_is_taken_over_only_by_saying_so(
    program: Program,
    ask: ScriptedAsk,
    file: tuple[Path, bytes],
    other: Session,
    qtbot: QtBot,
    answer: str,
    reads: bool,
) -> None:
    from_elsewhere(other)
    ask.answers.append(answer)
    show(program, ask, file, qtbot)
    (question,) = ask.asked
    assert question.safe == "read"
    assert "HILLTOP-7 by a.quill at " in question.body
    assert Answer("take", "Take it over", destructive=True) in question.answers
    assert program.review is not None
    assert program.review.session().read_only is reads


def test_file_that_is_taken_away_is_told_when_the_window_comes_to_the_front_and_is_not_lost(
    program: Program, ask: ScriptedAsk, file: tuple[Path, bytes], qtbot: QtBot, tmp_path: Path
) -> None:
    show(program, ask, file, qtbot)
    assert program.review is not None
    away = tmp_path / "away.imr"
    file[0].rename(away)
    program.holding._come_back(Qt.ApplicationState.ApplicationActive)
    notice = program.window.desk.notices.notice(NOT_SAVED)
    assert notice is not None
    assert "‘review.imr’ is no longer in" in words_in(notice)
    assert not program.review.save()

    away.rename(file[0])
    program.holding.look()
    assert program.window.desk.notices.notice(NOT_SAVED) is None
    assert program.review.save()


def test_edit_is_not_called_saved_where_the_file_goes_at_that_instant(
    program: Program, ask: ScriptedAsk, file: tuple[Path, bytes], qtbot: QtBot, tmp_path: Path
) -> None:
    show(program, ask, file, qtbot)
    assert program.review is not None
    bridge, told = program.review.bridge, list[str]()
    bridge.saved.connect(lambda: told.append("saved"))
    bridge.failed.connect(lambda _: told.append("failed"))
    bridge.session.subscribe(lambda _: file[0].rename(tmp_path / "away.imr"))
    bridge.run(SetFields("review", "review", {"reference": "X"}))
    assert told == ["failed"]
    (tmp_path / "away.imr").rename(file[0])


def test_what_is_typed_while_another_file_stands_there_goes_to_the_other_place(
    program: Program, ask: ScriptedAsk, file: tuple[Path, bytes], qtbot: QtBot, tmp_path: Path
) -> None:
    show(program, ask, file, qtbot)
    assert program.review is not None
    file[0].unlink()
    file[0].write_bytes(b"something else altogether")
    program.window.activateWindow()
    program.review.pages.go_to(REFERENCE)
    box = QApplication.focusWidget()
    assert isinstance(box, QTextEdit)
    box.selectAll()
    QTest.keyClicks(box, "REVIEW-K/9")
    assert not program.review.save()
    assert file[0].read_bytes() == b"something else altogether"

    ask.files.append(tmp_path / "kept.imr")
    assert program.review.keeping_on.save_elsewhere()
    program.close_review()
    kept = Session.open(tmp_path / "kept.imr", SAMPLE_PASSPHRASE, read_only=True)
    assert kept.review.one("review").text("reference") == "REVIEW-K/9"
    kept.close()
    assert file[0].read_bytes() == b"something else altogether"


def test_folder_that_is_copied_is_told_of_when_a_review_in_it_is_opened(
    program: Program, ask: ScriptedAsk, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "OneDrive - Thornmere"
    folder.mkdir()
    show(program, ask, review_in(folder), qtbot)
    notice = program.window.desk.notices.notice(FOLDER)
    assert notice is not None
    assert "OneDrive synchronises this folder." in words_in(notice)
    assert "This program sends nothing. Your organisation may copy this folder." in words_in(notice)


def test_file_that_cannot_be_read_is_no_fault_of_the_program(
    program: Program, ask: ScriptedAsk, file: tuple[Path, bytes], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(program, ask, file, qtbot)
    assert program.review is not None

    def gone(**_: object) -> None:
        raise SaveFailedError("the disk reported a fault")

    with monkeypatch.context() as patch:
        patch.setattr(program.review.session(), "past", gone)
        program.holding.look()
    assert program.window.desk.notices.notice(CLOCK) is None


def test_clock_that_is_behind_the_history_is_said_and_taken_back_when_it_is_right(
    program: Program, file: tuple[Path, bytes], qtbot: QtBot
) -> None:
    clock = Clock(2114)
    session = Session.open(file[0], raw_key=file[1], clock=clock)
    session.run(SetFields("review", "review", {"reference": "X"}))
    clock.now = clock.now.replace(year=2113)
    program.open_session(session, 1)
    qtbot.waitUntil(lambda: program.window.desk.notices.notice(CLOCK) is not None)
    notice = program.window.desk.notices.notice(CLOCK)
    assert notice is not None
    assert "This computer’s clock is behind." in words_in(notice)
    clock.now = clock.now.replace(year=2114)
    program.holding.look()
    assert program.window.desk.notices.notice(CLOCK) is None
