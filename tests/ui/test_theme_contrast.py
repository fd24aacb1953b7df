"""Every pair of colours that carries words or an edge can be told apart."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import contrast_colours
from ui.tokens import SETS, Tone, tokens

WORDS_ON = {
    "text": {"page": 7, "window": 7, "raised": 7, "sunken": 7, "selected": 7, "hover": 7},
    "text_soft": {
        "page": 7, "window": 7, "raised": 7, "selected": 4.5, "sunken": 4.5, "hover": 4.5, "disabled_fill": 4.5,
        "good_soft": 4.5, "wait_soft": 4.5, "bad_soft": 4.5, "accent_soft": 4.5,
    },
    "text_quiet": {"page": 4.5, "window": 4.5, "raised": 4.5, "selected": 4.5, "accent_soft": 4.5, "hover": 4.5},
    "accent": {"page": 4.5, "window": 4.5, "raised": 4.5, "accent_soft": 4.5},
    "on_accent": {"accent": 4.5, "accent_hover": 4.5},
    "good": {"page": 4.5, "window": 4.5, "raised": 4.5, "good_soft": 4.5},
    "wait": {"page": 4.5, "window": 4.5, "raised": 4.5, "wait_soft": 4.5, "selected": 4.5},
    "bad": {"page": 4.5, "window": 4.5, "raised": 4.5, "bad_soft": 4.5},
    "line_strong": {"page": 3, "raised": 3, "window": 3},
    "focus": {"page": 3, "window": 3, "raised": 3, "selected": 3},
}  # fmt: skip
PAIRS = [(top, ground, least) for top, grounds in WORDS_ON.items() for ground, least in grounds.items()]


def lightness(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(("top", "ground", "least"), PAIRS)
def test_contrast_of_a_pair_is_high_enough(name: str, top: str, ground: str, least: float) -> None:
    colours = tokens().colours[name]
    assert contrast(colours[top], colours[ground]) >= least


@pytest.mark.parametrize("name", SETS)
def test_set_of_colours_names_every_purpose_and_no_other(name: str) -> None:
    assert set(tokens().colours[name]) == set(get_args(Tone))


def test_contrast_theme_of_the_system_loses_every_tint(qapp: QApplication) -> None:
    system = QPalette(QColor("#202020"))
    system.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("#FFFF00"))
    system.setColor(QPalette.ColorRole.Link, QColor("#00FFFF"))
    colours = contrast_colours(system)
    tints = {name for name in colours if name.endswith("_soft") and name != "text_soft"}
    assert {colours[name] for name in (*tints, "page", "raised", "selected", "sunken")} == {"#000000"}
    assert colours["text"] == colours["line"] == colours["bad"] == "#ffff00"
    assert colours["accent"] == "#00ffff"
    assert set(colours) == set(get_args(Tone))
