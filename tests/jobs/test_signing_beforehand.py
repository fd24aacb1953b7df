"""What takes long of a signature is done beforehand and is good for exactly that review; a scan is kept in the file."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest
from sample_session import AUTHOR, MANAGER, PASSPHRASE

from imr_desk.errors import BadInputError, GateShutError, StoppedError
from imr_desk.jobs.sign import SigningTask, read_scan, ready_to_sign, record_signature, sign_ready
from imr_desk.operations import sealing
from imr_desk.operations.general import SetFields
from imr_desk.operations.sealing import Declared
from imr_desk.session import Session
from imr_desk.signing.holding import seal_faults

SCAN = b"%PDF a signed page"
DAY = dt.date(2014, 12, 3)


def test_sign_ready_works_nothing_out_again_and_holds(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    role, person, title = AUTHOR
    steps: list[str] = []
    ready = ready_to_sign(SigningTask.of(session, role), person, title, PASSPHRASE, step=steps.append)
    monkeypatch.setattr(sealing, "prepare", lambda *_: pytest.fail("worked out again"))
    signature = sign_ready(session, person, title, ready)
    assert steps == ["checks", "content", "words", "key"]
    assert signature.text("name") == person
    assert seal_faults(session.review, session.file.fact("nonce")) == ()


def test_sign_ready_after_an_edit_signs_what_stands_there_now(session: Session) -> None:
    role, person, title = AUTHOR
    ready = ready_to_sign(SigningTask.of(session, role), person, title, PASSPHRASE)
    session.run(SetFields("entry", "CE-003", {"event": "Another thing happened."}))
    sign_ready(session, person, title, ready)
    assert seal_faults(session.review, session.file.fact("nonce")) == ()


def test_sign_ready_after_an_edit_that_shuts_the_gate_is_refused(session: Session) -> None:
    role, person, title = AUTHOR
    ready = ready_to_sign(SigningTask.of(session, role), person, title, PASSPHRASE)
    session.run(SetFields("entry", "CE-003", {"event": None}))
    with pytest.raises(GateShutError, match="CE-003 does not say what happened"):
        sign_ready(session, person, title, ready)
    assert session.review.all("signature") == ()


@pytest.mark.parametrize("last", ["checks", "content", "words", "key"])
def test_ready_to_sign_can_be_stopped_before_each_step_and_leaves_no_key(
    session: Session, tmp_path: Path, last: str
) -> None:
    def stop(step: str) -> None:
        if step == last:
            raise StoppedError("Stopped.")

    with pytest.raises(StoppedError):
        ready_to_sign(SigningTask.of(session, AUTHOR[0]), AUTHOR[1], AUTHOR[2], PASSPHRASE, tmp_path / "keys", stop)
    assert not (tmp_path / "keys").exists()


def test_record_signature_keeps_the_scan_in_the_file_and_still_holds(session: Session) -> None:
    digest = hashlib.sha256(SCAN).hexdigest()
    declared = Declared("paper", DAY, digest, "Area safe, folder 4", SCAN, "application/pdf")
    signature = record_signature(session, *AUTHOR, declared)
    kept = session.review.all("document")[-1]
    assert (kept.text("sha256"), kept.number("size")) == (signature.text("scan_sha256"), len(SCAN))
    assert kept.text("name") == "Scan of the author’s signature"
    assert session.read_document(kept.id) == SCAN
    later = Declared("e-mail", DAY, digest, "Mailbox of the review", SCAN, "message/rfc822")
    record_signature(session, *MANAGER, later)
    assert [session.read_document(each.id) for each in session.review.all("document")[-2:]] == [SCAN, SCAN]
    assert seal_faults(session.review, session.file.fact("nonce")) == ()


def test_record_signature_refuses_a_scan_with_another_digest(session: Session) -> None:
    with pytest.raises(BadInputError, match="not the one its digest was taken of"):
        record_signature(session, *AUTHOR, Declared("paper", DAY, "ab" * 32, "Safe", SCAN))
    assert [each.id for each in session.review.all("document")] == ["DOC-001"]


def test_read_scan_says_what_the_file_is_and_refuses_what_cannot_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = tmp_path / "signed.PDF"
    with pytest.raises(BadInputError, match="cannot be read"):
        read_scan(scan)
    scan.write_bytes(b"")
    with pytest.raises(BadInputError, match="is empty"):
        read_scan(scan)
    scan.write_bytes(SCAN)
    assert read_scan(scan) == (SCAN, "application/pdf")
    monkeypatch.setattr("imr_desk.jobs.sign.LARGEST_SCAN", 3)
    with pytest.raises(BadInputError, match="larger than 20 MB"):
        read_scan(scan)
