"""Text taken apart into words folded to a–z, each with its place in the text as it was written.

A name hides in many spellings: accents, a soft hyphen, a no-break space, a hyphen at the end of a line, an e-mail
address, a file name, ``CamelCase``. Everything that looks for names therefore reads *atoms*: the smallest pieces
(``Hume`` ``Rothery`` ``s`` in ``Hume-Rothery’s``), and how each is joined to the one before it. Offsets are code
points of the original text, so that nothing has to be mapped back.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from imr_desk.names.plainly import plainly

# Marks that may stand inside a word and mean nothing there: combining accents, soft hyphen, joiners, direction marks.
_DROPPED = (
    "\u0300-\u036f\u0483-\u0489\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u2800\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0"
    "\ufff9-\ufffd\U0001d167-\U0001d182\U000e0000-\U000e0fff"
)
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_DROPPED}])*")
_STRIP = re.compile(rf"[{_DROPPED}]+")
_BLANK = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_LINE_END = r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])"
# Letters that do not come apart into a plain letter and an accent, and letters of other alphabets drawn like ours.
_CAPITALS = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧУԌԜԚ", "ABEZHIKMNOPTYXYGWQ")
_LETTERS = str.maketrans(
    "łøđðþæœıħŧĸŋſаеорсухіјѕкмтвнοιανρκτυԁһӏԛԝɑɡɩɪօսհոցɐəɔ℮",
    "lodd\0\1\2ihtkns" + "aeopcyxijskmtbh" + "oiavpktu" + "dhlqw" + "agii" + "ouhng" + "aeoe",
) | str.maketrans("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz")
_SPELT = {"\0": "th", "\1": "ae", "\2": "oe"}
_LONGEST_NAME = 64


class Joint(enum.IntEnum):
    """What stands between an atom and the one before it."""

    STOP = 0  # the beginning, the end of a sentence, or anything not named below
    OTHER = 1  # brackets, quotation marks, dashes
    COLON = 2
    COMMA = 3
    DOT = 4  # a full stop and a blank: after an initial it is no end
    SPACE = 5
    LINE = 6  # one line end
    GLUE = 7  # full stop, underscore, @, slash or digits without a blank: addresses and file names
    HYPHEN = 8
    APOSTROPHE = 9
    WRAP = 10  # a hyphen at the end of a line
    CAMEL = 11  # nothing but a change from small to capital


class Shape(enum.IntEnum):
    """How an atom or a word is written."""

    LOWER = 0
    TITLE = 1
    CAPS = 2
    INITIAL = 3  # one capital letter
    MIXED = 4


class Atom(NamedTuple):
    """The smallest piece of a word: its place, its letters folded to a–z, its shape and its joint to the last one."""

    start: int
    end: int
    word: str
    shape: Shape
    joint: Joint


class Word(NamedTuple):
    """Atoms joined by hyphen, apostrophe, line wrap or camel case: ``atoms[first:last]``, no possessive ``s``."""

    start: int
    end: int
    word: str
    shape: Shape
    joint: Joint
    first: int
    last: int
    possessive: bool


class Reading(NamedTuple):
    """A text read once: the text itself, its atoms and its words, in order."""

    text: str
    atoms: list[Atom]
    words: list[Word]


INSIDE_WORD = (Joint.HYPHEN, Joint.APOSTROPHE, Joint.WRAP, Joint.CAMEL)
NEARBY = (Joint.SPACE, Joint.LINE, Joint.GLUE, *INSIDE_WORD)

_WRAP = re.compile(rf"[-\u2010\u2011\u00ad]{_BLANK}*{_LINE_END}{_BLANK}*\Z")
_GAPS = tuple(
    (re.compile(rf"(?:{pattern})\Z"), joint)
    for pattern, joint in (
        (r"[-\u2010-\u2012\ufe63\uff0d]", Joint.HYPHEN),
        (r"['\u2019\u2018\u02bc\u02bb\u0060\u00b4\u2032\uff07]", Joint.APOSTROPHE),
        (rf"{_BLANK}+", Joint.SPACE),
        (rf"{_BLANK}*{_LINE_END}{_BLANK}*", Joint.LINE),
        (rf",{_BLANK}*{_LINE_END}?{_BLANK}*", Joint.COMMA),
        (rf":{_BLANK}*{_LINE_END}?{_BLANK}*", Joint.COLON),
        (r"[._@/\\&+=#~%\d-]+", Joint.GLUE),
        (rf"\.{_BLANK}*{_LINE_END}?{_BLANK}*", Joint.DOT),
        (r"[^.!?;:\u2026\u2022\n\r]*", Joint.OTHER),
    )
)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """One word in small letters a–z: accents and joiners dropped, ł ø ß æ spelt plainly; other alphabets kept.

    Never fails, whatever the string holds; digits, marks and lone surrogates are left out.
    """
    if word.isascii():
        return word.lower() if word.isalpha() else "".join(c for c in word.lower() if c.isalpha())
    plain = unicodedata.normalize("NFKD", word).translate(_CAPITALS).casefold()
    plain = unicodedata.normalize("NFKD", plain).translate(_LETTERS)
    return "".join(_SPELT.get(c, c) for c in plain if c.isalpha() or c in _SPELT)


def bare(words: str) -> str:
    """The words without soft hyphens, joiners and accents that stand apart; letters stay as they are."""
    return _STRIP.sub("", words)


@lru_cache(maxsize=1 << 12)
def _gap_joint(gap: str) -> Joint:
    """The joint that a short stretch between two words makes."""
    if _WRAP.match(gap):
        return Joint.WRAP
    bare = gap if gap.isascii() else _STRIP.sub("", gap)
    for pattern, joint in _GAPS:
        if pattern.match(bare):
            return joint
    return Joint.STOP


def _joint(text: str, last: int, start: int) -> Joint:
    """How the word at ``start`` is joined to the one that ended at ``last``."""
    if not last or start - last > _LONGEST_NAME:
        return Joint.STOP
    gap = text[last:start]
    if text[last - 1] == "\u00ad" and gap.strip(" \t") in ("\n", "\r\n"):
        return Joint.WRAP
    return _gap_joint(gap)


def _humps(raw: str) -> Iterator[tuple[int, int]]:
    """The parts of a word in camel case, as places within it."""
    begin, previous = 0, ""
    for place, letter in enumerate(raw):
        if letter.isupper() and previous:
            following = raw[place + 1 : place + 2]
            if previous.islower() or (previous.isupper() and following.islower()):
                yield begin, place
                begin = place
        if letter.isalpha():
            previous = letter
    yield begin, len(raw)


def _shape(raw: str, word: str) -> Shape:
    """How a piece without humps is written."""
    if raw.islower() or raw.lower() == raw.upper():  # the second: alphabets without capitals
        return Shape.LOWER
    if raw.isupper():
        return Shape.INITIAL if len(word) == 1 else Shape.CAPS
    return Shape.TITLE if raw[0].isupper() else Shape.MIXED


@lru_cache(maxsize=1 << 15)
def _pieces(raw: str) -> tuple[tuple[int, int, str, Shape], ...]:
    """The pieces of a run of letters: where they stand in it, folded, and how they are written."""
    if raw.islower() or raw.isupper() or raw[1:].islower():
        humps: Iterator[tuple[int, int]] = iter(((0, len(raw)),))
    else:
        humps = _humps(raw)
    folded = ((begin, end, fold(raw[begin:end])) for begin, end in humps)
    return tuple((begin, end, word, _shape(raw[begin:end], word)) for begin, end, word in folded if word)


def _atoms(text: str) -> list[Atom]:
    """Every atom of the text."""
    atoms: list[Atom] = []
    last = 0
    for match in _WORD.finditer(text):
        start = match.start()
        joint = _joint(text, last, start)
        last = match.end()
        for begin, end, word, shape in _pieces(match[0]):
            atoms.append(Atom(start + begin, start + end, word, shape, joint))
            joint = Joint.CAMEL
    return atoms


def _word_shape(parts: list[Atom]) -> Shape:
    """The shape of a word of several atoms: ``O’NEILL`` is in capitals, ``McCarthy`` a title, ``al-Jaber`` mixed."""
    shapes = [part.shape for part in parts]
    if len(shapes) == 1:
        return shapes[0]
    if all(shape in (Shape.CAPS, Shape.INITIAL) for shape in shapes):
        return Shape.CAPS
    if shapes[0] in (Shape.TITLE, Shape.INITIAL, Shape.CAPS):
        return Shape.TITLE
    return Shape.LOWER if all(shape is Shape.LOWER for shape in shapes) else Shape.MIXED


def _one_word(atoms: list[Atom], first: int, last: int) -> Word:
    """The word made of ``atoms[first:last]``."""
    possessive = last - first > 1 and atoms[last - 1].word == "s" and atoms[last - 1].joint is Joint.APOSTROPHE
    last -= possessive
    if last - first == 1:
        start, end, word, shape, joint = atoms[first]
        return Word(start, end, word, shape, joint, first, last, possessive)
    parts = atoms[first:last]
    word = "".join(part.word for part in parts)
    return Word(parts[0].start, parts[-1].end, word, _word_shape(parts), parts[0].joint, first, last, possessive)


def read(text: str) -> Reading:
    """Take a text apart. Linear in its length; works on any string, lone surrogates and emoji included."""
    plain, places = plainly(text)
    atoms = _atoms(plain)
    if places is not None:
        atoms = [atom._replace(start=places[atom.start], end=places[atom.end]) for atom in atoms]
    words: list[Word] = []
    first = 0
    for index in range(1, len(atoms) + 1):
        if index == len(atoms) or atoms[index].joint not in INSIDE_WORD:
            words.append(_one_word(atoms, first, index))
            first = index
    return Reading(text, atoms, words if atoms else [])


def squeeze(words: str) -> str:
    """The letters of ``words`` as one folded string, blanks and marks dropped: what a decision is remembered under."""
    return "".join(atom.word for atom in read(words).atoms)
