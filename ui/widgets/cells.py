"""What a table shows, as plain values: the words of one cell, and how a column reads its cell from a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.tokens import Tone

R = TypeVar("R")
FIRST_WORDS = 60
"""How many words of a long text a cell shows; the whole of it stands in the entry."""
FURTHER = 8
"""How many words after those are read as well: whether a word is a name depends on what follows."""


class FreeText(NamedTuple):
    """Words of the review that stand in a cell from `start` up to `end`, to be read for names as `text`.

    `text` begins with what is shown of it and goes on a little further where the cell does not show all of it.
    """

    text: str
    start: int
    end: int

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"FreeText({self.start}, {self.end})"


@dataclass(frozen=True)
class Cell:
    """Words and a quieter second line, each if there is something to say.

    `glyph` stands after the words, `second_glyph` before the second line; `strong` is for what names the row, `small`
    for what only goes with it. `texts` and `second_texts` are the parts of both in which names are marked.
    """

    words: str = ""
    second: str = ""
    glyph: Glyph | None = None
    tone: Tone = "text"
    strong: bool = False
    second_glyph: Glyph | None = None
    small: bool = False
    texts: tuple[FreeText, ...] = ()
    second_texts: tuple[FreeText, ...] = ()

    def spoken(self) -> str:
        """The words as a screen reader says them."""
        if not self.words or not self.second:
            return self.words or self.second
        return f"{self.words.rstrip('.')}. {self.second}"


@dataclass(frozen=True)
class TableColumn(Generic[R]):
    """One column. `width` is in pixels at 100 %; 0 takes what is left."""

    name: str
    label: str
    cell: Callable[[R], Cell]
    width: int = 0


def first_words(text: str, most: int = FIRST_WORDS) -> str:
    """The first words of a long text, and that there is more."""
    words = text.split(None, most)
    if len(words) <= most:
        return text
    return tr("{words} … more").format(words=" ".join(words[:most]))


def free_text(said: str, text: str, most: int = FIRST_WORDS) -> FreeText | None:
    """Where `text`, which ends what is `said`, stands in `first_words(said)`; None if nowhere."""
    at = said.rfind(text) if text else -1
    if at < 0:
        return None
    words = said.split(None, most + FURTHER)
    if len(words) <= most:
        return FreeText(text, at, at + len(text))
    before = " ".join(said[:at].split())
    start, end = len(before) + bool(before), len(" ".join(words[:most]))
    return FreeText(" ".join(words[: most + FURTHER])[start:], start, end) if start < end else None
