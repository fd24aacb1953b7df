"""The key of the list of staff names in a keyring only: found again here, and elsewhere nothing goes out without it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import fake_keyring
import pytest

from imr_desk.errors import BadInputError, RegisterUnreadableError
from imr_desk.jobs import register_key
from imr_desk.jobs.export import export
from imr_desk.jobs.register_key import Place, place_of_key
from imr_desk.jobs.sign import sign
from imr_desk.operations.names import Decide, ForgetName, RegisterName
from imr_desk.operations.recovery import ForbidKeyring
from imr_desk.session import Session
from imr_desk.store import register
from tests.sample_session import AUTHOR, PASSPHRASE, open_sample

NAME = "Jolyon Wetherspindle"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = open_sample(tmp_path)
    opened.run(RegisterName("STF-04", NAME))
    yield opened
    opened.close()


def opened_again(session: Session) -> Session:
    path = session.path
    session.close()
    return Session.open(path, PASSPHRASE)


def test_key_in_the_keyring_is_in_no_table_and_the_name_is_known_as_before(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = fake_keyring.use(monkeypatch)
    key = register.key_at_hand(session.file.connection)
    register_key.keep_in_keyring(session)
    assert key is not None
    assert key.hex() in backend.kept.values()
    again = opened_again(session)
    assert again.file.connection.rows("SELECT key FROM sys_register_key") == [(None,)]
    assert place_of_key(again) is Place.KEYRING
    assert again.judge.guard.who_is(NAME) == ("STF-04",)
    again.run(RegisterName("STF-05", "Edith Marlowe-Quince"))
    assert again.judge.guard.who_is("Marlowe-Quince") == ("STF-05",)
    again.close()


@pytest.mark.parametrize("name", ["draft.docx", "draft.pdf", "chronology.csv"])
def test_on_another_computer_every_export_and_signature_is_refused_in_a_plain_sentence(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    backend = fake_keyring.use(monkeypatch)
    register_key.keep_in_keyring(session)
    backend.kept.clear()
    again = opened_again(session)
    assert place_of_key(again) is Place.ELSEWHERE
    with pytest.raises(RegisterUnreadableError, match="typed again"):
        export(again, tmp_path / name, draft=True)
    with pytest.raises(RegisterUnreadableError):
        sign(again, *AUTHOR, PASSPHRASE)
    with pytest.raises(RegisterUnreadableError):
        again.run(RegisterName("STF-05", "Edith Marlowe-Quince"))
    again.close()
    assert [each.name for each in tmp_path.iterdir()] == ["sample.imr"]


@pytest.mark.parametrize("kept", ["", "not hex", "00" * 32, "abcd"])
def test_another_key_in_the_keyring_is_no_key(session: Session, monkeypatch: pytest.MonkeyPatch, kept: str) -> None:
    backend = fake_keyring.use(monkeypatch)
    register_key.keep_in_keyring(session)
    backend.kept = dict.fromkeys(backend.kept, kept)
    again = opened_again(session)
    assert place_of_key(again) is Place.ELSEWHERE
    assert not again.judge.names_in(again.review).readable
    again.close()


def test_another_key_in_the_file_is_told_by_the_check_value(session: Session, tmp_path: Path) -> None:
    session.file.connection.run("UPDATE sys_register_key SET key = ?", (bytes(32),))
    again = opened_again(session)
    with pytest.raises(RegisterUnreadableError):
        export(again, tmp_path / "draft.docx", draft=True)
    again.close()


def test_list_typed_again_lets_exports_go_on_only_when_every_name_is_there(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = fake_keyring.use(monkeypatch)
    session.run(RegisterName("STF-05", "Edith Marlowe-Quince"))
    session.run(Decide(session.judge.guard.key_for("Bishopsgate"), "not a person"))
    register_key.keep_in_keyring(session)
    backend.kept.clear()
    again = opened_again(session)
    register_key.type_again(again)
    assert register_key.still_to_type(again) == {"STF-04": 1, "STF-05": 1}
    assert again.decided_names() == {}
    again.run(RegisterName("STF-04", NAME))
    with pytest.raises(RegisterUnreadableError, match="1 staff name is still"):
        export(again, tmp_path / "draft.docx", draft=True)
    again.run(RegisterName("STF-05", "Edith Marlowe-Quince"))
    assert export(again, tmp_path / "draft.docx", draft=True).path.exists()
    assert place_of_key(again) is Place.FILE
    again.close()


def test_somebody_who_is_forgotten_need_not_be_typed_again(session: Session) -> None:
    register_key.type_again(session)
    session.run(ForgetName("STF-04"))
    assert register_key.still_to_type(session) == {}
    assert session.judge.guard.marks("Wetherspindle wrote it.")[0].kind == "unknown"


def test_key_comes_back_into_the_review_and_out_of_the_keyring(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = fake_keyring.use(monkeypatch)
    register_key.keep_in_keyring(session)
    register_key.keep_in_review(session)
    assert backend.kept == {}
    again = opened_again(session)
    assert place_of_key(again) is Place.FILE
    assert again.judge.guard.who_is(NAME) == ("STF-04",)
    again.close()


def test_key_stays_where_no_keyring_takes_it_or_the_review_forbids_it(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keyring
    from keyring.backends import fail

    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    with pytest.raises(BadInputError, match="stays in the review"):
        register_key.keep_in_keyring(session)
    fake_keyring.use(monkeypatch)
    session.run(ForbidKeyring())
    with pytest.raises(BadInputError, match="forbids keyrings"):
        register_key.keep_in_keyring(session)
    assert place_of_key(session) is Place.FILE


def _all_bytes(path: Path) -> bytes:
    """A file, and every part of it where it is packed."""
    data = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            data += b"".join(package.read(name) for name in package.namelist())
    return data


@pytest.mark.parametrize("name", ["draft.docx", "draft.pdf", "chronology.csv"])
def test_nothing_of_register_or_key_is_in_an_export(session: Session, tmp_path: Path, name: str) -> None:
    key = register.key_at_hand(session.file.connection)
    rows = session.file.connection.rows("SELECT digest, sealed FROM sys_register")
    data = _all_bytes(export(session, tmp_path / name, draft=True).path).lower()
    assert key is not None
    for secret in (key, *(cell for row in rows[:200] for cell in row)):
        assert secret not in data
        assert secret.hex().encode() not in data
    assert register.checked_by(session.file.connection).encode() not in data
