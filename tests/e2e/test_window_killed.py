"""The program is killed while somebody writes: every edit that was said to be saved is there afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from window_tools import review_in

from imr_desk.session import Session

ROOT = Path(__file__).resolve().parents[2]
WORDS = "Typed just before the end."
WRITE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from imr_desk.guidance.facts import Place
from imr_desk.session import Session
from ui.app import application
from ui.program import Program

path, key, places, words = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), sys.argv[3].split(), sys.argv[4]
app = application()
program = Program(app)
program.open_session(Session.open(path, raw_key=key), 1)
review = program.review

def write():
    for each in places:
        kind, record, field = each.split("/")
        review.pages.go_to(Place(kind, record, field, ""))
        QApplication.processEvents()
        box = QApplication.focusWidget()
        QTest.keyClicks(box, words)
        review.save()
        print("saved", review.bridge.waiting, flush=True)
    box = QApplication.focusWidget()
    QTest.keyClicks(box, " And not kept yet")  # the end comes in the middle of this
    print("writing", flush=True)

def begin():
    try:
        write()
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(1)  # so that nobody waits for it

QTimer.singleShot(0, begin)
app.exec()
"""
PLACES = (
    "ownership/ownership/owner",
    "independence/independence/note",
    "records_statement/records_statement/text",
    "entry/CE-003/comment",
    "findings/findings/conclusion",
    "quality_checklist/quality_checklist/comment",
    "debriefing/debriefing/note",
)
"""A field of each stage but those whose fields are another matter, and an entry."""


@pytest.fixture
def review(tmp_path: Path) -> tuple[Path, bytes]:
    return review_in(tmp_path)


def test_every_edit_said_to_be_saved_survives_a_kill(review: tuple[Path, bytes]) -> None:
    path, key = review
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WRITE, str(path), key.hex(), " ".join(PLACES), WORDS]
    with subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().strip() for _ in range(len(PLACES) + 1)]
        process.kill()
    assert said == ["saved False"] * len(PLACES) + ["writing"]
    session = Session.open(path, raw_key=key)
    try:
        for place in PLACES:
            kind, record_id, field = place.split("/")
            record = session.review.get(record_id) or session.review.one(kind)
            assert WORDS in record.text(field), place
        assert session.can_undo
    finally:
        session.close()
