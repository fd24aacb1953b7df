"""Rules for names in fixed places: addresses, file names, fields, lists, signatures, case names, speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from imr_desk.names.normalise import Atom, Joint, Shape
from imr_desk.names.parts import parts_of
from imr_desk.names.rules import Candidate, candidate, end_of_name, joined
from imr_desk.names.view import CLOSE, LIKE_NAMES, NAMES, Kind, View

_FILE = re.compile(
    r"\.(?:docx?|xlsx?|pdf|pptx?|csv|msg|eml|txt|rtf|zip|odt|jpe?g|png|tiff?|mp[34]|wav|mov|avi)\b", re.I
)
_RUN = re.compile(r"\S{0,80}")
"""What follows a word without a blank."""
_LONGEST_PART = 64
_MOST_ITEMS = 40


def addresses(view: View) -> Iterator[Candidate]:
    """The part of an e-mail address before the @, unless it is the address of an office."""
    text = view.text
    at = text.find("@")
    while at >= 0:
        begin = at
        while begin and at - begin < _LONGEST_PART and (text[begin - 1].isalnum() or text[begin - 1] in "._-+'"):
            begin -= 1
        part = text[begin:at].strip("._-+'")
        if part and text[at + 1 : at + 2].isalnum() and _is_personal(view, part):
            start = text.index(part, begin)
            yield Candidate(start, start + len(part), "address", "name")
        elif not part and text[at + 1 : at + 2].isalpha() and not text[at - 1 : at].isalnum():
            yield from _mention(text, at)
        at = text.find("@", at + 1)


def _mention(text: str, at: int) -> Iterator[Candidate]:
    """``@Ilir`` in a comment."""
    end = at + 1
    while end < len(text) and end - at < _LONGEST_PART and text[end].isalpha():
        end += 1
    if text[at + 1].isupper():
        yield Candidate(at + 1, end, "mention", "name")


def _is_personal(view: View, part: str) -> bool:
    """Whether the local part of an address is somebody's name."""
    lists, words = view.lists, [word for word in re.split(r"[\W\d_]+", part.lower()) if word]
    if not words or any(word in lists.beside["mail_roles"] for word in words):
        return any(word in lists.first_names for word in words)
    if any(word in lists.first_names or word in lists.word_first_names for word in words):
        return True
    if len(words) > 1 and any(len(word) == 1 for word in words):
        return True
    return any(word not in lists.ordinary and word not in lists.places for word in words)


def files(view: View) -> Iterator[Candidate]:
    """Names within file names and paths: ``Ionescu_R_MG5.doc``, ``/cases/EuanGeddes/``."""
    index = 0
    while index < len(view):
        last = index + 1
        while last < len(view) and view.words[last].joint is Joint.GLUE:
            last += 1
        start, end = view.words[index].start, view.words[last - 1].end
        if _looks_like_file(view, index, last, start, end):
            for first in range(index, last):
                yield from _in_file_name(view, first, last)
        index = last


def _looks_like_file(view: View, first: int, last: int, start: int, end: int) -> bool:
    """Whether a run of words without blanks is a file name or a path."""
    if last == first + 1 and view.words[first].last - view.words[first].first == 1:
        return False
    if end - start > 400 or "@" in view.text[start : end + 1]:
        return False
    run = view.text[start:end]
    return "_" in run or "/" in run or "\\" in run or bool(_FILE.search(run))


def is_plain_file_name(view: View, index: int) -> bool:
    """Whether a word is joined of everyday words and abbreviations, and ends as a file does: ``final-T7.docx``."""
    word = view.words[index]
    atoms, run = view.reading.atoms[word.first : word.last], _RUN.match(view.text, word.end)
    return len(atoms) > 1 and bool(run and _FILE.search(run[0])) and all(_is_plain(view, atom) for atom in atoms)


def _is_plain(view: View, atom: Atom) -> bool:
    """Whether it is a letter or two, an everyday word that is hardly a first name, or capitals that are no name."""
    parts = parts_of(atom.word)
    if len(atom.word) < 3:
        return True
    if atom.word in view.lists.common:
        return parts.first < 2
    return atom.shape is Shape.CAPS and not parts.first and not parts.last


def _in_file_name(view: View, first: int, last: int) -> Iterator[Candidate]:
    """One word of a file name with what belongs to it."""
    lists, word = view.lists, view.words[first]
    atoms = [atom.word for atom in view.reading.atoms[word.first : word.last]]
    strange = [atom for atom in atoms if atom not in lists.ordinary and len(atom) > 3 and atom not in lists.places]
    given = [atom for atom in atoms if atom in lists.first_names and (len(atom) > 3 or word.shape is not Shape.LOWER)]
    following = first + 1 < last and view.kinds[first + 1] is Kind.INITIAL
    if len(atoms) > 1 and (given or len(strange) == len(atoms)):
        named = [atom for atom in view.reading.atoms[word.first : word.last] if atom.word in (*strange, *given)]
        yield Candidate(named[0].start, named[-1].end, "file name", "name")
    elif word.shape is not Shape.LOWER and strange and following:
        yield candidate(view, first, first + 2, "file name")
    elif given and first + 1 < last and view.words[first + 1].word not in lists.beside["mail_roles"]:
        divided = any(c.isdigit() for c in view.text[word.end : view.words[first + 1].start])
        yield candidate(view, first, first + (1 if divided else 2), "file name")


def fields(view: View) -> Iterator[Candidate]:
    """What stands after ``From:``, ``Cc:``, ``Author:`` and the like."""
    for index in range(len(view) - 1):
        if view.words[index + 1].joint is Joint.COLON and view.is_beside("fields", view.words[index].word):
            first = index + 1
            for _ in range(_MOST_ITEMS):
                last = end_of_name(view, first)
                kinds = view.kinds[first:last]
                if not any(kind in NAMES for kind in kinds) or view.names_body(first, last):
                    break
                yield candidate(view, first, last, "field")
                if last >= len(view) or view.words[last].joint not in (Joint.COMMA, Joint.STOP):
                    break
                if (
                    view.words[last].joint is Joint.STOP
                    and view.text[view.words[last - 1].end : view.words[last].start].strip() != ";"
                ):
                    break
                first = last


def lists_of_names(view: View) -> Iterator[Candidate]:
    """``Kowalska, Anna`` and ``KOWALSKA Anna``."""
    for index in range(1, len(view)):
        surname, joint = index - 1, view.words[index].joint
        if view.kinds[index] not in (*NAMES, Kind.WORD_NAME) or view.words[index].shape is Shape.CAPS:
            continue
        if view.words[surname].possessive or view.kinds[surname] not in LIKE_NAMES:
            continue
        if joint is Joint.COMMA and _opens_list(view, surname) and _can_follow_surname(view, index):
            yield candidate(view, surname, end_of_name(view, index, 0), "surname first")
        elif joint is Joint.SPACE and _is_surname_in_capitals(view, surname):
            yield candidate(view, surname, index + 1, "surname first")


def _can_follow_surname(view: View, index: int) -> bool:
    """Whether a word is a first name, or an unknown word after another one."""
    return view.kinds[index] in (Kind.FIRST, Kind.WORD_NAME) or view.kinds[index - 1] is Kind.NEW


def _is_surname_in_capitals(view: View, index: int) -> bool:
    """Whether a word in capitals is a surname with a first name after it, and no abbreviation."""
    word = view.words[index]
    if word.shape is not Shape.CAPS or len(word.word) < 3:
        return False
    first_name = view.kinds[index + 1] in (Kind.FIRST, Kind.WORD_NAME)
    return first_name or (view.kinds[index] is Kind.NEW and len(word.word) > 4)


def _opens_list(view: View, surname: int) -> bool:
    """Whether a surname stands at the beginning of a line, a field or an item, and does not end a longer phrase."""
    word = view.words[surname]
    if word.joint in (Joint.COLON, Joint.STOP, Joint.LINE) or surname == 0:
        return view.kinds[surname] in (Kind.NEW, Kind.WORD, Kind.WORD_NAME) and word.word not in view.lists.roles
    return False


def signatures(view: View) -> Iterator[Candidate]:
    """The name under ``Regards`` or ``Yours sincerely``."""
    for index in range(len(view) - 1):
        if not view.is_beside("closings", view.words[index].word):
            continue
        first = index + 1
        gap = view.text[view.words[index].end : view.words[first].start]
        if not ("\n" in gap or gap.strip() in (",", "-")) or view.kinds[first] not in LIKE_NAMES:
            continue
        last = end_of_name(view, first, words_allowed=2)
        ends = last == len(view) or "\n" in view.text[view.words[last - 1].end : view.words[last].start]
        everyday = all(view.kinds[i] is Kind.WORD for i in range(first, last))
        if ends and not everyday and not view.names_body(first, last):
            yield candidate(view, first, last, "signature")


def case_names(view: View) -> Iterator[Candidate]:
    """``R v Malik``."""
    for index in range(1, len(view) - 1):
        if view.words[index].word != "v" or view.words[index - 1].word not in ("r", "regina", "rex", "dpp", "cps"):
            continue
        if view.words[index].joint is not Joint.SPACE or view.words[index + 1].joint not in (Joint.SPACE, Joint.DOT):
            continue
        first = index + 1
        if view.kinds[first] in LIKE_NAMES and view.words[first].shape is not Shape.LOWER:
            last = end_of_name(view, first)
            yield candidate(view, first, last, "case name")


def speakers(view: View) -> Iterator[Candidate]:
    """``OKAFOR: Not to my knowledge.`` in a transcript, and unknown words in lines of capitals."""
    for index, kind in enumerate(view.kinds):
        word = view.words[index]
        if kind is not Kind.NEW or word.shape is not Shape.CAPS:
            continue
        begins = word.joint in (Joint.STOP, Joint.LINE, Joint.DOT)
        if begins and view.gap_after(index)[:1] == ":":
            yield candidate(view, index, index + 1, "speaker")
        elif joined(view, index) and view.words[index].joint in CLOSE and view.kinds[index - 1] is Kind.FIRST:
            yield candidate(view, index - 1, index + 1, "full name")
