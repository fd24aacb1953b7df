"""A text as a reader takes it in: letters in circles and squares are letters, ``&#97;`` and ``%61`` are an ``a``.

Whoever pastes from a web page, an address bar or a broken e-mail brings codes along; whoever wants to get a name past
the guard types them. Every place of the plain text is kept as a place of the text that was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import unescape
from string import ascii_letters, ascii_lowercase, ascii_uppercase

_MAY_HOLD_CODES = re.compile(r"[&%\\=<]")
_CODE = re.compile(
    r"(?P<entity>&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});)"
    r"|(?P<escape>\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}))"
    r"|(?P<percent>(?:%[0-9a-f]{2})+)"
    r"|(?P<quoted>(?<=[^\W\d_])(?:=[0-9a-f]{2})+)"
    r"|(?P<soft>(?<=[^\W\d_])=\r?\n(?=[^\W\d_]))"
    r"|(?P<tag>(?<=[^\W\d_])(?:</?[a-z][^<>\n]{0,60}>)+(?=[^\W\d_]))",
    re.IGNORECASE,
)
_TAGS = 0xE0000
"""From here on the letters stand once more, as tags without any shape."""
_FLAG = re.compile(
    "\U0001f3f4\U000e0067\U000e0062"
    "(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f"
)
"""The flags of England, Scotland and Wales are written with tags: those are no letters that were hidden."""
_IN_NAMES = "'\u2019-"
_IN_NAMES_KINDS = ("Mn", "Mc", "Cf", "Zs")
_ENCLOSED = (  # the first sign of a row, and the letters it stands for
    (0x1F110, ascii_uppercase),
    (0x1F130, ascii_uppercase),
    (0x1F150, ascii_uppercase),
    (0x1F170, ascii_uppercase),
    (0x1F1E6, ascii_uppercase),
    (0x249C, ascii_lowercase),
    (0x24B6, ascii_uppercase),
    (0x24D0, ascii_lowercase),
)


@cache
def _letters() -> dict[int, str]:
    """The letter that each enclosed sign stands for, and each tag, which nobody sees."""
    seen = {first + place: letter for first, row in _ENCLOSED for place, letter in enumerate(row)}
    return seen | {_TAGS + ord(letter): letter for letter in (*ascii_letters, " ", "-", "'")}


def plainly(text: str) -> tuple[str, list[int] | None]:
    """The text with its codes read and its enclosed letters plain, and where each of its characters stood.

    The places are those of the beginnings, with the length of the text as the last; None where nothing has moved.
    """
    if not text.isascii():
        text = _FLAG.sub(lambda flag: flag[0][0] * len(flag[0]), text).translate(_letters())
    if not _MAY_HOLD_CODES.search(text) or not any(_pieces(text)):
        return text, None
    plain: list[str] = []
    places: list[int] = []
    last = 0
    for start, end, letters in _pieces(text):
        plain.append(text[last:start])
        places.extend(range(last, start))
        plain.extend(letters)
        places.extend(start + place * (end - start) // len(letters) for place in range(len(letters)))
        last = end
    plain.append(text[last:])
    places.extend(range(last, len(text) + 1))
    return "".join(plain), places


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a code stands, and the letters it means."""
    for found in _CODE.finditer(text):
        letters = _meant(found)
        if letters is not None:
            yield found.start(), found.end(), letters


def _meant(found: re.Match[str]) -> str | None:
    """What a code means; None where that has no place in a name."""
    raw = found[0]
    if found.lastgroup in ("tag", "soft"):
        return ""
    if found.lastgroup == "entity":
        letters = unescape(raw)
    elif found.lastgroup == "escape":
        letters = chr(int(raw[2:], 16))
    else:
        letters = bytes.fromhex(raw.replace(raw[0], "")).decode("utf-8", "replace")
    return letters if letters and all(_may_stand_in_a_name(letter) for letter in letters) else None


def _may_stand_in_a_name(letter: str) -> bool:
    return letter.isalpha() or letter in _IN_NAMES or unicodedata.category(letter) in _IN_NAMES_KINDS
