"""Tokens put on: one palette, one style sheet, and what is painted by hand asks here for its colours and fonts.

`ThemeKeeper` holds what the reader chose (View > Theme, View > Text) and follows the system. Where the system sets a
contrast theme, its palette wins: every tint vanishes and edges carry the meaning.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ui.fonts import load_fonts
from ui.stylesheet import style_sheet
from ui.tokens import Role, Tone, tokens

SCALES = (90, 100, 115, 130, 150)
"""The sizes of text that can be chosen, in per cent, apart from the scaling of the system."""


STYLE_GIVEN = "style given"
"""Set on a QApplication that was made with Qt's Fusion style: asking or telling it afterwards is slow at the start."""


class ThemeChoice(enum.StrEnum):
    """What the reader can choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Look(NamedTuple):
    """The colours in force and the size of text in per cent."""

    name: str
    colours: Mapping[str, str]
    scale: int = 100


class _InForce:
    """The look of this process. There is one, as there is one QApplication."""

    look = Look("light", {})


def look() -> Look:
    """The look in force; light at 100 % until another is put on."""
    if not _InForce.look.colours:
        _InForce.look = Look("light", tokens().colours["light"])
    return _InForce.look


def px(at_100: float) -> int:
    """Pixels for a size that is given at 100 %: whatever holds words grows with them."""
    return round(at_100 * look().scale / 100)


def colour(tone: Tone) -> QColor:
    """The colour for a purpose, in the look in force."""
    return _parsed(look().colours[tone])


@lru_cache(maxsize=256)
def _parsed(value: str) -> QColor:
    """A colour of the tokens; Qt wants what is see-through first."""
    return QColor(f"#{value[7:]}{value[1:7]}") if len(value) == 9 else QColor(value)


def font(role: Role = "body", weight: int | None = None) -> QFont:
    """The font of a role at the size in force, heavier or lighter where `weight` (100 to 900) is given."""
    return QFont(_font(role, weight or tokens().styles[role].weight, look().scale))


@lru_cache(maxsize=64)
def _font(role: Role, weight: int, scale: int) -> QFont:
    """One font for each that is asked for."""
    made = QFont([tokens().family, *tokens().fallback])
    made.setPixelSize(round(tokens().styles[role].size * scale / 100))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def line_height(role: Role) -> int:
    """The height of one line of a role, in pixels at the size in force."""
    return px(tokens().styles[role].line)


def palette() -> QPalette:
    """The palette of the look in force. It does most of the work; the style sheet does what it cannot."""
    made, roles = QPalette(), QPalette.ColorRole
    pairs: tuple[tuple[QPalette.ColorRole, Tone], ...] = (
        (roles.Window, "window"), (roles.Base, "raised"), (roles.AlternateBase, "page"), (roles.Button, "raised"),
        (roles.WindowText, "text"), (roles.Text, "text"), (roles.ButtonText, "text"), (roles.Highlight, "selected"),
        (roles.HighlightedText, "text"), (roles.PlaceholderText, "text_quiet"), (roles.Link, "accent"),
        (roles.ToolTipBase, "raised"), (roles.ToolTipText, "text"), (roles.Mid, "line"), (roles.Dark, "line_strong"),
        (roles.Accent, "accent"),
    )  # fmt: skip
    for role, tone in pairs:
        made.setColor(role, colour(tone))
    for role in (roles.Text, roles.ButtonText, roles.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour("disabled"))
    return made


_also_told: WeakSet[QObject] = WeakSet()


def put_on(app: QApplication, wanted: Look) -> None:
    """Put a look in force over the whole program; every widget is told by Qt's own change of style.

    Labels, buttons and icons, of which there are thousands, do not hear every change of everything: their
    `look_changed` is called here, and that of those who asked for it.
    """
    load_fonts()
    _InForce.look = wanted
    if not (app.styleSheet() or app.property(STYLE_GIVEN)):
        app.setStyle("Fusion")
    app.setFont(font("body"))
    app.setPalette(palette())
    app.setStyleSheet(style_sheet(wanted.colours, wanted.scale))
    for each in (*app.allWidgets(), *_also_told):
        tell = getattr(each, "look_changed", None)
        if tell is not None and isValid(each):
            tell()


def tell_of_looks(each: QObject) -> None:
    """Have the `look_changed` of what is no widget called whenever another look was put on, as long as it is there."""
    _also_told.add(each)


def contrast_colours(system: QPalette) -> dict[str, str]:
    """Every token from a contrast palette of the system: grounds as the system has them, edges instead of tints."""
    roles = QPalette.ColorRole
    ground, ink = system.color(roles.Window).name(), system.color(roles.WindowText).name()
    link, off = system.color(roles.Link).name(), system.color(QPalette.ColorGroup.Disabled, roles.Text).name()
    own = {"accent": link, "accent_hover": link, "accent_line": link, "on_accent": ground, "disabled": off}
    grounds = ("window", "page", "raised", "sunken", "hover", "selected", "disabled_fill")
    made: dict[str, str] = {}
    for tone in tokens().colours["light"]:
        tint = tone.endswith("_soft") and tone != "text_soft"
        made[tone] = ground if tint or tone in grounds else ink
    return {**made, **own, "scrim": ground + "CC"}


class ThemeKeeper(QObject):
    """What the reader chose, put on, and put on again when the system changes."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, scale: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._system = app.palette()
        self.choice = choice
        self.scale = scale if scale in SCALES else 100
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)

    def wanted(self) -> Look:
        """The look that the choice and the system ask for now."""
        hints = self._app.styleHints()
        if self.choice is not ThemeChoice.SYSTEM:
            return Look(self.choice.value, tokens().colours[self.choice.value], self.scale)
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return Look("system-contrast", contrast_colours(self._app.style().standardPalette()), self.scale)
        name = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
        return Look(name, tokens().colours[name], self.scale)

    @Slot()
    def refresh(self) -> None:
        """Put on what is wanted, if it is not on yet."""
        wanted = self.wanted()
        if wanted == _InForce.look and self._app.styleSheet():
            return
        put_on(self._app, wanted)
        self.changed.emit()

    def prepare(self) -> None:
        """Let widgets be made in the look that is wanted, before the style sheet is there.

        With a style sheet in force Qt restyles a whole branch of widgets each time it is given a parent. So at the
        start: `prepare`, make the window, `refresh`, show it.
        """
        load_fonts()
        _InForce.look = self.wanted()
        self._app.setFont(font("body"))

    def choose(self, choice: ThemeChoice) -> None:
        """Take one of the themes."""
        self.choice = choice
        self.refresh()

    @Slot()
    def larger(self) -> None:
        """The next larger text."""
        self._step(1)

    @Slot()
    def smaller(self) -> None:
        """The next smaller text."""
        self._step(-1)

    @Slot()
    def as_it_was(self) -> None:
        """Text at 100 %."""
        self.scale = 100
        self.refresh()

    def _step(self, by: int) -> None:
        """Go up or down the sizes, and stay at the ends."""
        at = SCALES.index(self.scale) + by
        self.scale = SCALES[max(0, min(at, len(SCALES) - 1))]
        self.refresh()
