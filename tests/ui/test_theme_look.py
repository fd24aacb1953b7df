"""Tokens put on: one place for colours, sizes that grow with the text, and the system that is followed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui import theme
from ui.icons import Glyph
from ui.stylesheet import style_sheet
from ui.theme import SCALES, Look, ThemeChoice, ThemeKeeper
from ui.tokens import SETS, tokens
from ui.widgets.icon_view import IconView
from ui.widgets.labels import Label

HEX = re.compile(r"#[0-9A-Fa-f]{3,8}\b")


def test_source_no_colour_is_named_outside_the_tokens(repository: Path) -> None:
    found = {
        path.name: HEX.findall(path.read_text(encoding="utf-8"))
        for path in (repository / "ui").rglob("*")
        if path.suffix in {".py", ".qss", ".css"}
    }
    assert {name: colours for name, colours in found.items() if colours} == {}
    assert HEX.findall("QColor('#1B1F23')")


@pytest.mark.parametrize("name", SETS)
def test_style_sheet_is_filled_and_grows_with_the_text(name: str) -> None:
    colours = tokens().colours[name]
    usual, large = style_sheet(colours, 100), style_sheet(colours, 150)
    assert "$" not in usual
    assert "min-height: 34px" in usual
    assert "min-height: 52px" in large


def test_style_sheet_is_read_by_qt_without_a_complaint(qapp: QApplication, capfd: pytest.CaptureFixture[str]) -> None:
    Label("x").ensurePolished()
    assert "parse" not in capfd.readouterr().err


def test_keeper_steps_through_the_sizes_and_stays_at_the_ends(qapp: QApplication, qtbot: QtBot) -> None:
    keeper = ThemeKeeper(qapp, ThemeChoice.LIGHT)
    label = Label("Chronology", "title")
    qtbot.addWidget(label)
    usual = label.sizeHint().width()
    for _ in SCALES:
        keeper.larger()
    assert keeper.scale == theme.look().scale == 150
    assert label.sizeHint().width() > 1.4 * usual
    assert theme.px(100) == 150
    for _ in SCALES:
        keeper.smaller()
    assert keeper.scale == 90
    keeper.as_it_was()
    assert theme.look().scale == 100
    keeper.deleteLater()


def test_keeper_unknown_size_becomes_the_usual_one(qapp: QApplication) -> None:
    keeper = ThemeKeeper(qapp, ThemeChoice.LIGHT, 117)
    assert keeper.scale == 100
    keeper.deleteLater()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST])
def test_keeper_choice_puts_its_colours_on(qapp: QApplication, qtbot: QtBot, choice: ThemeChoice) -> None:
    keeper = ThemeKeeper(qapp, ThemeChoice.DARK if choice is ThemeChoice.LIGHT else ThemeChoice.LIGHT)
    keeper.refresh()
    with qtbot.waitSignal(keeper.changed):
        keeper.choose(choice)
    assert theme.look().name == choice.value
    assert qapp.palette().window().color().name().upper() == tokens().colours[choice.value]["window"]
    keeper.deleteLater()


def test_keeper_system_in_the_dark_is_followed(qapp: QApplication) -> None:
    keeper = ThemeKeeper(qapp, ThemeChoice.SYSTEM)
    expected = "dark" if qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"
    assert keeper.wanted().name == expected
    keeper.deleteLater()


def test_colour_scrim_lets_what_lies_below_through() -> None:
    assert 0 < theme.colour("scrim").alpha() < 255


class Listener(QObject):
    """Counts how often it was told of another look."""

    told = 0

    def look_changed(self) -> None:
        self.told += 1


def test_another_look_is_told_to_labels_icons_and_whoever_asked_while_they_are_there(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    box = QWidget()
    qtbot.addWidget(box)
    label, icon, listener, gone = Label("Words", parent=box), IconView(Glyph.CHECK), Listener(box), Listener(box)
    icon.setParent(box)
    before = label.sizeHint(), icon.width()
    for each in (listener, gone):
        theme.tell_of_looks(each)
    delete(gone)
    theme.put_on(app, Look("light", tokens().colours["light"], 150))
    assert (label.sizeHint().height(), icon.width()) > (before[0].height() * 1.4, before[1] * 1.4)
    assert (listener.told, gone.told) == (1, 0)
