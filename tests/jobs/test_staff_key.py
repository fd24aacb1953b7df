"""The sealed staff key: only registered names, under a passphrase of its own, read with it and with nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imr_desk.errors import BadInputError, FileProblemError, SaveFailedError, WrongPassphraseError
from imr_desk.jobs.staff_key import KeyEntry, StaffKey, merged, seal, seal_for, sorted_out, unseal
from imr_desk.operations.general import Insert
from imr_desk.operations.names import RegisterName
from imr_desk.session import Session

WORDS, OTHER = "four plain words here", "quite another set of words"
KEY = StaffKey(
    "Area Business Manager",
    "2014-05-06",
    (KeyEntry("Crown Prosecutor 1", ("Ida Fexmere", "Ida Quillow")), KeyEntry("Legal Manager 1", ("Osric Pellbrook",))),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = Session.create(tmp_path / "review.imr", WORDS)
    opened.run(Insert("staff", "STF-01", {"code": "Crown Prosecutor 1"}))
    opened.run(Insert("staff", "STF-02", {"code": "Legal Manager 1"}))
    opened.run(RegisterName("STF-01", "Ida Fexmere"))
    opened.run(RegisterName("STF-02", "Osric Pellbrook"))
    yield opened
    opened.close()


def test_what_was_sealed_is_read_with_its_passphrase_and_with_no_other(tmp_path: Path) -> None:
    path = tmp_path / "names.staffkey"
    seal(path, OTHER, KEY)
    assert unseal(path, OTHER) == KEY
    with pytest.raises(WrongPassphraseError):
        unseal(path, WORDS)


def test_file_holds_no_word_of_it_and_does_not_tell_how_many_names_there_are(tmp_path: Path) -> None:
    one, many = tmp_path / "one.staffkey", tmp_path / "many.staffkey"
    seal(one, OTHER, StaffKey("Post", "2014-05-06", KEY.entries[:1]))
    seal(many, OTHER, KEY)
    assert one.stat().st_size == many.stat().st_size
    data = many.read_bytes()
    assert not any(word in data for word in (b"Fexmere", b"Pellbrook", b"Prosecutor", b"Manager", b"2014"))


@pytest.mark.parametrize("at", [0, 30, 50, 70, -1])
def test_one_changed_byte_anywhere_is_noticed(tmp_path: Path, at: int) -> None:
    path = tmp_path / "names.staffkey"
    seal(path, OTHER, KEY)
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(FileProblemError):
        unseal(path, OTHER)


@pytest.mark.parametrize(
    "data", [b"", b"IMR Desk sealed staff key 1\n", b"IMR Desk sealed staff key 1\nshort", b"other"]
)
def test_another_file_is_told_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "names.staffkey"
    path.write_bytes(data)
    with pytest.raises(FileProblemError):
        unseal(path, OTHER)
    with pytest.raises(FileProblemError):
        unseal(tmp_path / "none.staffkey", OTHER)


def test_passphrase_of_the_review_seals_nothing(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "names.staffkey"
    with pytest.raises(BadInputError, match="one of its own"):
        seal_for(path, WORDS, KEY, session.checking(WORDS))
    assert not path.exists()
    assert seal_for(path, OTHER, KEY, session.checking(OTHER)) == KEY


def test_an_empty_key_one_without_a_post_and_a_short_passphrase_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "names.staffkey"
    for passphrase, key in ((OTHER, StaffKey("P", "", ())), (OTHER, StaffKey(" ", "", KEY.entries)), ("short", KEY)):
        with pytest.raises(BadInputError):
            seal(path, passphrase, key)
    with pytest.raises(SaveFailedError):
        seal(tmp_path / "no such folder" / "names.staffkey", OTHER, KEY)
    assert list(tmp_path.iterdir()) == []


def test_only_registered_names_go_in_under_their_job_titles(session: Session) -> None:
    found = sorted_out(session.review, session.judge.guard, "Fexmere, Ida\nOsric Pellbrook\nBertha Fexmere\n7")
    assert found.entries == (
        KeyEntry("Crown Prosecutor 1", ("Fexmere, Ida",)),
        KeyEntry("Legal Manager 1", ("Osric Pellbrook",)),
    )
    assert found.strangers == (3, 4)


def test_further_names_join_a_key_once_each() -> None:
    more = merged(
        KEY, (KeyEntry("Legal Manager 1", ("Osric Pellbrook", "O. Vane")), KeyEntry("Clerk 1", ("Una Dell",)))
    )
    assert [(each.code, len(each.names)) for each in more.entries] == [
        ("Clerk 1", 1),
        ("Crown Prosecutor 1", 2),
        ("Legal Manager 1", 2),
    ]


def test_names_of_a_key_that_is_written_over_stay_where_its_passphrase_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "names.staffkey"
    seal(path, OTHER, KEY)
    one = StaffKey("Post", "2014-06-01", (KeyEntry("Clerk 1", ("Una Dell",)),))
    assert len(seal_for(path, OTHER, one, lambda: False).entries) == 3
    assert unseal(path, OTHER).lodged_with == "Post"
    assert seal_for(path, "a third set of words", one, lambda: False) == one


def test_nothing_but_its_own_page_ever_opens_a_sealed_key() -> None:
    root = Path(__file__).parents[2]
    sources = [*(root / "imr_desk").rglob("*.py"), *(root / "ui").rglob("*.py")]
    users = {path.name for path in sources if "jobs.staff_key" in path.read_text(encoding="utf-8")}
    assert users == {"staff_key.py"}


def test_a_repr_holds_no_name() -> None:
    assert "Fexmere" not in repr(KEY) + repr(KEY.entries)
