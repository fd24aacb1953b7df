"""Qt's own file picker keeps where it was in a file of its own: no folder chosen in the program stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.dialogs.qt_ask import QtAsk


@pytest.mark.parametrize("chosen", [True, False])
def test_picker_that_was_used_leaves_no_folder_in_the_file_that_all_programs_share(
    qtbot: QtBot, tmp_path: Path, chosen: bool
) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    window = QWidget()
    qtbot.addWidget(window)
    folder = tmp_path / "Zebulon Quarrington"
    folder.mkdir()
    pickers: list[QFileDialog] = []

    def answer() -> None:
        (picker,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog))
        pickers.append(picker)
        picker.done(int(chosen))

    QTimer.singleShot(0, window, answer)
    QtAsk(window).folder("Where", folder)

    qtbot.waitUntil(lambda: not isValid(pickers[0]))
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.sync()
    said = {name: str(kept.value(name)) for name in kept.allKeys()}
    assert "FileDialog/qtVersion" in said  # it was written
    assert not [name for name, value in said.items() if "Zebulon" in value]
