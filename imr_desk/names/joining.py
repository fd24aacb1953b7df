"""Pieces that stand together and belong to one person become one finding, with initials, particles and middle names."""

from __future__ import annotations

from dataclasses import dataclass

from imr_desk.names.forms import FAMILY_LIKE, GIVEN_LIKE, Form
from imr_desk.names.lists import the_lists
from imr_desk.names.matching import Matcher
from imr_desk.names.normalise import NEARBY, Atom, Joint, Reading, Shape
from imr_desk.names.pieces import Piece

_MOST_BETWEEN = 2
_MOST_BEFORE = 3


@dataclass
class Group:
    """Pieces taken together: atoms ``first`` up to ``last``, who it can be, whether two parts bear each other out."""

    first: int
    last: int
    pieces: list[Piece]
    persons: frozenset[str]
    borne_out: bool = False

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

    def word(self, atoms: list[Atom]) -> str:
        """The letters of the group."""
        return "".join(atom.word for atom in atoms[self.first : self.last])


def _passable(atom: Atom) -> bool:
    """Whether a word may stand between two parts of a name: an initial, a middle name, a particle, even mistyped."""
    if atom.shape in (Shape.INITIAL, Shape.TITLE, Shape.CAPS):
        return True
    lists = the_lists()
    return atom.word in lists.beside["particles"] or (len(atom.word) < 6 and atom.word not in lists.ordinary)


def _close(atoms: list[Atom], left: int, right: int) -> Joint | None:
    """The joint by which two parts hang together, or None; one ends at ``left``, the next begins at ``right``."""
    if right - left > _MOST_BETWEEN:
        return None
    joint = atoms[right].joint
    if right == left and joint is Joint.COMMA:
        return Joint.COMMA
    for place in range(left, right + 1):
        after_initial = atoms[place].joint is Joint.DOT and atoms[place - 1].shape is Shape.INITIAL
        if not after_initial and atoms[place].joint not in NEARBY:
            return None
    return joint if all(_passable(atom) for atom in atoms[left:right]) else None


def _complete(left: Piece, right: Piece, joint: Joint) -> frozenset[str]:
    """The persons of whom one piece is one part of the name and the other piece another part."""

    def whose(piece: Piece, forms: tuple[Form, ...]) -> frozenset[str]:
        return frozenset(match.person for match in piece.matches if match.form in forms)

    reversed_order = whose(left, FAMILY_LIKE) & whose(right, GIVEN_LIKE)
    if joint is Joint.COMMA:
        return reversed_order
    return reversed_order | (whose(left, GIVEN_LIKE) & whose(right, FAMILY_LIKE + GIVEN_LIKE))


def _joined_pieces(atoms: list[Atom], pieces: list[Piece]) -> list[Group]:
    """Neighbouring pieces of one person as groups; all others as groups of one."""
    groups: list[Group] = []
    for piece in pieces:
        if groups:
            group = groups[-1]
            joint = _close(atoms, group.last, piece.first)
            both = _complete(group.pieces[-1], piece, joint) & group.persons if joint is not None else frozenset()
            if both:
                group.pieces.append(piece)
                group.last, group.persons, group.borne_out = piece.last, both, True
                continue
        groups.append(Group(piece.first, piece.last, [piece], piece.persons))
    return groups


def _with_particles(atoms: list[Atom], matcher: Matcher, group: Group) -> None:
    """Take in ``Ó``, ``al``, ``de la`` or another part written apart, where the whole is the person's family name."""
    particles = the_lists().beside["particles"]
    word = group.pieces[0]
    letters = "".join(atom.word for atom in atoms[word.first : word.last])
    for place in range(group.first - 1, max(group.first - 1 - _MOST_BEFORE, -1), -1):
        if atoms[place + 1].joint not in NEARBY:
            break
        letters = atoms[place].word + letters
        persons = {match.person for match in matcher.exact(letters) if match.form is Form.FAMILY} & group.persons
        if persons:
            group.first, group.persons, group.borne_out = place, frozenset(persons), True
            return
    if word.near and any(match.form is Form.PART for match in word.matches):
        while group.first and atoms[group.first - 1].word in particles and atoms[group.first].joint in NEARBY:
            group.first -= 1


def _initialed(matcher: Matcher, letters: str, group: Group, form: Form) -> bool:
    """Whether initial and name together are a form of one of the group's persons; if so keep only those."""
    persons = {match.person for match in matcher.exact(letters) if match.form is form} & group.persons
    if persons:
        group.persons, group.borne_out = frozenset(persons), True
    return bool(persons)


def _with_initials_before(atoms: list[Atom], matcher: Matcher, group: Group) -> None:
    """Take in ``L.`` or ``S. P.`` before a name."""
    place = group.first
    while place and group.first - place < _MOST_BEFORE:
        left, joint = atoms[place - 1], atoms[place].joint
        if len(left.word) > 1 or joint not in (Joint.DOT, Joint.SPACE, Joint.LINE, Joint.GLUE):
            break
        if left.shape is not Shape.INITIAL and joint not in (Joint.GLUE, Joint.DOT):
            break
        place -= 1
    if place == group.first:
        return
    word = group.word(atoms)
    nearest = group.first - 1
    fits = _initialed(matcher, atoms[place].word + word, group, Form.INITIALED)
    capital = atoms[place].shape is Shape.INITIAL
    if fits or (capital and atoms[group.first].joint is Joint.DOT):
        group.first = place
    elif _initialed(matcher, atoms[nearest].word + word, group, Form.INITIALED):
        group.first = nearest


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
    groups = _joined_pieces(atoms, pieces)
    floor = 0
    for group in groups:
        before = group.first
        _with_particles(atoms, matcher, group)
        _with_initials_before(atoms, matcher, group)
        group.first = min(before, max(group.first, floor))
        _with_initial_after(atoms, matcher, group)
        floor = group.last
    return groups
