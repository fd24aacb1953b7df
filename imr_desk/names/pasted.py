"""A list of names pasted from a spreadsheet, a mail or a page: one person a line, with a job title where there is one.

Read are ``Ida Fexmere``, ``Fexmere, Ida``, ``Ida Fexmere, Crown Prosecutor``, the same parted by a tab, a semicolon, a
dash or brackets, the job title before the name with a colon, addresses of a mail, and tables with headings. Only what
has the words of a post is read as a job title, since a job title is kept as it stands and a name is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import fold, read

MOST = 500
"""Names read at one time."""
LONGEST = 120
"""Letters of a name; a longer line is a sentence."""
_MOST_WORDS = 6
_BULLET = re.compile(r"^\s*(?:[\u2022\u2023\u25aa\u00b7*\u2013\u2014-]\s+|\(?\d{1,3}[.):]\s+)")
_ADDRESS = re.compile(r"<?\s*([\w.+'-]+)@[\w-]+(?:\.[\w-]+)+\s*>?")
_BRACKETS = re.compile(r"^(.*?\S)\s*[(\[]([^)\]]*)[)\]]\s*$")
_DASH = re.compile(r"\s+[-\u2013\u2014|/]\s+")
_MAILS = re.compile(r"(?<=>)\s*[;,]\s*")
_BLANKS = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u3000]+")
_ABBREVIATED = frozenset(
    ("ao", "eo", "heo", "seo", "io", "cio", "bfo", "scp", "dcp", "cp", "dc", "pc", "ds", "di", "dci")
)
"""Grades and ranks as they are abbreviated in lists of staff."""
_WHOLE = (
    "name", "names", "full name", "staff", "staff name", "name of staff", "member of staff", "person", "employee",
    "officer", "display name",
)  # fmt: skip
_GIVEN = (
    "first name", "first names", "forename", "forenames", "given name", "given names", "first", "middle name",
    "middle names",
)  # fmt: skip
_FAMILY = ("surname", "last name", "family name", "last", "second name")
_TITLE = (
    "job title", "title", "role", "post", "grade", "rank", "position", "job", "job title and number", "code",
    "designation",
)  # fmt: skip
_HEADS: Mapping[str, str] = {
    **dict.fromkeys(_WHOLE, "whole"),
    **dict.fromkeys(_GIVEN, "given"),
    **dict.fromkeys(_FAMILY, "family"),
    **dict.fromkeys(_TITLE, "title"),
}


class PastedName(NamedTuple):
    """One line: a name, and the job title beside it where there is one. Without a name the line was not understood."""

    line: int
    name: str
    title: str = ""

    def __repr__(self) -> str:
        """Without the name: a repr can reach a log."""
        return f"PastedName({self.line})"


def names_in_list(text: str) -> tuple[PastedName, ...]:
    """The names of a pasted list, in order; at most `MOST`. Never fails, whatever the text holds."""
    found: list[PastedName] = []
    heads: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        for words in _MAILS.split(line) if "@" in line else (line,):
            cells = _cells(words)
            if not any(cells):
                continue
            kinds = tuple(_HEADS.get(" ".join(cell.casefold().rstrip(":").split()), "") for cell in cells)
            if not found and all(kinds[at] or not cell for at, cell in enumerate(cells)):
                heads = kinds
                continue
            name, title = _by_heads(cells, heads) if len(cells) > 1 and len(heads) > 1 else _told_apart(cells)
            found.append(PastedName(number, name if _can_be_name(name) else "", title))
            if len(found) == MOST:
                return tuple(found)
    return tuple(found)


def _cells(line: str) -> list[str]:
    """The parts of a line: by tabs, else by semicolons or bars, else by a dash or brackets."""
    line = _BULLET.sub("", line) if "\t" not in line else line
    for mark in ("\t", ";", "|"):
        if mark in line.strip(f" {mark}"):
            return [_plain(cell) for cell in line.split(mark)]
    line = line.strip(" \t;|")
    found = _BRACKETS.match(line)
    if found and not _ADDRESS.search(found[2]):
        return [_plain(found[1]), _plain(found[2])]
    parts = _DASH.split(line, maxsplit=1)
    if len(parts) == 1 and ": " in line:
        parts = line.split(": ", maxsplit=1)
    return [_plain(part) for part in parts]


def _plain(cell: str) -> str:
    """A cell without quotation marks, and with single blanks."""
    return _BLANKS.sub(" ", cell).strip(' \t"\u201c\u201d,').strip()


def _by_heads(cells: list[str], heads: tuple[str, ...]) -> tuple[str, str]:
    """Name and job title of a row under headings."""
    of: dict[str, list[str]] = {"whole": [], "given": [], "family": [], "title": [], "": []}
    for at, cell in enumerate(cells):
        if cell:
            of[heads[at] if at < len(heads) else ""].append(cell)
    title = of["title"][0] if of["title"] else ""
    if of["whole"]:
        return _without_address(of["whole"][0]), title
    return " ".join((*of["given"], *of["family"])), title


def _told_apart(cells: list[str]) -> tuple[str, str]:
    """Name and job title of cells without headings: a job title is known by its words."""
    cells = [cell for cell in cells if cell]
    if len(cells) == 1:
        return _from_commas(cells[0])
    titles = [cell for cell in cells if is_job_title(cell)]
    rest = [cell for cell in cells if cell not in titles]
    title = titles[0] if titles else ""
    names = [_without_address(cell) for cell in rest if not _ADDRESS.fullmatch(cell)]
    if not names:
        return _without_address(rest[0]) if rest else "", title
    return " ".join(names[:2]) if all(" " not in name for name in names) else names[0], title


def _from_commas(words: str) -> tuple[str, str]:
    """Name and job title of one cell: what follows a comma is a first name, a job title, or neither."""
    words = _without_address(words)
    before, comma, after = words.partition(",")
    if not comma:
        return words, ""
    after, second, rest = (part.strip() for part in after.partition(","))
    if is_job_title(after):
        return before.strip(), f"{after}, {rest}" if second else after
    if " " in before.strip() and " " in after:  # ‘Ida Fexmere, CPS London’
        return before.strip(), rest if is_job_title(rest) else ""
    return f"{before.strip()}, {after}", rest if is_job_title(rest) else ""


def is_job_title(words: str) -> bool:
    """Whether words are those of a post: ``Senior Crown Prosecutor 2``, ``HEO``."""
    lists = the_lists()
    folded = [fold(word) for word in re.split(r"[\s/&-]+", words)]
    known = lists.roles | lists.grades
    numbered = words.strip()[-1:].isdigit() and " " in words.strip()
    return numbered or any(word in known or word.rstrip("s") in known or word in _ABBREVIATED for word in folded)


def _without_address(words: str) -> str:
    """The words without a mail address; the name in the address where nothing else is there."""
    found = _ADDRESS.search(words)
    if not found:
        return words
    rest = (words[: found.start()] + words[found.end() :]).strip(" \"'\u201c\u201d\u2018\u2019<>,")
    return _BRACKETS.sub(r"\1", rest) if rest else _from_local(found[1])


def _from_local(local: str) -> str:
    """``anna.kowalska`` as a name."""
    return " ".join(part.capitalize() for part in re.split(r"[._+-]+|\d+", local) if len(part) > 1)


def _can_be_name(words: str) -> bool:
    """Whether words can be a name: two letters at least, and no sentence."""
    if not words or len(words) > LONGEST:
        return False
    reading = read(words)
    return sum(len(word.word) for word in reading.words) > 1 and len(reading.words) <= _MOST_WORDS


def without_repeats(names: Iterable[PastedName]) -> Iterator[PastedName]:
    """The lines that hold a name, each name once however it is written."""
    seen: set[frozenset[str]] = set()
    for one in names:
        letters = frozenset(word.word for word in read(one.name).words)
        if letters and letters not in seen:
            seen.add(letters)
            yield one
