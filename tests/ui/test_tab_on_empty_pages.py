"""Tab on a page of a review that was just begun: every control once, in the order in which the page reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factories import record, review
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.pages.form_page import FormPage
from ui.pages.page import Page
from ui.pages.registry import PAGES, page_class

Show = Callable[..., None]
MOST = 200


def walked(page: Page) -> list[QWidget]:
    """What Tab stops at, from the first stop round to it again."""
    first = QApplication.focusWidget()
    assert first is not None
    seen = [first]
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        if now is first or now is None:
            return seen
        assert now not in seen, now.accessibleName()
        seen.append(now)
    raise AssertionError("Tab does not come round")


@pytest.mark.parametrize("stage", sorted(PAGES))
def test_tab_goes_down_an_empty_page_as_it_reads(show: Show, qtbot: QtBot, stage: int) -> None:
    page = page_class(stage)()
    page.show_review(review(record("review", "review", agency="cps")))
    show(page, 900, 800)
    if isinstance(page, FormPage):
        page.build_all()
    qtbot.wait(1)  # what is put in order later
    QApplication.processEvents()
    inner = page.frame.scroller.widget() if isinstance(page, FormPage) else None
    stops = [each for each in walked(page) if inner is not None and inner.isAncestorOf(each)]
    tops = [each.mapTo(inner, QPoint(0, 0)).y() for each in stops if inner is not None]
    falls = [
        (above.accessibleName(), below.accessibleName())
        for above, below, up, down in zip(stops, stops[1:], tops, tops[1:], strict=False)
        if down < up - 40  # beside one another, or a button at the right of a heading
    ]
    assert falls == []
