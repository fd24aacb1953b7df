"""Reviews that stand before each signature, and small helpers to type and ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from factories import signed_review, with_values, without
from looks import settle
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from window_tools import ScriptedAsk

from imr_desk.guidance.engine import run as run_checks
from imr_desk.guidance.facts import Facts, NamesSeen
from imr_desk.review.review import Review
from imr_desk.session import Session
from imr_desk.signing.statement import Statement
from ui.bridge import Bridge
from ui.pages.sign_off import SignOffPage
from ui.sign_off_jobs import SignOffJobs


@contextmanager
def sign_off_page(show: Callable[..., None], session: Session, folder: Path) -> Iterator[SignOffPage]:
    """The page on an open review, with the jobs behind it; what it writes is offered a place in the folder."""
    made = SignOffPage()
    show(made, 900, 700)
    bridge = Bridge(session, made)
    jobs = SignOffJobs(lambda: session, parent=made)
    made.use(jobs, ScriptedAsk(), folder)
    made.change_requested.connect(bridge.run)
    bridge.changed.connect(lambda changes: made.show_review(changes.review))
    made.show_review(session.review)
    yield made
    jobs._tasks.wait()
    settle()


def results_of(review: Review) -> Any:  # noqa: ANN401 - a tuple of results
    return run_checks(Facts(review, NamesSeen(readable=True), dt.date(2024, 8, 1)))


def statement_of(role: str) -> str:
    made = Statement(role, "report", "A", "B", "2024-07-12T10:00:00+00:00", 1, "", "", "T1", "cps", "", "", "")
    return made.to_bytes().decode()


def both_signed() -> Review:
    first = with_values(signed_review(), "SIG-01", route="program", statement=statement_of("author"))
    return with_values(first, "SIG-02", route="program", statement=statement_of("counter_signatory"))


def author_signed() -> Review:
    return without(both_signed(), "SIG-02")


def ask_of(page: SignOffPage) -> ScriptedAsk:
    assert isinstance(page.ask, ScriptedAsk)
    return page.ask


def main_buttons(page: QWidget) -> list[str]:
    """What stands on the filled buttons that can be seen."""
    found = page.findChildren(QPushButton)
    return [each.words() for each in found if each.isVisible() and each._style.rest.fill == "accent"]


def put(box: QWidget, words: str) -> None:
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, words)
