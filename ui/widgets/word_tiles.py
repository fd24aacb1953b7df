"""A few words to be read out and compared by ear, each in a tile with its number."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.ending import end
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, row

ACROSS = 3


class WordTiles(QWidget):
    """Words in tiles, three across. A screen reader says them all as one sentence."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._words: tuple[str, ...] = ()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for at in range(ACROSS):
            self._grid.setColumnStretch(at, 1)
        self.setLayout(self._grid)
        self.hide()

    def words(self) -> tuple[str, ...]:
        """The words that are shown."""
        return self._words

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show other words, or nothing at all."""
        if words == self._words:
            return
        self._words = words
        while (item := self._grid.takeAt(0)) is not None:
            tile = item.widget()
            if tile is not None:
                tile.hide()
                end(tile)
        for at, word in enumerate(words):
            self._grid.addWidget(_Tile(at + 1, word), at // ACROSS, at % ACROSS)
        self.setAccessibleName(f"{self._name}: {', '.join(words)}")
        self.setVisible(bool(words))


class _Tile(Surface):
    """One word after its number."""

    def __init__(self, number: int, word: str) -> None:
        place = Label(str(number), "caption", "text_quiet", wrap=False)
        super().__init__(
            row(place, Label(word, "section", wrap=False), None, margins=(12, 6, 8, 6)),
            fill="raised",
            edge="line",
            radius=6,
        )
