"""A part that is shown before it has its place is a window of its own: it flashes, and takes the keyboard away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from imr_desk.guidance.facts import Place
from imr_desk.review.review import Review
from imr_desk.sample import cps_records
from ui.pages.form_page import FormPage
from ui.pages.registry import PAGES, page_class


class Windows(QObject):
    """Keeps what was shown as a window of its own."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.shown: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Windows:
    return Windows(qapp)


@pytest.mark.parametrize("stage", sorted(PAGES))
def test_page_being_made_and_shown_opens_no_window(windows: Windows, stage: int) -> None:
    page = page_class(stage)()
    if isinstance(page, FormPage):
        page.build_all()
    page.show_review(Review.of(cps_records()))
    page.focus_place(Place("entry", "CE-003", "event", ""))
    QApplication.processEvents()
    assert windows.shown == []
    page.deleteLater()


def test_windows_are_noticed_at_all(windows: Windows) -> None:
    label = QLabel("alone")
    label.show()
    assert windows.shown == ["QLabel"]
    label.deleteLater()
