"""Inter is shipped with its licence, is found by Qt, and has the letters that are needed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.fonts import FILES, ITALIC, load_font, load_fonts


def test_fonts_all_weights_are_read(qapp: QApplication) -> None:
    assert len(load_fonts()) == len(FILES)
    assert -1 not in load_fonts()
    assert load_font(ITALIC) != -1


def test_fonts_program_is_shown_in_inter(qapp: QApplication) -> None:
    for role in ("body", "label", "title"):
        assert QFontInfo(theme.font(role)).family() == "Inter"


def test_fonts_welsh_and_typographic_letters_are_there(qapp: QApplication) -> None:
    raw = QRawFont.fromFont(theme.font("body"))
    assert [letter for letter in "ŵŷŴŶâêîôûï‘’–…·£" if not raw.supportsCharacter(ord(letter))] == []


def test_fonts_licence_lies_beside_them(repository: Path) -> None:
    words = (repository / "resources" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in words
    assert "The Inter Project Authors" in words
