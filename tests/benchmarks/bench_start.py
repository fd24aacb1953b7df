"""What comes before anything is seen: interpreter, core, and the empty window that later figures are held to."""

from __future__ import annotations

from turns import in_turn, show

EMPTY_WINDOW = """
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        QApplication.exit()

app = QApplication([])
window = Window()
window.show()
app.exec()
"""


def test_core_is_imported_sooner_than_an_empty_window_is_painted() -> None:
    medians = in_turn(
        {
            "python, nothing": "",
            "empty window, first paint": EMPTY_WINDOW,
            "the declarations of all records": "import imr_desk.review.catalogue",
            "one open review": "import imr_desk.session",
        }
    )
    show(medians, "empty window, first paint")
    assert medians["one open review"] < medians["empty window, first paint"]
