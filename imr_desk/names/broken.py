"""Names that are broken apart or spelt with figures: ``Pell brook``, ``Pell*brook``, ``P.e.l.l.b.r``, ``Pe11brook``.

A slip of the hand does that, a bad conversion of a file, or somebody who wants to get a name past the guard. What is
found so is never certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from imr_desk.names.forms import Form
from imr_desk.names.lists import the_lists
from imr_desk.names.matching import Matcher, Matches
from imr_desk.names.normalise import Atom, Joint, Reading, Shape, fold
from imr_desk.names.pieces import Piece
from imr_desk.names.spelt import spelt

_FEWEST, _MOST_PARTS, _MOST_TIGHT = 6, 3, 5
_WHOLE = (Form.FAMILY, Form.GIVEN, Form.PART, Form.WHOLE)
_JOINTS = (Joint.SPACE, Joint.LINE, Joint.GLUE, Joint.OTHER, Joint.WRAP)
_LONGEST_GAP = 3
_FIGURES = re.compile(r"[^\W\d_][013457]+[^\W_]|[013457][^\W\d_]{2}")
_LONGEST_WORD = 24
_LETTERS = {"0": "o", "1": "li", "3": "e", "4": "a", "5": "s", "7": "t"}
_MOST_FIGURES = 4


def with_broken(reading: Reading, matcher: Matcher, pieces: list[Piece]) -> list[Piece]:
    """The pieces, and what is a name once it is put together; such a name takes the place of what is only near one."""
    sure = {place for piece in pieces if not piece.near for place in range(piece.first, piece.last)}
    near = {place for piece in pieces if piece.near for place in range(piece.first, piece.last)}
    weak = {place for piece in pieces if piece.weak for place in range(piece.first, piece.last)}
    spelt_out = tuple(_spelt(reading, matcher))
    found: list[Piece] = []
    taken: set[int] = set()
    for piece in (*_with_figures(reading, matcher), *spelt_out, *_in_parts(reading, matcher)):
        places = set(range(piece.first, piece.last))
        better = not piece.everyday  # letter by letter, once put together
        known = sure - weak if piece in spelt_out else sure  # ‘mark dot law’ is more than two everyday words
        if _is_inside(piece, pieces):
            continue
        if places.isdisjoint(known | taken) and (better or places.isdisjoint(near)):
            taken |= places
            found.append(piece)
    if not found:
        return pieces
    kept = (each for each in pieces if taken.isdisjoint(range(each.first, each.last)))
    return sorted((*kept, *found))


def _is_inside(piece: Piece, pieces: list[Piece]) -> bool:
    """Whether more of the same person's name was found round it already: ``O'Neilll`` in ``O'Neilll-Tate``."""
    longer = (each for each in pieces if each.first <= piece.first and piece.last <= each.last and not each.weak)
    return any(each.last - each.first > piece.last - piece.first and each.persons & piece.persons for each in longer)


def _spelt(reading: Reading, matcher: Matcher) -> Iterator[Piece]:
    """Names that are spelt out, drawn out or run into other words."""
    for start, end, matches in spelt(reading, matcher):
        inside = _atoms_in(reading.atoms, start, end)
        if inside is not None:
            yield Piece(*inside, matches, near=True, weak=False)


def _in_parts(reading: Reading, matcher: Matcher) -> Iterator[Piece]:
    """Two or three pieces of text that are one name together."""
    atoms = reading.atoms
    ordinary = the_lists().ordinary
    plain = [atom.shape is Shape.LOWER and atom.word in ordinary for atom in atoms]
    for first in range(len(atoms) - 1):
        word, everyday, tight = atoms[first].word, plain[first], True
        for last in range(first + 1, min(first + _MOST_TIGHT, len(atoms))):
            tight = tight and _is_tight(reading, last)
            if not tight and (last - first >= _MOST_PARTS or not _may_go_on(reading, last)):
                break
            word += atoms[last].word
            everyday = everyday and plain[last]
            if everyday or len(word) < _FEWEST or len(atoms[first].word) < 2:
                continue
            matches = tuple(match for match in matcher.exactly(word) if match.form in _WHOLE)
            if matches:
                known = all(atom.word in ordinary for atom in atoms[first : last + 1])
                yield Piece(first, last + 1, matches, near=True, weak=known, everyday=known)


def _may_go_on(reading: Reading, at: int) -> bool:
    """Whether the atom at a place can be the rest of the one before it."""
    atom, before = reading.atoms[at], reading.atoms[at - 1]
    return atom.joint in _JOINTS and atom.start - before.end <= _LONGEST_GAP


def _is_tight(reading: Reading, at: int) -> bool:
    """Whether nothing but one mark stands between the atom at a place and the one before it: ``Win/ter``."""
    atom, before = reading.atoms[at], reading.atoms[at - 1]
    between = reading.text[before.end : atom.start]
    return len(between) == 1 and not between.isspace()


def _with_figures(reading: Reading, matcher: Matcher) -> Iterator[Piece]:
    """Names with figures in the place of letters that look like them."""
    text, done = reading.text, 0
    for found in _FIGURES.finditer(text):
        if found.start() < done:
            continue
        start, done = _word_round(text, found.start(), found.end())
        raw = text[start:done]
        if not _FEWEST - 1 <= len(raw) <= _LONGEST_WORD or sum(letter in _LETTERS for letter in raw) > _MOST_FIGURES:
            continue
        inside = _atoms_in(reading.atoms, start, done)
        spelt = ("".join(letters) for letters in product(*(_LETTERS.get(letter, letter) for letter in raw)))
        matches = next(filter(None, (_likely(matcher, fold(word)) for word in spelt)), ())
        if inside is not None and matches:
            yield Piece(*inside, matches, near=True, weak=False)


def _word_round(text: str, start: int, end: int) -> tuple[int, int]:
    """The letters and figures round a stretch of text, up to a length at which it is no name."""
    stop = min(len(text), end + _LONGEST_WORD)
    while start and text[start - 1].isalnum() and end - start <= _LONGEST_WORD:
        start -= 1
    while end < stop and text[end].isalnum():
        end += 1
    return start, end


def _likely(matcher: Matcher, word: str) -> Matches:
    """Whose name a word is that was spelt with figures, letter by letter."""
    return tuple(match for match in matcher.exactly(word) if match.form in _WHOLE)


def _atoms_in(atoms: list[Atom], start: int, end: int) -> tuple[int, int] | None:
    """The atoms within a stretch of text; None for none."""
    low, high = 0, len(atoms)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if atoms[middle].end <= start else (low, middle)
    last = low
    while last < len(atoms) and atoms[last].end <= end:
        last += 1
    return (low, last) if last > low else None
