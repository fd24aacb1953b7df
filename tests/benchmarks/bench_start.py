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
ONE_WORD = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

def painted():
    print("painted", flush=True)
    QApplication.exit()

class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, painted)

app = QApplication([])
window = Window()
window.setCentralWidget(QLabel("hello"))
window.resize(1280, 800)
window.show()
app.exec()
"""
OPEN = """
from pathlib import Path
from ui import starting

starting.begin()  # as ui.command does
from ui.app import open_for_bench

def painted():
    print("painted", flush=True)

open_for_bench(Path({path!r}), bytes.fromhex("{key}"), {stage}, painted)
"""
EMPTY = "empty window, first paint"
WORD = "window with one word, first paint"
CHRONOLOGY = "chronology of 2,000 entries, first paint"
SHORT = "chronology of 100 entries, first paint"
GOAL, MOST, LONG = 1.5, 2.8, 1.15
"""How many times as long as a window with one word: what is aimed at, and what a slower start must never come to.

The third is how many times as long as a short chronology.
"""


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


def test_long_chronology_is_painted_soon_and_nearly_as_soon_as_a_short_one(tmp_path: Path) -> None:
    cases = {EMPTY: EMPTY_WINDOW, WORD: ONE_WORD}
    for name, entries in ((SHORT, 100), (CHRONOLOGY, 2_000)):
        path = tmp_path / f"{entries}.imr"
        write_sample(path, SAMPLE_PASSPHRASE, entries=entries)
        key = Session.derive_key(path, SAMPLE_PASSPHRASE)
        cases[name] = OPEN.format(stage=4, path=str(path), key=key.hex())
    medians = in_turn(cases, 15)
    show(medians, WORD)
    print(f"aimed at: {GOAL}")
    assert medians[CHRONOLOGY] <= MOST * medians[WORD]
    assert medians[CHRONOLOGY] <= LONG * medians[SHORT]
