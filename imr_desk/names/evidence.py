"""Whether a word that usually means something else stands here for a person: ``May``, ``King``, ``Stafford``."""

from __future__ import annotations

import enum

from imr_desk.names.lists import Lists, the_lists
from imr_desk.names.normalise import Atom, Joint, Reading, Shape

_NO_TITLE = ("c", "n", "d", "b", "r", "q")
"""Classes of words that begin a sentence and no title: links, adverbs, forms of to be, pronouns, prepositions."""
_ASKED = ("what", "which")
_BLANKS = (Joint.SPACE, Joint.LINE)


class Evidence(enum.IntEnum):
    """How much the words around it say for a person."""

    AGAINST = 0
    NOTHING = 1
    SOME = 2  # a capital where none is needed
    SPOKEN = 3  # it acts, is acted upon or is addressed like a person
    STRONG = 4


class Neighbours:
    """The words on both sides of ``atoms[first:last]``; an empty word where the text or the sentence ends."""

    def __init__(self, reading: Reading, first: int, last: int) -> None:
        """Look at the neighbours once."""
        atoms = reading.atoms
        self.text, self.first, self.last = reading.text, atoms[first], atoms[last - 1]
        self.joint = self.first.joint
        self.left: Atom | None = atoms[first - 1] if first else None
        self.before_left = atoms[first - 2].word if first > 1 and atoms[first - 1].joint in _BLANKS else ""
        self.left_begins = first < 2 or atoms[first - 1].joint not in (*_BLANKS, Joint.COMMA)
        self.right: Atom | None = atoms[last] if last < len(atoms) else None
        self.before = self.left.word if self.left and self.joint in (*_BLANKS, Joint.DOT) else ""
        right = self.right
        self.after = right.word if right and right.joint in _BLANKS else ""
        second = atoms[last + 1] if last + 1 < len(atoms) else None
        self.rest = [atom.word for atom in atoms[last + 1 : last + 5]] if self.after else []
        owner = right is not None and right.word == "s" and right.joint is Joint.APOSTROPHE
        self.owned = second.word if second and owner and second.joint in _BLANKS else ""

    def gap_before(self) -> str:
        """What stands between the word and the one before it."""
        return self.text[self.left.end if self.left else 0 : self.first.start][-16:]

    def gap_after(self) -> str:
        """What stands between the word and the one after it."""
        return self.text[self.last.end : self.last.end + 6]


def _is_titled(word: str, lists: Lists) -> bool:
    """Whether a word is a form of address or a rank."""
    return word in lists.titles or word in lists.ranks


def begins_sentence(near: Neighbours, lists: Lists) -> bool:
    """Whether a capital says nothing here, because the word begins a sentence, a line or a quotation."""
    if near.joint in (Joint.SPACE, Joint.COMMA, Joint.GLUE):
        return False
    if near.left and near.joint is Joint.LINE:
        return near.left.shape is not Shape.LOWER
    if near.left and near.joint is Joint.DOT:
        return not _is_titled(near.left.word, lists) and near.left.shape is not Shape.INITIAL
    if near.left and near.joint is Joint.OTHER:
        gap = near.gap_before()
        aside = gap.strip() in ("(", "-", "\u2013", "\u2014") and near.left.shape is Shape.LOWER
        return not (aside or gap.strip() == "=" or any(c.isdigit() for c in gap))
    return True


def _is_time(near: Neighbours, lists: Lists) -> bool:
    """Whether a month or a day is just that: ``in May``, ``3 May``, ``May 2012``, ``May was worse``."""
    if _told(near, lists) or _is_office_holder(near, lists):
        return False
    if near.before in lists.beside["months_before"] or near.before in lists.times:
        return True
    if near.before in lists.slots["before_times"] or (near.left and near.left.word in lists.times):
        return True
    digits = any(c.isdigit() for c in near.gap_before() + near.gap_after())
    return digits or near.after in ("and", "or", "to", "was", "is", "be", "have", "not", "until", "when")


def _told(near: Neighbours, lists: Lists) -> bool:
    """Whether something is said to the person or done by them: ``spoke to June``, ``was taken by Jan``."""
    if near.before in lists.beside["verbs_before"]:
        return True
    if near.before in ("to", "with") and near.before_left in lists.beside["talk"]:
        return True
    if near.before in ("by", "from", "for", "to") and near.before_left in lists.beside["papers"]:
        return True
    done = near.before_left.endswith(("ed", "en", "wn", "ade", "ne"))
    who = near.gap_after().startswith(", who ")
    return near.before == "by" and (who or (done and near.after != "and"))


def _is_office_holder(near: Neighbours, lists: Lists) -> bool:
    """Whether an office or a state of people is said to be theirs: ``April was the reviewing lawyer``."""
    if near.after not in ("was", "is") or not near.rest:
        return False
    return near.rest[0] in lists.beside["states"] or not lists.roles.isdisjoint(near.rest)


def _in_a_title(near: Neighbours, lists: Lists) -> bool:
    """Whether the word is part of a longer proper noun of everyday words: ``Crown Court``, ``Young Persons Act``."""
    left, right = near.left, near.right
    acts = near.after in lists.beside["verbs_after"]
    inside = not near.left_begins or (near.first.word in lists.beside["heads"] and not acts)
    if left and near.before and inside and left.shape in (Shape.TITLE, Shape.CAPS):
        everyday = left.word in lists.common and left.word not in lists.word_first_names
        everyday = everyday and lists.classes.get(left.word) not in _NO_TITLE
        if everyday and left.word not in lists.roles and left.word not in lists.ranks:
            return True
    if left and left.word == "s" and left.joint is Joint.APOSTROPHE and near.joint is Joint.SPACE:
        return True
    if right is None or not near.after or right.shape is not Shape.TITLE or near.first.shape is Shape.CAPS:
        return False
    return right.word in lists.common and right.word not in lists.word_first_names


def _is_place(near: Neighbours, word: str, lists: Lists) -> bool:
    """Whether the word names a place or a body: ``King Street``, ``in Stafford``, ``HMP Bedford``."""
    capital_after = near.right is not None and near.right.shape is not Shape.LOWER
    inside = near.joint is Joint.SPACE and near.left is not None and near.left.shape is Shape.TITLE
    if near.after in lists.beside["heads"] and (capital_after or inside or word in lists.places):
        return True
    if near.before in ("st", "saint", "hmp", "port", "operation"):
        return True
    if near.before in ("and", "or") and near.before_left in lists.places and word in lists.places:
        return True
    if near.before in ("to", "from") and near.before_left in lists.slots["moved"] and word in lists.places:
        return True
    return word in lists.places and near.before in ("in", "at", "near", "around", "across", "outside", "of")


def _has_title(near: Neighbours, lists: Lists) -> bool:
    """Whether a title or rank stands directly before it; before small letters only a plain form of address."""
    if near.first.shape is Shape.LOWER:
        return near.before in lists.address
    return near.before in lists.titles or (near.before in lists.ranks and bool(near.left and near.left.shape))


def _speaks(near: Neighbours, word: str, lists: Lists) -> bool:
    """Whether what follows is something that a person does, is or has."""
    if near.owned in lists.beside["possessions"]:
        return True
    if near.after in ("was", "is") and near.rest and word not in lists.times:
        return near.rest[0] in lists.beside["determiners"]
    return near.after in lists.beside["verbs_after"] or _is_office_holder(near, lists)


def _addressed(near: Neighbours, lists: Lists) -> bool:
    """Whether it is addressed or stands in a field: ``Dear Ray``, ``Author: King``, ``asked Ray``."""
    if _told(near, lists) or near.before in lists.beside["before"]:
        return True
    return bool(near.left and near.joint is Joint.COLON and near.left.word in lists.beside["fields"])


def _against(near: Neighbours, word: str, lists: Lists) -> bool:
    """Whether the words around it show that no person is meant."""
    if word in lists.times and _is_time(near, lists):
        return True
    if near.before in lists.slots["before_eve"] or (word in lists.slots["colours"] and _in_a_row(near, lists)):
        return True
    asked = near.before in _ASKED and word not in lists.beside["heads"] and _speaks(near, word, lists)
    determined = near.before in lists.beside["determiners"] and not asked  # 'what Bill wrote'
    if _is_place(near, word, lists) or determined or _in_a_title(near, lists):
        return True
    if near.after and near.right and near.right.shape is Shape.INITIAL and near.after != "i":
        given = word in lists.first_names or word in lists.word_first_names
        return word in lists.beside["letter_takers"] or not given
    capital_after = near.right is not None and near.right.shape in (Shape.TITLE, Shape.CAPS)
    return bool(near.after) and capital_after and _is_titled(word, lists)


def _in_a_row(near: Neighbours, lists: Lists) -> bool:
    """Whether others of its sort stand beside it: ``Red, Amber and Green``."""
    sides = [near.left.word if near.left else "", near.right.word if near.right else ""]
    return not lists.slots["colours"].isdisjoint([*sides, near.before_left, *near.rest[:1]])


def _stands_out(near: Neighbours) -> bool:
    """Whether the word is capitalised and not because everything around it is."""
    if near.first.shape is Shape.TITLE:
        return True
    neighbours = [atom for atom in (near.left, near.right) if atom and len(atom.word) > 2]
    capitals = near.first.shape is Shape.CAPS
    return capitals and bool(neighbours) and all(atom.shape is not Shape.CAPS for atom in neighbours)


def begins_sentence_at(reading: Reading, first: int, last: int) -> bool:
    """Whether a capital at ``atoms[first:last]`` says nothing, because a sentence begins there."""
    return begins_sentence(Neighbours(reading, first, last), the_lists())


def is_place_or_body(reading: Reading, first: int, last: int) -> bool:
    """Whether ``atoms[first:last]`` name a place or a body: ``Hollis Street``, ``St Peter``."""
    near = Neighbours(reading, first, last)
    return _is_place(near, near.first.word, the_lists())


def weigh(reading: Reading, first: int, last: int) -> Evidence:
    """What the words around ``atoms[first:last]`` say for a person."""
    lists = the_lists()
    near = Neighbours(reading, first, last)
    word = near.first.word if last - first == 1 else "".join(a.word for a in reading.atoms[first:last])
    if _has_title(near, lists):
        return Evidence.STRONG
    if near.joint is Joint.GLUE or (near.right and near.right.joint is Joint.GLUE):
        return Evidence.SOME if near.first.shape is Shape.TITLE or "@" in near.gap_after() else Evidence.NOTHING
    if near.first.shape is Shape.LOWER:
        return Evidence.NOTHING
    if _against(near, word, lists):
        return Evidence.AGAINST
    if not _stands_out(near):
        return Evidence.NOTHING
    if _speaks(near, word, lists) or _addressed(near, lists):
        return Evidence.SPOKEN
    return Evidence.NOTHING if begins_sentence(near, lists) else Evidence.SOME
