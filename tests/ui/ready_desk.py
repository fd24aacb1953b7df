"""‘Ready?’ in an open review, and ways to find its parts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, open_by_key, review_in, running

from imr_desk.operations.general import SetFields
from imr_desk.review.review import Review
from ui.pages.ready import ReadyPage
from ui.pages.ready_checklist import ChecklistPart
from ui.pages.ready_checks import ChecksPart
from ui.pages.ready_gates import GatesPart
from ui.pages.ready_matrix import MatrixPart
from ui.program import Program

READY = 8


class Desk:
    def __init__(self, program: Program, qtbot: QtBot) -> None:
        assert program.review is not None
        self.program, self._qtbot, self.review = program, qtbot, program.review
        page = program.window.page(READY)
        assert isinstance(page, ReadyPage)
        self.page = page
        page.build_all()
        self.wait(lambda: self.review.advice is not None)
        self.settle()

    def wait(self, until: object) -> None:
        self._qtbot.waitUntil(until)  # type: ignore[arg-type]

    def settle(self) -> None:
        for _ in range(5):
            QApplication.processEvents()

    def part(self, kind: type[QWidget]) -> QWidget:
        return next(each for each in self.page._parts() if isinstance(each, kind))

    @property
    def checks(self) -> ChecksPart:
        part = self.part(ChecksPart)
        assert isinstance(part, ChecksPart)
        return part

    @property
    def matrix(self) -> MatrixPart:
        part = self.part(MatrixPart)
        assert isinstance(part, MatrixPart)
        return part

    @property
    def gates(self) -> GatesPart:
        part = self.part(GatesPart)
        assert isinstance(part, GatesPart)
        return part

    @property
    def checklist(self) -> ChecklistPart:
        part = self.part(ChecklistPart)
        assert isinstance(part, ChecklistPart)
        return part

    def run(self, *operations: SetFields) -> None:
        """Make edits, and wait until they are judged."""
        before = self.review.advice
        for operation in operations:
            self.review.bridge.run(operation)
        self.wait(lambda: self.review.advice is not before and self.review.advice.review is self.now)  # type: ignore[union-attr]
        self.settle()

    @property
    def now(self) -> Review:
        return self.review.bridge.review

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(focus(), key, modifier)
        self.settle()

    def tab_to(self, wanted: QWidget, most: int = 40) -> None:
        for _ in range(most):
            if focus() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {wanted.accessibleName()!r}")

    def lines(self) -> list[str]:
        return [row.key for row in self.checks.list.rows.rows]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@contextmanager
def opened(folder: Path, qtbot: QtBot, agency: str = "cps") -> Iterator[Desk]:
    """A window on the sample, or on an empty review (""), at ‘Ready?’."""
    path, key = review_in(folder, agency)
    with running(ScriptedAsk()) as program:
        program.window.resize(1280, 800)
        program.window.show()
        program.window.activateWindow()
        open_by_key(program, path, key, READY)
        yield Desk(program, qtbot)
