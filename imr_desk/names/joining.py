"""Pieces that stand together and belong to one person become one finding, with initials, particles and middle names."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.names.beside import close, complete, may_be_particle, with_neighbours
from imr_desk.names.forms import Form
from imr_desk.names.lists import the_lists
from imr_desk.names.matching import Matcher, Matches
from imr_desk.names.normalise import NEARBY, Atom, Joint, Reading, Shape
from imr_desk.names.pieces import Piece

_MOST_BEFORE = 3
_WORDS = ("a", "i")
_LONGEST_MARK = 4


@dataclass
class Group:
    """Pieces taken together: atoms ``first`` up to ``last``, who it can be, whether two parts bear each other out."""

    first: int
    last: int
    pieces: list[Piece]
    persons: frozenset[str]
    borne_out: bool = False
    initialed: bool = False
    """Whether an initial stands before it that may be anybody's."""

    @property
    def weak(self) -> bool:
        """Whether nothing in the group proves anything by itself."""
        return not self.borne_out and all(piece.weak for piece in self.pieces)

    @property
    def everyday(self) -> bool:
        """Whether it is only an everyday word one letter from a name."""
        return not self.borne_out and all(piece.everyday for piece in self.pieces)

    @property
    def near(self) -> bool:
        """Whether every piece has a letter wrong."""
        return all(piece.near for piece in self.pieces)

    @property
    def perhaps(self) -> bool:
        """Whether every piece has two letters wrong or only sounds alike."""
        return all(piece.perhaps for piece in self.pieces)

    def word(self, atoms: list[Atom]) -> str:
        """The letters of the group."""
        return "".join(atom.word for atom in atoms[self.first : self.last])


def _joined_pieces(atoms: list[Atom], pieces: list[Piece]) -> list[Group]:
    """Neighbouring pieces of one person as groups; all others as groups of one."""
    groups: list[Group] = []
    for piece in pieces:
        if groups:
            group = groups[-1]
            joint = close(atoms, group.last, piece.first)
            if joint is None and _set_apart(atoms, group, piece):
                joint = Joint.SPACE
            both = complete(group.pieces[-1], piece, joint) & group.persons if joint is not None else frozenset()
            if both:
                group.pieces.append(piece)
                group.last, group.persons, group.borne_out = piece.last, both, True
                continue
        groups.append(Group(piece.first, piece.last, [piece], piece.persons))
    return groups


def _set_apart(atoms: list[Atom], group: Group, piece: Piece) -> bool:
    """Whether a mark or two, or a name between marks, is all that parts two pieces with capitals: ``Mark (Law)``.

    Where each is a name by itself, they are left to stand apart.
    """
    between = range(group.last, piece.first + 1)
    both = (group.pieces[-1], piece)
    if len(between) > _MOST_BEFORE - 1 or any(each.near for each in both) or not any(each.weak for each in both):
        return False
    if any(atoms[at].joint not in (Joint.OTHER, Joint.STOP) for at in between):
        return False
    if any(atoms[at].start - atoms[at - 1].end > _LONGEST_MARK for at in between):
        return False
    return all(atoms[at].shape in (Shape.TITLE, Shape.CAPS) for at in (group.last - 1, piece.first))


def _with_particles(atoms: list[Atom], matcher: Matcher, group: Group) -> None:
    """Take in ``Ó``, ``al``, ``de la`` or another part written apart, where the whole is the person's family name.

    A letter may be wrong in it: ``va der Berg``.
    """
    particles = the_lists().beside["particles"]
    word = group.pieces[0]
    letters = "".join(atom.word for atom in atoms[word.first : word.last])
    several = any(match.form is Form.PART for match in word.matches)
    nearly, all_of_it = None, group.word(atoms)
    for place in range(group.first - 1, max(group.first - 1 - _MOST_BEFORE, -1), -1):
        if atoms[place + 1].joint not in NEARBY:
            break
        letters, all_of_it = atoms[place].word + letters, atoms[place].word + all_of_it
        persons = _families(matcher.exact(letters) + matcher.exactly(all_of_it), group)
        if persons:
            group.first, group.persons, group.borne_out = place, persons, True
            return
        persons = _families(matcher.near(letters), group) if several else frozenset()
        if persons and (may_be_particle(atoms[place]) or atoms[place + 1].word in particles):
            nearly = place, persons
    if nearly is not None:
        group.first, group.persons = nearly
        group.borne_out = True
    elif word.near and several:
        while group.first and atoms[group.first - 1].word in particles and atoms[group.first].joint in NEARBY:
            group.first -= 1


def _families(matches: Matches, group: Group) -> frozenset[str]:
    """Those of the group's persons whose whole family or first name was matched."""
    whole = (Form.FAMILY, Form.GIVEN)
    return frozenset(match.person for match in matches if match.form in whole) & group.persons


def _initialed(matcher: Matcher, letters: str, group: Group, *forms: Form) -> bool:
    """Whether initial and name together are a form of one of the group's persons; if so keep only those."""
    persons = {match.person for match in matcher.exact(letters) if match.form in forms} & group.persons
    if persons:
        group.persons, group.borne_out = frozenset(persons), True
    return bool(persons)


def _with_initials_before(atoms: list[Atom], matcher: Matcher, group: Group) -> None:
    """Take in ``L.`` or ``S. P.`` before a name."""
    if _with_letters_before(atoms, matcher, group):
        return
    place = group.first
    while place and group.first - place < _MOST_BEFORE:
        left, joint = atoms[place - 1], atoms[place].joint
        if len(left.word) > 1 or joint not in (Joint.DOT, Joint.SPACE, Joint.LINE, Joint.GLUE):
            break
        if left.shape is not Shape.INITIAL and joint not in (Joint.GLUE, Joint.DOT):
            break
        if left.word in _WORDS and joint is Joint.SPACE and group.weak and atoms[group.first].shape is Shape.LOWER:
            break  # 'A field', 'I page'
        place -= 1
    if place == group.first:
        return
    word = group.word(atoms)
    nearest = group.first - 1
    fits = _initialed(matcher, atoms[place].word + word, group, Form.INITIALED, Form.WHOLE)
    capital = atoms[place].shape is Shape.INITIAL
    if fits or (capital and atoms[group.first].joint is Joint.DOT):
        group.first, group.initialed = place, True
    elif _initialed(matcher, atoms[nearest].word + word, group, Form.INITIALED):
        group.first = nearest


def _with_letters_before(atoms: list[Atom], matcher: Matcher, group: Group) -> bool:
    """Take in ``GK`` before a name, and a capital that was struck twice: ``TTan``."""
    if not group.first:
        return False
    left, joint = atoms[group.first - 1], atoms[group.first].joint
    if joint is Joint.CAMEL and len(left.word) == 1:
        group.first -= 1
        return True
    if left.shape is not Shape.CAPS or not 1 < len(left.word) <= _MOST_BEFORE or joint not in NEARBY:
        return False
    if not _initialed(matcher, left.word + group.word(atoms), group, Form.INITIALED):
        return False
    group.first -= 1
    return True


def _with_initial_after(atoms: list[Atom], matcher: Matcher, group: Group) -> None:
    """Take in the letter of ``Sinclair, A.``, ``MacDonald C`` and ``Sarah H``."""
    if group.last >= len(atoms) or len(atoms[group.last].word) > 1:
        return
    after = atoms[group.last]
    if after.joint not in (Joint.COMMA, Joint.SPACE, Joint.GLUE):
        return
    if after.shape is not Shape.INITIAL and after.joint is not Joint.GLUE:
        return
    letters = group.word(atoms) + after.word
    fits = _initialed(matcher, letters, group, Form.INITIALED)
    if not fits and after.joint is not Joint.COMMA:
        fits = _initialed(matcher, letters, group, Form.GIVEN_INITIAL)
    group.last += fits


def join(reading: Reading, matcher: Matcher, pieces: list[Piece]) -> list[Group]:
    """The pieces of a text as groups, in order and without overlap."""
    atoms = reading.atoms
    groups = _joined_pieces(atoms, with_neighbours(reading, matcher, pieces))
    floor = 0
    for group in groups:
        before = group.first
        _with_particles(atoms, matcher, group)
        _with_initials_before(atoms, matcher, group)
        group.first = min(before, max(group.first, floor))
        _with_initial_after(atoms, matcher, group)
        floor = group.last
    return groups
