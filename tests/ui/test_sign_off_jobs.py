"""Signing, exporting and checking from the page, with everything behind it."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from factories import complete_review
from looks import settle
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from sign_off_tools import ask_of, put
from window_tools import ScriptedAsk

from imr_desk.jobs.sign import record_signature, sign
from imr_desk.operations import sealing
from imr_desk.operations.general import SetFields
from imr_desk.operations.sealing import Declared
from imr_desk.sample.write import write_sample
from imr_desk.session import Session
from imr_desk.signing.holding import seal_faults
from tests.sample_session import AUTHOR, MANAGER, PASSPHRASE
from ui.bridge import Bridge
from ui.pages.sign_off import SignOffPage
from ui.pages.sign_off_step import StepState
from ui.sign_off_jobs import SignOffJobs

Show = Callable[..., None]


@pytest.fixture
def page(show: Show) -> SignOffPage:
    made = SignOffPage()
    made.ask = ScriptedAsk()
    made.show_review(complete_review())
    show(made, 900, 700)
    return made


@pytest.fixture
def live(page: SignOffPage, session: Session, tmp_path: Path, qtbot: QtBot) -> Iterator[SignOffPage]:
    """The page on the sample, with everything behind it."""
    bridge = Bridge(session, page)
    jobs = SignOffJobs(lambda: session, parent=page)
    ask = ScriptedAsk()
    page.use(jobs, ask, tmp_path)
    page.change_requested.connect(bridge.run)
    bridge.changed.connect(lambda changes: page.show_review(changes.review))
    page.show_review(session.review)
    yield page
    jobs._tasks.wait()
    settle()


@pytest.fixture
def owner(qapp: QApplication) -> Iterator[QObject]:
    """Owns jobs that no page owns, and ends them in this thread: else garbage is collected in the worker's."""
    made = QObject(qapp)
    yield made
    for jobs in made.findChildren(SignOffJobs):
        jobs._tasks.wait()
    settle()
    made.deleteLater()
    settle()


def test_sign_off_both_sign_and_the_report_is_written_and_checked(
    live: SignOffPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    settle()
    for step, (_, name, _) in ((live.author, AUTHOR), (live.manager, MANAGER)):
        live.show_results(session.results())
        form = step.sign
        assert form is not None
        put(form.name.editor.box, name)
        QTest.keyClicks(form.secret.box, PASSPHRASE)
        form.button.click()
        qtbot.waitUntil(lambda step=step: "Signed. Version 1 is sealed." in step.notice.words())
        assert len(step.words.words()) == 6
    assert live.author.notice.words() == ""
    target = tmp_path / "REVIEW-K version 1.docx"
    ask_of(live).files = [target, target]
    live.export_step.final.click()
    qtbot.waitUntil(lambda: live.reader.shown is not None)
    assert live.reader.marking.text() == "OFFICIAL-SENSITIVE"
    live.reader.save.click()
    qtbot.waitUntil(lambda: "The signed report was written" in live.reader.notice.words())
    live.reader.back.click()
    assert "The signed report was written" in live.export_step.notice.words()
    live.check.button.click()
    qtbot.waitUntil(lambda: "Matches the review you hold." in live.check.notice.words())
    assert "Alma Quill" in live.check.notice.words()


def test_sign_off_refused_signature_keeps_what_was_typed(live: SignOffPage, qtbot: QtBot) -> None:
    form = live.author.sign
    assert form is not None
    put(form.name.editor.box, "Alma Quill")
    put(form.post.editor.box, "Crown Prosecutor 1")
    QTest.keyClicks(form.secret.box, PASSPHRASE)
    form.button.click()
    qtbot.waitUntil(lambda: "took part in the case" in live.author.notice.words())
    assert form.name.editor.value() == "Alma Quill"
    assert form.button.isEnabled()


def test_sign_off_scan_is_read_and_recorded_with_its_digest(
    live: SignOffPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    scan = tmp_path / "signed.pdf"
    scan.write_bytes(b"a signed page")
    digest = hashlib.sha256(b"a signed page").hexdigest()
    live.author._to_elsewhere()
    form = live.author.elsewhere
    assert form is not None
    put(form.name.editor.box, "Alma Quill")
    form.route.editor.set_value("e-mail")
    put(form.signed_on.editor.box, "2 December 2014")
    put(form.reference.editor.box, "Mailbox of the review")
    ask_of(live).files = [scan]
    form.choose.click()
    qtbot.waitUntil(lambda: digest[:8] in form.chosen.text())
    form.button.click()
    qtbot.waitUntil(lambda: live.author.state is StepState.DONE)
    kept = session.review.all("signature")[0]
    assert (kept.text("route"), kept.text("scan_sha256"), kept.text("signed_at")) == ("e-mail", digest, "2014-12-02")


def test_sign_off_job_is_not_begun_while_words_are_not_on_disk(session: Session, owner: QObject, qtbot: QtBot) -> None:
    jobs = SignOffJobs(lambda: session, settle=lambda: False, parent=owner)
    with qtbot.waitSignal(jobs.failed) as refused:
        jobs.sign(*AUTHOR, PASSPHRASE)
    assert refused.args[0] == "author"
    assert "not on disk yet" in refused.args[1]
    with qtbot.waitSignal(jobs.failed):
        jobs.export(Path("x.docx"), True)
    assert session.review.all("signature") == ()


def test_sign_off_jobs_refusals_are_sentences(session: Session, owner: QObject, tmp_path: Path, qtbot: QtBot) -> None:
    jobs = SignOffJobs(lambda: session, parent=owner)
    with qtbot.waitSignal(jobs.failed) as refused:
        jobs.export(tmp_path / "none" / "draft.docx", True)
    assert refused.args[1].endswith("is not there. Nothing was written.")
    with qtbot.waitSignal(jobs.failed) as unread:
        jobs.verify(tmp_path / "gone.docx")
    assert unread.args == ["verify", "‘gone.docx’ cannot be read. Check that it is there and may be opened."]
    sign(session, *AUTHOR, PASSPHRASE)
    with qtbot.waitSignal(jobs.failed) as twice:
        jobs.sign(*AUTHOR, PASSPHRASE)
    assert twice.args[1] == "This version is signed in that role already. Nothing was changed."


def test_sign_off_export_can_be_stopped_and_nothing_is_written(
    live: SignOffPage, session: Session, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def held(*_given: object, step: Callable[[str], None], **_named: object) -> None:
        step("read_back")
        reached.set()
        go_on.wait(10)
        step("write")

    monkeypatch.setattr("imr_desk.jobs.export.export_review", held)
    live.export_step.draft.click()
    qtbot.waitUntil(lambda: live.reader.shown is not None)
    ask_of(live).files = [tmp_path / "draft.docx"]
    live.reader.save.click()
    qtbot.waitUntil(reached.is_set)
    qtbot.waitUntil(lambda: "read back and compared" in live.reader.notice.words())
    assert live.reader.notice.progress is not None
    assert live.reader.notice.progress.bar.value() == 40
    assert QApplication.focusWidget() is live.reader.notice.progress.button
    QTest.keyClick(live.reader.notice.progress.button, Qt.Key.Key_Escape)
    go_on.set()
    qtbot.waitUntil(lambda: live.reader.notice.words() == "Stopped. Nothing was written.")
    assert not (tmp_path / "draft.docx").exists()
    assert QApplication.focusWidget() is live.reader.save
    assert live.reader.save.isEnabled()


def test_sign_off_signing_can_be_stopped_before_it_is_done(
    live: SignOffPage, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = live.author.sign
    assert form is not None
    put(form.name.editor.box, AUTHOR[1])
    QTest.keyClicks(form.secret.box, PASSPHRASE)
    made = sealing.prepare

    def stopped(*given: Any) -> Any:  # noqa: ANN401
        live.stop_requested.emit()  # the person presses while the worker is at its last step
        return made(*given)

    monkeypatch.setattr("imr_desk.jobs.sign.prepare", stopped)
    form.button.click()
    qtbot.waitUntil(lambda: live.author.notice.words() == "Stopped. Nothing was signed.")
    assert session.review.all("signature") == ()
    assert form.button.isEnabled()


def test_sign_off_review_edited_while_a_signature_is_prepared_is_signed_as_it_then_stands(
    live: SignOffPage, session: Session, qtbot: QtBot
) -> None:
    form = live.author.sign
    assert form is not None
    put(form.name.editor.box, AUTHOR[1])
    QTest.keyClicks(form.secret.box, PASSPHRASE)
    form.button.click()
    qtbot.waitUntil(lambda: live.author.notice.progress is not None)
    QTimer.singleShot(0, lambda: session.run(SetFields("entry", "CE-003", {"comment": "Seen again."})))
    qtbot.waitUntil(lambda: live.author.state is StepState.DONE)
    assert seal_faults(session.review, session.file.fact("nonce")) == ()


def test_sign_off_window_answers_while_a_long_report_is_exported(tmp_path: Path, owner: QObject, qtbot: QtBot) -> None:
    path = tmp_path / "long.imr"
    write_sample(path, PASSPHRASE, entries=600)
    session = Session.open(path, PASSPHRASE)
    jobs = SignOffJobs(lambda: session, parent=owner)
    beats: list[float] = []
    heart = QTimer(owner)
    heart.setInterval(5)
    heart.timeout.connect(lambda: beats.append(time.process_time()))  # what other programs take does not count
    heart.start()
    with qtbot.waitSignal(jobs.done):
        jobs.export(tmp_path / "draft.docx", True)
    heart.stop()
    gaps = sorted(after - before for before, after in pairwise(beats))
    assert len(gaps) > 20
    assert gaps[len(gaps) * 95 // 100] < 0.05
    session.close()


def test_sign_off_copy_of_a_kept_scan_is_written_where_it_is_wanted(
    live: SignOffPage, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    content = b"%PDF a signed page"
    digest = hashlib.sha256(content).hexdigest()
    declared = Declared("paper", dt.date(2014, 12, 3), digest, "Safe", content, "application/pdf")
    record_signature(session, *AUTHOR, declared)
    button = next(each for each in live.signatures.findChildren(QPushButton) if each.isVisible())
    assert button.text() == "Save a copy of the scan"
    ask_of(live).files = [tmp_path / "copy.pdf"]
    button.click()
    qtbot.waitUntil(lambda: "A copy of the scan was written: copy.pdf" in live.kept_notice.words())
    assert (tmp_path / "copy.pdf").read_bytes() == content
