"""What is said when a piece of evidence cannot be linked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from looks import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from imr_desk.review.review import Review
from imr_desk.sample import cps_records
from ui.pages import evidence_pane
from ui.pages.evidence_pane import EvidencePane

Show = Callable[..., None]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(evidence_pane, "announce", lambda _widget, text: words.append(text))
    return words


@pytest.mark.parametrize(
    ("sealed", "sentence"),
    [
        (False, "Go into a paragraph to link evidence to it."),
        (True, "The report is signed: no link is changed."),
    ],
)
@pytest.mark.parametrize("high", [420, 700])
def test_return_on_evidence_that_cannot_be_linked_says_why(
    show: Show, said: list[str], sealed: bool, sentence: str, high: int
) -> None:
    pane = EvidencePane()
    asked: list[str] = []
    pane.link_asked.connect(asked.append)
    pane.show_review(Review.of(cps_records()), sealed=sealed)
    show(pane, 320, high)
    settle()
    pane.refresh()
    pane.list.setFocus()
    pane.list.setCurrentIndex(pane.rows.index(0, 0))
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert said[-1] == sentence
    assert pane._for.isVisible()
    assert pane._for.text() == sentence
    assert asked == []
