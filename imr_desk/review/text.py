"""The one door for text that comes in: typed, pasted, imported or read from a file. Nothing else alters text.

What passes is Unicode in composed form (NFC) with line feeds as line ends and without what cannot be stored, printed
or seen: control characters, lone halves of surrogate pairs, byte-order marks and noncharacters. Letters, signs,
emoji and right-to-left text pass as they are.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from imr_desk.i18n import trn

_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_UNSTORABLE = re.compile("[\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Cleaned:
    """The text as it is kept, and in plain words what was taken out (empty when nothing was)."""

    text: str
    notes: tuple[str, ...] = ()


def clean(text: str) -> Cleaned:
    """Make incoming text fit to keep; line feeds and tabs stay. Idempotent; the text is otherwise untouched."""
    if text.isascii() and text.isprintable():
        return Cleaned(text)
    notes: list[str] = []
    text = _LINE_ENDS.sub("\n", text)
    text, controls = _CONTROLS.subn("", text)
    if controls:
        notes.append(trn("{n} control character was taken out.", "{n} control characters were taken out.", controls))
    text, broken = _UNSTORABLE.subn("", text)
    if broken:
        notes.append(
            trn(
                "{n} broken character that stands for nothing was taken out.",
                "{n} broken characters that stand for nothing were taken out.",
                broken,
            )
        )
    return Cleaned(unicodedata.normalize("NFC", text), tuple(notes))


def clean_line(text: str) -> Cleaned:
    """As `clean`, for a field of one line: line ends and tabs become blanks, blanks at the ends go."""
    cleaned = clean(text)
    return Cleaned(re.sub(r"[\n\t]+", " ", cleaned.text).strip(), cleaned.notes)


def folded(text: str) -> str:
    """The text with every run of white space as one blank, for comparing words (design section 8)."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def shortened(text: str, most: int = 60) -> str:
    """The beginning of what was typed, for a sentence that quotes it."""
    return text if len(text) <= most else text[:most].rstrip() + "…"
