"""Where a word stands that is a registered name and an everyday word too: ``Will``, ``Bell``, ``May``.

`evidence` reads the words beside it. Here it is the place that speaks for a person: a line of its own in a list of
those present, what follows a colon, who is to do something, who speaks, whose view it is. Only a name that somebody
registered is tried so.
"""

from __future__ import annotations

import re

from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import Joint, Reading, Shape

_CONJUNCTIONS = frozenset(
    ("when", "neither", "nor", "if", "as", "but", "and", "then", "so", "that", "because", "after", "before", "while",
     "although", "though", "until", "since", "once", "where", "whether", "both", "either", "only", "even")
)  # fmt: skip
_OF_SOMEBODY = frozenset(("account", "note", "view", "opinion", "recollection", "version", "advice", "words", "name"))
_SPEAKS = re.compile(r":\s+[\"\u201c\u2018']?(?:I|I'm|I\u2019m|We|My|No|Yes|Not)\b")
_TASK = re.compile(r"(?:^|\n)[ \t]*(?:[\u2022\u2013*-]|\d{1,2}[.)]|[a-z][.)])[ \t]+\Z")
_LEAST = 2


def stands_for_person(reading: Reading, first: int, last: int) -> bool:
    """Whether the place of ``atoms[first:last]`` says that a person is meant, though the word may say otherwise."""
    atom = reading.atoms[first]
    if atom.shape not in (Shape.TITLE, Shape.CAPS) or atom.end - atom.start < _LEAST:
        return False
    start, end = atom.start, reading.atoms[last - 1].end
    text = reading.text
    if _SPEAKS.match(text, end) and _begins_line(text, start):
        return True
    if atom.word in the_lists().times:
        return False
    if first > 1 and reading.atoms[first - 1].word == "of" and reading.atoms[first - 2].word in _OF_SOMEBODY:
        return True
    return _alone_on_line(text, start, end) or _has_task(reading, start, last) or _acts(reading, first, last)


def _begins_line(text: str, start: int) -> bool:
    """Whether nothing but blanks and quotation marks stands before it on its line."""
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(" \t\"\u201c\u2018'")


def _alone_on_line(text: str, start: int, end: int) -> bool:
    """Whether it is a whole line between others, or all that follows a colon."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before, after = text[begin:start].strip(), text[end : len(text) if stop < 0 else stop].strip()
    if after:
        return False
    if before:
        return before.endswith(":")
    above = text[:begin].rstrip("\n").rsplit("\n", 1)[-1]
    return begin > 0 and text[begin - 2 : begin] != "\n\n" and bool(above.strip())


def _has_task(reading: Reading, start: int, last: int) -> bool:
    """Whether it is who has something to do in a list: ``1. Bell to chase the police``."""
    if not _TASK.search(reading.text[max(start - 12, 0) : start]):
        return False
    after = [atom.word for atom in reading.atoms[last : last + 2]]
    return len(after) == 2 and after[0] == "to" and after[1] not in ("be", "follow")


def _acts(reading: Reading, first: int, last: int) -> bool:
    """Whether it does something where a sentence begins: ``Grace did not``, ``When Bill returned``."""
    atoms = reading.atoms
    if last >= len(atoms) or atoms[last].joint is not Joint.SPACE:
        return False
    after, next_one = atoms[last].word, atoms[last + 1].word if last + 1 < len(atoms) else ""
    joined = first > 0 and atoms[first].joint is Joint.SPACE
    if joined and atoms[first - 1].word not in _CONJUNCTIONS:
        return False
    if after in ("did", "does", "no", "never") and next_one in ("not", "longer", "nothing", "so"):
        return True
    return joined and (after == "nor" or after in the_lists().beside["verbs_after"] or after.endswith("ed"))
