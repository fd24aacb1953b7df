"""Putting a job title or pseudonym where a name stood, with the grammar of the sentence kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from imr_desk.names.grammar import article, end_with_what_belongs, possessive, with_capital, without_number
from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import Reading, Shape, read

_REACH = 120  # characters before a name that can belong to its title
_DOMAIN = re.compile(r"@[\w-]+(?:\.[\w-]+){0,12}")
_AND = re.compile(r"\b(\w+)\.?\s+(?:and|&)\s+\Z")


class Edit(NamedTuple):
    """``text[start:end]`` is to become ``words``."""

    start: int
    end: int
    words: str


def edit_for(text: str, start: int, end: int, title: str, *, after: int = 0) -> Edit:
    """The edit that puts ``title`` where the name ``text[start:end]`` stands.

    A title or rank before the name goes with it and honours after it, an e-mail address goes whole, a job title that is
    already there is not doubled, a possessive stays one, and a sentence begins with a capital. What stands before
    ``after`` belongs to another name.
    """
    address = whole_address(text, start, end)
    if address != (start, end):
        return Edit(*address, title)
    begin = _before_doubled(text, start, title)
    if begin == start:
        begin = _before_titles(text, start)
        begin = _before_doubled(text, begin, title)
    if begin < after:
        begin = start
    if begin > 1 and text[end : end + 1] == ")" and text[begin - 1] == "(":
        repeated = _before_repeated(text, begin - 1, title)
        if repeated < begin - 1:
            return Edit(repeated, end + 1, title)
    end = end_with_what_belongs(text, start, end, title)
    if begin < start and text[begin:start].rstrip().endswith(",") and text[end : end + 1] == ",":
        end += 1  # 'the Crown Prosecutor, David Pell, decided': both commas belong to the name
    end, ending = possessive(text, start, end)
    words = with_capital(text, begin, title)
    begin, before = article(text, begin, title)
    return Edit(begin, end, before + words + ending)


def whole_address(text: str, start: int, end: int) -> tuple[int, int]:
    """The e-mail address that the name is part of, with ``mailto:`` and angle brackets; else the place of the name."""
    domain = _DOMAIN.match(text, end)
    if not domain:
        return start, end
    stop = domain.end()
    if text[max(0, start - 7) : start].lower() == "mailto:":
        start -= 7
    if text[start - 1 : start] == "<" and text[stop : stop + 1] == ">":
        return start - 1, stop + 1
    return start, stop


def _window(text: str, end: int) -> tuple[Reading, int]:
    """The words shortly before a place, and where that stretch begins. It begins between words."""
    begin = max(0, end - _REACH)
    while 0 < begin < end and not text[begin - 1].isspace():
        begin += 1
    return read(text[begin:end]), begin


def _touches(text: str, last: int, start: int, marks: str = "") -> bool:
    """Whether only blanks, and one of ``marks``, stand between two places."""
    gap = text[last:start].strip()
    return last < start and "\n\n" not in text[last:start] and (not gap or gap in marks)


def _before_titles(text: str, start: int) -> int:
    """Where the titles and ranks before a name begin: ``Mr Pell``, ``Detective Sergeant Pell``."""
    lists = the_lists()
    reading, offset = _window(text, start)
    for word in reversed(reading.words):
        titled = word.word in lists.titles | lists.ranks
        written = word.shape is not Shape.LOWER or word.word in lists.address
        if not (titled and written and _touches(text, offset + word.end, start, ".")):
            break
        joined = _AND.search(text, max(0, offset + word.start - 20), offset + word.start)
        if joined and joined[1].lower() in lists.titles:
            break  # 'Mr and Mrs Pell'
        start = offset + word.start
    return start


def _before_doubled(text: str, start: int, title: str) -> int:
    """Where the job title begins that stands before the name already: ``Crown Prosecutor Pell``, ``…, Pell``.

    The last word of the title must be there; a grade before it goes too, since the code carries the grade.
    """
    grades = the_lists().grades
    wanted = [word.word for word in read(without_number(title)).words]
    reading, offset = _window(text, start)
    begin, first = start, True
    for word in reversed(reading.words):
        if not _touches(text, offset + word.end, begin, "," if first else ""):
            break
        if wanted and word.word == wanted[-1]:
            wanted.pop()
        elif first or word.word not in grades or word.shape is Shape.LOWER:
            break
        begin, first = offset + word.start, False
    return _before_article(text, begin) if begin < start else start


def _before_article(text: str, begin: int) -> int:
    """Take ``the`` with the job title it belonged to."""
    article = re.compile(r"\b[Tt]he\s+\Z").search(text, max(0, begin - 8), begin)
    return article.start() if article else begin


def _before_repeated(text: str, bracket: int, title: str) -> int:
    """Where the same code, or its job title, begins before a name in brackets: ``Crown Prosecutor 2 (Pell)``.

    Else ``bracket``.
    """
    stop = bracket
    while stop and text[stop - 1] in " \u00a0":
        stop -= 1
    for words in (title, without_number(title)):
        begin = stop - len(words)
        between = text[begin - 1 : begin]
        if begin >= 0 and text[begin:stop].casefold() == words.casefold() and not between.isalnum():
            return begin if words == title else _before_article(text, begin)
    return bracket


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made. Edits that touch or overlap and say the same become one."""
    done: list[Edit] = []
    for edit in sorted(edits):
        last = done[-1] if done else None
        closes = text[edit.end : edit.end + 1] == ")"
        if last and (edit.start < last.end or _are_one(last, edit, text[last.end : edit.start], closes=closes)):
            bracketed = closes and text[last.end : edit.start].endswith("(")
            done[-1] = Edit(last.start, max(last.end, edit.end + bracketed), last.words)
        else:
            done.append(edit)
    pieces, at = [], 0
    for edit in done:
        pieces += [text[at : edit.start], edit.words]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _are_one(last: Edit, edit: Edit, between: str, *, closes: bool) -> bool:
    """Whether two edits are of one name: nothing but a blank parts them, or the bracket of ‘David (Pell)’."""
    return edit.words == last.words and between.strip() in ("", "(" if closes else "")


def replace_names(text: str, names: Iterable[tuple[int, int, str]]) -> str:
    """``text`` with each name (start, end, job title) replaced; what belongs to one name is not taken by the next."""
    edits: list[Edit] = []
    for start, end, title in sorted(names):
        last = edits[-1].end if edits and edits[-1].end <= start else 0
        edits.append(edit_for(text, start, end, title, after=last))
    return apply(text, edits)
