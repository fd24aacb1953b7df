"""The single words of a text that are, or may be, part of a registered name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from imr_desk.names.forms import Form
from imr_desk.names.lists import the_lists
from imr_desk.names.matching import Matcher, Matches
from imr_desk.names.normalise import Atom, Joint, Reading, Shape, Word, bare

_MOST_ATOMS = 6
_SPACED_LETTERS = (4, 24)
_BETWEEN_LETTERS = (Joint.SPACE, Joint.DOT, Joint.GLUE, Joint.HYPHEN, Joint.OTHER, Joint.LINE)
_TWO_WRONG, _TWO_WRONG_SMALL = 7, 8
"""Letters of a name of which two may be wrong where nothing stands beside it: with a capital, without one."""
# These forms are made for addresses and file names: 'price' must not be P. Rice in running text.
_LONGER = 5
GLUED_ONLY = (Form.INITIALED, Form.GIVEN_INITIAL)


class Piece(NamedTuple):
    """Atoms ``first`` up to ``last`` match somebody.

    ``near`` where a letter differs; ``weak`` where the word alone proves nothing (``May``, ``king``, ``Bo``) and
    something beside it must. ``everyday`` where another everyday word is one letter from a name: then only a part of
    the same name beside it, or a title, is enough. ``perhaps`` where two letters differ or only the sound is alike.
    """

    first: int
    last: int
    matches: Matches
    near: bool
    weak: bool
    everyday: bool = False
    perhaps: bool = False

    @property
    def persons(self) -> frozenset[str]:
        """Everybody it can be."""
        return frozenset(match.person for match in self.matches)


def is_glued(atoms: list[Atom], first: int, last: int) -> bool:
    """Whether the atoms stand in an address or a file name: joined to a neighbour without a blank."""
    after = last < len(atoms) and atoms[last].joint in (Joint.GLUE, Joint.CAMEL)
    return after or atoms[first].joint in (Joint.GLUE, Joint.CAMEL)


def _holds_initial(atoms: list[Atom], first: int, last: int) -> bool:
    """Whether a word of several pieces has an initial in it: ``M-Law``, ``MLaw``."""
    shapes = {atoms[first].shape, atoms[last - 1].shape}
    return last - first > 1 and Shape.INITIAL in shapes and not shapes.isdisjoint((Shape.TITLE, Shape.CAPS))


def _unless_glued_only(matches: Matches, atoms: list[Atom], first: int, last: int) -> Matches:
    """The matches without those that count in addresses and file names alone, where the atoms stand in none."""
    if not matches or is_glued(atoms, first, last) or _holds_initial(atoms, first, last):
        return matches
    return tuple(match for match in matches if match.form not in GLUED_ONLY)


def _exact(reading: Reading, matcher: Matcher, first: int, last: int) -> Piece | None:
    """The atoms as one word, letter by letter."""
    atoms = reading.atoms
    word = atoms[first].word if last - first == 1 else "".join(atom.word for atom in atoms[first:last])
    matches = matcher.exact(word)
    matches = _unless_glued_only(matches, atoms, first, last)
    if not matches:
        return None
    short_part = len(word) < 4 and all(match.form in (Form.PART, Form.MIDDLE) for match in matches)
    raw = reading.text[atoms[first].start : atoms[last - 1].end]
    weak = short_part or (_means_else(word, atoms[first].shape) and _is_plain(raw)) or _is_thing(atoms, first, word)
    weak = weak and not (_holds_initial(atoms, first, last) and any(match.form is Form.INITIALED for match in matches))
    return Piece(first, last, matches, near=False, weak=weak)


def _means_else(word: str, shape: Shape) -> bool:
    """Whether a word is more than a name; two letters are not, where they are written as a name is: ``Xu``."""
    lists = the_lists()
    if len(word) < 3 and shape is Shape.TITLE and word not in lists.ordinary:
        return False
    return lists.is_weak(word)


def _is_thing(atoms: list[Atom], first: int, word: str) -> bool:
    """Whether an article stands before a rarer word in small letters: ``the dale``."""
    if not first or atoms[first].shape is not Shape.LOWER or atoms[first].joint is not Joint.SPACE:
        return False
    return atoms[first - 1].word in ("the", "a", "an") and word in the_lists().ordinary


def _is_plain(raw: str) -> bool:
    """Whether an everyday word is written as one: ``Groß`` is a name, whatever ``gross`` is."""
    return raw.isascii() or bare(raw).isascii()


def _near(reading: Reading, matcher: Matcher, first: int, last: int, beside: bool = False) -> Piece | None:
    """The atoms as one word, with a letter or two wrong; an everyday word only with a capital or ``beside`` a name."""
    lists, atoms = the_lists(), reading.atoms[first:last]
    word = atoms[0].word if len(atoms) == 1 else "".join(atom.word for atom in atoms)
    slipped = _is_slipped_capital(atoms)
    shape = Shape.TITLE if slipped else atoms[0].shape
    plain = not slipped and _is_plain(reading.text[atoms[0].start : atoms[-1].end])
    everyday = plain and (word in lists.ordinary or word in lists.times)
    hidden = everyday and shape is Shape.LOWER and not _addressed(reading, first)
    hidden = hidden and (not beside or lists.is_little(word))
    if len(word) < 3 or hidden or word in lists.slots["never"] or word in lists.beside["relatives"]:
        return None
    matches = _unless_glued_only(matcher.near(word), reading.atoms, first, last)
    perhaps = not matches
    if perhaps and not everyday and word not in lists.titles:
        matches = _likeness(matcher, word, shape)
    if not matches:
        return None
    abbreviation = _is_short(word, shape)
    known = not slipped and _means_else(word, shape)
    weak = everyday or abbreviation or known
    common = not slipped and (word in lists.common or word in lists.times or word in lists.beside["heads"])
    everyday = (everyday and common) or (perhaps and known)
    return Piece(first, last, matches, near=True, weak=weak, everyday=everyday, perhaps=perhaps)


def _addressed(reading: Reading, first: int) -> bool:
    """Whether ``Mr`` or the like stands directly before an atom."""
    atoms = reading.atoms
    spaced = first > 0 and atoms[first].joint in (Joint.SPACE, Joint.DOT, Joint.LINE)
    return spaced and atoms[first - 1].word in the_lists().address


def _likeness(matcher: Matcher, word: str, shape: Shape) -> Matches:
    """Whose name a word no dictionary knows resembles: by its sound with a capital, or with two letters wrong."""
    capital = shape in (Shape.TITLE, Shape.CAPS)
    matches = matcher.sounding(word) if capital and not _is_short(word, shape) else ()
    return matches or matcher.perhaps(word, _TWO_WRONG if capital else _TWO_WRONG_SMALL)


def _is_short(word: str, shape: Shape) -> bool:
    """Whether it is like an abbreviation: ``INT``."""
    return shape is Shape.CAPS and len(word) < _LONGER


def _is_slipped_capital(atoms: list[Atom]) -> bool:
    """Whether the first two letters changed over, so that the capital stands second: ``wEan``, ``oCx``."""
    if len(atoms) != 2 or atoms[1].joint is not Joint.CAMEL:
        return False
    return len(atoms[0].word) == 1 and atoms[0].shape is Shape.LOWER and atoms[1].shape is not Shape.CAPS


def _inside(reading: Reading, matcher: Matcher, word: Word) -> Iterator[Piece]:
    """The longest stretches within a word of several atoms that match letter by letter."""
    first = word.first
    while first < word.last:
        for last in range(min(word.last, first + _MOST_ATOMS), first, -1):
            piece = _exact(reading, matcher, first, last)
            if piece:
                yield piece
                first = last
                break
        else:
            first += 1


def _rest(reading: Reading, matcher: Matcher, word: Word, taken: list[Piece]) -> Iterator[Piece]:
    """The stretches of a word between hyphens that nothing has taken, with one letter wrong."""
    used = {place for piece in taken for place in range(piece.first, piece.last)}
    first = word.first
    for place in range(word.first + 1, word.last + 1):
        if place < word.last and reading.atoms[place].joint in (Joint.CAMEL, Joint.WRAP):
            continue
        if not used.intersection(range(first, place)):
            piece = _near(reading, matcher, first, place)
            if piece:
                yield piece
        first = place


def _is_compound_of_words(reading: Reading, word: Word) -> bool:
    """Whether a hyphened word is made of everyday words, as ``four-day`` and ``X-rays`` are."""
    ordinary = the_lists().ordinary
    atoms = reading.atoms[word.first : word.last]
    plain = all(atom.word in ordinary or len(atom.word) == 1 for atom in atoms)
    return plain and atoms[-1].shape is Shape.LOWER and atoms[-1].joint is Joint.HYPHEN


def _of_compound(reading: Reading, matcher: Matcher, word: Word) -> list[Piece]:
    """The pieces of a word of several atoms: whole if it can be, else part by part."""
    if word.last - word.first <= _MOST_ATOMS:
        whole = _exact(reading, matcher, word.first, word.last)
        if whole:
            return [whole]
    inside = list(_inside(reading, matcher, word))
    if sum(piece.last - piece.first for piece in inside) == word.last - word.first:
        return inside
    if word.last - word.first <= _MOST_ATOMS and (inside or not _is_compound_of_words(reading, word)):
        near = _near(reading, matcher, word.first, word.last)
        if near and not near.weak:
            return [near]
    return sorted(inside + list(_rest(reading, matcher, word, inside)))


def _is_letter(atom: Atom) -> bool:
    """Whether an atom is one letter as it is written: ``Æ`` is."""
    return atom.end - atom.start == 1


def _spaced(reading: Reading, matcher: Matcher) -> Iterator[Piece]:
    """Names written with a blank or a stop after each letter: ``K I L B R I D E``, ``k.i.l.b.r.i.d.e``."""
    atoms, first = reading.atoms, 0
    for place in range(1, len(atoms) + 1):
        if place < len(atoms) and _is_letter(atoms[place]) and atoms[place].joint in _BETWEEN_LETTERS:
            if not _is_letter(atoms[first]):
                first = place
            continue
        if _SPACED_LETTERS[0] <= place - first <= _SPACED_LETTERS[1] and _is_letter(atoms[first]):
            piece = _exact(reading, matcher, first, place) or _near(reading, matcher, first, place)
            if piece:
                yield piece._replace(weak=False)
        first = place


def find_pieces(reading: Reading, matcher: Matcher) -> list[Piece]:
    """Every piece in the text, in order and without overlap."""
    pieces = list(_spaced(reading, matcher))
    taken = {place for piece in pieces for place in range(piece.first, piece.last)}
    for word in reading.words:
        if word.first in taken:
            continue
        if word.last - word.first > 1:
            pieces += _of_compound(reading, matcher, word)
            continue
        piece = _exact(reading, matcher, word.first, word.last)
        if not piece:
            beside = bool(pieces) and pieces[-1].last == word.first and word.joint in (Joint.SPACE, Joint.LINE)
            piece = _near(reading, matcher, word.first, word.last, beside)
        if piece:
            pieces.append(piece)
    return sorted(pieces) if taken else pieces
