"""A change of the passphrase that is killed: one of the two passphrases opens the file, and nothing of it is lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from imr_desk.errors import WrongPassphraseError
from imr_desk.operations.general import SetFields
from imr_desk.session import Session
from imr_desk.store.key import FileKey, derive, salt_of
from imr_desk.store.recovery import check_value

HERE = Path(__file__).parent
OLD, NEW = "four plain words here", "another four words then"
WORDS = "Quillonwibble. " * 40 + "End."
PADDING = 600
CHANGE = """
import os, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from killed_at import kill_at
from imr_desk.store.driver import Connection
from imr_desk.store.key import FileKey
from imr_desk.store.rekey import rekey

path, point = Path(sys.argv[1]), sys.argv[3]
old, new, salt = (bytes.fromhex(each) for each in sys.argv[4:])
real = Connection.rekey

def stopped(self, literal):
    if point == "begun":
        os.kill(os.getpid(), 9)
    if point != "slowly":
        kill_at(point, path)
    print("now", flush=True)
    real(self, literal)
    if point == "slowly":
        print("done", flush=True)
        os.kill(os.getpid(), 9)

Connection.rekey = stopped
rekey(path, FileKey(old, salt), FileKey(new, salt), "2026-12-03T14:32:00+00:00")
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the filter of system calls is Linux’s own")


@lru_cache(maxsize=1)
def _template() -> tuple[bytes, FileKey, FileKey]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "review.imr"
        session = Session.create(path, OLD)
        session.run(SetFields("opening", "opening", {"introduction": WORDS}))
        connection = session.file.connection
        connection.run("BEGIN")
        for number in range(PADDING):  # enough for the change to take a while
            connection.run("INSERT INTO sys_document VALUES (?, zeroblob(20000))", (f"PAD-{number}",))
        connection.run("COMMIT")
        session.close()
        salt = salt_of(path)
        return path.read_bytes(), derive(OLD, salt), derive(NEW, salt)


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "review.imr"
    path.write_bytes(_template()[0])
    yield path
    assert sorted(each.name for each in tmp_path.iterdir()) == ["review.imr"]


def _start(path: Path, point: str) -> subprocess.Popen[str]:
    _, old, new = _template()
    given = (str(path), str(HERE), point, old.raw.hex(), new.raw.hex(), old.salt.hex())
    return subprocess.Popen(
        [sys.executable, "-c", CHANGE, *given],
        cwd=HERE.parents[1],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _assert_whole(path: Path, raw: bytes, sheet: int) -> None:
    """The file opens with this key, holds what it held, and knows which sheet is in force."""
    session = Session.open(path, raw_key=raw)
    try:
        assert session.review.one("opening").text("introduction") == WORDS
        assert session.file.integrity_faults() == ()
        assert session.can_undo
        sheets = session.file.sheets()
        assert [each.number for each in sheets] == list(range(1, sheet + 1))
        assert sheets[-1].check == check_value(FileKey(raw, salt_of(path)), sheet)
    finally:
        session.close()


def _end_of(process: subprocess.Popen[str]) -> None:
    _, said = process.communicate(timeout=60)
    assert process.returncode in (-signal.SIGKILL, -signal.SIGSYS), said


@pytest.mark.parametrize("point", ["begun", "journal", "page:1", "page:2", "page:1500", "synced", "removal"])
def test_a_change_killed_before_the_journal_is_gone_leaves_the_passphrase_from_before(review: Path, point: str) -> None:
    with _start(review, point) as process:
        _end_of(process)
    assert review.with_name("review.imr-journal").exists() is (point != "begun")
    _, old, _ = _template()
    _assert_whole(review, old.raw, 1)


@pytest.mark.parametrize("point", ["page:1500", "removal"])
def test_the_new_passphrase_tried_first_after_a_kill_is_told_that_the_one_before_opens(
    review: Path, point: str
) -> None:
    with _start(review, point) as process:
        _end_of(process)
    with pytest.raises(WrongPassphraseError, match=r"passphrase from before opens this file; nothing is lost"):
        Session.open(review, NEW)
    _, old, _ = _template()
    _assert_whole(review, old.raw, 1)


def test_a_change_killed_right_after_the_journal_is_gone_has_the_new_passphrase_and_the_new_sheet(
    review: Path,
) -> None:
    with _start(review, "slowly") as process:
        _end_of(process)
    _, _, new = _template()
    with pytest.raises(WrongPassphraseError):
        Session.open(review, OLD)
    _assert_whole(review, new.raw, 2)


@pytest.mark.parametrize("part", [0.2, 0.6, 0.95])
def test_a_change_killed_from_outside_at_some_moment_leaves_one_passphrase_that_opens(
    review: Path, part: float
) -> None:
    journal = review.with_name("review.imr-journal")
    with _start(review, "slowly") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "now\n"
        whole = review.stat().st_size
        while process.poll() is None and not (journal.exists() and journal.stat().st_size >= part * whole):
            pass  # the change takes a quarter of a second; whoever looked away would miss it
        process.kill()
        _end_of(process)
    _, old, new = _template()
    opening = [key for key in (old, new) if _opens(review, key)]
    assert len(opening) == 1
    _assert_whole(review, opening[0].raw, 1 if opening[0] is old else 2)


def _opens(path: Path, key: FileKey) -> bool:
    try:
        Session.open(path, raw_key=key.raw).close()
    except WrongPassphraseError:
        return False
    return True
