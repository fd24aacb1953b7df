"""Signing, exporting and checking from the page, with everything behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factories import complete_review
from looks import settle
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sign_off_tools import ask_of, put
from window_tools import ScriptedAsk

from imr_desk.jobs.sign import sign
from imr_desk.session import Session
from tests.sample_session import AUTHOR, MANAGER, PASSPHRASE, open_sample
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
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_sample(tmp_path)
    yield opened
    opened.close()


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
    qtbot.waitUntil(lambda: "The signed report was written" in live.export_step.notice.words(), timeout=10_000)
    live.check.button.click()
    qtbot.waitUntil(lambda: "Matches the review you hold." in live.check.notice.words(), timeout=10_000)
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


def test_sign_off_job_is_not_begun_while_words_are_not_on_disk(session: Session, qtbot: QtBot) -> None:
    jobs = SignOffJobs(lambda: session, settle=lambda: False)
    with qtbot.waitSignal(jobs.failed) as refused:
        jobs.sign(*AUTHOR, PASSPHRASE)
    assert refused.args[0] == "author"
    assert "not on disk yet" in refused.args[1]
    with qtbot.waitSignal(jobs.failed):
        jobs.export(Path("x.docx"), True)
    assert session.review.all("signature") == ()


def test_sign_off_jobs_refusals_are_sentences(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    jobs = SignOffJobs(lambda: session)
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
