"""The page of the sign-off: what holds each step, what it asks for, and what it says when a job is done or refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from factories import complete_review, with_values, without
from looks import SIZES, look_at, settle, unnamed
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sign_off_tools import ask_of, author_signed, both_signed, main_buttons, put, results_of
from window_tools import ScriptedAsk

from imr_desk.export.compare import Difference
from imr_desk.guidance.facts import Place
from imr_desk.jobs.verify import Answer, Verdict
from imr_desk.operations.sealing import Reopen
from ui.pages.sign_off import SignOffPage
from ui.pages.sign_off_check import around
from ui.pages.sign_off_step import StepState
from ui.sign_off_jobs import SignedElsewhere

Show = Callable[..., None]


@pytest.fixture
def page(show: Show) -> SignOffPage:
    made = SignOffPage()
    made.ask = ScriptedAsk()
    made.show_review(complete_review())
    show(made, 900, 700)
    return made


# ---- what the steps say
def test_sign_off_unsigned_review_can_be_signed_by_the_author_and_by_nobody_else(page: SignOffPage) -> None:
    page.show_results(results_of(complete_review()))
    assert (page.author.state, page.manager.state) == (StepState.NEXT, StepState.LATER)
    assert page.author.line() == "Nothing that was asked for is missing."
    assert page.manager.line() == "Opens when the author has signed."
    assert page.author.sign is not None
    assert page.author.sign.post.editor.value() == complete_review().one("author").text("job_title")
    assert page.author.sign.name.editor.value() == ""
    assert main_buttons(page) == ["Sign as author"]
    assert page.frame.head.lead.text() == "Draft of version 1. Signing seals the report part; the process part goes on."


def test_sign_off_what_is_missing_holds_the_signature_and_leads_to_its_place(page: SignOffPage, qtbot: QtBot) -> None:
    entry = complete_review().all("entry")[0].id
    held = with_values(complete_review(), entry, event=None)
    page.show_review(held)
    page.show_results(results_of(held))
    assert page.author.state is StepState.HELD
    assert page.author.line() == "1 thing is missing before the author can sign."
    assert page.author.sign is None
    link = next(each for each in page.author.findChildren(QPushButton) if each.text() == "Go to it")
    assert link.accessibleName() == f"Go to it: {entry} does not say what happened."
    assert link.accessibleDescription() == f"Chronology entry {entry}: Event or contact · R-072"
    with qtbot.waitSignal(page.place_requested) as asked:
        link.click()
    assert asked.args == [Place("entry", entry, "event", f"{entry} does not say what happened.")]
    page.show_results(results_of(complete_review()))
    assert page.author.sign is not None


def test_sign_off_signature_says_who_as_what_and_when_by_which_clock(page: SignOffPage) -> None:
    page.show_review(author_signed())
    page.show_results(results_of(author_signed()))
    assert page.author.state is StepState.DONE
    assert page.author.line() == "Example Author, Author · 12 July 2024, 10:00 by this computer’s clock"
    assert page.author.accessibleName() == "Signature of the author: Done"
    assert page.manager.state is StepState.NEXT
    assert main_buttons(page) == ["Counter-sign as senior manager"]
    on_paper = with_values(
        author_signed(), "SIG-01", route="paper", signed_at="2024-07-12", reference="Box 4.", scan_sha256="ab" * 32
    )
    page.show_review(on_paper)
    assert page.author.line() == "Example Author, Author · on paper, 12 July 2024"
    assert page.author._kept.text().startswith("Kept: Box 4. SHA-256 of the scan: abababab abababab")


def test_sign_off_both_signatures_in_opens_the_final_export_and_nothing_else(page: SignOffPage) -> None:
    page.show_review(both_signed())
    assert (page.manager.state, page.export_step.state) == (StepState.DONE, StepState.NEXT)
    assert main_buttons(page) == ["Export the signed report"]
    assert page.reopen.isVisible()
    assert "begins version 2" in page.reopen._line.text()


def test_sign_off_presentation_opens_with_both_signatures_and_leads_to_its_place(
    page: SignOffPage, qtbot: QtBot
) -> None:
    assert page.presented.state is StepState.LATER
    page.show_review(both_signed())
    page.show_results(results_of(both_signed()))
    assert page.presented.state in (StepState.NEXT, StepState.HELD)
    with qtbot.waitSignal(page.place_requested) as asked:
        page.presented.record.click()
    assert asked.args == [Place("afterwards", "afterwards", "presented_on", "")]
    page.show_review(with_values(both_signed(), "afterwards", presented_on="2024-07-20"))
    assert page.presented.state is StepState.DONE
    assert page.presented.line() == "Presented on 20 July 2024."


def test_sign_off_presentation_says_what_is_asked_before(page: SignOffPage) -> None:
    review = without(both_signed(), "TT-01")
    page.show_review(review)
    page.show_results(results_of(review))
    assert page.presented.state is StepState.HELD
    links = [each for each in page.presented.findChildren(QPushButton) if each.text() == "Go to it"]
    assert links[0].accessibleName() == "Go to it: The timetable has no date for the chronology."


# ---- what it asks for
def test_sign_off_typed_signature_is_asked_for_by_return_in_the_passphrase(page: SignOffPage, qtbot: QtBot) -> None:
    form = page.author.sign
    assert form is not None
    form.name.editor.setFocus()
    put(form.name.editor.box, "Alma Quill")
    put(form.post.editor.box, "Deputy Chief Crown Prosecutor")
    QTest.keyClicks(form.secret.box, "four plain words here")
    with qtbot.waitSignal(page.sign_requested) as asked:
        QTest.keyClick(form.secret.box, Qt.Key.Key_Return)
    assert asked.args == ["author", "Alma Quill", "Deputy Chief Crown Prosecutor", "four plain words here"]


def test_sign_off_field_that_is_wanting_says_so_and_gets_the_keyboard(page: SignOffPage) -> None:
    form = page.author.sign
    assert form is not None
    asked: list[object] = []
    page.sign_requested.connect(lambda *words: asked.append(words))
    form.button.click()
    assert form.name.error() == "Type the name of whoever signs."
    assert QApplication.focusWidget() is form.name.editor.box
    put(form.name.editor.box, "Alma Quill")
    form.button.click()
    assert QApplication.focusWidget() is form.secret.box
    assert form.secret.box.accessibleDescription().startswith("Type the passphrase of your signing key.")
    assert asked == []


def test_sign_off_signature_made_elsewhere_is_an_equal_route(page: SignOffPage, qtbot: QtBot, tmp_path: Path) -> None:
    first = page.author.sign
    assert first is not None
    put(first.name.editor.box, "Alma Quill")
    first.elsewhere.click()
    form = page.author.elsewhere
    assert form is not None
    assert first.isHidden()
    assert form.name.editor.value() == "Alma Quill"
    form.button.click()
    assert form.route.error() == "Choose how it was signed."
    form.route.editor.set_value("paper")
    put(form.signed_on.editor.box, "31 June 2024")
    form.button.click()
    assert form.signed_on.error() == "June 2024 has 30 days. Did you mean 30 June 2024 or 1 July 2024?"
    put(form.signed_on.editor.box, "12 July 2024")
    put(form.reference.editor.box, "Box 4")
    form.button.click()
    assert form.chosen.text().startswith("Choose the scan of the signed page")
    scan = tmp_path / "signed page.pdf"
    ask_of(page).files = [scan]
    with qtbot.waitSignal(page.scan_chosen) as chosen:
        form.choose.click()
    assert chosen.args == [scan]
    page._show_scan(scan, "ab" * 32)
    with qtbot.waitSignal(page.record_signature_requested) as asked:
        form.button.click()
    post = complete_review().one("author").text("job_title")
    made = SignedElsewhere("author", "Alma Quill", post, "paper", dt.date(2024, 7, 12), "Box 4", scan)
    assert asked.args == [made]


def test_sign_off_reopening_takes_a_reason_and_an_answer(page: SignOffPage) -> None:
    page.show_review(both_signed())
    asked: list[object] = []
    page.change_requested.connect(lambda operation, _visit: asked.append(operation))
    page.reopen.link.click()
    settle()
    form = page.reopen.form
    form.button.click()
    assert form.reason.error() == "Choose one of the three reasons."
    assert [form.reason.editor.box.itemText(at) for at in range(1, 4)] == [
        "A question from the panel",
        "New information",
        "An error of fact, told to the Chair",
    ]
    form.reason.editor.set_value("question")
    put(form.words.editor.box, "The panel asked about bail.")
    put(form.asked_by.editor.box, "Board manager")
    put(form.dated.editor.box, "20 July 2024")
    form.button.click()
    assert [each.safe for each in ask_of(page).asked] == ["keep"]
    assert asked == []
    ask_of(page).answers = ["reopen"]
    form.button.click()
    assert asked == [Reopen("question", "The panel asked about bail.", "Board manager", dt.date(2024, 7, 20))]
    assert page.change_refused(asked[0], "It is not signed.")  # type: ignore[arg-type]
    assert "It is not signed." in page.reopen.notice.words()
    page.show_review(complete_review())
    assert page.reopen.isHidden()
    assert form.words.editor.value() == ""


def test_sign_off_export_shows_first_what_will_be_written(page: SignOffPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.preview_requested) as asked:
        page.export_step.draft.click()
    assert asked.args == [True]
    assert page.reader.isVisible()
    assert page.frame.isHidden()
    page.reader.back.click()
    assert page.frame.isVisible()
    assert page.reader.isHidden()


def test_sign_off_save_and_check_ask_for_a_file_and_take_no_for_an_answer(page: SignOffPage, qtbot: QtBot) -> None:
    page.check.button.click()
    page.export_step.draft.click()
    page.reader.save.click()
    ask_of(page).files = [Path("draft.docx"), Path("other.docx")]
    with qtbot.waitSignal(page.export_requested) as export:
        page.reader.save.click()
    page.reader.back.click()
    with qtbot.waitSignal(page.verify_requested) as check:
        page.check.button.click()
    assert export.args == [Path("draft.docx"), True]
    assert check.args == [Path("other.docx")]


# ---- what it says of jobs
def test_sign_off_job_under_way_takes_no_second_press_and_says_what_is_done(page: SignOffPage) -> None:
    page.show_busy("export")
    assert page.export_step.notice.words().startswith("The report is being built")
    assert not page.export_step.draft.isEnabled()
    assert page.author.sign is not None
    assert not page.author.sign.button.isEnabled()
    page.show_failed("export", "The folder is not there. Nothing was written.")
    assert page.export_step.notice.words() == "The folder is not there. Nothing was written."
    assert page.export_step.draft.isEnabled()


def test_sign_off_file_that_differs_is_shown_place_by_place(page: SignOffPage) -> None:
    places = tuple(
        Difference("B16", f"Five decisions were made in {n}.", f"Six decisions were made in {n}.", f"12 Analysis: {n}")
        for n in range(25)
    )
    verdict = Verdict(Answer.DIFFERS, "This file differs from the review you hold, first at: 12.", (), places)
    page._checked = "report.docx"
    page.show_verdict(verdict)
    settle()
    assert page.check.notice.words().endswith("first at: 12. File: report.docx")
    shown = [
        each.text() for each in page.check.places.findChildren(QWidget) if hasattr(each, "role") and each.isVisible()
    ]
    assert "Signed: Five decisions were made in 0." in shown
    assert "In the file: Six decisions were made in 0." in shown
    assert "5 more places differ." in shown
    page.show_verdict(Verdict(Answer.MATCHES, "Matches the review you hold.", ("Author: A",)))
    assert page.check.places.isHidden()


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("abc", "abd", ("abc", "abd")),
        ("abc", "", ("abc", "")),
        ("x" * 90 + "one" + "y" * 90, "x" * 90 + "two" + "y" * 90, None),
        ("same", "same and more", ("same", "same and more")),
        ("aXa", "aa", ("aXa", "aa")),
    ],
)
def test_sign_off_difference_is_shown_with_a_little_round_it(
    one: str, other: str, shown: tuple[str, str] | None
) -> None:
    wanted = shown or (f"…{'x' * 60}one{'y' * 60}…", f"…{'x' * 60}two{'y' * 60}…")
    assert around(one, other) == wanted


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def test_sign_off_nothing_is_cut_and_everything_is_named(page: SignOffPage, size: Any) -> None:  # noqa: ANN401
    for state in (complete_review(), author_signed()):
        page.show_review(state)
        page.show_results(results_of(state))
        assert look_at(page, size) == []
        assert unnamed(page) == []


def tab_through(count: int) -> list[str]:
    names = []
    for _ in range(count):
        widget = QApplication.focusWidget()
        assert widget is not None
        names.append(widget.accessibleName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return names


def test_sign_off_tab_goes_through_the_forms_as_they_read(page: SignOffPage) -> None:
    form = page.author.sign
    assert form is not None
    form.name.editor.setFocus()
    assert tab_through(6) == [
        "Name",
        "Job title",
        "Passphrase of your signing key",
        "Show the passphrase",
        "Sign as author",
        "Signed on paper or by e-mail",
    ]
    page.show_review(author_signed())
    page.manager._to_elsewhere()
    settle()
    page.manager.read.setFocus()
    assert tab_through(18) == [
        "Read the report first",
        "Name",
        "Job title of the senior manager",
        "How it was signed",
        "Date of the signature",
        "Where the paper or message is kept",
        "Choose the scan or message",
        "Record the signature",
        "Sign in IMR Desk instead",
        "Export a draft",
        "Export the chronology",
        "Export the plain table",
        "Export for a merging tool",
        "Export all fields",
        "Export the separate sheets",
        "Fill in the panel’s own form …",
        "Reopen this version",
        "Choose a Word file or PDF",
    ]
