"""Words that no person is meant by, wherever they stand: parts of a date, of a public address, of an everyday file."""

from __future__ import annotations

import re

from imr_desk.names.normalise import Joint, Shape
from imr_desk.names.parts import parts_of
from imr_desk.names.view import CLOSE, Kind, View

_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_DAYS = frozenset(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
_YEAR_AFTER = re.compile(r"[.,]?[ \u00a0](?:(?:19|20)\d\d|['’]\d\d)(?!\d)")
_DAY_BEFORE = re.compile(r"(?:^|[^\d/.:,-])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?: of)?[ \u00a0]$")
_DAY_AFTER = re.compile(r"[.,]?[ \u00a0](?:the )?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b")
_DATE_BEFORE = 12
_SOME_BEAR, _MANY_BEAR = 2, 3
_SHORTEST_NAME, _VOWELS = 3, frozenset("aeiouy")
_FILE_END = re.compile(r"\.(?:docx?|dotx?|pdf|xlsx?|xlsm|csv|msg|eml|pptx?|txt|rtf|odt|tif|jpe?g|png)\b", re.IGNORECASE)
_LONGEST_DOMAIN = 80
_DOMAIN_BEGINS = re.compile(r"@[\w.-]*$")
_PUBLIC = re.compile(r"[\w.-]*?\b(?:(?:gov|police|nhs|mod|parliament)\.uk|cjsm\.net)\b", re.IGNORECASE)


def is_of_a_date(view: View, index: int) -> bool:
    """Whether it is a month or a day with its number beside it, or several: ``14 May``, ``June 2014``, ``Apr-Jun``."""
    word = view.words[index]
    if word.word not in view.lists.times and word.last - word.first == 1:
        return False
    if word.last - word.first > 1:
        atoms = view.reading.atoms[word.first : word.last]
        return all(atom.word in view.lists.times for atom in atoms)
    month, day = word.word[:3] in _MONTHS, word.word[:3] in _DAYS
    if not (month or day) or _follows_a_name(view, index):
        return False
    if month and _YEAR_AFTER.match(view.text, word.end):
        return True
    if day and _DAY_AFTER.match(view.text, word.end):
        return True
    return month and _is_after_day(view, index)


def _follows_a_name(view: View, index: int) -> bool:
    """Whether a title or a name stands directly before: ``Mr May 2014``."""
    if not index or view.words[index].joint not in (*CLOSE, Joint.DOT):
        return False
    return view.is_title(index - 1) or view.kinds[index - 1] in (Kind.FIRST, Kind.NEW, Kind.WORD_NAME, Kind.INITIAL)


def _is_after_day(view: View, index: int) -> bool:
    """Whether the day stands before a month, and nobody does something after it: not ``3 May rang``."""
    start, after = view.words[index].start, view.after(index)
    if after.endswith("ed") or view.is_beside("verbs_after", after):
        return False
    return bool(_DAY_BEFORE.search(view.text[max(0, start - _DATE_BEFORE) : start]))


def domain_of(view: View, index: int) -> str:
    """``public`` for a word after the @ of an office's address, ``domain`` for another's; empty elsewhere."""
    word, text = view.words[index], view.text
    if word.joint not in (Joint.GLUE, Joint.HYPHEN) or "@" not in text:
        return ""
    at = _DOMAIN_BEGINS.search(text, max(0, word.start - _LONGEST_DOMAIN), word.start)
    if not at or at.start() == 0 or text[at.start() - 1].isspace():
        return ""
    return "public" if _PUBLIC.match(text, at.start() + 1) else "domain"


def is_everyday_file(view: View, index: int) -> bool:
    """Whether a file is called by one everyday word in small letters that is hardly a first name: ``law.docx``."""
    return is_file_of_one_word(view, index) and parts_of(view.words[index].word).first < _MANY_BEAR


def is_file_of_one_word(view: View, index: int) -> bool:
    """Whether a file is called by one everyday word or a month, in small letters: ``grant.pdf``, ``may.xlsx``."""
    word = view.words[index]
    if word.shape is not Shape.LOWER or word.joint is Joint.GLUE or word.last - word.first > 1:
        return False
    if word.word not in view.lists.common and word.word not in view.lists.times:
        return False
    return bool(_FILE_END.match(view.text, word.end))


def is_letters_alone(view: View, index: int) -> bool:
    """Whether it is an abbreviation that nobody could pronounce and hardly anybody bears: ``PNMHT``."""
    word = view.words[index]
    if word.shape is not Shape.CAPS or not _VOWELS.isdisjoint(word.word):
        return False
    return len(word.word) >= _SHORTEST_NAME and max(parts_of(word.word)[:2]) < _SOME_BEAR


def is_hardly_a_name(view: View, index: int) -> bool:
    """Whether a word is worth a look at the most: a domain, letters alone, a file called by an everyday word."""
    return bool(domain_of(view, index)) or is_letters_alone(view, index) or is_file_of_one_word(view, index)
