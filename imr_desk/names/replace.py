"""Putting a job title or pseudonym where a name stood, with the grammar of the sentence kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import Reading, Shape, read

_REACH = 120  # characters before a name that can belong to its title
_DOMAIN = re.compile(r"@[\w-]+(?:\.[\w-]+){0,12}")
_NUMBER = re.compile(r"\s+\d+\Z")
_LONE_APOSTROPHE = re.compile(r"['\u2019](?=[^\S\n]+\w)")
_OPENING = re.compile(r"(?<!\w)['\u2018](?=\w)")
_CLOSING = re.compile(r"(?<=[\w.,;?!])['\u2019](?!\w)")
_ARTICLE = re.compile(r"\b([Aa])n?(\s+)\Z")


class Edit(NamedTuple):
    """``text[start:end]`` is to become ``words``."""

    start: int
    end: int
    words: str


def edit_for(text: str, start: int, end: int, title: str) -> Edit:
    """The edit that puts ``title`` where the name ``text[start:end]`` stands.

    A title or rank before the name goes with it, an e-mail address goes whole, a job title that is already there is
    not doubled, and a possessive stays one.
    """
    address = whole_address(text, start, end)
    if address != (start, end):
        return Edit(*address, title)
    begin = _before_doubled(text, start, title)
    if begin == start:
        begin = _before_titles(text, start)
        begin = _before_doubled(text, begin, title)
    if begin > 1 and text[end : end + 1] == ")" and text[begin - 1] == "(":
        repeated = _before_repeated(text, begin - 1, title)
        if repeated < begin - 1:
            return Edit(repeated, end + 1, title)
    if begin < start and text[begin:start].rstrip().endswith(",") and text[end : end + 1] == ",":
        end += 1  # 'the Crown Prosecutor, David Pell, decided': both commas belong to the name
    end, ending = _possessive(text, start, end)
    return _with_article(text, begin, end, title, ending)


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
        start = offset + word.start
    return start


def _before_doubled(text: str, start: int, title: str) -> int:
    """Where the job title begins that stands before the name already: ``Crown Prosecutor Pell``, ``…, Pell``.

    The last word of the title must be there; a grade before it goes too, since the code carries the grade.
    """
    grades = the_lists().grades
    wanted = [word.word for word in read(_NUMBER.sub("", title)).words]
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
    """Where the same code begins before a name in brackets: ``Crown Prosecutor 2 (Pell)``; else ``bracket``."""
    stop = bracket
    while stop and text[stop - 1] in " \u00a0":
        stop -= 1
    begin = stop - len(title)
    return begin if begin >= 0 and text[begin:stop].casefold() == title.casefold() else bracket


def _possessive(text: str, start: int, end: int) -> tuple[int, str]:
    """The end of the name and the ending of the title: ``Hollis’ note`` needs ``’s``, a closing quotation mark not."""
    if text[end - 1 : end].lower() != "s" or not _LONE_APOSTROPHE.match(text, end):
        return end, ""
    paragraph = text[max(text.rfind("\n", 0, start), start - 2000, 0) : start]
    quoted = len(_OPENING.findall(paragraph)) > len(_CLOSING.findall(paragraph))
    return (end, "") if quoted else (end + 1, text[end] + "s")


def _with_article(text: str, begin: int, end: int, title: str, ending: str) -> Edit:
    """The edit, with ``a`` or ``an`` before it as the title needs."""
    article = _ARTICLE.search(text, max(0, begin - 8), begin)
    if not article or not title:
        return Edit(begin, end, title + ending)
    right = article[1] + ("n" if title[0].lower() in "aeiou" else "") + article[2]
    return Edit(article.start(), end, right + title + ending)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made. Edits that touch or overlap and say the same become one."""
    done: list[Edit] = []
    for edit in sorted(edits):
        last = done[-1] if done else None
        if last and (edit.start < last.end or (edit.words == last.words and not text[last.end : edit.start].strip())):
            done[-1] = Edit(last.start, max(last.end, edit.end), last.words)
        else:
            done.append(edit)
    pieces, at = [], 0
    for edit in done:
        pieces += [text[at : edit.start], edit.words]
        at = edit.end
    return "".join([*pieces, text[at:]])


def replace_names(text: str, names: Iterable[tuple[int, int, str]]) -> str:
    """``text`` with each name (start, end, job title) replaced."""
    return apply(text, [edit_for(text, start, end, title) for start, end, title in names])
