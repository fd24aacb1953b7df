"""A list of names pasted from a spreadsheet, a mail or a page: one person a line or many, with job titles beside them.

Read are ``Ida Fexmere``, ``Fexmere, Ida``, ``Ida Fexmere, Crown Prosecutor``, the same parted by a tab, a semicolon, a
dash, an equals sign or brackets, the job title before the name with a colon or over several names as a heading,
addresses of a mail, and tables with headings. Only what has the words of a post is read as a job title, since a job
title is kept as it stands and a name is not. Nobody is passed over in silence: what was not understood is a line
without a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from imr_desk.names.lists import particles, the_lists
from imr_desk.names.normalise import fold, read
from imr_desk.names.pasted_cells import (
    begins_like_person,
    by_commas,
    cells_of,
    entries_of,
    is_address,
    is_job_title,
    is_rule,
    names_a_post,
    people_in,
    plain_title,
    without_address,
)

MOST = 500
"""Names read at one time."""
LONGEST = 120
"""Letters of a name; a longer line is a sentence."""
_MOST_WORDS = 6
_WHOLE = (
    "name", "names", "full name", "staff", "staff name", "name of staff", "member of staff", "person", "employee",
    "officer", "display name", "employee name", "staff member", "who",
)  # fmt: skip
_GIVEN = (
    "first name", "first names", "forename", "forenames", "given name", "given names", "first", "middle name",
    "middle names", "christian name", "firstname",
)  # fmt: skip
_FAMILY = ("surname", "last name", "family name", "last", "second name", "lastname", "surnames")
_TITLE = (
    "job title", "title", "role", "post", "grade", "rank", "position", "job", "job title and number", "code",
    "designation", "job role", "post title", "job title or role", "job title/role", "role/job title", "role title",
    "job description", "job title or grade", "grade/role", "role in case", "role in the case",
)  # fmt: skip
_HEADS: Mapping[str, str] = {
    **dict.fromkeys(_WHOLE, "whole"),
    **dict.fromkeys(_GIVEN, "given"),
    **dict.fromkeys(_FAMILY, "family"),
    **dict.fromkeys(_TITLE, "title"),
}
_FORMS_OF_ADDRESS = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady"))


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
    reader = _Reader()
    for number, line in enumerate(text.splitlines(), start=1):
        reader.read(number, line)
        if len(reader.found) >= MOST:
            break
    return tuple(reader.found[:MOST])


class _Reader:
    """Reads line by line; knows the headings of a table, and the job title that stands over names."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.found: list[PastedName] = []
        self._heads: tuple[str, ...] = ()
        self._commas = False
        self._columns: tuple[str, ...] = ()
        self._over = ""

    def read(self, number: int, line: str) -> None:
        """One more line."""
        if not line.strip():
            self._over = ""
        if self._commas or self._are_heads_with_commas(line):
            entries = [by_commas(line)]
        else:
            entries = [cells_of(entry) for entry in entries_of(line)]
        for cells in entries:
            if any(cells) and not is_rule(cells) and not self._is_heading(number, cells):
                self.found += [self._named(number, name, title) for name, title in self._people(cells)]

    def _are_heads_with_commas(self, line: str) -> bool:
        """Whether it is the first line of a table that is written with commas; then so are all that follow."""
        if not self.found and "," in line and not any(mark in line for mark in "\t;|"):
            cells = by_commas(line)
            self._commas = _are_heads(cells, tuple(map(_kind_of_head, cells)), first=True)
        return self._commas

    def _is_heading(self, number: int, cells: Sequence[str]) -> bool:
        """Whether it says what stands below, which is then known: the columns of a table, or whose names these are.

        A job title right under a name is of that name, unless it is the next of those that stand over names.
        """
        kinds = tuple(_kind_of_head(cell) for cell in cells)
        if _are_heads(cells, kinds, first=not self.found):
            self._heads, self._over = kinds, ""
            return True
        filled = [cell for cell in cells if cell]
        if len(self._heads) > 1 or len(filled) != 1 or "," in filled[0] or not is_job_title(filled[0]):
            return False
        last = self.found[-1] if self.found else None
        if last is not None and last.line == number - 1 and last.name and not last.title and not self._over:
            self.found[-1] = last._replace(title=filled[0])
            return True
        if not names_a_post(filled[0]):
            return False
        self._over = plain_title(filled[0])
        return True

    def _people(self, cells: Sequence[str]) -> Iterable[tuple[str, str]]:
        """Names and job titles in the cells of a line."""
        if len(cells) > 1 and len(self._heads) > 1:
            return (_by_heads(cells, self._heads),)
        kind = _kind_of_head(cells[0])
        if len(cells) == 2 and kind == "title" and self.found and not self.found[-1].title:
            last = self.found.pop()  # ‘Job title: …’ under ‘Name: …’
            return ((last.name, cells[1]),)
        people = people_in(cells[1:] if len(cells) == 2 and kind == "whole" else cells)
        if len(people) == 1 and len(cells) > 2:
            return (self._as_the_row_before(cells, people[0]),)
        return people

    def _as_the_row_before(self, cells: Sequence[str], person: tuple[str, str]) -> tuple[str, str]:
        """Somebody whose job title is not known for one, where the rows before have theirs in the same column."""
        name, title = person
        if title:
            self._columns = tuple("whole" if cell == name else "title" if cell == title else "" for cell in cells)
        elif len(self._columns) == len(cells) and "whole" in self._columns:
            return _by_heads(cells, self._columns)
        return person

    def _named(self, number: int, name: str, title: str) -> PastedName:
        return PastedName(number, name if _can_be_name(name) else "", title or (self._over if name else ""))


def _kind_of_head(cell: str) -> str:
    """What a column with this heading holds; "" where it is no such heading."""
    return _HEADS.get(" ".join(cell.casefold().rstrip(":*").split()), "")


def _are_heads(cells: Sequence[str], kinds: Sequence[str], *, first: bool) -> bool:
    """Whether a line is the headings of a table: all of its cells, or two of them and no address beside them.

    ``Title`` may be that of address, beside ``First name``: it is told from the rows.
    """
    known = sum(map(bool, kinds))
    named = any(kind in ("whole", "given", "family") for kind in kinds)
    if first and known and all(kinds[at] or not cell for at, cell in enumerate(cells)):
        return True
    return named and known > 1 and not any(map(is_address, cells))


def _by_heads(cells: Sequence[str], heads: Sequence[str]) -> tuple[str, str]:
    """Name and job title of a row under headings."""
    of: dict[str, list[str]] = {"whole": [], "given": [], "family": [], "title": [], "": []}
    for at, cell in enumerate(cells):
        if cell:
            of[heads[at] if at < len(heads) else ""].append(cell)
    titles = [cell for cell in of["title"] if cell.casefold().rstrip(".") not in _FORMS_OF_ADDRESS]
    title = titles[0] if titles else ""
    parts = (*of["given"], *of["family"])
    if of["whole"] and not (of["given"] and of["family"]):
        return without_address(of["whole"][0]), title
    return " ".join(parts), title


def _can_be_name(words: str) -> bool:
    """Whether words can be a name: two letters at least, and no sentence or heading, ‘Staff in the unit’."""
    if not words or len(words) > LONGEST or words.endswith(":"):
        return False
    reading = read(words)
    written = [word for word in words.split() if word.isalpha()]
    small = {fold(word) for word in written if word.islower()} if not words.islower() else set()
    ordinary = the_lists().ordinary
    if small & ordinary - particles():
        return False
    if len(written) > 1 and "," not in words and all(fold(word) in ordinary for word in written if len(word) > 1):
        return begins_like_person(words)  # ‘Team A’
    return sum(len(word.word) for word in reading.words) > 1 and len(reading.words) <= _MOST_WORDS


def without_repeats(names: Iterable[PastedName]) -> Iterator[PastedName]:
    """The lines that hold a name, each name once however it is written."""
    seen: set[frozenset[str]] = set()
    for one in names:
        letters = frozenset(word.word for word in read(one.name).words)
        if letters and letters not in seen:
            seen.add(letters)
            yield one
