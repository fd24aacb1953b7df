"""A disk that is full, a folder that is shut, a file that goes away: it is said, and nothing that was saved is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from on_a_faulty_disk import NOBODY, PASSPHRASE
from sample_session import AUTHOR, open_sample

from imr_desk.errors import SaveFailedError
from imr_desk.jobs.sign import sign
from imr_desk.operations.general import SetFields
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.session import Session

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("on_a_faulty_disk.py")
SPACE = ("unshare", "--mount", "--propagation", "private")
"""A space of mounts of its own, which goes with the process."""


def may_mount() -> bool:
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("unshare") is not None and not _run(*SPACE, "true")


def _run(*command: str) -> int:
    return subprocess.run(command, check=False, capture_output=True).returncode


@pytest.fixture
def places() -> Iterator[tuple[Path, Path]]:
    """The folder of the review, and a healthy one; where everybody gets to, since the process may be somebody else."""
    base = Path(tempfile.mkdtemp())
    base.chmod(0o755)
    folder, other = base / "faulty", base / "healthy"
    for each in (folder, other):
        each.mkdir()
        if os.geteuid() == 0:
            os.chown(each, NOBODY, NOBODY)
    yield folder, other
    folder.chmod(0o700)
    shutil.rmtree(base)


def told_by(kind: str, places: tuple[Path, Path], *before: str) -> list[list[object]]:
    command = [*before, sys.executable, str(SCRIPT), kind, *map(str, places)]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def reopened(path: Path) -> str:
    session = Session.open(path, PASSPHRASE)
    try:
        assert session.file.integrity_faults() == ()
        return session.review.one("opening").text("purpose").partition(".")[0]
    finally:
        session.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such limit")
def test_disk_that_fills_is_told_and_takes_edits_again_when_there_is_room(places: tuple[Path, Path]) -> None:
    told = told_by("full", places)
    saved = [words for what, words in told if what == "saved"]
    assert len(saved) > 2
    (failed,) = (words for what, words in told if what == "SaveFailedError")
    assert str(failed).startswith("Not saved: the disk")
    assert "Your words are still here." in str(failed)
    assert ["after", [f"{saved[-2]}. "[:3], True]] in told
    assert told[-1] == ["left", ["review.imr"]]
    assert reopened(places[0] / "review.imr") == "99"


@pytest.mark.skipif(not may_mount(), reason="only the system may mount a small disk")
def test_small_disk_that_is_full_lets_the_review_go_on_elsewhere_and_be_read(places: tuple[Path, Path]) -> None:
    told = dict(map(tuple, told_by("tiny", places, *SPACE)))
    assert told["SaveFailedError"] == (
        "Not saved: the disk is full. Your words are still here. Free some space and try again."
    )
    assert told["elsewhere"] == [True, True]
    assert "‘review.imr’ can only be read just now" in told["ReadOnlyPlaceError"]
    assert (told["faults"], told["same"]) == ([], True)
    assert "‘new.imr’ cannot be made in that folder." in told["new"]
    assert told["left"] == ["filled", "review.imr"]
    assert reopened(places[1] / "kept.imr") == "99"


@pytest.mark.skipif(os.name != "posix", reason="Windows shuts folders otherwise")
def test_folder_that_is_shut_lets_the_review_be_read_and_go_on_elsewhere(places: tuple[Path, Path]) -> None:
    told = told_by("withdrawn", places)
    only_read = ["ReadOnlyPlaceError", "ReadOnlyPlaceError"]
    assert [what for what, _ in told] == ["saved", "SaveFailedError", "saved", "elsewhere", *only_read, "hidden"]
    assert "Your words are still here" in str(told[1][1])
    for _, words in told[4:6]:
        assert str(words).startswith(
            "‘review.imr’ can only be read just now: the file, its folder or its disk takes no"
        )
    assert told[6] == ["hidden", "‘review.imr’ cannot be read. Check that you may open it."]
    (places[0] / "review.imr").chmod(0o600)
    assert reopened(places[0] / "review.imr") == "1"
    assert reopened(places[1] / "kept.imr") == "3"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = Session.create(tmp_path / "review.imr", PASSPHRASE)
    made.run(SetFields("opening", "opening", {"purpose": "1. First."}))
    yield made
    made.close()


EDIT = SetFields("opening", "opening", {"purpose": "2. Second."})


def test_file_that_was_moved_takes_no_edit_until_it_is_back(session: Session, tmp_path: Path) -> None:
    away = session.path.rename(tmp_path / "away.imr")
    before = away.read_bytes()
    with pytest.raises(SaveFailedError, match=r"‘review.imr’ is no longer in"):
        session.run(EDIT)
    assert "no longer" in session.trouble
    assert away.read_bytes() == before
    away.rename(session.path)
    assert session.trouble == ""
    session.run(EDIT)


def test_older_copy_put_in_the_place_of_the_open_file_is_not_written_to(session: Session, tmp_path: Path) -> None:
    copy = tmp_path / "copy.imr"
    shutil.copy(session.path, copy)
    before = copy.read_bytes()
    copy.replace(session.path)
    with pytest.raises(SaveFailedError, match=r"another file was put in the place of ‘review.imr’"):
        session.run(EDIT)
    session.save_elsewhere(tmp_path / "kept.imr")
    session.run(EDIT)
    assert (tmp_path / "review.imr").read_bytes() == before
    session.close()
    assert reopened(tmp_path / "kept.imr") == "2"


def test_folder_that_went_away_with_its_drive_is_told(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "drive"
    folder.mkdir()
    session.save_elsewhere(folder / "review.imr")
    folder.rename(tmp_path / "gone")
    with pytest.raises(SaveFailedError, match=r"Not saved: ‘review.imr’ is no longer in ‘drive’"):
        session.run(EDIT)
    session.save_elsewhere(tmp_path / "kept.imr")
    session.run(EDIT)


def known(session: Session) -> dict[str, dict[str, object]]:
    return {record.id: dict(record) for record in session.review}


def pulled_out(session: Session) -> None:
    """Let the drive of the review be gone: what is read and written through the open file fails."""
    path = str(session.path)
    (descriptor,) = (
        int(each.name) for each in Path("/proc/self/fd").iterdir() if each.is_symlink() and str(each.readlink()) == path
    )
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, descriptor)
    os.close(nothing)
    session.path.unlink()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux says which files are open")
def test_review_of_a_drive_that_was_pulled_out_is_kept_from_memory_and_says_what_is_missing(
    tmp_path: Path,
) -> None:
    session = open_sample(tmp_path)
    sign(session, *AUTHOR, SAMPLE_PASSPHRASE)
    records, sheets = known(session), session.file.sheets()
    pulled_out(session)
    with pytest.raises(SaveFailedError):
        session.run(SetFields("review", "review", {"reference": "X"}))

    missing = session.save_elsewhere(tmp_path / "kept.imr")

    assert "every record is there" in missing
    assert "type these names again" in missing
    session.run(SetFields("debriefing", "debriefing", {"note": "On."}))
    assert session.file.integrity_faults() == ("Lines of the history that were signed are no longer there.",)
    session.close()
    again = Session.open(tmp_path / "kept.imr", SAMPLE_PASSPHRASE)
    assert again.review.one("debriefing").text("note") == "On."
    assert {name for name, values in known(again).items() if values != records.get(name)} == {"debriefing"}
    assert known(again).keys() == records.keys()
    assert [line.operation for line in again.past()] == ["set_fields", "rescue"]
    assert again.file.sheets() == sheets
    again.close()
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".lock"] == ["kept.imr"]
