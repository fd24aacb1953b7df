"""A file is written whole or not at all, and nothing of it is left behind, also where the program is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from imr_desk import files
from imr_desk.files import write_whole

ROOT = Path(__file__).resolve().parents[1]
OLD, NEW = b"what was there", b"what comes in its place" * 1000
KILLED = """
import os, signal, sys
from pathlib import Path
from imr_desk.files import write_whole
os.fsync = lambda _file: os.kill(os.getpid(), signal.SIGKILL)
write_whole(Path(sys.argv[1]), b"half of a report" * 100_000)
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "report (1).docx"
    path.write_bytes(OLD)
    return path


def there(target: Path) -> list[str]:
    return [each.name for each in target.parent.iterdir()]


@pytest.mark.parametrize("nameless", [True, False])
def test_file_takes_the_place_of_what_was_there(target: Path, monkeypatch: pytest.MonkeyPatch, nameless: bool) -> None:
    if not nameless:
        monkeypatch.setattr(files, "_NAMELESS", 0)
    write_whole(target, NEW)
    assert target.read_bytes() == NEW
    assert there(target) == [target.name]
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("nameless", [True, False])
def test_file_that_the_disk_refuses_leaves_what_was_there(
    target: Path, monkeypatch: pytest.MonkeyPatch, nameless: bool
) -> None:
    def refuse(_file: int) -> None:
        raise OSError(28, "No space left on device")

    if not nameless:
        monkeypatch.setattr(files, "_NAMELESS", 0)
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, NEW)
    assert target.read_bytes() == OLD
    assert there(target) == [target.name]


def test_file_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "gone" / "a.pdf", NEW)


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="this system has no files without a name")
def test_killed_in_the_middle_nothing_of_the_new_file_is_left(target: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(target)], cwd=ROOT, check=False)
    assert done.returncode == -9
    assert target.read_bytes() == OLD
    assert there(target) == [target.name]


def test_part_that_a_killed_program_left_goes_with_the_next_writing_but_not_one_of_this_minute(target: Path) -> None:
    left, fresh = (target.with_name(f".{target.name}.{end}") for end in ("0a1b2c3d", "4e5f6a7b"))
    others = target.with_name(".another.docx.0a1b2c3d")
    for each in (left, fresh, others):
        each.write_bytes(b"half")
    long_ago = time.time() - 3600
    for each in (left, others):
        os.utime(each, (long_ago, long_ago))
    write_whole(target, NEW)
    assert sorted(there(target)) == sorted([target.name, fresh.name, others.name])
