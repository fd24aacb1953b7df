"""The room of the menus is there before they are."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import SCALES, ThemeKeeper
from ui.widgets.menu_strip import MenuStrip


@pytest.mark.parametrize("scale", SCALES)
def test_bar_without_menus_is_as_high_as_with_them_at_every_size_of_text(
    qtbot: QtBot, qapp: QApplication, scale: int
) -> None:
    keeper = ThemeKeeper(qapp, scale=scale)
    keeper.refresh()
    bar = MenuStrip()
    qtbot.addWidget(bar)
    bar.addMenu("File")
    assert bar.minimumHeight() == bar.sizeHint().height()
    keeper.as_it_was()
