"""Pieces that stand together and belong to one person become one finding, with initials, particles and middle names."""

from __future__ import annotations

from imr_desk.names.beside import close, complete, with_neighbours
from imr_desk.names.group import Group
from imr_desk.names.initials import with_initials_after, with_initials_before
from imr_desk.names.matching import Matcher
from imr_desk.names.normalise import Atom, Joint, Reading, Shape
from imr_desk.names.particles import with_particles
from imr_desk.names.pieces import Piece

_MOST_BEFORE = 3
_LONGEST_MARK = 4


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


def join(reading: Reading, matcher: Matcher, pieces: list[Piece]) -> list[Group]:
    """The pieces of a text as groups, in order and without overlap."""
    atoms = reading.atoms
    groups = _joined_pieces(atoms, with_neighbours(reading, matcher, pieces))
    kept: list[Group] = []
    for group in groups:
        before = group.first
        with_particles(reading, matcher, group)
        while kept and group.first <= kept[-1].first and not kept[-1].borne_out:
            kept.pop()  # 'al' of 'Abd al-Rahman' is not another person's short form
        with_initials_before(atoms, matcher, group)
        group.first = min(before, max(group.first, kept[-1].last if kept else 0))
        with_initials_after(atoms, matcher, group)
        kept.append(group)
    return kept
