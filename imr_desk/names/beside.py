"""Two words that stand beside each other as parts of one name; and such a word where only the other one is right.

``Guy Fpx`` and ``Pst Law``: in a name of three letters one wrong letter leaves next to nothing. So it is looked for
only where another part of the same name stands beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from imr_desk.names.forms import FAMILY_LIKE, GIVEN_LIKE, Form
from imr_desk.names.lists import particles, the_lists
from imr_desk.names.matching import Matcher
from imr_desk.names.normalise import NEARBY, Atom, Joint, Reading, Shape, Word
from imr_desk.names.pieces import Piece

_MOST_BETWEEN = 2
_LONGEST_PARTICLE = 6
_SHORTEST = 2
_OWNERS = frozenset(("my", "our", "his", "her", "their", "its", "a", "an", "he", "she", "they", "we", "i", "it"))
"""Little words before which no name stands, so that one beside a name is a slip: ``my Kaye`` for Amy Kaye."""
_TWO_WRONG = 5
SHORTENED = ("st", "ste")
"""Particles that are written with a full stop too: ``St. John``."""


def may_be_particle(atom: Atom) -> bool:
    """Whether an atom can be a particle (``van``, ``Ó``), even mistyped; a small everyday word is itself."""
    lists = the_lists()
    if atom.word in particles() or atom.word in _mistyped():
        return True
    return len(atom.word) < _LONGEST_PARTICLE and (atom.shape is not Shape.LOWER or atom.word not in lists.ordinary)


@cache
def _mistyped() -> frozenset[str]:
    """Particles with two letters changed over, or one of three left out."""
    known = the_lists().beside["particles"]
    turned = {p[:at] + p[at + 1] + p[at] + p[at + 2 :] for p in known for at in range(len(p) - 1)}
    return frozenset(turned | {p[:at] + p[at + 1 :] for p in known for at in range(len(p)) if len(p) > 2})


def _passable(atom: Atom) -> bool:
    """Whether a word may stand between two parts of a name: an initial, a middle name, a particle, even mistyped."""
    return atom.shape in (Shape.INITIAL, Shape.TITLE, Shape.CAPS) or may_be_particle(atom)


def _passable_in(atoms: list[Atom], between: list[Atom], left: int, right: int) -> bool:
    """Whether all that stands between two parts may; among capitals alone a word of the dictionary may not."""
    if atoms[left - 1].shape is Shape.CAPS and atoms[right].shape is Shape.CAPS:
        ordinary = the_lists().ordinary
        between = [atom._replace(shape=Shape.LOWER) if atom.word in ordinary else atom for atom in between]
    return all(_passable(atom) for atom in between)


def close(atoms: list[Atom], left: int, right: int) -> Joint | None:
    """The joint by which two parts hang together, or None; one ends at ``left``, the next begins at ``right``."""
    if right - left > _MOST_BETWEEN:
        return None
    joint = atoms[right].joint
    if right == left and joint is Joint.COMMA:
        return Joint.COMMA
    for place in range(left, right + 1):
        before = atoms[place - 1]
        after_initial = before.shape is Shape.INITIAL or before.word in SHORTENED
        if not (after_initial and atoms[place].joint is Joint.DOT) and atoms[place].joint not in NEARBY:
            return None
    between = atoms[left:right]
    if _passable_in(atoms, between, left, right):
        return joint
    short = all(len(atom.word) < _LONGEST_PARTICLE for atom in between)
    return joint if short and any(atom.word in particles() for atom in between) else None


def complete(left: Piece, right: Piece, joint: Joint) -> frozenset[str]:
    """The persons of whom one piece is one part of the name and the other piece another part."""

    def whose(piece: Piece, forms: tuple[Form, ...]) -> frozenset[str]:
        return frozenset(match.person for match in piece.matches if match.form in forms)

    reversed_order = whose(left, FAMILY_LIKE) & whose(right, GIVEN_LIKE)
    if joint is Joint.COMMA:
        return reversed_order
    return reversed_order | (whose(left, GIVEN_LIKE) & whose(right, FAMILY_LIKE + GIVEN_LIKE))


def with_neighbours(reading: Reading, matcher: Matcher, pieces: list[Piece]) -> list[Piece]:
    """The pieces, and the words beside them that are another part of the same name with a letter or two wrong."""
    if not pieces:
        return pieces
    taken = {place for piece in pieces for place in range(piece.first, piece.last)}
    found: list[Piece] = []
    for piece in pieces:
        for word in () if piece.near or _is_small_link(reading, piece) else _beside(reading, piece):
            if taken.isdisjoint(range(word.first, word.last)):
                one = _other_part(reading, matcher, piece, word)
                if one is not None:
                    taken.update(range(one.first, one.last))
                    found.append(one)
                    break
    return sorted(pieces + found) if found else pieces


def _is_small_link(reading: Reading, piece: Piece) -> bool:
    """Whether a piece is ``do`` or ``an`` in small letters: what stands beside it is no slip for their first name."""
    atom = reading.atoms[piece.first]
    return atom.shape is Shape.LOWER and piece.last - piece.first == 1 and the_lists().is_function(atom.word)


def _beside(reading: Reading, piece: Piece) -> list[Word]:
    """The words next to a piece: the one before it, the one after it."""
    words = reading.words
    at = bisect_right(words, piece.first, key=lambda word: word.first) - 1
    after = bisect_left(words, piece.last, key=lambda word: word.first)
    return [*(words[at - 1 : at] if at else ()), *words[after : after + 1]]


def _other_part(reading: Reading, matcher: Matcher, piece: Piece, word: Word) -> Piece | None:
    """A word as the other part of the name of ``piece``; None where it is none."""
    atoms = reading.atoms
    before = word.last <= piece.first
    joint = close(atoms, word.last, piece.first) if before else close(atoms, piece.last, word.first)
    if joint is None or not (joint is Joint.GLUE or _may_be_wrong(reading, word, piece)):
        return None
    two_wrong = () if _is_known(word.word) else matcher.perhaps(word.word, _TWO_WRONG)
    shortest = _SHORTEST + 1 if len(word.word) == _SHORTEST and word.shape is Shape.LOWER else _SHORTEST
    for matches in (matcher.near(word.word, shortest), two_wrong):
        of_piece = tuple(match for match in matches if match.person in piece.persons)
        one = Piece(word.first, word.last, of_piece, near=True, weak=True, everyday=True)
        if of_piece and (complete(one, piece, joint) if before else complete(piece, one, joint)):
            return one
    return None


def _may_be_wrong(reading: Reading, word: Word, piece: Piece) -> bool:
    """Whether a word can be part of a name written wrongly; everyday words in small letters mostly are themselves."""
    if word.shape is not Shape.LOWER or word.word not in the_lists().ordinary:
        return len(word.word) >= _SHORTEST
    if the_lists().is_little(word.word) and word.word not in _OWNERS:
        return False
    capital = reading.atoms[piece.first].shape is not Shape.LOWER
    if len(word.word) <= _SHORTEST:
        return capital and not piece.weak
    return capital or not piece.weak


def _is_known(word: str) -> bool:
    """Whether a word is in the dictionary, a month or a place: then two wrong letters are no likeness."""
    lists = the_lists()
    return word in lists.ordinary or lists.is_weak(word)
