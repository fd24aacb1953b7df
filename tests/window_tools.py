"""The program in a window on a copy of the sample review, with questions that are answered by a script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QLayoutItem, QLineEdit, QSpacerItem, QTextEdit, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import createdByPython, getAllValidWrappers

from imr_desk.errors import SaveFailedError
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.sample.write import write_sample
from imr_desk.session import Session
from imr_desk.store.review_file import ReviewFile
from ui.ask import FileKind, Question
from ui.making_ahead import MakingAhead
from ui.program import Program

P = TypeVar("P", bound=QWidget)


class ScriptedAsk:
    """Answers as the test wrote; questions without an answer get the safe one. `asked` keeps the questions.

    Whether words may be names is answered by `doubtful`, wherever an export asks it.
    """

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.doubtful = "go"
        self.files: list[Path] = []
        self.printers: list[QPrinter] = []
        self.asked: list[Question] = []
        self.dismissed = 0

    def question(self, question: Question) -> str:
        if {answer.id for answer in question.answers} == {"stop", "look", "go"}:
            return self.doubtful
        self.asked.append(question)
        return self.answers.pop(0) if self.answers else question.safe

    def secret(self, title: str, body: str, label: str) -> str | None:
        return None

    def open_file(self, title: str, kinds: tuple[FileKind, ...], folder: Path | None = None) -> Path | None:
        return self.files.pop(0) if self.files else None

    def save_file(self, title: str, kinds: tuple[FileKind, ...], suggested: Path) -> Path | None:
        return self.files.pop(0) if self.files else None

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        return None

    def printer(self, title: str, pages: int) -> QPrinter | None:
        return self.printers.pop(0) if self.printers else None

    def dismiss(self) -> None:
        self.dismissed += 1


@contextmanager
def running(
    ask: ScriptedAsk, minutes: int = 10, *, backups: bool = False, pages_ahead: bool = False
) -> Iterator[Program]:
    """A program with its window, ended afterwards whatever happened.

    As a rule it makes no `backups` by itself, and no `pages_ahead` of their being wanted: most tests see one or two.
    """
    with pytest.MonkeyPatch.context() as patch:
        if not pages_ahead:
            patch.setattr(MakingAhead, "begin", lambda _: None)
        yield from _running(ask, minutes, backups=backups)


def _running(ask: ScriptedAsk, minutes: int, *, backups: bool) -> Iterator[Program]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    program = Program(app, ask, minutes)
    program.backing_up.by_itself = backups
    try:
        yield program
    finally:
        program.end()
        QApplication.processEvents()
        program.window.close()
        program.window.deleteLater()
        program.theme.deleteLater()
        program.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def open_by_key(program: Program, path: Path, key: bytes, stage: int = 0) -> None:
    """Show a review without a passphrase being typed."""
    program.open_session(Session.open(path, raw_key=key), stage)


def in_use(qtbot: QtBot, program: Program) -> None:
    """Wait until the window has the keyboard, and its menus."""
    qtbot.waitUntil(lambda: program.window.actions_shown is not None)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()


def page_shown(program: Program, kind: type[P]) -> P:
    """The page of the review that stands open, which has to be of that kind."""
    assert program.review is not None
    page = program.review.pages.page
    assert isinstance(page, kind)
    return page


def items_python_holds() -> set[QLayoutItem]:
    """Items of layouts that Qt made, of which Python keeps what stands for them: it is not told when they go."""
    every = (each for each in getAllValidWrappers() if type(each) in (QWidgetItem, QSpacerItem))
    return {each for each in every if not createdByPython(each)}


def words_in(widget: QWidget) -> str:
    """Every word that stands in a widget, seen or not."""
    labels = [each.text() for each in widget.findChildren(QLabel)]
    fields = [each.text() for each in widget.findChildren(QLineEdit)]
    texts = [each.toPlainText() for each in widget.findChildren(QTextEdit)]
    return "\n".join((*labels, *fields, *texts))


@lru_cache(maxsize=4)
def _made(agency: str, _day: dt.date) -> tuple[bytes, bytes]:
    """The bytes of a review file and its raw key: the sample of an agency, or an empty review for "".

    One for each day: a review of yesterday is opened with a notice of what has come about since.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.imr"
        if agency:
            write_sample(path, SAMPLE_PASSPHRASE, agency=agency)
        else:
            Session.create(path, SAMPLE_PASSPHRASE).close()
        return path.read_bytes(), Session.derive_key(path, SAMPLE_PASSPHRASE)


def review_in(folder: Path, agency: str = "cps", name: str = "review.imr") -> tuple[Path, bytes]:
    """A fresh copy of the sample (or of an empty review, ""), and its raw key. Its passphrase is the sample's."""
    content, key = _made(agency, dt.datetime.now(tz=dt.UTC).astimezone().date())
    path = folder / name
    path.write_bytes(content)
    return path, key


class FullDisk:
    """A disk that takes nothing while `full`."""

    def __init__(self, replace: Callable[[object, str, object], None]) -> None:
        self.full = True
        real = ReviewFile.transaction

        @contextmanager
        def transaction(file: ReviewFile, at: str) -> Iterator[object]:
            if self.full:
                raise SaveFailedError("Not saved: the disk is full. Your words are still here. Free some space.")
            with real(file, at) as tx:
                yield tx

        replace(ReviewFile, "transaction", transaction)
