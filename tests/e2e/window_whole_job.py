"""The whole job through the window, by keys: from ‘New review’ to the signed Word file, which is checked by a drop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from at_the_keyboard import CONTROL, KEY, Author
from command_line import with_word_changed
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_tools import ScriptedAsk, items_python_holds, running

from imr_desk.session import Session
from ui.pages.new_review import NewReviewPage
from ui.pages.recovery_sheet import RecoverySheetPage
from ui.pages.sign_off import SignOffPage

PASSPHRASE = "seven quiet herons at dusk"
PROCESSES = (
    "Criminal proceedings",
    "Coroner",
    "Complaint",
    "Disciplinary process",
    "Domestic homicide review",
    "Police complaints body",
    "Serious incident (health)",
    "Internal review",
    "Safeguarding adults review",
    "Mental-health homicide review",
)


@pytest.fixture
def ask() -> ScriptedAsk:
    return ScriptedAsk()


@pytest.fixture
def author(ask: ScriptedAsk, qtbot: QtBot) -> Iterator[Author]:
    with running(ask, pages_ahead=True) as program:
        yield Author(program, qtbot)
        qtbot.waitUntil(lambda: program.tasks.running == 0)


def begin(author: Author, folder: Path) -> None:
    """From the first page, with Space; then the fields of ‘New review’ in the order they have."""
    author.program.begin(None)
    author.program.window.activateWindow()
    author.wait(lambda: QApplication.focusWidget() is not None)
    author.push("New review")
    author.wait(lambda: author.program.window.findChild(NewReviewPage) is not None)
    author.wait(lambda: author.focus.accessibleName() == "Agency")
    author.keys("c")
    author.choose("Kind of review", "serious")
    author.put("Period under review, from", "1/1/2021")
    author.put("To (cut-off)", "1 February 2024")
    author.put("Passphrase", PASSPHRASE)
    author.put("The same passphrase again", PASSPHRASE)
    author.press(KEY.Key_Return)
    author.wait(lambda: author.program.window.findChild(RecoverySheetPage) is not None)
    author.push("Take these words over")
    author.push("Go on without a recovery key")
    author.wait(lambda: author.program.review is not None and author.program.review.advice is not None)


def the_review(author: Author) -> None:
    """Stage 1: what was asked for, by whom, about whom."""
    author.stage(1)
    author.put("Form chosen by the board", "Full review")
    author.choose("Who the review is about", "a")
    author.put("Our reference", "EX-1")
    author.choose("Ground for the review", "d")
    author.put("Decided on", "1 March 2024")
    author.push("Add a question")
    author.put("Question", "Was risk recognised in time?")
    author.press(KEY.Key_Escape)
    author.put("Start event chosen", "Decision")
    author.put("Its date", "1 March 2024")
    author.put("Six months end on", "1 September 2024")
    author.put("Name of the board", "Example Safeguarding Board")
    author.put("Job title", "Deputy Chief Crown Prosecutor")
    author.put("Relevant experience", "Twelve years of casework.")
    author.put("Job title", "Chief Crown Prosecutor")
    author.put("Who owns the report", "The Area")
    author.put("How its quality is assured", "By the checklist")
    author.put("Who agrees the final text", "Chief Crown Prosecutor")
    author.put("Answered on", "20 March 2024")
    author.push("Add a person")
    author.put("Code or pseudonym", "Child A")
    author.put("Relationship", "subject of the review")
    author.press(KEY.Key_Escape)
    author.put("Where the template was agreed", "First panel meeting, 2 April 2024")
    author.put("Introduction", "Why the review was held.")
    author.put("Purpose of the review", "To learn lessons, within the agency and between agencies.")
    author.put("What the review is not", "It does not apportion blame.")
    author.put("How the review was done", "Records were read.")
    author.unfold("Abbreviations")
    author.push("Add an abbreviation")
    author.put("Term", "SIO")
    author.put("Meaning", "Senior investigating officer")
    author.press(KEY.Key_Escape)


def independence(author: Author) -> None:
    """Stage 2: who declared what, who was told, and which other proceedings there are."""
    author.stage(2)
    author.push("Add a declaration")
    author.choose("Made by", "a")
    author.put("Declared on", "15 March 2024")
    author.put("No direct involvement", "I had no part in the case.")
    author.put("No line management", "I managed nobody involved.")
    author.put("Conflicts of interest", "None.")
    author.press(KEY.Key_Escape)
    author.push("Add a notice")
    author.put("Date", "4 March 2024")
    author.choose("Kind of recipient", "c")
    author.put("To (post)", "Chief Operating Officer")
    author.put("By (post)", "Chief Crown Prosecutor")
    author.put("What they were told", "The request and the letter.")
    author.press(KEY.Key_Escape)
    author.push("List every kind still to be answered")
    for process in PROCESSES:
        author.push(f"Change: {process}")
        author.choose("Status", "n")
        author.put("Checked on", "21 March 2024")
        author.press(KEY.Key_Escape)


def records(author: Author) -> None:
    """Stage 3: what was secured and examined, and the policies of the time."""
    author.stage(3)
    author.put("Told to secure on", "2 March 2024")
    author.put("Secured on", "3 March 2024")
    author.push("Add a record")
    author.put("Description", "Case file")
    author.walk("Paper or electronic")
    author.press(KEY.Key_End)
    author.choose("Status", "h")
    author.put("Secured on", "3 March 2024")
    author.put("Examined on", "10 April 2024")
    author.press(KEY.Key_Escape)
    author.push("Add a policy")
    author.put("Title", "Policy on risk")
    author.put("Body", "The agency")
    author.press(KEY.Key_Escape)


def chronology(author: Author) -> None:
    """Stage 4: the entries, and who signed the chronology off."""
    author.stage(4)
    for day, what in (("4 May 2023", "A call was taken."), ("3 August 2023", "A visit was made.")):
        author.press(KEY.Key_Return, CONTROL)
        author.type(day)
        author.put("Event or contact", what)
        author.put("Source: record", "c")
        author.put("Source: page or place", "p. 3")
        author.press(KEY.Key_Escape)
    author.push("Gaps and sign-off")
    author.push("Add a sign-off")
    author.put("What was signed off", "The chronology as sent")
    author.put("Signed off on", "1 May 2024")
    author.put("Signed off by (post)", "Chief Crown Prosecutor")
    author.press(KEY.Key_Escape)


def interviews(author: Author) -> None:
    """Stage 5: who was involved, by job title, and why nobody was interviewed."""
    author.stage(5)
    author.push("Add a person")
    author.put("Job title and number", "Case Officer 1")
    author.put("Job title", "Case Officer")
    author.put("Why not interviewed", "Left the service and could not be found.")
    author.press(KEY.Key_Escape)


def link_evidence(author: Author, words: str) -> None:
    """Link to the paragraph that is written what is found by these words, and go back to writing."""
    author.press(KEY.Key_K, CONTROL)
    author.wait(lambda: author.focus.accessibleName() == "Search the evidence")
    author.keys(words)
    author.press(KEY.Key_Return)
    author.press(KEY.Key_Return)
    author.press(KEY.Key_Escape)


def analysis(author: Author) -> None:
    """Stage 6: the question answered beside its evidence, and what belongs to it."""
    author.stage(6)
    author.push("Begin the section for question 1")
    author.keys("A call was taken and passed on.")
    link_evidence(author, "call")
    author.push("New paragraph: Finding")
    author.keys("It was recognised late.")
    link_evidence(author, "visit")
    author.push("Add a key decision")
    author.put("Decision", "Not to visit that week")
    author.put("Why", "No car was free.")
    author.press(KEY.Key_Escape)
    author.push("Add good practice")
    author.put("What", "The call was noted at once.")
    author.press(KEY.Key_Escape)
    author.put("Resources, overall", "A shortfall was found.")
    author.put("What the agency does and does not do", "It prosecutes.")
    author.push("Add a paragraph")
    author.walk("Summary, paragraph")
    author.keys("The agency was told of a risk.")
    link_evidence(author, "call")
    author.put("Declared by", "Deputy Chief Crown Prosecutor")
    author.put("Declared on", "1 July 2024")
    author.put("Declaration", "I have checked it.")
    author.put("Statements without a source looked through on", "30 June 2024")


def lessons(author: Author) -> None:
    """Stage 7: what was learnt, what follows from it, and who cleared it."""
    author.stage(7)
    author.push("Add a lesson")
    author.put("Lesson", "Visits need a car.")
    author.press(KEY.Key_Escape)
    author.push("Add early action")
    author.put("Action", "Notes are made at once.")
    author.put("Started", "1 April 2024")
    author.press(KEY.Key_Escape)
    author.push("Add a recommendation")
    author.choose("From lesson", "v")
    author.put("Recommendation", "Keep one car free.")
    author.put("Specific: what will be done", "One car")
    author.put("Measurable: how success is judged", "Visits made in a day")
    author.put("Achievable: by whom, with what", "By the office manager")
    author.put("Relevant: which lesson", "The first")
    author.put("Time-bound: by when", "31 December 2024")
    author.press(KEY.Key_Escape)
    author.push("Change: Visits need a car.", back=True)
    author.choose("Recommendation", "k")
    author.press(KEY.Key_Escape)
    author.push("Add an action")
    author.choose("Recommendation", "k")
    author.put("Action", "Set one car aside.")
    author.put("Expected change", "Visits are made in a day.")
    author.put("Owner (post)", "Office manager")
    author.put("Due", "31 December 2024")
    author.press(KEY.Key_Escape)
    clear(author, "Director of Public Prosecutions", first=True)
    clear(author, "Operations Directorate")
    clear(author, "Chief Operating Officer", final=True)


def clear(author: Author, who: str, *, first: bool = False, final: bool = False) -> None:
    """Record a clearance of the recommendation, or of the final draft."""
    author.push("Add a clearance", back=not first)
    author.put("Who (post or directorate)", who)
    if final:
        author.choose("Kind", "f")
    else:
        author.choose("Recommendations: add a link", "k")
    author.put("Cleared on", "5 July 2024")
    author.choose("Status", "c")
    author.put("Version", "1")
    author.press(KEY.Key_Escape)


def checklist(author: Author) -> None:
    """Stage 8: the quality checklist."""
    author.stage(8)
    author.push("Begin the checklist")
    author.wait(lambda: author.focus.accessibleName() == "Items of the quality checklist")
    author.push("Not answered yet …", back=True)
    count = int(author.focus.accessibleName().rpartition(" ")[2])
    author.walk("Items of the quality checklist")
    author.press(KEY.Key_Home)
    for _ in range(count):
        author.press(KEY.Key_Return)
        author.walk("Answer")
        author.keys("y")
        author.put("Comment", "Seen.")
        author.walk("Items of the quality checklist", back=True)
        author.press(KEY.Key_Down)
    author.put("Completed by (post)", "Chief Crown Prosecutor")
    author.put("Completed on", "10 July 2024")
    author.put("Version", "1")


def sign(author: Author, name: str, passphrase: str) -> None:
    """Type a name and the passphrase of a key, and sign with Return."""
    author.put("Name", name)
    author.put("Passphrase of your signing key", passphrase)
    author.press(KEY.Key_Return)


def signatures(author: Author) -> None:
    """Stage 9: the author signs; the senior manager reads the report and counter-signs."""
    page = sign_off(author)
    author.wait(lambda: page.author.sign is not None)
    sign(author, "Alma Quill", "four words of my own")
    author.wait(lambda: "Signed. Version 1 is sealed." in page.author.notice.words())
    author.wait(lambda: page.manager.sign is not None)
    author.push("Read the report first", back=True)
    author.wait(lambda: page.reader.shown is not None)
    assert page.reader.words.text().split(" · ") == list(page.author.words.words())
    assert author.focus is page.reader.view
    author.press(KEY.Key_End, CONTROL)
    author.push("Counter-sign as senior manager", back=True)
    assert author.focus.accessibleName() == "Name"
    sign(author, "Bruno Vance", "another four plain words")
    author.wait(lambda: "Both signatures are in." in page.manager.notice.words())


def exported(author: Author) -> None:
    """See what will be written, then write it."""
    page = sign_off(author)
    author.push("Export the signed report")
    author.wait(lambda: page.reader.shown is not None)
    assert page.reader.marking.text() == "OFFICIAL-SENSITIVE"
    author.push("Save the report", back=True)
    author.wait(lambda: "The signed report was written" in page.reader.notice.words())
    author.press(KEY.Key_Escape)


def checked(author: Author, report: Path) -> str:
    """Drop the file on the window, at another stage; what is said of it."""
    author.stage(4)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(report))])
    window, how = author.program.window, (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), *how, Qt.KeyboardModifier.NoModifier))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), *how, Qt.KeyboardModifier.NoModifier))
    author.wait(lambda: author.page.stage == 9)
    page = sign_off(author)
    author.wait(lambda: f"File: {report.name}" in page.check.notice.words())
    return page.check.notice.words()


def sign_off(author: Author) -> SignOffPage:
    page = author.page if author.page.stage == 9 else author.stage(9)
    assert isinstance(page, SignOffPage)
    return page


def test_whole_job_from_new_review_to_the_checked_word_file(author: Author, ask: ScriptedAsk, tmp_path: Path) -> None:
    report = tmp_path / "EX-1 version 1.docx"
    begin(author, tmp_path)
    for part in (the_review, independence, records, chronology, interviews, analysis, lessons, checklist, signatures):
        part(author)
    ask.files = [report]
    exported(author)
    assert checked(author, report).startswith("Matches the review you hold.")
    changed = with_word_changed(report, "Visits need a car.", "Visits need two cars.")
    assert checked(author, changed).startswith("This file differs from the review you hold, first at: ")
    assert items_python_holds() == set()
    assert author.program.path is not None
    kept = Session.open(author.program.path, PASSPHRASE, read_only=True)
    assert [each.text("name") for each in kept.review.all("signature")] == ["Alma Quill", "Bruno Vance"]
    assert [each.text("event") for each in kept.review.all("entry")] == ["A call was taken.", "A visit was made."]
    kept.close()
