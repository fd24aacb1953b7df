"""A final report in which subject, headings and fields hold what nobody expects: nothing of it is lost."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from imr_desk.export.readback import read_word
from imr_desk.jobs.export import export, report_of
from imr_desk.jobs.sign import sign
from imr_desk.jobs.verify import Answer, verify
from imr_desk.operations.general import SetFields
from imr_desk.operations.names import Decide
from imr_desk.session import Session
from tests.sample_session import AUTHOR, MANAGER, PASSPHRASE

LONG = "Q" * 2000
HUGE = ("The letter was read. " * 10_000)[:200_000]
EMOJI = "🙂 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿"
RIGHT_TO_LEFT = "\u2067ילד ב (מקרה 7)\u2069 طفل"
CODES = (f"Child {EMOJI}", RIGHT_TO_LEFT, "Child <b>&amp;\"'", "Q" * 1000, "e\u0301 \u200b\u00ad\u2011")


def put(session: Session, record: str, **texts: str) -> None:
    session.run(SetFields(session.review[record].kind, record, texts))


def put_odd_texts(session: Session) -> None:
    question = session.review.all("question")[0]
    put(session, question.id, text=f"{question.text('text')} {EMOJI} {RIGHT_TO_LEFT} {LONG}")
    put(session, "AN-1.1", text=f"{session.review['AN-1.1'].text('text')} {EMOJI} {LONG} {RIGHT_TO_LEFT}")
    put(session, "CE-001", event=HUGE)
    put(session, "CE-002", comment=LONG, basis=f"{EMOJI} " * 40)


def exported(session: Session, tmp_path: Path) -> Path:
    sign(session, *AUTHOR, PASSPHRASE)
    sign(session, *MANAGER, PASSPHRASE)
    return export(session, tmp_path / "report.docx", draft=False).path


def words_in(data: bytes) -> str:
    return "\n".join(line.text for line in read_word(data).lines)


def as_printed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize("code", CODES, ids=["emoji", "right to left", "markup", "1,000 letters", "unseen signs"])
def test_subject_with_an_odd_code_is_exported_and_matches(session: Session, tmp_path: Path, code: str) -> None:
    put(session, session.review.one("review").text("subject"), code=code)
    for mark in session.judge.guard.marks(code):  # a code that reads like a name is asked about
        session.run(Decide(mark.key, "not a person"))
    report = exported(session, tmp_path)
    assert as_printed(code) in words_in(report.read_bytes())
    assert verify(report, session).answer is Answer.MATCHES


def test_name_of_the_file_and_footer_stay_short_whatever_the_code(session: Session) -> None:
    put(session, session.review.one("review").text("subject"), code="Q" * 1000)
    report = report_of(session, draft=True)
    assert report.file_stem.startswith("CPS-IMR-QQQ")
    assert report.file_stem.endswith("-v1-draft")
    assert len(report.file_stem) < 90
    assert len(report.footer_label) < 90
    assert report.footer_label.endswith("…")


def test_fields_full_to_the_brim_are_exported_and_match(session: Session, tmp_path: Path) -> None:
    put_odd_texts(session)
    put(session, "AN-1.2", text=HUGE)
    report = exported(session, tmp_path)
    words = words_in(report.read_bytes())
    assert words.count(LONG) == 4  # the question is printed twice
    assert words.count(as_printed(HUGE)) == 2
    assert words.count(RIGHT_TO_LEFT) == 3
    assert words.count(EMOJI) == 43
    assert verify(report, session).answer is Answer.MATCHES
