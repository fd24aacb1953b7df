"""Who may not sign, however the name is written; and what a signature by another route needs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from imr_desk.errors import BadInputError, GateShutError
from imr_desk.jobs.sign import record_signature, sign
from imr_desk.operations.names import RegisterName
from imr_desk.operations.sealing import Declared
from imr_desk.review.sealing import is_final, is_sealed
from imr_desk.session import Session
from tests.sample_session import AUTHOR, MANAGER, PASSPHRASE

ROLE, NAME, TITLE = AUTHOR
ON_PAPER = Declared("paper", dt.date(2014, 12, 3), "ab" * 32, "Area safe")


@pytest.mark.parametrize("name", ["Ms Alma Quill", "Dr Alma Quill QC", "Alma Quill CBE", "A Quill", "Quill, Alma"])
def test_member_of_staff_cannot_sign_under_a_title_or_with_honours(session: Session, name: str) -> None:
    session.run(RegisterName("STF-04", NAME))
    with pytest.raises(BadInputError, match="list of staff involved"):
        sign(session, ROLE, name, TITLE, PASSPHRASE)
    assert not is_sealed(session.review)


def test_name_that_two_members_of_staff_share_cannot_sign(session: Session) -> None:
    session.run(RegisterName("STF-04", NAME))
    session.run(RegisterName("STF-05", NAME))
    with pytest.raises(BadInputError, match="list of staff involved"):
        sign(session, *AUTHOR, PASSPHRASE)


def test_surname_in_common_with_a_member_of_staff_may_sign(session: Session) -> None:
    session.run(RegisterName("STF-04", "Jolyon Quill"))
    sign(session, *AUTHOR, PASSPHRASE)
    assert is_sealed(session.review)


@pytest.mark.parametrize("name", ["Alma \ud800 Quill", "\ufeffAlma Quill\u0000", "Alma\u2028Quill"])
def test_name_with_letters_that_stand_for_nothing_is_signed_without_them(session: Session, name: str) -> None:
    signature = sign(session, ROLE, name, TITLE, PASSPHRASE)
    assert signature.text("name") == "Alma Quill"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"route": "program"}, "paper or by e-mail"),
        ({"route": ""}, "paper or by e-mail"),
        ({"signed_on": dt.date(2014, 12, 4)}, "still to come"),
        ({"scan_sha256": ""}, "The scan or message is needed"),
        ({"scan_sha256": "AB" * 32 + "\n"}, "The scan or message is needed"),
    ],
)
def test_signature_by_another_route_needs_route_day_and_scan(
    session: Session, wrong: dict[str, object], said: str
) -> None:
    with pytest.raises(BadInputError, match=said):
        record_signature(session, *AUTHOR, replace(ON_PAPER, **wrong))  # type: ignore[arg-type]
    assert not is_sealed(session.review)


def test_counter_signature_is_not_of_a_day_before_the_authors(session: Session) -> None:
    record_signature(session, *AUTHOR, ON_PAPER)
    with pytest.raises(GateShutError, match="The author signs first"):
        record_signature(session, *MANAGER, replace(ON_PAPER, signed_on=dt.date(2014, 12, 2)))
    record_signature(session, *MANAGER, ON_PAPER)
    assert is_final(session.review)


@pytest.mark.parametrize("name", ["ＡＬＭＡ ＱＵＩＬＬ", "Al\u200bma Quill", "\u202dalma\u00a0quill"])
def test_author_cannot_counter_sign_in_other_letters(session: Session, name: str) -> None:
    sign(session, *AUTHOR, PASSPHRASE)
    with pytest.raises(BadInputError, match="different person"):
        sign(session, "counter_signatory", name, MANAGER[2], PASSPHRASE)


def test_name_that_cannot_be_seen_is_no_name(session: Session) -> None:
    with pytest.raises(BadInputError, match="needs a name"):
        sign(session, ROLE, "\u200b" * 5, TITLE, PASSPHRASE)
