"""A key in the keyring of the computer: kept only where it opens the review, and never needed."""

from __future__ import annotations

from pathlib import Path

import fake_keyring
import keyring
import pytest
from keyring.backends import fail

from imr_desk.jobs import kept_key
from imr_desk.operations.recovery import AllowKeyring, ForbidKeyring
from imr_desk.session import Session

WORDS = "four plain words here"


@pytest.fixture
def review(tmp_path: Path) -> Path:
    path = tmp_path / "review.imr"
    Session.create(path, WORDS).close()
    return path


def test_key_that_is_kept_opens_the_review_until_it_is_forgotten(review: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = fake_keyring.use(monkeypatch)
    assert kept_key.kept(review) is None
    session = Session.open(review, WORDS)
    assert kept_key.keep(review, kept_key.key_in(session))
    session.close()
    key = kept_key.kept(review)
    assert key is not None
    Session.open(review, raw_key=key).close()
    kept_key.forget(review)
    kept_key.forget(review)
    assert kept_key.kept(review) is None
    assert backend.kept == {}


@pytest.mark.parametrize("kept", ["", "not hex at all", "abcd", "00" * 32])
def test_what_is_kept_and_does_not_open_the_review_counts_as_none(
    review: Path, monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    backend = fake_keyring.use(monkeypatch)
    kept_key.keep(review, bytes(32))
    backend.kept = dict.fromkeys(backend.kept, kept)
    assert kept_key.kept(review) is None
    Session.open(review, WORDS).close()


def test_without_a_safe_keyring_nothing_is_kept_and_nothing_fails(
    review: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    assert kept_key.keyring_name() == ""
    assert not kept_key.keep(review, bytes(32))
    assert kept_key.kept(review) is None
    kept_key.forget(review)
    assert kept_key.kept(review.with_name("not there.imr")) is None


def test_a_review_can_forbid_it_and_allow_it_again(review: Path) -> None:
    session = Session.open(review, WORDS)
    key = kept_key.key_in(session)
    assert kept_key.may_keep(session)
    session.run(ForbidKeyring())
    assert not kept_key.may_keep(session)
    session.close()
    assert not kept_key.allows(review, key)
    session = Session.open(review, WORDS)
    session.run(AllowKeyring())
    assert [each.operation for each in session.past()][:2] == ["allow_keyring", "forbid_keyring"]
    session.close()
    assert kept_key.allows(review, key)
