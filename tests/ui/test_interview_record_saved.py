"""From an interview goes its record, as a file for the person who gave it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from looks import settle
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk

from imr_desk.guidance.facts import Place
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session
from ui.interview_records import InterviewRecords
from ui.open_review import OpenReview
from ui.pages.interview_card import InterviewCard
from ui.pages.interviews import InterviewsPage
from ui.sign_off_jobs import SignOffJobs


@pytest.fixture
def page(show: Callable[..., None], session: Session) -> Iterator[InterviewsPage]:
    made = InterviewsPage()
    made.show_review(session.review)
    show(made, 900, 700)
    jobs = SignOffJobs(lambda: session, parent=made)
    held = cast("OpenReview", SimpleNamespace(session=lambda: session))
    InterviewRecords(made, jobs, ScriptedAsk(), held)
    yield made
    jobs._tasks.wait()
    settle()


def card_of(page: InterviewsPage, interview: str) -> InterviewCard:
    assert page.focus_place(Place("interview", interview, "", ""))
    card = page.card(interview)
    assert card is not None
    return card


def save(page: InterviewsPage, card: InterviewCard, target: Path, qtbot: QtBot) -> str:
    records = page.findChild(InterviewRecords)
    assert records is not None
    cast("ScriptedAsk", records._ask).files = [target]
    card.share.click()
    qtbot.waitUntil(lambda: not records._interview and bool(card.notice.words()))
    return card.notice.words()


def test_record_is_written_from_its_interview_and_said_there(
    page: InterviewsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    assert "It was written: out.docx" in save(page, card_of(page, "INT-01"), tmp_path / "out.docx", qtbot)
    assert (tmp_path / "out.docx").exists()


def test_record_in_a_file_named_after_somebody_registered_is_refused_and_the_keyboard_stays(
    page: InterviewsPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    session.run(RegisterName("STF-04", "Jolyon Wetherspindle"))
    card = card_of(page, "INT-01")
    assert "Nothing was written." in save(page, card, tmp_path / "Wetherspindle.docx", qtbot)
    assert not (tmp_path / "Wetherspindle.docx").exists()
    assert page.window().focusWidget() is card.share


def test_interview_without_a_record_offers_none_to_save(page: InterviewsPage) -> None:
    assert card_of(page, "INT-01").share.isVisibleTo(page)
    assert not card_of(page, "INT-06").share.isVisibleTo(page)
