"""The recovery key opens a review with another implementation of the cipher, as docs/file-format.md tells it."""

from __future__ import annotations

from pathlib import Path

import pytest
import strangers_reader

from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from imr_desk.store.key import derive, salt_of
from imr_desk.store.recovery import RecoveryKey
from imr_desk.store.rekey import rekey

OLD, NEW = "four plain words here", "another four words then"


@pytest.fixture
def review(tmp_path: Path) -> Path:
    path = tmp_path / "review.imr"
    session = Session.create(path, OLD)
    session.run(SetFields("opening", "opening", {"introduction": "Quillonwibble."}))
    session.close()
    return path


def _introduction(path: Path, groups: str) -> object:
    connection = strangers_reader.opened_with_recovery_key(path, groups)
    found = connection.execute("SELECT introduction FROM opening").fetchone()
    connection.close()
    assert found is not None
    return found[0]


def test_another_implementation_opens_a_review_with_its_recovery_key_alone(review: Path) -> None:
    groups = " ".join(RecoveryKey(derive(OLD, salt_of(review)), 1).groups())
    assert strangers_reader.from_recovery_key(groups.lower())[0] == 1
    assert _introduction(review, groups) == "Quillonwibble."


def test_after_a_change_another_implementation_opens_with_the_new_sheet_and_not_with_the_old(review: Path) -> None:
    salt = salt_of(review)
    old, new = derive(OLD, salt), derive(NEW, salt)
    sheet = rekey(review, old, new, "2026-12-03T14:32:00+00:00")
    assert _introduction(review, " ".join(RecoveryKey(new, sheet.number).groups())) == "Quillonwibble."
    with pytest.raises(Exception, match="not a database"):
        _introduction(review, " ".join(RecoveryKey(old, 1).groups()))


def test_a_review_whose_salt_is_damaged_opens_with_its_recovery_key_elsewhere_too(review: Path) -> None:
    groups = " ".join(RecoveryKey(derive(OLD, salt_of(review)), 1).groups())
    review.write_bytes(bytes(16) + review.read_bytes()[16:])
    assert _introduction(review, groups) == "Quillonwibble."
