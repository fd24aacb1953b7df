"""Reading files to be kept, in a worker: it can be stopped, shows only when it takes long, and says what failed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sample_session import open_sample

from imr_desk.operations.documents import KeepDocument
from imr_desk.session import Session
from ui.document_jobs import DocumentJobs
from ui.pages.records import RecordsPage
from ui.tasks import Tasks
from ui.widgets.buttons import Button


class Held:
    """Tasks that wait until they are let go."""

    def __init__(self) -> None:
        self.tasks, self.gate, self.owner = Tasks(), threading.Event(), QObject()
        self.tasks.run(self.gate.wait)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = open_sample(tmp_path)
    yield made
    made.close()


@pytest.fixture
def held() -> Iterator[Held]:
    made = Held()
    yield made
    made.gate.set()
    made.tasks.wait()
    QApplication.processEvents()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Letter.pdf"
    path.write_bytes(b"%PDF")
    return path


def test_reading_that_is_stopped_keeps_nothing_and_says_so(
    session: Session, held: Held, letter: Path, qtbot: QtBot
) -> None:
    jobs = DocumentJobs(lambda: session, held.tasks, held.owner)
    jobs.read_files((letter,))
    jobs.stop()
    with qtbot.waitSignal(jobs.stopped) as told, qtbot.assertNotEmitted(jobs.read):
        held.gate.set()
    assert told.args == ["Stopped. Nothing was kept."]


def test_copy_of_a_document_that_is_gone_is_refused_in_words(session: Session, held: Held, letter: Path) -> None:
    jobs = DocumentJobs(lambda: session, held.tasks, held.owner)
    said: list[str] = []
    jobs.failed.connect(said.append)
    jobs.write_copy("DOC-99", letter.with_name("copy.pdf"))
    assert said == ["That document is no longer there."]


def test_copy_is_written_beside_the_review(session: Session, held: Held, letter: Path, qtbot: QtBot) -> None:
    session.run(KeepDocument("DOC-01", "Letter", "application/pdf", b"%PDF"))
    jobs = DocumentJobs(lambda: session, held.tasks, held.owner)
    jobs.write_copy("DOC-01", letter.with_name("copy.pdf"))
    with qtbot.waitSignal(jobs.written):
        held.gate.set()
    assert letter.with_name("copy.pdf").read_bytes() == b"%PDF"


def test_page_shows_a_job_only_when_it_takes_long_and_cancel_stops_it(
    session: Session, held: Held, letter: Path, qtbot: QtBot
) -> None:
    page = RecordsPage()
    qtbot.addWidget(page)
    page.show_review(session.review)
    jobs = DocumentJobs(lambda: session, held.tasks, page)
    page.use(jobs, None, letter.parent)  # type: ignore[arg-type]
    page.keep_files((letter,))
    assert page.notice.progress is None
    page._late.timeout.emit()
    assert page.notice.words().startswith("Reading what is to be kept")
    cancel = page.notice.findChild(Button)
    assert cancel is not None
    cancel.click()
    held.gate.set()
    qtbot.waitUntil(lambda: "Nothing was kept" in page.notice.words())
    assert [each.id for each in session.review.all("document")] == ["DOC-001"]  # the family tree of the sample
