"""What the start does not bring along, told in a process of its own; and that the program comes up and goes away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from window_tools import review_in

ROOT = Path(__file__).resolve().parents[2]
LATER = (
    "docx",
    "lxml",
    "reportlab",
    "keyring",
    "cryptography",
    "hashlib",
    "imr_desk.cli",
    "imr_desk.export",
    "imr_desk.guidance",
    "imr_desk.jobs",
    "imr_desk.names",
    "imr_desk.operations",
    "imr_desk.review.chronology_versions",
    "imr_desk.review.dates",
    "imr_desk.review.gaps",
    "imr_desk.review.past",
    "imr_desk.review.templates",
    "imr_desk.sample",
    "ui.copied_names",
    "ui.dialogs",
    "ui.front",
    "ui.keeping_on",
    "ui.menus",
    "ui.naming",
    "ui.pages.chronology_columns",
    "ui.pages.chronology_entry",
    "ui.pages.chronology_notes",
    "ui.registering",
    "ui.searching",
    "ui.taking_in",
    "ui.tasks",
    "ui.widgets.editors",
    "ui.widgets.guidance_item",
    "ui.widgets.names",
)
"""Not needed to paint the chronology, so not there yet when it is painted."""
MOST_MODULES = 162
"""Modules of the program that may be there by then. A new one among them has to be worth the wait."""
FIRST_PAINT = """
import json, sys
from pathlib import Path
from ui import starting
starting.begin()
from ui.app import open_for_bench

def painted():
    print(json.dumps([name for name in sys.modules if sys.modules[name] is not None]), flush=True)

raise SystemExit(open_for_bench(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), 4, painted))
"""
WHOLE_RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import command

def close():
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    if windows:
        print(windows[0].windowTitle(), flush=True)
        windows[0].close()
        again.stop()

import ui.app
made = ui.app.application
again = QTimer()

def application():
    app = made()
    again.timeout.connect(close)
    again.start(50)
    return app

ui.app.application = application
raise SystemExit(command.main(sys.argv[1:]))
"""


QUICKER = """
import builtins, gc
from ui import starting
starting.begin()
print(gc.isenabled(), builtins.__import__.__name__ == "__feature_import__")
starting.done()
print(gc.isenabled())
"""


def python(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False, timeout=120)


def test_start_paints_the_chronology_without_what_only_comes_later(tmp_path: Path) -> None:
    path, key = review_in(tmp_path)
    done = python(FIRST_PAINT, str(path), key.hex())
    assert done.returncode == 0, done.stderr
    loaded = json.loads(done.stdout)
    assert "ui.pages.chronology" in loaded
    early = sorted(name for name in loaded if name in LATER or name.startswith(tuple(f"{each}." for each in LATER)))
    assert early == []
    assert len([name for name in loaded if name.split(".")[0] in ("ui", "imr_desk")]) <= MOST_MODULES


def test_start_with_a_file_shows_the_window_and_ends_well_when_it_is_closed(tmp_path: Path) -> None:
    path, _ = review_in(tmp_path)
    done = python(WHOLE_RUN, str(path))
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "IMR Desk", "")


def test_start_without_a_file_shows_the_window_and_ends_well_when_it_is_closed() -> None:
    done = python(WHOLE_RUN)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "IMR Desk", "")


def test_start_searches_for_no_garbage_and_reads_no_source_until_the_window_is_painted() -> None:
    assert python(QUICKER).stdout.split() == ["False", "False", "True"]
