"""Changing the key of a review file: what stays, what becomes of backups, and what a full disk does to it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from imr_desk.errors import DamagedFileError, SaveFailedError, WrongPassphraseError
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from imr_desk.store import rekey as rekeying
from imr_desk.store.key import FileKey, derive, salt_of
from imr_desk.store.pages import any_page_verifies
from imr_desk.store.recovery import RecoveryKey, check_value, read
from imr_desk.store.rekey import rekey

OLD, NEW = "four plain words here", "another four words then"
AT = "2026-12-03T14:32:00+00:00"
FULL = """
import resource, signal, sys
from pathlib import Path
from imr_desk.errors import SaveFailedError
from imr_desk.store.driver import Connection
from imr_desk.store.key import FileKey
from imr_desk.store.rekey import rekey

path = Path(sys.argv[1])
old, new, salt = (bytes.fromhex(each) for each in sys.argv[2:])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
real = Connection.rekey

def on_a_full_disk(self, literal):
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size // 2, resource.RLIM_INFINITY))
    real(self, literal)

Connection.rekey = on_a_full_disk
try:
    rekey(path, FileKey(old, salt), FileKey(new, salt), "2026-12-03T14:32:00+00:00")
except SaveFailedError as error:
    print(error.sentence)
"""


@pytest.fixture
def review(tmp_path: Path) -> Path:
    path = tmp_path / "review.imr"
    session = Session.create(path, OLD)
    session.run(SetFields("opening", "opening", {"introduction": "Quillonwibble."}))
    session.close()
    return path


def _keys(path: Path) -> tuple[FileKey, FileKey]:
    return derive(OLD, salt_of(path)), derive(NEW, salt_of(path))


def test_a_new_key_opens_the_file_with_all_that_was_in_it_and_the_old_one_no_more(review: Path) -> None:
    old, new = _keys(review)
    sheet = rekey(review, old, new, AT)
    assert (sheet.number, sheet.made_at, sheet.check) == (2, AT, check_value(new, 2))
    assert salt_of(review) == old.salt
    with pytest.raises(WrongPassphraseError):
        Session.open(review, OLD)
    session = Session.open(review, NEW)
    assert session.review.one("opening").text("introduction") == "Quillonwibble."
    assert [each.number for each in session.file.sheets()] == [1, 2]
    assert session.past(most=1)[0].operation == "change_passphrase"
    assert session.can_undo
    session.close()


def test_a_copy_made_before_still_opens_with_the_passphrase_from_before_and_with_sheet_1(review: Path) -> None:
    copy = review.with_name("copy.imr")
    shutil.copyfile(review, copy)
    old, new = _keys(review)
    first = " ".join(RecoveryKey(old, 1).groups())
    rekey(review, old, new, AT)
    Session.open(copy, OLD).close()
    Session.open(copy, raw_key=read(first).key.raw).close()


def test_each_change_makes_a_sheet_of_the_next_number(review: Path) -> None:
    old, new = _keys(review)
    rekey(review, old, new, AT)
    assert rekey(review, new, old, AT).number == 3


def test_another_salt_is_a_fault_of_ours(review: Path) -> None:
    old, new = _keys(review)
    with pytest.raises(ValueError, match="stays the same"):
        rekey(review, old, FileKey(new.raw, bytes(16)), AT)


def test_a_key_that_does_not_open_the_file_changes_nothing(review: Path) -> None:
    before = review.read_bytes()
    old, new = _keys(review)
    with pytest.raises(WrongPassphraseError):
        rekey(review, new, old, AT)
    assert review.read_bytes() == before


def test_a_damaged_file_keeps_its_key(review: Path) -> None:
    data = bytearray(review.read_bytes())
    data[-2000] ^= 1
    review.write_bytes(data)
    old, new = _keys(review)
    with pytest.raises(DamagedFileError, match="not changed"):
        rekey(review, old, new, AT)
    assert any_page_verifies(review, old)
    assert not any_page_verifies(review, new)


def test_a_file_whose_salt_is_damaged_is_mended_by_a_change_with_the_recovery_key(review: Path) -> None:
    old, new = _keys(review)
    review.write_bytes(bytes(16) + review.read_bytes()[16:])
    rekey(review, old, new, AT)
    assert salt_of(review) == old.salt
    Session.open(review, NEW).close()


def test_too_little_room_is_said_before_anything_is_written(review: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(rekeying.shutil, "disk_usage", lambda _: usage(0, 0, 4096))
    before = review.read_bytes()
    with pytest.raises(SaveFailedError, match="too little room"):
        rekey(review, *_keys(review), AT)
    assert review.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="the limit to the size of a file is Unix’s own")
def test_a_disk_that_fills_up_meanwhile_leaves_the_passphrase_from_before(review: Path) -> None:
    old, new = _keys(review)
    given = (str(review), old.raw.hex(), new.raw.hex(), old.salt.hex())
    done = subprocess.run([sys.executable, "-c", FULL, *given], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == (
        "The passphrase was not changed: the file could not be written anew. "
        "Look whether the disk is full or another program has the file open.\n"
    )
    session = Session.open(review, OLD)
    assert session.file.integrity_faults() == ()
    assert [each.number for each in session.file.sheets()] == [1]
    session.run(SetFields("opening", "opening", {"introduction": "Written after it."}))
    session.close()
    Session.open(review, OLD).close()
