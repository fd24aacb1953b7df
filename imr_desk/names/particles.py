"""The small words with which a registered family name begins, written apart: ``Ó``, ``al``, ``de la``, ``dos``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from imr_desk.names.beside import SHORTENED
from imr_desk.names.forms import Form
from imr_desk.names.group import Group
from imr_desk.names.lists import particles, the_lists
from imr_desk.names.matching import Match, Matcher
from imr_desk.names.normalise import NEARBY, Atom, Joint, Reading, Shape

_MOST_BEFORE = 3
_DASHES = ("\u2012", "\u2013", "\u2014", "\u2212")
_ALL = (Form.FAMILY, Form.GIVEN)
_BEGINS = (*_ALL, Form.PART)


def with_particles(reading: Reading, matcher: Matcher, group: Group) -> None:
    """Take in what stands before a name and is the beginning of the person's family name with it.

    A letter may be wrong in either: ``va der Berg``, ``dis Santos``.
    """
    atoms = reading.atoms
    if _is_whole(matcher, group, _tails(atoms, group)):
        return
    several = any(match.form is Form.PART for match in group.pieces[0].matches)
    found = _furthest(reading, matcher, group, several)
    if found is not None:
        group.first, group.persons = found
        group.borne_out = True
    elif group.pieces[0].near and several:
        while group.first and atoms[group.first - 1].word in particles() and _hangs_on(reading, group.first):
            group.first -= 1


def _furthest(reading: Reading, matcher: Matcher, group: Group, several: bool) -> tuple[int, frozenset[str]] | None:
    """The first atom of what is a name with the group, and whose; None where there is none."""
    atoms, letters, found = reading.atoms, "", None
    for place in range(group.first - 1, max(group.first - 1 - _MOST_BEFORE, -1), -1):
        if not _hangs_on(reading, place + 1):
            break
        letters = atoms[place].word + letters
        whole = [letters + tail for tail in _tails(atoms, group)]
        exact = [match for word in whole for match in matcher.exactly(word)]
        persons = _whose(exact, group)
        if persons:
            found = place, persons
        if any(form in _ALL for person, form in exact if person in persons):
            break
        if persons:
            continue
        if several and (_may_be_one(atoms[place]) or atoms[place + 1].word in particles()):
            persons = _whose([match for word in whole for match in matcher.near(word)], group)
            found = (place, persons) if persons else found
    return found


def _is_whole(matcher: Matcher, group: Group, tails: Iterable[str]) -> bool:
    """Whether nothing is missing: it is the first or family name of everybody it can be."""
    return group.persons <= {person for word in tails for person, form in matcher.exact(word) if form in _ALL}


def _tails(atoms: list[Atom], group: Group) -> Iterator[str]:
    """The letters of the group up to the end of its first piece, of its second and so on."""
    for piece in group.pieces:
        yield "".join(atom.word for atom in atoms[group.pieces[0].first : piece.last])


def _hangs_on(reading: Reading, place: int) -> bool:
    """Whether an atom follows the one before it as in a name, or after a dash without blanks."""
    atom = reading.atoms[place]
    if atom.joint in NEARBY or (atom.joint is Joint.DOT and reading.atoms[place - 1].word in SHORTENED):
        return True
    return atom.joint is Joint.OTHER and reading.text[reading.atoms[place - 1].end : atom.start] in _DASHES


def _may_be_one(atom: Atom) -> bool:
    """Whether an atom can be a particle with a letter wrong; in small letters a link or a preposition is itself."""
    if atom.shape is not Shape.LOWER or len(atom.word) == 1:
        return True
    return not the_lists().is_little(atom.word)


def _whose(matches: Iterable[Match], group: Group) -> frozenset[str]:
    """Those of the group's persons whose name, or the beginning of whose family name, was matched."""
    return frozenset(person for person, form in matches if form in _BEGINS) & group.persons
