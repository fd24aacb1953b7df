"""Rules for names of several words in running text: after a title, and first name with surname."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from imr_desk.names.evidence import Evidence, weigh
from imr_desk.names.normalise import Joint, Shape
from imr_desk.names.view import CLOSE, LIKE_NAMES, NAMES, Kind, View

NAME, LOOK = "name", "look"
_MOST_WORDS = 5


class Candidate(NamedTuple):
    """Something that looks like a name: offsets, the rule that says so, and how sure it is."""

    start: int
    end: int
    reason: str
    level: str


def candidate(view: View, first: int, last: int, reason: str, level: str = NAME) -> Candidate:
    """Words ``first`` up to ``last`` as a candidate."""
    return Candidate(view.words[first].start, view.words[last - 1].end, reason, level)


def joined(view: View, index: int) -> bool:
    """Whether the word hangs on to the one before it as parts of a name do."""
    if not 0 < index < len(view) or view.words[index - 1].possessive:
        return False
    joint = view.words[index].joint
    return joint in CLOSE or (joint is Joint.DOT and view.kinds[index - 1] is Kind.INITIAL) or joint is Joint.GLUE


def end_of_name(view: View, first: int, words_allowed: int = 1) -> int:
    """Where a name that begins at word ``first`` ends: names, initials, particles, and few everyday words."""
    last = first + 1
    while last < min(len(view), first + _MOST_WORDS) and joined(view, last):
        kind = view.kinds[last]
        if kind is Kind.PLAIN:
            goes_on = _particle_goes_on(view, last)
        elif kind is Kind.INITIAL:
            goes_on = view.gap_after(last)[:1] == "." or view.kinds[last - 1] is Kind.INITIAL
        elif kind in NAMES:
            goes_on = True
        else:
            goes_on = words_allowed > 0 and _everyday_goes_on(view, first, last)
            words_allowed -= 1
        if not goes_on:
            break
        last += 1
    while last > first + 1 and view.kinds[last - 1] is Kind.PLAIN:
        last -= 1
    return last


def _particle_goes_on(view: View, index: int) -> bool:
    """Whether a word in small letters is a particle with more of the name after it: ``de la Cruz``."""
    following = index + 1
    if not view.is_beside("particles", view.words[index].word) or not joined(view, following):
        return False
    particle = view.kinds[following] is Kind.PLAIN and view.is_beside("particles", view.words[following].word)
    return particle or view.kinds[following] in NAMES


def _everyday_goes_on(view: View, first: int, index: int) -> bool:
    """Whether an everyday word can belong to the name begun at ``first``: one only, on the same line, and fitting."""
    complete = sum(kind in NAMES for kind in view.kinds[first:index]) > 1
    if complete or (view.words[index].joint is Joint.LINE and index > first + 1):
        return False
    return view.kinds[index] in LIKE_NAMES and _fits_as_surname(view, index)


def _fits_as_surname(view: View, index: int) -> bool:
    """Whether an everyday word can be the last part of a name: capitalised, no street, title or office after it."""
    word = view.words[index]
    if word.word in view.lists.roles or view.is_beside("heads", view.after(index)):
        return False
    if view.is_beside("heads", word.word) and not view.is_beside("surname_heads", word.word):
        return False
    if word.word in view.lists.ranks or view.number_follows(index):
        return False
    return not (view.kinds[index] is Kind.TIME and view.is_beside("months_before", view.before(index)))


def titled(view: View) -> Iterator[Candidate]:
    """``Mr Pell``, ``DC STEEL``, ``Dr de la Cruz``."""
    for index in range(len(view) - 1):
        if not view.is_title(index):
            continue
        first = index + 1
        joint = view.words[first].joint
        if joint not in (*CLOSE, Joint.DOT) or view.words[index].possessive:
            continue
        if view.is_title(first) and not _is_called_by_title(view, index, first):
            continue
        if joint is Joint.DOT and len(view.words[index].word) > 4:
            continue
        last = _titled_end(view, index, first)
        if last > first:
            yield candidate(view, first, last, "title")


def _is_called_by_title(view: View, title: int, first: int) -> bool:
    """Whether a title is somebody's name: ``Mr Lord for the defence``, not ``Mr Justice Pell``."""
    word, following = view.words[first], first + 1
    if view.words[title].word not in view.lists.address or word.shape is not Shape.TITLE:
        return False
    return following == len(view) or view.kinds[following] is Kind.PLAIN or not joined(view, following)


def _titled_end(view: View, title: int, first: int) -> int:
    """Where the name after a title ends; ``first`` where there is none."""
    kind, word = view.kinds[first], view.words[first]
    if kind is Kind.INITIAL:
        last = end_of_name(view, first)
        return last if any(view.kinds[i] in LIKE_NAMES for i in range(first, last)) else first
    if kind is Kind.PLAIN:
        last = end_of_name(view, first)
        return last if view.is_beside("particles", word.word) and last > first + 1 else first
    if kind in NAMES or kind is Kind.WORD_NAME:
        if kind is Kind.NEW and view.names_body(first, first + 1):
            return first
        return end_of_name(view, first)
    if kind in LIKE_NAMES and view.words[title].word in view.lists.plain_titles and _fits_as_surname(view, first):
        everyday = kind is Kind.WORD and word.word in view.lists.beside["heads"]
        return first if everyday else end_of_name(view, first, words_allowed=0)
    return first


def pairs(view: View) -> Iterator[Candidate]:
    """Two or more words together that read like first name and surname."""
    index = 0
    while index < len(view) - 1:
        last = _pair_end(view, index)
        if last > index + 1:
            yield candidate(view, index, last, "full name")
            index = last
        else:
            index += 1


def _pair_end(view: View, first: int) -> int:
    """Where a full name that begins here ends; ``first`` where none does."""
    kind = view.kinds[first]
    if kind not in LIKE_NAMES or not joined(view, first + 1) or view.is_title(first):
        return first
    last = end_of_name(view, first)
    if last == first + 1 or view.names_body(first, last):
        return first
    kinds = view.kinds[first:last]
    if kind is Kind.FIRST:
        return last
    if kind is Kind.NEW:
        names = all(k in NAMES or k is Kind.INITIAL or k is Kind.PLAIN for k in kinds)
        hyphened = view.words[first].last - view.words[first].first > 1
        return last if names or hyphened or view.is_beside("verbs_after", view.after(last - 1)) else first
    if Kind.NEW in kinds[1:] or Kind.FIRST in kinds[1:]:
        return last if kind is Kind.WORD_NAME else first
    return last if _everyday_pair(view, first, last) else first


def _everyday_pair(view: View, first: int, last: int) -> bool:
    """Whether two everyday words in capitals are a person: ``Ivy Wood``, ``Adelaide Wells``, not ``Crown Court``."""
    given = view.words[first].word
    if given not in view.lists.word_first_names and given not in view.lists.first_names:
        return False
    if any(view.words[i].shape is not Shape.TITLE for i in range(first, last)):
        return False
    atoms = view.words[first].first, view.words[last - 1].last
    after = view.after(last - 1)
    if after.endswith("ed") or view.is_beside("verbs_after", after):
        return True
    return weigh(view.reading, *atoms) >= Evidence.SOME and not view.is_beside("heads", view.words[last - 1].word)
