"""Everyday words, and short names with a letter wrong, that only their place in the sentence shows to be a name.

``Kmi`` may be Kim and ``ask tna about it`` Tan; ``may`` is a person in ``left a message for may``. Such a word is
looked at only where nothing else was found, and it counts only where a person is named: see `person_slot`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from imr_desk.names.evidence import Evidence, begins_sentence_at, weigh
from imr_desk.names.group import Group
from imr_desk.names.lists import Lists, the_lists
from imr_desk.names.matching import Matcher
from imr_desk.names.normalise import Joint, Reading, Shape, Word
from imr_desk.names.person_slot import Slot, is_surely_named, slot_of
from imr_desk.names.pieces import GLUED_ONLY, Piece
from imr_desk.names.sides import Sides, sides_of

_SHORTEST, _LONGEST_SMALL = 2, 12
_SHORT_NAME = 3
_BY = ("by", "to")
_IN_PLACES = ("in", "at", "near", "around", "across", "outside", "of", "the", "a", "an", "st", "hmp")
_THERE = ("from", "to", "with", "for", "at", "in")


def is_named(reading: Reading, first: int, last: int) -> bool:
    """Whether a registered everyday word at ``atoms[first:last]`` is a name, told from its place alone."""
    sides = sides_of(reading, first, last)
    lists, word = the_lists(), "".join(atom.word for atom in reading.atoms[first:last])
    shape = reading.atoms[first].shape
    if shape is Shape.LOWER and word in lists.places and word not in lists.common:
        theirs = sides.left[0] == "of" and sides.left[1:2] and sides.left[1] in lists.slots["owns"]
        apart = theirs or sides.left[0] not in _IN_PLACES
        return bool(apart) and not sides.joined and sides.right[0] not in lists.beside["heads"]
    if word in lists.places and word not in lists.common and _begins_as_person(reading, last, sides, lists):
        return True
    slot = slot_of(sides)
    if _stands_alone(sides, lists) and slot is Slot.LIKELY:
        things = lists.slots["colours"] | lists.times
        if _is_all_of_line(reading, first, last):
            things |= lists.slots["bare"] | lists.slots["plain"] | lists.beside["heads"]
        return shape is not Shape.LOWER and word not in things
    if shape is Shape.LOWER and _helps(word, sides, lists):
        return False
    if slot is Slot.NONE and shape is not Shape.LOWER and _is_one_of_several(reading, first, last, lists):
        slot = Slot.LIKELY
    if slot is Slot.NONE:
        return False
    if slot is Slot.LIKELY:
        if shape is Shape.LOWER and sides.left[0] == "by" and word in lists.slots["idle_by"]:
            return False
        return word not in (lists.slots["plain"] if shape is Shape.LOWER else lists.times)
    return shape is not Shape.LOWER or not _is_usual(word, sides, lists)


def _stands_alone(sides: Sides, lists: Lists) -> bool:
    """Whether it is all of a sentence or a line, or stands between marks."""
    said = sides.right[0] == "(" and (sides.right[1:2] == ["now"] or not lists.roles.isdisjoint(sides.right[1:4]))
    return sides.left[0] in (".", "(") and sides.right[0] in (".", "(", ":") and not said


def _is_all_of_line(reading: Reading, first: int, last: int) -> bool:
    """Whether nothing else stands on its line, or it stands in capitals, as headings do."""
    text, start, end = reading.text, reading.atoms[first].start, reading.atoms[last - 1].end
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    line = text[begin:start] + text[end : stop if stop >= 0 else len(text)]
    return reading.atoms[first].shape is not Shape.TITLE or not any(map(str.isalnum, line))


def _helps(word: str, sides: Sides, lists: Lists) -> bool:
    """Whether it is a helping verb with its verb: ``may be asked``."""
    after = next((each for each in sides.right if each not in ("not", "also", "well")), ".")
    return lists.classes.get(word) == "d" and (after in lists.slots["do"] or after == "be")


def _begins_as_person(reading: Reading, last: int, sides: Sides, lists: Lists) -> bool:
    """Whether a town's name begins a sentence, and neither a building, nor a body, nor another town follows."""
    if sides.left[0] not in (".", "(") or sides.joined or sides.right[0] in ("#", ",") or not sides.right[1:]:
        return False
    after = reading.atoms[last : last + 2]
    towns = sides.right[0] in ("and", "or", "to") and sides.right[1] in lists.places
    follows = not after or after[0].shape in (Shape.TITLE, Shape.CAPS)
    return not (towns or follows or sides.right[0] in lists.beside["heads"])


def is_told_from_place(reading: Reading, first: int, last: int) -> bool:
    """Whether an everyday word close to a name stands within a sentence, or where surely a person is named."""
    return not begins_sentence_at(reading, first, last) or slot_of(sides_of(reading, first, last)) is Slot.SURE


def _is_one_of_several(reading: Reading, first: int, last: int, lists: Lists) -> bool:
    """Whether a line begins with it and goes on with somebody else: ``Bell and Otterburn shared an office``."""
    atoms = reading.atoms
    if first and atoms[first].joint in (Joint.SPACE, Joint.COMMA, Joint.GLUE, Joint.HYPHEN):
        return False
    if last + 1 >= len(atoms) or atoms[last].word not in ("and", "or") or atoms[last].joint is not Joint.SPACE:
        return False
    other = atoms[last + 1]
    return other.shape is Shape.TITLE and other.word not in lists.ordinary and not lists.is_weak(other.word)


def _is_usual(word: str, sides: Sides, lists: Lists) -> bool:
    """Whether an everyday word in small letters is usual at its place: ``by law``, ``sent to court``."""
    before = sides.left[0]
    if before == "by" or sides.left[:2] == ["to", "according"]:
        usual = sides.left[1:2] and sides.left[1] not in lists.slots["done_by"]
        return bool(usual) and word in lists.slots["idle_by"]
    if before == "per":
        return word in lists.slots["institutions"] or word in lists.slots["idle_by"]
    return word in lists.slots["institutions"] and (before in _THERE or before in lists.slots["told"])


def slips(reading: Reading, matcher: Matcher, groups: list[Group]) -> Iterator[Group]:
    """Words that no group holds and that are a name with one letter wrong, where a person is named."""
    taken = {place for group in groups for place in range(group.first, group.last)}
    lists = the_lists()
    for word in reading.words:
        if word.first in taken or not _may_be_slip(reading, word, lists):
            continue
        itself = any(match.form not in GLUED_ONLY for match in matcher.exact(word.word))
        matches = () if itself else matcher.near(word.word, _SHORTEST)
        initial = _initial_before(reading, word)
        theirs = {match.person for match in matcher.initialed(initial + word.word)} if matches and initial else ()
        if any(match.person in theirs for match in matches):
            matches = tuple(match for match in matches if match.person in theirs)
            piece = Piece(word.first, word.last, matches, near=True, weak=True)
            yield Group(word.first - 1, word.last, [piece], piece.persons, initialed=True)
        elif matches and _is_person(reading, matcher, word, lists):
            piece = Piece(word.first, word.last, matches, near=True, weak=True)
            yield Group(word.first, word.last, [piece], piece.persons)


def _initial_before(reading: Reading, word: Word) -> str:
    """The capital that stands before a word and may be its initial, as in ``X. hang`` for Zhang; not in ``A few``."""
    if not word.first or word.possessive:
        return ""
    small = word.shape not in (Shape.TITLE, Shape.CAPS)
    stump = len(word.word) >= _SHORT_NAME or word.word not in the_lists().ordinary
    if small and not (stump and word.joint is Joint.DOT):
        return ""
    left = reading.atoms[word.first - 1]
    if left.shape is not Shape.INITIAL or word.joint not in (Joint.SPACE, Joint.DOT):
        return ""
    return left.word


def _may_be_slip(reading: Reading, word: Word, lists: Lists) -> bool:
    """Whether it is worth asking what a word is close to: most words are told by themselves or by the one before."""
    length = len(word.word)
    addressed = bool(word.first) and reading.atoms[word.first - 1].word in lists.plain_titles
    if not _SHORTEST <= length <= _LONGEST_SMALL:
        return False
    if addressed and word.joint in (Joint.SPACE, Joint.DOT, Joint.LINE):
        return True
    if _initial_before(reading, word) and word.word not in lists.slots["never"]:
        return True
    known = word.word in lists.slots["small"] or word.word in lists.beside["relatives"]
    if known or word.word in lists.titles or word.word in lists.ranks:
        return False
    if word.shape is Shape.LOWER:
        led = word.joint is not Joint.SPACE or reading.atoms[word.first - 1].word in _leads()
        return led or word.possessive or _is_no_word(word, lists)
    return True


def _is_no_word(word: Word, lists: Lists) -> bool:
    """Whether no dictionary knows four small letters: a name of three and one too many, ``ttom``."""
    return len(word.word) == _SHORT_NAME + 1 and word.word not in lists.ordinary and not lists.is_weak(word.word)


@cache
def _leads() -> frozenset[str]:
    """The words that stand directly before a person."""
    slots = the_lists().slots
    return slots["told"] | slots["onward"] | slots["hailed"] | {"by", "with", "to", "from", "for", "of"}


def _is_person(reading: Reading, matcher: Matcher, word: Word, lists: Lists) -> bool:
    """Whether the place says that a person is meant; of a word that means something by itself more is asked."""
    evidence = weigh(reading, word.first, word.last)
    sides = sides_of(reading, word.first, word.last)
    if evidence is Evidence.STRONG:
        if word.shape is Shape.LOWER and lists.is_little(word.word):
            return False  # 'Dr on call'
        told = word.word not in (lists.common if word.shape is Shape.TITLE else lists.ordinary)
        return told or sides.left[0] in lists.plain_titles
    if evidence is Evidence.AGAINST or sides.joined or (word.shape is Shape.CAPS and _stands_alone(sides, lists)):
        return False
    if word.shape is Shape.LOWER and _is_no_word(word, lists) and matcher.near(word.word, _SHORT_NAME):
        return True
    short = len(word.word) < _SHORT_NAME or word.shape is not Shape.TITLE
    short = short and not matcher.near(word.word, _SHORT_NAME)
    everyday = word.word in lists.ordinary or word.word in lists.times or short
    capital = evidence >= Evidence.SOME and word.shape is not Shape.CAPS
    if not everyday and (capital or word.shape is Shape.TITLE):
        return True
    slot = slot_of(sides)
    if not everyday or (capital and word.word not in lists.slots["bare"]):
        return slot is not Slot.NONE
    if word.shape is Shape.LOWER and sides.right[0] == "of":
        return False  # 'for lack of resources'
    surely = slot is Slot.SURE if word.shape is Shape.TITLE else is_surely_named(sides)
    return surely and not _is_usual(word.word, sides, lists)
