"""Where a name could get out beside the exports: the title, recent files, search, undo, clipboard. Made-up names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running, words_in

from imr_desk.jobs.names_answered import Answer, planned
from imr_desk.jobs.names_left import Looker, names_left
from imr_desk.jobs.words_left import words_left
from imr_desk.names.guard import Guard
from imr_desk.names.scan import scan
from imr_desk.operations.general import Insert, SetFields
from imr_desk.operations.judging import Judge
from imr_desk.operations.names import RegisterName
from imr_desk.operations.resolving import Resolution, ResolveNames, preview
from imr_desk.paths import config_folder
from imr_desk.session import Session
from ui.actions import ACTIONS
from ui.names_left_words import name_rows, sentence_rows, word_rows
from ui.names_left_work import Gathered
from ui.outside_names import FILE_NAME
from ui.program import Program
from ui.widgets.names.watch import watch

NAME, SURNAME = "Jolyon Wetherspindle", "Wetherspindle"


@contextmanager
def desk(qtbot: QtBot, folder: Path, name: str = "review.imr") -> Iterator[Program]:
    """An almost empty review in which one name is registered, open until names are told."""
    path, key = review_in(folder, "", name)
    session = Session.open(path, raw_key=key)
    session.run(Insert("staff", "STF-01", {"code": "Crown Prosecutor 1", "title": "Crown Prosecutor"}))
    session.run(Insert("subject", "SUB-01", {"code": "Child K"}))
    session.run(SetFields("review", "review", {"subject": "SUB-01"}))
    session.run(RegisterName("STF-01", NAME))
    session.close()
    with running(ScriptedAsk()) as program:
        open_by_key(program, path, key, 4)
        with qtbot.waitActive(program.window):
            program.window.activateWindow()
        qtbot.waitUntil(lambda: watch().book is not None)
        yield program


def session_of(program: Program) -> Session:
    assert program.review is not None
    return program.review.session()


def run(program: Program, operation: object) -> None:
    assert program.review is not None
    assert program.review.bridge.run(operation)  # type: ignore[arg-type]
    QApplication.processEvents()


def title(program: Program) -> str:
    return program.window.windowTitle()


# ---- the title of the window
def test_title_shows_the_board_and_leaves_it_out_while_a_name_stands_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        run(program, SetFields("board", "board", {"name": "Safeguarding Children Board"}))
        qtbot.waitUntil(lambda: title(program) == "Child K · Safeguarding Children Board – IMR Desk")
        for words in (f"Board of {NAME}", f"Board of {SURNAME.upper()}", "Board of Mrs Quillfeather"):
            run(program, SetFields("board", "board", {"name": words}))
            qtbot.waitUntil(lambda: title(program) == "Child K – IMR Desk")


def test_title_never_shows_a_registered_name_given_as_a_code(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        run(program, SetFields("subject", "SUB-01", {"code": NAME}))
        qtbot.waitUntil(lambda: title(program) == "IMR Desk")


def test_title_shows_no_file_name_before_names_are_told_or_with_a_name_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path, f"{SURNAME} file.imr") as program:
        run(program, SetFields("review", "review", {"subject": None}))
        qtbot.waitUntil(lambda: title(program) == "IMR Desk")
        assert program.review is not None
        assert not program.review.outside.may_show(f"{SURNAME} file")


# ---- recent files
def test_file_with_a_registered_name_goes_out_of_the_list_and_the_person_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path, f"{SURNAME} file.imr") as program:
        qtbot.waitUntil(lambda: program.window.desk.notices.notice(FILE_NAME) is not None)
        assert program.kept.now.recent == ()
    kept = [path for path in config_folder().rglob("*") if path.is_file()]
    assert not [path for path in kept if SURNAME.encode() in path.read_bytes() or SURNAME in path.name]


def test_folder_with_a_registered_name_is_not_remembered_either(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / f"Case of {SURNAME}"
    folder.mkdir()
    with desk(qtbot, folder) as program:
        qtbot.waitUntil(lambda: program.window.desk.notices.notice(FILE_NAME) is not None)
        program.kept.chose_in(folder)
        program.kept.opened(folder / "review.imr")
        assert program.kept.now.recent == ()
        assert SURNAME not in program.kept.now.folder
    kept = [path for path in config_folder().rglob("*") if path.is_file()]
    assert not [path for path in kept if SURNAME.encode() in path.read_bytes()]


def test_file_without_a_name_stays_in_the_list(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        qtbot.waitUntil(lambda: program.review is not None and program.review.outside.knows)
        assert [Path(each.path).name for each in program.kept.now.recent] == ["review.imr"]
        assert program.window.desk.notices.notice(FILE_NAME) is None


# ---- search
def test_search_keeps_no_history_and_forgets_what_was_typed_at_the_lock(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        box = program.window.desk.header.search
        for letter in SURNAME:
            QTest.keyClicks(box, letter)
        QTest.keyClick(box, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert program.window.findChildren(QCompleter) == []
        assert program.review is not None
        program.review.finding.begin()
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, SURNAME)
        program.leaving.lock()
        qtbot.waitUntil(lambda: program.review is None)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert SURNAME not in words_in(program.window)
    assert not [key for key in QSettings().allKeys() if SURNAME in str(QSettings().value(key))]
    kept = [path for path in config_folder().rglob("*") if path.is_file()]
    assert not [path for path in kept if SURNAME.encode() in path.read_bytes()]


# ---- spelling
def test_program_keeps_no_dictionary_of_words_that_were_typed(qtbot: QtBot, tmp_path: Path) -> None:
    assert "edit.spelling" in {spec.id for spec in ACTIONS}
    with desk(qtbot, tmp_path) as program:
        actions = program.window.actions_shown
        assert actions is not None
        assert "edit.spelling" not in actions.shown()


# ---- undo
def test_undo_after_a_lock_does_not_bring_back_a_name_that_was_settled(qtbot: QtBot, tmp_path: Path) -> None:
    path, key = review_in(tmp_path, "")
    session = Session.open(path, raw_key=key)
    session.run(Insert("staff", "STF-01", {"code": "Crown Prosecutor 1", "title": "Crown Prosecutor"}))
    session.run(Insert("entry", "CE-001", {"event": "It rained."}))
    session.run(SetFields("entry", "CE-001", {"event": f"{NAME} rang."}))
    session.run(SetFields("entry", "CE-001", {"event": f"{NAME} rang twice.", "comment": SURNAME}))
    session.run(ResolveNames((Resolution(NAME, "STF-01"),)))
    session.close()
    again = Session.open(path, raw_key=key)
    said: list[str] = []
    for turn in (again.undo, again.redo):
        while turn() is not None:
            said += [str(dict(record)) for record in again.review]
    assert said
    assert not [words for words in said if "wetherspindle" in words.casefold()]
    again.close()


# ---- faults
def test_repr_of_whatever_holds_names_shows_none(tmp_path: Path) -> None:
    path, key = review_in(tmp_path, "")
    session = Session.open(path, raw_key=key)
    session.run(Insert("staff", "STF-01", {"code": "Crown Prosecutor 1", "title": "Crown Prosecutor"}))
    session.run(Insert("entry", "CE-001", {"event": f"{NAME} rang. Chase {SURNAME.lower()}."}))
    session.run(RegisterName("STF-01", NAME))
    review, judge = session.review, session.judge
    names = names_left(review, judge)
    words = words_left(review, Judge(Guard(None, {}, ())), frozenset())
    look = Looker().to_look_at(review, judge, frozenset())
    plan = planned(review, [(each, Answer("staff", "STF-01")) for each in names])
    shown = preview(plan.review, judge.guard, plan.resolutions)
    rows = (*name_rows(names, review, lambda _name: None), *sentence_rows(names[0], review), *word_rows(words, review))
    hits = scan(judge.guard, [("body", f"{NAME} and Mrs {SURNAME}")])
    held = (names, look, words, plan, shown, rows, hits, Gathered(names, look, words), plan.resolutions)
    assert names
    assert words
    assert shown
    assert "wetherspindle" not in repr(held).casefold()
    for each in (*names, *look):
        assert "wetherspindle" not in repr([(place, place.sentence, place.text) for place in each.places]).casefold()
    session.close()


# ---- what is said to readers and to other programs
def test_names_that_are_shown_stand_in_no_title_and_in_no_name_of_a_window(qtbot: QtBot, tmp_path: Path) -> None:
    with desk(qtbot, tmp_path) as program:
        run(program, Insert("entry", "CE-001", {"event": f"{NAME} rang Mrs Quillfeather."}))
        assert program.review is not None
        program.review.names_left.show()
        page = program.review.pages.page
        qtbot.waitUntil(lambda: page.model.rowCount() == 2)  # type: ignore[attr-defined]
        for window in QApplication.topLevelWidgets():
            said = f"{window.windowTitle()} {window.accessibleName()} {window.objectName()} {window.windowFilePath()}"
            assert SURNAME not in said
            assert "Quillfeather" not in said
