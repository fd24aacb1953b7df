"""Documents and records by keyboard and by drag and drop: kept in the file, saved out on request, deleted, undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from by_keys import fill, focused, press, push, tab_to, write
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, in_use, open_by_key, review_in, running

from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.session import Session
from ui.pages.records import RecordsPage
from ui.program import Program

CTRL = Qt.KeyboardModifier.ControlModifier
LETTER = b"%PDF-1.7 a letter that nobody wrote"


class Desk:
    """The sample in the program, at the head of ‘Records’."""

    def __init__(self, program: Program, ask: ScriptedAsk, file: tuple[Path, bytes], qtbot: QtBot) -> None:
        self.program, self.ask, self.file, self._qtbot = program, ask, file, qtbot

    @property
    def review(self) -> Review:
        assert self.program.review is not None
        return self.program.review.bridge.review

    @property
    def page(self) -> RecordsPage:
        assert self.program.review is not None
        page = self.program.review.pages.page
        assert isinstance(page, RecordsPage)
        return page

    @property
    def documents(self) -> tuple[Record, ...]:
        """The kept documents but for the family tree of the sample."""
        return tuple(each for each in self.review.all("document") if each.id != "DOC-001")

    def wait_for_documents(self, count: int) -> None:
        self._qtbot.waitUntil(lambda: len(self.documents) == count)

    def wait_for_words(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.page.notice.words())

    def reopened(self) -> tuple[Review, Session]:
        assert self.program.review is not None
        self.program.review.pages.flush()
        self.program.review.close()
        self.program.review = None
        session = Session.open(self.file[0], raw_key=self.file[1])
        return session.review, session


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    file, ask = review_in(tmp_path), ScriptedAsk()
    with running(ask) as made:
        open_by_key(made, *file, stage=1)
        in_use(qtbot, made)
        press(Qt.Key.Key_3, CTRL)
        made.window.focus_page()
        QApplication.processEvents()
        yield Desk(made, ask, file, qtbot)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Letter from the board.pdf"
    path.write_bytes(LETTER)
    return path


def dragged(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(page: QWidget, data: QMimeData, where: QPoint) -> QDropEvent:
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(where), Qt.DropAction.CopyAction, data, buttons, keys)
    page.dropEvent(event)
    return event


def enter(page: QWidget, data: QMimeData) -> QDragEnterEvent:
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    event.ignore()
    page.dragEnterEvent(event)
    return event


# ---- by keyboard
def test_record_is_added_changed_undone_and_reopened_by_keyboard_alone(desk: Desk) -> None:
    push("Add a record")
    new = desk.review.all("record")[-1].id
    fill("Description", "Paper file of the unit")
    tab_to("Status")
    write("Dest")
    press(Qt.Key.Key_Return)
    assert desk.review[new].text("status") == "destroyed"
    fill("When it was lost or destroyed", "about July 2013")
    fill("Police asked on", "3 May 2014")
    fill("Police reply", "Nothing is held there.")
    press(Qt.Key.Key_Z, CTRL)
    assert "police_reply" not in desk.review[new]
    press(Qt.Key.Key_Y, CTRL)
    press(Qt.Key.Key_Escape)
    assert focused().accessibleName() == "Change: Paper file of the unit"
    kept, session = desk.reopened()
    session.close()
    assert kept[new].text("police_reply") == "Nothing is held there."
    known = kept[new].known("gone_when")
    assert known is not None
    assert known.in_words() == "about July 2013"


def test_policy_with_a_version_is_written_by_keyboard_alone(desk: Desk) -> None:
    push("Add a policy")
    policy = desk.review.all("policy")[-1].id
    fill("Title", "Area Instruction 9")
    push("Add a version")
    fill("Version", "first")
    fill("In force from", "1 March 2010")
    kept, session = desk.reopened()
    session.close()
    version = kept.all("policy_version")[-1]
    assert (version.link("policy"), version.text("version")) == (policy, "first")
    assert str(version.day("in_force_from")) == "2010-03-01"


def test_file_is_kept_described_deleted_undone_and_reopened_by_keyboard_alone(desk: Desk, letter: Path) -> None:
    desk.ask.files.append(letter)
    push("Add a file")
    desk.wait_for_documents(1)
    document = desk.documents[0]
    assert (document.text("name"), document.number("size")) == ("Letter from the board", len(LETTER))
    assert focused().accessibleName() == "Description"
    press(Qt.Key.Key_A, CTRL)
    write("Commissioning letter")
    press(Qt.Key.Key_Tab)
    push("Delete")
    assert desk.documents == ()
    press(Qt.Key.Key_Z, CTRL)
    assert desk.documents[0].text("name") == "Commissioning letter"
    assert letter.read_bytes() == LETTER
    kept, session = desk.reopened()
    assert session.read_document(kept.all("document")[-1].id) == LETTER
    session.close()


def test_keeping_a_file_is_taken_back_and_made_again_by_keys(desk: Desk, letter: Path) -> None:
    desk.ask.files.append(letter)
    push("Add a file")
    desk.wait_for_documents(1)
    press(Qt.Key.Key_Z, CTRL)
    assert desk.documents == ()
    press(Qt.Key.Key_Y, CTRL)
    assert len(desk.documents) == 1
    kept, session = desk.reopened()
    assert session.read_document(kept.all("document")[-1].id) == LETTER
    session.close()


def test_file_of_a_record_is_kept_with_it(desk: Desk, letter: Path) -> None:
    desk.ask.files.append(letter)
    record = desk.review.all("record")[0]
    tab_to(f"Change: {record.text('description')}")
    press(Qt.Key.Key_Space)
    push("Keep a file of this record in the review")
    desk.wait_for_documents(1)
    assert desk.documents[0].link("record") == record.id


# ---- out again
def test_copy_is_written_only_after_its_consequence_was_told_and_chosen(desk: Desk, letter: Path) -> None:
    target = letter.with_name("copy.pdf")
    desk.ask.files.append(letter)
    push("Add a file")
    desk.wait_for_documents(1)
    desk.ask.files.append(target)
    push("Save a copy outside this review")
    assert not target.exists()
    assert "not encrypted" in desk.ask.asked[-1].body
    assert desk.ask.asked[-1].safe == "keep"
    desk.ask.answers.append("save")
    press(Qt.Key.Key_Space)
    desk.wait_for_words("A copy was written: copy.pdf")
    assert target.read_bytes() == LETTER


@pytest.mark.parametrize(("answer", "goes_out"), [("keep", False), ("save", True)])
def test_copy_with_a_registered_name_is_written_only_if_that_is_chosen_again(
    desk: Desk, letter: Path, answer: str, goes_out: bool
) -> None:
    from imr_desk.operations.names import RegisterName

    assert desk.program.review is not None
    desk.program.review.session().run(RegisterName("STF-04", "Jolyon Wetherspindle"))
    source, target = letter.with_name("note.txt"), letter.with_name("copy.txt")
    source.write_text("The file was handed to Jolyon Wetherspindle.", encoding="utf-8")
    desk.ask.files.append(source)
    push("Add a file")
    desk.wait_for_documents(1)
    desk.ask.files.append(target)
    desk.ask.answers.extend(["save", answer])
    push("Save a copy outside this review")
    desk.wait_for_words("A copy was written" if goes_out else "No copy was written")
    assert target.exists() is goes_out
    assert desk.ask.asked[-1].safe == "keep"
    assert "Wetherspindle" not in desk.ask.asked[-1].body + desk.ask.asked[-1].title


# ---- what cannot be kept
def test_file_that_cannot_be_kept_is_told_on_the_page_and_nothing_is_kept(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    desk.ask.files.append(tmp_path / "empty.txt")
    push("Add a file")
    desk.wait_for_words("‘empty.txt’ is empty")
    assert desk.documents == ()


def test_no_file_chosen_changes_nothing(desk: Desk) -> None:
    push("Add a file")
    assert desk.documents == ()
    assert desk.page.notice.words() == ""


# ---- drag and drop
def test_files_dropped_on_the_page_are_kept_as_one_step(desk: Desk, letter: Path, tmp_path: Path) -> None:
    other = tmp_path / "Reply.txt"
    other.write_text("Yes.")
    assert drop(desk.page, dragged(letter, other), QPoint(60, 60)).isAccepted()
    desk.wait_for_documents(2)
    assert [each.text("name") for each in desk.documents] == ["Letter from the board", "Reply"]
    press(Qt.Key.Key_Z, CTRL)
    assert desk.documents == ()


def test_file_dropped_on_an_opened_record_is_kept_with_it(desk: Desk, letter: Path) -> None:
    record = desk.review.all("record")[0].id
    from imr_desk.guidance.facts import Place

    assert desk.page.focus_place(Place("record", record, "system", ""))
    QApplication.processEvents()
    where = focused().mapTo(desk.page, QPoint(5, 5))
    drop(desk.page, dragged(letter), where)
    desk.wait_for_documents(1)
    assert desk.documents[0].link("record") == record


def test_page_says_what_letting_go_will_do_while_files_are_dragged_over_it(desk: Desk, letter: Path) -> None:
    assert enter(desk.page, dragged(letter)).isAccepted()
    assert desk.page.hint.isVisible()
    desk.page.dragLeaveEvent(QDragLeaveEvent())
    assert not desk.page.hint.isVisible()


def test_review_or_plain_text_dragged_over_the_page_is_not_taken(desk: Desk, tmp_path: Path) -> None:
    text = QMimeData()
    text.setText("words")
    assert not enter(desk.page, dragged(tmp_path / "other.imr")).isAccepted()
    assert not enter(desk.page, text).isAccepted()
    assert not desk.page.hint.isVisible()
