"""The outlines that are shipped are those that are used, and they are drawn in the colours in force."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.icons import Glyph, pixmap
from ui.theme import Look
from ui.tokens import tokens
from ui.widgets.icon_engine import icon


def inks(image: QImage) -> set[str]:
    """The colours of the pixels that are wholly painted."""
    found = set()
    for y in range(image.height()):
        for x in range(image.width()):
            colour = image.pixelColor(x, y)
            if colour.alpha() == 255:
                found.add(colour.name())
    return found


def test_outlines_shipped_are_those_that_have_a_name(repository: Path) -> None:
    shipped = {path.stem for path in (repository / "resources" / "icons").glob("*.svg")}
    assert shipped == {glyph.value for glyph in Glyph}


def test_outlines_each_is_used_somewhere(repository: Path) -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (repository / "ui").rglob("*.py"))
    used = set(re.findall(r"Glyph\.([A-Z_]+)", sources))
    assert used == {glyph.name for glyph in Glyph}


def test_outlines_licence_lies_beside_them(repository: Path) -> None:
    words = (repository / "resources" / "icons" / "LICENSE.txt").read_text(encoding="utf-8")
    assert "ISC License" in words
    assert "MIT License" in words


@pytest.mark.parametrize("glyph", list(Glyph))
def test_outline_is_drawn_in_the_ink_asked_for(qapp: QApplication, glyph: Glyph) -> None:
    assert inks(pixmap(glyph, "#94211a", 48, 1.0).toImage()) == {"#94211a"}


def test_outline_at_two_times_has_twice_the_pixels(qapp: QApplication) -> None:
    made = pixmap(Glyph.LOCK, "#000000", 18, 2.0)
    assert made.size() == QSize(36, 36)
    assert made.deviceIndependentSize().toSize() == QSize(18, 18)


def test_icon_for_qt_takes_the_colours_in_force_and_greys_out(qapp: QApplication) -> None:
    made = icon(Glyph.LOCK, "bad")
    light = inks(made.pixmap(QSize(48, 48)).toImage())
    off = inks(made.pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage())
    theme.put_on(qapp, Look("dark", tokens().colours["dark"]))
    dark = inks(made.pixmap(QSize(48, 48)).toImage())
    assert light == {tokens().colours["light"]["bad"].lower()}
    assert off == {tokens().colours["light"]["disabled"].lower()}
    assert dark == {tokens().colours["dark"]["bad"].lower()}


def test_icon_for_qt_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    made = icon(Glyph.LOCK).pixmap(QSize(18, 18), 2.0)
    assert made.size() == QSize(36, 36)
    assert made.devicePixelRatio() == 2.0


def test_icon_for_qt_copy_outlives_the_first(qapp: QApplication) -> None:
    copies = [QIcon(icon(Glyph.LOCK)) for _ in range(20)]
    gc.collect()
    assert not any(each.pixmap(QSize(18, 18)).isNull() for each in copies)
