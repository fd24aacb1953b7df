"""A step of undo that is kept in the file is known again in another sitting, whatever was imported by then."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from imr_desk.operations.names import Decide
from imr_desk.session import Session

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "four plain words here"
NEXT_STEP = """
import sys
from pathlib import Path
from imr_desk.session import Session

session = Session.open(Path(sys.argv[1]), sys.argv[2])
print(session.next_undo.name)
session.undo()
print(session.next_undo, session.next_redo.name)
session.close()
"""


def test_decision_on_a_name_can_be_undone_in_another_sitting(tmp_path: Path) -> None:
    path = tmp_path / "r.imr"
    session = Session.create(path, PASSPHRASE)
    session.run(Decide("0" * 20, "staff"))
    session.close()
    command = [sys.executable, "-c", NEXT_STEP, str(path), PASSPHRASE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["decide", "None", "decide"], "")
