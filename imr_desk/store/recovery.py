"""The recovery key: raw key and salt of a review file and the number of its sheet, written so that people can copy it.

Twenty groups of five characters in the alphabet of Crockford's base 32 (no I, L, O, U). The fifth character of a group
checks the other four and the group's own place, in the field of 32 elements: any one wrong character, any two
neighbours exchanged, and any two groups exchanged are noticed, and the group is named (docs/file-format.md).
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.store.key import SALT_BYTES, FileKey
from imr_desk.stretch import KEY_BYTES

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, LETTERS = 20, 5
HIGHEST_SHEET = 1023
CHECK_LETTERS = 4
_BITS = 5
_SUM_BITS = 6
_KEY_BITS = 8 * (KEY_BYTES + SALT_BYTES)
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = re.compile(r"[\s\-‐‑‒–—―−_.,:;·]+")
_FIELD = 0b100101
"""x⁵ + x² + 1, which makes a field of the numbers 0 to 31."""
_WEIGHTS = (2, 4, 8, 16)
"""Different from each other and from 1, the weight of the character that checks: so neighbours cannot be exchanged."""


class MistypedError(BadInputError):
    """A recovery key that was not copied as it stands on its sheet; `groups` are the numbers of the wrong ones."""

    def __init__(self, sentence: str, groups: tuple[int, ...] = ()) -> None:
        """Keep which groups are wrong, from 1; none where that cannot be told."""
        super().__init__(sentence)
        self.groups = groups


@dataclass(frozen=True)
class RecoveryKey:
    """A key of a review file and the number of the sheet it stands on, from 1. Never printed by chance."""

    key: FileKey
    sheet: int

    def groups(self) -> tuple[str, ...]:
        """Twenty groups of five characters. ValueError for a number that no sheet has."""
        if not 1 <= self.sheet <= HIGHEST_SHEET:
            raise ValueError("sheets are numbered from 1 to 1023")
        number = self.sheet << _KEY_BITS | int.from_bytes(self.key.raw + self.key.salt, "big")
        symbols = tuple(_symbols(number << _SUM_BITS | _sum_of(number), GROUPS * (LETTERS - 1)))
        return tuple(
            "".join(ALPHABET[symbol] for symbol in (*part, _check_of(part, place)))
            for place, part in enumerate(_parts(symbols), 1)
        )


def read(text: str) -> RecoveryKey:
    """The recovery key that was typed, in capitals or not, with blanks or hyphens anywhere, O for 0, I and L for 1.

    MistypedError names the groups that are wrong.
    """
    groups = _groups_in(text)
    values = [tuple(ALPHABET.find(letter) for letter in group) for group in groups]
    wrong = tuple(place for place, group in enumerate(values, 1) if not _holds(group, place))
    if wrong:
        raise MistypedError(_wrong_words(wrong), wrong)
    number = reduce(lambda sofar, symbol: sofar << _BITS | symbol, (s for group in values for s in group[:-1]), 0)
    number, total = number >> _SUM_BITS, number & ((1 << _SUM_BITS) - 1)
    both = (number & ((1 << _KEY_BITS) - 1)).to_bytes(KEY_BYTES + SALT_BYTES, "big")
    sheet = number >> _KEY_BITS
    if total != _sum_of(number) or not sheet:
        raise MistypedError(
            tr(
                "Each group holds in itself, but together they are not a recovery key. "
                "Compare all of them with the sheet."
            )
        )
    return RecoveryKey(FileKey(both[:KEY_BYTES], both[KEY_BYTES:]), sheet)


def check_value(key: FileKey, sheet: int) -> str:
    """Four characters that tell one sheet from another without telling the key: HMAC-SHA-256 under the raw key."""
    said = b"IMR Desk recovery sheet" + sheet.to_bytes(4, "big") + key.salt
    digest = int.from_bytes(hmac.new(key.raw, said, hashlib.sha256).digest(), "big")
    return "".join(ALPHABET[symbol] for symbol in _symbols(digest >> (256 - CHECK_LETTERS * _BITS), CHECK_LETTERS))


def _groups_in(text: str) -> tuple[str, ...]:
    """Groups of five. As they were set apart where there are as many as there should be, else by counting."""
    apart = tuple(part for part in _BETWEEN.split(text.upper().translate(_READ_AS)) if part)
    if not apart:
        raise MistypedError(tr("Type the recovery key: {n} groups of {letters} characters.").format(**_SHAPE))
    numbers = tuple(part for part in apart if len(part) < 3)
    if len(apart) - len(numbers) == GROUPS:  # the numbers before the lines of a sheet were typed as well
        apart = tuple(part for part in apart if part not in numbers)
    if len(apart) == GROUPS:
        short = tuple(place for place, group in enumerate(apart, 1) if len(group) != LETTERS)
        if short:
            raise MistypedError(_wrong_words(short), short)
        return apart
    letters = "".join(apart)
    if len(letters) != GROUPS * LETTERS:
        raise _counted(letters)
    return tuple(letters[at : at + LETTERS] for at in range(0, len(letters), LETTERS))


_SHAPE = {"n": GROUPS, "letters": LETTERS}


def _counted(letters: str) -> MistypedError:
    """Too few or too many characters were typed: from which group on they do not hold."""
    groups = [letters[at : at + LETTERS] for at in range(0, len(letters), LETTERS)][:GROUPS]
    values = [tuple(ALPHABET.find(letter) for letter in group) for group in groups]
    first = next((place for place, group in enumerate(values, 1) if not _holds(group, place)), GROUPS)
    words = tr(
        "The recovery key has {all} characters, and {n} were typed. Look at group {group} and those after it."
    ).format(all=GROUPS * LETTERS, n=len(letters), group=first)
    return MistypedError(words, (first,))


def _wrong_words(wrong: tuple[int, ...]) -> str:
    if len(wrong) == GROUPS:
        return tr("This is not a recovery key. It stands on its sheet as {n} groups of {letters} characters.").format(
            **_SHAPE
        )
    if len(wrong) == 1:
        return tr("Group {n} was mistyped.").format(n=wrong[0])
    numbers = ", ".join(str(each) for each in wrong[:-1])
    return tr("Groups {numbers} and {last} were mistyped.").format(numbers=numbers, last=wrong[-1])


# ---- numbers
def _symbols(number: int, count: int) -> Iterator[int]:
    """A number as so many symbols of five bits, the highest first."""
    return ((number >> _BITS * place) & 31 for place in range(count - 1, -1, -1))


def _parts(symbols: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    step = LETTERS - 1
    return (symbols[at : at + step] for at in range(0, len(symbols), step))


def _check_of(part: tuple[int, ...], place: int) -> int:
    """The symbol that checks four others at their place."""
    return reduce(lambda sofar, each: sofar ^ _times(*each), zip(part, _WEIGHTS, strict=True), place)


def _holds(group: tuple[int, ...], place: int) -> bool:
    """Whether a group as typed is one that stands at this place; -1 is a character of no key."""
    return len(group) == LETTERS and min(group) >= 0 and _check_of(group[:-1], place) == group[-1]


def _times(one: int, other: int) -> int:
    """The product in the field of 32 elements."""
    product = 0
    while other:
        product ^= one if other & 1 else 0
        one, other = one << 1, other >> 1
        one ^= _FIELD if one & 32 else 0
    return product


def _sum_of(number: int) -> int:
    """Six bits over sheet, key and salt: what is wrong in each group alike still shows."""
    return hashlib.sha256(number.to_bytes(50, "big")).digest()[0] >> (8 - _SUM_BITS)
