"""The initials that stand before or after a registered name: ``H. J. Pell``, ``HJ Pell``, ``Pell, H.J.``, ``h pell``.

An initial that fits the person bears the name out. One that does not (another middle name, another of the family, a
slip) still belongs to the name where it stands before it and nothing else takes a letter there.
"""

from __future__ import annotations

from imr_desk.names.forms import Form
from imr_desk.names.group import Group
from imr_desk.names.lists import the_lists
from imr_desk.names.matching import Matcher
from imr_desk.names.normalise import NEARBY, Atom, Joint, Shape

_MOST = 3
_BLANK_AND_MARK = 2
_WORDS = ("a", "i")
_BETWEEN = (Joint.DOT, Joint.GLUE, Joint.HYPHEN, Joint.SPACE)
_BEFORE_NAME = (Joint.DOT, Joint.SPACE, Joint.LINE, Joint.GLUE)
_AFTER_NAME = (Joint.COMMA, Joint.SPACE, Joint.GLUE, Joint.CAMEL)


def with_initials_before(atoms: list[Atom], matcher: Matcher, group: Group) -> None:
    """Take in ``L.``, ``S. P.``, ``J-P`` or ``GK`` before a name."""
    own = atoms[group.first]
    if _is_function_word(atoms, group) and own.shape is Shape.LOWER and own.joint is not Joint.GLUE:
        return
    if _with_letters_before(atoms, matcher, group):
        return
    place = group.first
    while place and group.first - place < _MOST and _may_be_initial(atoms, place, group):
        place -= 1
    if place == group.first:
        return
    word = group.word(atoms)
    letters = _letters(atoms[place : group.first])
    capital = atoms[place].shape is Shape.INITIAL
    fits = _fits(matcher, group, letters + word, letters[0] + word)
    if fits or (capital and atoms[group.first].joint is Joint.DOT):
        group.strange = not fits or not _fits(matcher, group, letters + word)
        group.first, group.initialed = place, True
    elif _fits(matcher, group, letters[-1] + word):
        group.first -= 1
    elif capital and not group.weak and _stands_for_nothing_else(atoms, place, group):
        group.first, group.strange = place, True


def _may_be_initial(atoms: list[Atom], place: int, group: Group) -> bool:
    """Whether the letter before ``place`` may be an initial of what follows."""
    left, joint = atoms[place - 1], atoms[place].joint
    joints = _BEFORE_NAME if place == group.first else _BETWEEN
    if not _is_letter(left) or not (joint in joints or (place == group.first and _is_stump(atoms, place))):
        return False
    if left.joint is Joint.APOSTROPHE and left.shape is Shape.LOWER:
        return False  # 'the witness's field', 'did not don't mark'
    if left.shape is Shape.INITIAL or joint in (Joint.GLUE, Joint.DOT):
        # 'A field', 'I page'
        article = left.word in _WORDS and joint is Joint.SPACE
        return not (article and group.weak and atoms[group.first].shape is Shape.LOWER)
    words = _WORDS if atoms[group.first].shape is Shape.LOWER else _WORDS[:1]  # 'a Court', but 'i Court' is I. Court
    return left.word not in words or not group.weak


def _is_function_word(atoms: list[Atom], group: Group) -> bool:
    """Whether it is no more than ``he`` or ``an``, a family name though it may be."""
    return group.last - group.first == 1 and the_lists().is_function(atoms[group.first].word)


def _is_stump(atoms: list[Atom], place: int) -> bool:
    """Whether one mark stands where a letter may be missing: ``M 'Arcy``."""
    return atoms[place].joint is Joint.OTHER and atoms[place].start - atoms[place - 1].end == _BLANK_AND_MARK


def _stands_for_nothing_else(atoms: list[Atom], place: int, group: Group) -> bool:
    """Whether a capital that fits nobody is no word, and nothing before it takes a letter: ``Annex B Pellbrook``."""
    if _is_stump(atoms, group.first):
        return False
    before = atoms[place - 1] if place and atoms[place].joint is Joint.SPACE else None
    if before is not None and before.word in the_lists().beside["letter_takers"]:
        return False
    return _has_slip(group) or atoms[place].word not in _WORDS or (before is not None and before.shape is Shape.LOWER)


def _with_letters_before(atoms: list[Atom], matcher: Matcher, group: Group) -> bool:
    """Take in ``GK`` before a name, and a capital that was struck twice: ``TTan``."""
    if not group.first:
        return False
    left, joint = atoms[group.first - 1], atoms[group.first].joint
    if joint is Joint.CAMEL and len(left.word) == 1:
        group.first -= 1
        return True
    small = left.shape is Shape.LOWER and joint is Joint.GLUE  # 'tj.ravenscroft'
    if not _are_initials(left, small=small) or joint not in (*NEARBY, Joint.DOT):
        return False
    word = group.word(atoms)
    whole = _fits(matcher, group, left.word + word)
    if not whole and (small or _is_rank(left) or not _fits(matcher, group, left.word[0] + word)):
        return False
    group.first, group.strange = group.first - 1, not whole
    return True


def _are_initials(atom: Atom, *, small: bool = False) -> bool:
    """Whether two or three capitals, or ``small`` letters, may be initials."""
    return (small or atom.shape is Shape.CAPS) and 1 < len(atom.word) <= _MOST


def _fits(matcher: Matcher, group: Group, *letters: str) -> bool:
    """Whether initial and name as one word are a form of one of the group's persons; if so keep only those."""
    for word in letters:
        found = (*matcher.near(word), *matcher.initialed(word)) if _has_slip(group) else matcher.exact(word)
        persons = {match.person for match in found if match.form in (Form.INITIALED, Form.WHOLE)} & group.persons
        if persons:
            group.persons, group.borne_out = frozenset(persons), True
            return True
    return False


def with_initials_after(atoms: list[Atom], matcher: Matcher, group: Group) -> None:
    """Take in the letters of ``Sinclair, A.``, ``MacDonald CJ``, ``Rennick, P.Q.`` and ``Sarah H``."""
    if group.last >= len(atoms):
        return
    after = atoms[group.last]
    small = after.shape is Shape.LOWER
    if _is_function_word(atoms, group) and (after.joint is not Joint.COMMA or atoms[group.first].shape is Shape.LOWER):
        return  # 'an SIO', 'To A'
    if after.joint not in _AFTER_NAME or not (_is_letter(after) or _are_initials(after, small=small)):
        return
    if small and after.joint is not Joint.GLUE and not _is_small_initial(after, group):
        return
    last = _end_of_initials(atoms, group.last)
    word = group.word(atoms)
    letters = _letters(atoms[group.last : last])
    if _fits(matcher, group, word + letters):
        group.last = last
    elif _may_begin_with_initial(after) and _fits(matcher, group, word + after.word[0]):
        group.last, group.strange = last, True
    elif _is_letter(after):
        group.last += _goes_with(atoms, matcher, group, after)


def _may_begin_with_initial(after: Atom) -> bool:
    """Whether the first of these letters may be an initial where the others are not: no ``.msg``, no ``SCP``."""
    return (after.shape is not Shape.LOWER or _is_letter(after)) and after.word not in the_lists().roles


def _is_small_initial(after: Atom, group: Group) -> bool:
    """Whether a small letter after a comma may be an initial: ``ravenscroft, t. j.``."""
    return _is_letter(after) and after.joint is Joint.COMMA and after.word not in _WORDS and not group.weak


def _goes_with(atoms: list[Atom], matcher: Matcher, group: Group, after: Atom) -> bool:
    """Whether one letter after a name that is not its initial still belongs to it: ``Sarah H``, ``Rennikc P``."""
    letters = [name + after.word[0] for name in (group.word(atoms), atoms[group.first].word)]
    found = (match for each in letters for match in matcher.exact(each))
    persons = {match.person for match in found if match.form is Form.GIVEN_INITIAL} & group.persons
    if persons and after.joint is not Joint.COMMA:
        group.persons, group.borne_out = frozenset(persons), True
        return True
    hangs = group.last + 1 < len(atoms) and atoms[group.last + 1].joint in (Joint.HYPHEN, Joint.APOSTROPHE)
    if not group.near or group.weak or hangs or after.shape is not Shape.INITIAL:
        return False
    return after.joint is Joint.COMMA or after.word not in _WORDS


def _letters(atoms: list[Atom]) -> str:
    """The initials as one word; a letter that is spelt with two counts by its first."""
    return "".join(atom.word[0] if _is_letter(atom) else atom.word for atom in atoms)


def _has_slip(group: Group) -> bool:
    return any(piece.near for piece in group.pieces)


def _is_letter(atom: Atom) -> bool:
    """Whether an atom is one letter, also one that is spelt with two: ``Þ``."""
    return len(atom.word) == 1 or atom.end - atom.start == 1


def _is_rank(atom: Atom) -> bool:
    lists = the_lists()
    return atom.word in lists.titles or atom.word in lists.ranks


def _end_of_initials(atoms: list[Atom], first: int) -> int:
    """Where the initials end that begin at an atom: ``A.R.``, ``A. R.``, ``A R``; no more than three."""
    last = first + 1
    if not _is_letter(atoms[first]):
        return last
    while last < len(atoms) and last - first < _MOST:
        atom = atoms[last]
        if not _is_letter(atom) or atom.shape is not atoms[first].shape or atom.joint not in _BETWEEN:
            break
        last += 1
    return last
