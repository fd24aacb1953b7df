"""Rules for single words in running text: first names, initials, words that act like people or hold an office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.names.evidence import Evidence, weigh
from imr_desk.names.normalise import Joint, Shape
from imr_desk.names.parts import parts_of
from imr_desk.names.rules import LOOK, Candidate, candidate, end_of_name, joined
from imr_desk.names.view import CLOSE, LIKE_NAMES, NAMES, Kind, View

_ASKED = re.compile(
    r",\s+(?:(?:can|could|would|will|do|did|have|are) you|please(?! note)|pls|thanks|thank you)\b", re.IGNORECASE
)
_OFTEN, _CITY = 4, 3
"""From which step of the lists on a month or a place is the first name of many, and a place is a city."""
_UNSPEAKABLE = re.compile(r"[^aeiouy]{4}|[^aeiouy]{3}$|^[^aeiouy]*$")


def first_names(view: View) -> Iterator[Candidate]:
    """A first name alone; in small letters only after a verb such as *phoned*, or before another unknown word."""
    names = view.lists.first_names
    for index, kind in enumerate(view.kinds):
        word = view.words[index]
        if kind is Kind.FIRST:
            eponym = word.possessive and view.text[word.end + 2 : word.end + 6] == " Law"
            if eponym or view.names_body(index, index + 1) or view.gap_after(index)[:1].isdigit():
                continue
            yield candidate(view, index, index + 1, "first name")
        elif kind is Kind.PLAIN and word.word in names and len(word.word) > 2:
            yield from _small_first_name(view, index)


def _small_first_name(view: View, index: int) -> Iterator[Candidate]:
    """``phoned david``, ``ask sarah hollis``."""
    after = view.after(index)
    surname = bool(after) and after not in view.lists.ordinary and len(after) > 2
    if surname or view.is_beside("verbs_before", view.before(index)):
        ordinary = view.words[index].word in view.lists.ordinary
        if not ordinary or view.is_beside("verbs_before", view.before(index)):
            yield candidate(view, index, index + 1 + surname, "first name")


def initials(view: View) -> Iterator[Candidate]:
    """``N. Tudor``, ``S.P. Ó Súilleabháin``, ``Blackburn L``, ``Sinclair, A``."""
    for index, kind in enumerate(view.kinds):
        if kind is not Kind.INITIAL:
            continue
        before = view.before(index)
        if not view.is_beside("letter_takers", before) and not (index and view.kinds[index - 1] is Kind.INITIAL):
            last = _after_initial(view, index)
            if last > index + 1:
                yield candidate(view, index, last, "initial")
                continue
        if index and _before_initial(view, index):
            yield candidate(view, index - 1, index + 1, "initial")


def _after_initial(view: View, index: int) -> int:
    """Where a name that begins with an initial ends; ``index`` where none does."""
    dotted = view.gap_after(index)[:1] == "."
    last = end_of_name(view, index)
    core = [i for i in range(index, last) if view.kinds[i] in LIKE_NAMES]
    if not core or view.names_body(index, last):
        return index
    answer = view.words[index].word in ("q", "a", "i") and view.words[index].joint not in CLOSE
    if view.kinds[core[0]] in NAMES:
        alone = view.words[index].word in ("a", "i") or view.kinds[core[0]] is Kind.FIRST
        return index if answer or (not dotted and alone and len(core) < 2) else last
    if answer or not dotted:
        return index
    begins = (
        view.words[index].joint in (*CLOSE, Joint.COLON) or view.after(last - 1) in view.lists.beside["verbs_after"]
    )
    return last if begins and core[0] - index <= 2 else index


def _before_initial(view: View, index: int) -> bool:
    """Whether the word before an initial is a surname."""
    surname, joint = index - 1, view.words[index].joint
    if view.kinds[surname] is not Kind.NEW and view.kinds[surname] is not Kind.PLACE:
        return False
    if view.names_body(surname, index + 1) or view.is_beside("letter_takers", view.words[surname].word):
        return False
    if joint is Joint.COMMA:
        ends = view.gap_after(index).lstrip(" ")[:1] in (".", "/", ";", ")", "|", "\n", "")
        return ends and view.kinds[surname] is Kind.NEW
    said = view.before(surname) in ("by", "author", "from", "to", "with", "for", "asked", "told")
    return joint is Joint.SPACE and said


def acting(view: View) -> Iterator[Candidate]:
    """An unknown capitalised word that speaks, is spoken to or owns what people own: ``Okafor said``."""
    for index, kind in enumerate(view.kinds):
        if kind is not Kind.NEW and not _can_be_given(view, index):
            continue
        word = view.words[index]
        if view.names_body(index, index + 1) or view.number_follows(index) or view.is_title(index):
            continue
        if word.shape is Shape.MIXED or _is_double_barrelled(view, index):
            yield candidate(view, index, index + 1, "form of a name")
            continue
        if word.shape is Shape.CAPS and _UNSPEAKABLE.search(word.word):
            continue
        evidence = weigh(view.reading, word.first, word.last)
        if evidence >= Evidence.SPOKEN and not (
            kind is not Kind.NEW and evidence < Evidence.STRONG and _idle(view, index)
        ):
            yield candidate(view, index, index + 1, "acts like a person")
        elif (
            kind is Kind.NEW
            and evidence is Evidence.SOME
            and word.shape is Shape.TITLE
            and not view.is_beside("place_before", view.before(index))
        ):
            yield candidate(view, index, index + 1, "unknown word", LOOK)


def addressed(view: View) -> Iterator[Candidate]:
    """A first name, whatever else it may be, of whom something is asked: ``April, can you ring the court?``."""
    for index, kind in enumerate(view.kinds):
        word = view.words[index]
        if word.shape is not Shape.TITLE or view.text[word.end : word.end + 1] != "," or word.joint in CLOSE[:1]:
            continue
        given = kind in (Kind.FIRST, Kind.WORD_NAME)
        given = given or (kind in (Kind.TIME, Kind.PLACE) and _is_first_name(word.word))
        if given and _ASKED.match(view.text, word.end):
            yield candidate(view, index, index + 1, "spoken to")


def _is_first_name(word: str) -> bool:
    first, _, place = parts_of(word)
    return first >= _OFTEN and place < _CITY


def _is_double_barrelled(view: View, index: int) -> bool:
    """``Hume-Rothery``: two capitalised parts, neither an everyday word."""
    word = view.words[index]
    atoms = view.reading.atoms[word.first : word.last]
    if view.kinds[index] is not Kind.NEW or len(atoms) != 2 or atoms[1].joint is not Joint.HYPHEN:
        return False
    lists = view.lists
    return all(
        a.shape is Shape.TITLE and len(a.word) > 2 and a.word not in lists.ordinary and a.word not in lists.places
        for a in atoms
    )


def _idle(view: View, index: int) -> bool:
    """Whether an everyday word begins a sentence, where its capital says nothing."""
    return view.words[index].joint not in (*CLOSE, Joint.COMMA)


def offices(view: View) -> Iterator[Candidate]:
    """An office and an unknown word: ``Presenting Officer Chikwanda``, ``the defendant Ionescu``."""
    for index in range(len(view) - 1):
        if view.words[index].word in view.lists.roles and joined(view, index + 1):
            first = index + 1
            relation = view.is_beside("relations", view.words[index].word)
            fits = view.kinds[first] in NAMES or (relation and _can_be_given(view, first))
            if fits and not view.names_body(first, first + 1):
                yield candidate(view, first, end_of_name(view, first), "office")


def _can_be_given(view: View, index: int) -> bool:
    """Whether an everyday word or a place can be the first name of a relative: ``his son Jordan``."""
    word = view.words[index]
    if word.shape is not Shape.TITLE:
        return False
    return view.kinds[index] is Kind.WORD_NAME or (
        view.kinds[index] is Kind.PLACE
        and (word.word in view.lists.first_names or word.word in view.lists.word_first_names)
    )
