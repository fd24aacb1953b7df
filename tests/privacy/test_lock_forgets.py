"""After the lock no word of the review is left in what the program holds in memory, wherever the person has been.

The program runs in a process of its own, and what is freed is overwritten there (MALLOC_PERTURB_ of the C library): so
what is found is held by somebody. Python must hold nothing. What the process may still have are pieces that PDFium,
which draws the preview, has freed in an allocator of its own and not written over since; docs/security.md says so.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import planting
import pytest
from window_tools import review_in

from imr_desk.operations.general import Delete, SetFields
from imr_desk.session import Session

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MOST_LEFT = 0.03
"""The part of all copies that may stand in memory that libraries freed."""


@pytest.fixture
def planted(tmp_path: Path) -> tuple[Path, bytes]:
    path, key = review_in(tmp_path)
    session = Session.open(path, raw_key=key)
    planting.plant(session)
    session.run(SetFields("genogram", "genogram", {"picture_sha256": None}))  # else no picture fits it
    session.run(Delete("entry", session.review.all("entry")[-1].id))
    session.close()
    return path, key


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="the memory of a process can be read on Linux alone")
def test_lock_leaves_nothing_planted_in_memory(planted: tuple[Path, bytes]) -> None:
    path, key = planted
    folders = (ROOT, ROOT / "tests", ROOT / "tests" / "ui", HERE)
    surroundings = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, folders)),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONMALLOC": "malloc",
        "MALLOC_PERTURB_": "165",
    }
    command = [sys.executable, str(HERE / "lock_and_look.py"), str(path), key.hex()]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=300, check=False)
    assert done.stdout, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["held before"] > 100
    assert found["copies before"] > 100
    assert found["held"] == []
    assert found["copies"] <= MOST_LEFT * found["copies before"]
