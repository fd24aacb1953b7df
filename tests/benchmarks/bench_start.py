"""How soon the program is there: everything is held to the first paint of an empty window, in the same run."""

from __future__ import annotations

from pathlib import Path

from turns import in_turn, show

from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.sample.write import write_sample
from imr_desk.session import Session

EMPTY_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        print("painted", flush=True)
        QApplication.exit()

app = QApplication([])
window = Window()
window.show()
app.exec()
"""
OPEN = """
import sys
from pathlib import Path
from ui import starting

starting.begin()  # as ui.command does
from ui.app import open_for_bench

def painted():
    print("painted", flush=True)

open_for_bench(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), {stage}, painted)
"""
EMPTY = "empty window, first paint"
CHRONOLOGY = "chronology of 2,000 entries, first paint"
MOST = 1.5
"""The first paint of a long chronology takes at most this many times as long as that of an empty window."""


def test_core_is_imported_sooner_than_an_empty_window_is_painted() -> None:
    medians = in_turn(
        {
            "python, nothing": "",
            EMPTY: EMPTY_WINDOW,
            "the declarations of all records": "import imr_desk.review.catalogue",
            "one open review": "import imr_desk.session",
        }
    )
    show(medians, EMPTY)
    assert medians["one open review"] < medians[EMPTY]


def test_long_chronology_is_painted_nearly_as_soon_as_an_empty_window(tmp_path: Path) -> None:
    path = tmp_path / "long.imr"
    write_sample(path, SAMPLE_PASSPHRASE, entries=2_000)
    key = Session.derive_key(path, SAMPLE_PASSPHRASE)
    cases = {EMPTY: EMPTY_WINDOW, CHRONOLOGY: OPEN.format(stage=4)}
    medians = in_turn(cases, 15, (str(path), key.hex()))
    show(medians, EMPTY)
    assert medians[CHRONOLOGY] <= MOST * medians[EMPTY]
