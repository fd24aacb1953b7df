"""The page on which entries are taken in: a file or a paste, seen before it is stored, corrected, one step of undo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.operations.general import Insert
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session
from ui.pages.intake import IntakePage
from ui.program import Program
from ui.taking_in import TakingIn

ROWS = [
    "Date\tTime\tSource\tEvent\tParticulars",
    "4/5/13\t16.15\tGP record p 3\tFirst event of the file.\tA summary.",
    "31/06/2013\t\tED notes\tSecond event of the file.\t",
    "4/5/13\t\tGP record p 3\tFirst event of the file.\t",
]


@contextmanager
def intake(qtbot: QtBot, folder: Path, *names: tuple[str, str]) -> Iterator[tuple[Program, IntakePage, ScriptedAsk]]:
    """The page, opened from the menu; `names` are registered first (person, name)."""
    path, key = review_in(folder, "")
    session = Session.open(path, raw_key=key)
    for person, name in names:
        session.run(Insert("staff", person, {"code": "Crown Prosecutor 4", "title": "Crown Prosecutor"}))
        session.run(RegisterName(person, name))
    session.close()
    ask = ScriptedAsk()
    with running(ask) as program:
        open_by_key(program, path, key, 4)
        with qtbot.waitActive(program.window):
            program.window.activateWindow()
        qtbot.waitUntil(lambda: program.window.actions_shown is not None)
        actions = program.window.actions_shown
        assert actions is not None
        actions["file.import"].trigger()
        page = program.window.desk.body.pages.currentWidget()
        assert isinstance(page, IntakePage)
        yield program, page, ask


def send(folder: Path, rows: list[str], name: str = "gp.csv") -> Path:
    path = folder / name
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def read(qtbot: QtBot, program: Program, page: IntakePage, ask: ScriptedAsk, path: Path) -> None:
    ask.files = [path]
    page.choose.click()
    settled(qtbot, program)


def settled(qtbot: QtBot, program: Program) -> None:
    assert program.review is not None
    job = TakingIn.of(program, program.review)
    qtbot.waitUntil(lambda: not job._far.isActive())


def take(qtbot: QtBot, program: Program, page: IntakePage) -> None:
    page.take.click()
    settled(qtbot, program)


def shown(page: IntakePage) -> list[tuple[str, str, str]]:
    rows = [page.model.row(at) for at in range(page.model.rowCount())]
    return [(row.where, row.date, row.event) for row in rows]


def events(program: Program) -> list[str]:
    assert program.review is not None
    return [entry.text("event") for entry in program.review.bridge.review.all("entry")]


def test_file_is_shown_beside_what_was_read_and_nothing_is_stored_before_it_is_asked_for(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, ROWS))
        assert shown(page) == [
            ("Row 2", "4 May 2013, 16:15", "First event of the file."),
            ("Row 3", "", "Second event of the file."),
            ("Row 4", "4 May 2013", "First event of the file."),
        ]
        assert page.model.row(0).original.startswith("4/5/13 | 16.15 | GP record p 3")
        assert "June 2013 has 30 days" in page.model.row(1).reason
        assert page.model.row(2).twice == "The same as row 2"
        assert page.take.words() == "Take in 3 entries"
        assert events(program) == []


def test_entries_come_in_as_one_step_and_the_chronology_is_in_sight_again(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, ROWS))
        take(qtbot, program, page)
        assert len(events(program)) == 3
        assert program.review is not None
        assert program.review.pages.over == 0
        assert program.review.session().past(most=1)[0].operation == "import"
        assert page.model.rowCount() == 0  # every word of the file is gone from the page
        program.review.bridge.undo()
        assert events(program) == []


def test_row_that_is_left_out_is_not_taken_in_and_can_be_taken_in_again(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, ROWS))
        page.table.go_to_row(1)
        QTest.keyClick(page.table, Qt.Key.Key_Return)
        assert page.take.words() == "Take in 2 entries"
        assert page.out.words() == "Take this row in again"
        page.out.click()
        assert page.take.words() == "Take in 3 entries"
        page.same_out.click()
        take(qtbot, program, page)
        assert sorted(events(program)) == ["First event of the file.", "Second event of the file."]


def test_column_that_is_corrected_is_read_at_once_and_remembered_for_the_next_file_of_that_form(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, ROWS[:2]))
        page.correct.click()
        box = page.panel.boxes["event"].box
        box.setCurrentIndex(box.findText("E  Particulars"))
        box.activated.emit(box.currentIndex())
        settled(qtbot, program)
        assert shown(page)[0][2] == "A summary."
        take(qtbot, program, page)
        assert dict(program.kept.now.forms).popitem()[1] == "event=E"
        assert "Particulars" not in str(program.kept.now.forms)
        assert program.window.actions_shown is not None
        program.window.actions_shown["file.import"].trigger()
        later = ["Date\tTime\tSource\tEvent\tParticulars", "5/6/14\t\tx\tAnother event.\tAnother summary."]
        read(qtbot, program, page, ask, send(tmp_path, later, "later.csv"))
        assert shown(page)[0][2] == "Another summary."
        assert page.notes.text().startswith(
            "The columns were read as you corrected them for a file with these headings"
        )


def test_columns_of_before_that_hold_something_else_now_are_found_anew(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        rows = ["Date\tWritten\tSource\tEvent", "4/5/13\t5/5/13\tx\tFirst event."]
        read(qtbot, program, page, ask, send(tmp_path, rows))
        page.column_chosen.emit("date", "B")
        settled(qtbot, program)
        take(qtbot, program, page)
        assert program.window.actions_shown is not None
        program.window.actions_shown["file.import"].trigger()
        later = [rows[0], "6/5/13\tin ink\tx\tSecond event.", "7/5/13\tin ink\tx\tThird event."]
        read(qtbot, program, page, ask, send(tmp_path, later, "later.csv"))
        assert [row[1] for row in shown(page)] == ["6 May 2013", "7 May 2013"]
        assert page.notes.text().startswith("It could not be read with the columns as you corrected them before.")


def test_row_that_was_left_out_stays_out_when_a_column_is_corrected(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, ROWS))
        page.out_asked.emit("1", True)
        page.column_chosen.emit("event", "E")
        settled(qtbot, program)
        assert [page.model.row(at).out for at in range(page.model.rowCount())] == [False, True, False]


def test_table_is_pasted_with_ctrl_v(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, _):
        QGuiApplication.clipboard().setText("\r\n".join(ROWS))
        QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        settled(qtbot, program)
        assert len(shown(page)) == 3
        QGuiApplication.clipboard().setText(" ")
        page.paste.click()
        assert page.refusal.text().startswith("There is nothing to paste.")


def test_file_that_is_refused_is_told_in_a_sentence_and_nothing_is_left_of_the_one_before(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, ROWS))
        bad = tmp_path / "bad.xlsx"
        bad.write_bytes(b"PK\x03\x04 cut short")
        read(qtbot, program, page, ask, bad)
        assert page.refusal.isVisible()
        assert "damaged or was cut short" in page.refusal.text()
        assert page.model.rowCount() == 0
        assert not page.take.isVisible()


def test_registered_name_is_a_code_before_anything_is_stored_and_likely_names_are_counted(
    qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [ROWS[0], "4/5/13\t\tx\tMirabel Quenneville rang Mrs Quillfeather.\t"]
    with intake(qtbot, tmp_path, ("STF-04", "Mirabel Quenneville")) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, rows))
        assert page.model.row(0).event == "Crown Prosecutor 4 rang Mrs Quillfeather."
        assert page.model.row(0).names == 1
        assert "1 name gave way to its code." in page.frame.head.lead.text()
        take(qtbot, program, page)
        assert events(program) == ["Crown Prosecutor 4 rang Mrs Quillfeather."]


def test_reading_can_be_stopped_and_esc_leaves(qtbot: QtBot, tmp_path: Path) -> None:
    many = [ROWS[0], *(f"4/5/13\t{n % 24:02d}:00\tx\tEvent number {n} with Mrs Quillfeather.\t" for n in range(3000))]
    with intake(qtbot, tmp_path) as (program, page, ask):
        ask.files = [send(tmp_path, many)]
        page.choose.click()
        qtbot.waitUntil(page.progress.isVisible)
        page.progress.button.click()
        settled(qtbot, program)
        assert page.model.rowCount() == 0
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert program.review is not None
        assert program.review.pages.over == 0


def test_views_show_only_what_is_to_be_looked_at(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, ask):
        read(qtbot, program, page, ask, send(tmp_path, [*ROWS, "", "Key: GP general practitioner"]))
        page.views["look"].click()
        assert [row[0] for row in shown(page)] == ["Row 3", "Row 6"]
        page.views["twice"].click()
        assert [row[0] for row in shown(page)] == ["Row 4"]
        assert page.take.words() == "Take in 3 entries"


def drop(widget: QWidget, path: Path) -> bool:
    """Drag a file over a widget and let it go; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    given = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *given)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), *given))
    return True


def test_list_that_is_dropped_on_the_chronology_is_read_and_shown(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, _):
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert program.review is not None
        chronology = program.review.pages.page
        assert drop(chronology, send(tmp_path, ROWS))
        qtbot.waitUntil(lambda: page.model.rowCount() == 3)
        assert program.window.desk.body.pages.currentWidget() is page


def test_any_file_with_a_table_can_be_dropped_on_the_page_itself(qtbot: QtBot, tmp_path: Path) -> None:
    with intake(qtbot, tmp_path) as (program, page, _):
        assert drop(page, send(tmp_path, ROWS, "list.txt"))
        qtbot.waitUntil(lambda: page.model.rowCount() == 3)
        assert not drop(page, send(tmp_path, ROWS, "picture.png"))
        settled(qtbot, program)
