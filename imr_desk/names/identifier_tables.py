"""Details under the heading of a column, or beside what a row is called: in a pasted table or a filled-in form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from imr_desk.names.identifier_dates import DATE
from imr_desk.names.identifier_text import Identifier

_CELL = re.compile(r"[^\t|\n]+")
_LINE = re.compile(r"[^\n]+")
_FORM = re.compile(
    r"^[ \t>*-]{0,4}((?:[A-Z][A-Za-z]{2,11} ){0,2}(?:School|Nursery|Address|Residence|SCHOOL|NURSERY|ADDRESS))[ \t]?:"
    r"[ \t]{0,3}([^\n|\t]{3,120})$",
    re.MULTILINE,
)
_NO = r"(?: ?(?:no\.?|nos\.?|numbers?|ref\.?|reference|id|#))?"
_HEADINGS = (
    ("date of birth", r"d\.? ?o\.? ?b\.?'?s?|dates? of birth|birth ?date|born|birthday"),
    (
        "address",
        r"(?:(?:home|current|last known|previous|former|bail|postal|present|new|old|full) ){0,2}"
        r"(?:address(?:es)?|residence)|lives at|living at",
    ),
    ("postcode", r"post ?codes?"),
    (
        "telephone",
        rf"(?:(?:home|work|contact) )?(?:tel(?:ephone)?|phone|mobile|mob|landline){_NO}|contact n(?:o\.?|umbers?)",
    ),
    ("nhs", rf"nhs{_NO}"),
    ("national insurance", rf"(?:ni|nino|national insurance){_NO}"),
    ("pnc", rf"pnc(?: ?id)?{_NO}"),
    ("cro", rf"cro{_NO}"),
    ("urn", rf"urn{_NO}"),
    ("cid", rf"cid{_NO}"),
    ("home office", rf"(?:home office|ho|port){_NO}"),
    ("passport", rf"passport{_NO}"),
    (
        "reference",
        r"(?:(?:our|your|police) )?(?:ref\.?s?|references?)"
        r"|(?:crime|incident|cad|cris|log|case|file|court|custody record|occurrence) ?"
        r"(?:no\.?|numbers?|ref\.?|reference)",
    ),
    ("school", r"(?:current |previous )?(?:schools?|nursery|college|school ?(?:/|or) ?nursery|school attended)"),
)
_HEADING = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _HEADINGS)
_HINT = re.compile("|".join(words for _, words in _HEADINGS), re.IGNORECASE)
_DATE = re.compile(DATE, re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:none|not|nil|no|n/?k|n/?a|n\.a\.|unknown|as above|as before|same|ditto|withheld|removed|redacted|various|see"
    r"|yes|nfa|tbc|held|confidential|refused|recorded|changed|contacted|concerns?|attendance|attended|referred|told"
    r"|informed|left|visited|shared|given|staff|nurse|health)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_PHONE = re.compile(r"[+(0-9][0-9 ()+./x-]{2,30}")
_CODES = re.compile(
    r"(?:[A-Z]{1,6}|[A-Z]{0,6}[/.-]?[0-9][\w/.-]{0,30})"
    r"(?:[ ,;&]{1,3}(?:[A-Z]{1,4}|[\w/.-]{0,8}[0-9][\w/.-]{0,30})){0,5}"
)
_FEWEST = {"telephone": 3, "nhs": 6, "national insurance": 4, "pnc": 3, "cro": 3, "urn": 4, "passport": 5}
_STREETLIKE = re.compile(r"[0-9]|,|[A-Z][\w'.-]+ [A-Z]")
_NAMED = re.compile(
    r"(?:(?:[A-Z][\w'.-]*|of|the|and|&|in|for)[ ,]{1,2}){0,8}[A-Z][\w'.)-]*(?: \([A-Z][\w ]*\))?",
)
_TWO = 2
_LONGEST_POSTCODE = 9


class _Cell(NamedTuple):
    """What stands in a cell, without the blanks around it, and where."""

    start: int
    words: str


def find(text: str) -> Iterator[Identifier]:
    """Every cell under or beside a heading that calls it a detail."""
    if not _HINT.search(text):
        return
    if "\t" in text or "|" in text:
        yield from _in_tables([_cells(line) for line in _LINE.finditer(text)])
    for found in _FORM.finditer(text):
        kind = _heading(found[1])
        if kind is not None:
            yield from _value(_Cell(found.start(2), found[2].rstrip()), kind)


def _cells(line: re.Match[str]) -> list[_Cell]:
    """The cells of a line, empty ones between two signs as well."""
    said = line[0].strip("|\r") if "|" in line[0] else line[0].rstrip("\r")
    at = line.start() + line[0].index(said) if said else line.start()
    cells = []
    for piece in re.split(r"[\t|]", said):
        bare = piece.strip()
        cells.append(_Cell(at + len(piece) - len(piece.lstrip()), bare))
        at += len(piece) + 1
    return cells


def _heading(words: str) -> str | None:
    """The kind of detail that a heading announces."""
    bare = words.strip(" :*").replace("’", "'")
    return next((kind for kind, known in _HEADING if known.fullmatch(bare)), None)


def _in_tables(rows: list[list[_Cell]]) -> Iterator[Identifier]:
    """Columns run down from their heading while the lines have cells; a row of two is a name and its value."""
    columns: dict[int, str] = {}
    for row in rows:
        if len(row) < _TWO:
            columns = {}
            continue
        headed = {at: kind for at, cell in enumerate(row) if (kind := _heading(cell.words)) is not None}
        if headed and not _is_filled_in(row, headed):
            columns = headed
            continue
        for name, value in pairwise(row):
            kind = _heading(name.words)
            if kind is not None and _heading(value.words) is None:
                yield from _value(value, kind)
        for at, kind in columns.items() if not headed else ():
            if at < len(row):
                yield from _value(row[at], kind)


def _is_filled_in(row: list[_Cell], headed: dict[int, str]) -> bool:
    """Whether it names something and gives it at once, as ``DOB | 3 May 1990`` does, and is no line of headings."""
    if len(row) == _TWO:
        return 0 in headed and 1 not in headed
    return any(
        at + 1 < len(row) and at + 1 not in headed and kind != "school" and any(_value(row[at + 1], kind))
        for at, kind in headed.items()
    )


def _value(cell: _Cell, kind: str) -> Iterator[Identifier]:
    """What of a cell is a detail of its kind."""
    words = cell.words.rstrip(" .;")
    if not words or _NOTHING.fullmatch(words):
        return
    if kind == "date of birth":
        for found in _DATE.finditer(words):
            yield Identifier(cell.start + found.start(), cell.start + found.end(), kind)
    elif _is_like(words, kind):
        yield Identifier(cell.start, cell.start + len(words), kind, sure=False)


def _is_like(words: str, kind: str) -> bool:
    """Whether a cell can hold what its heading says."""
    if kind == "school":
        return _NAMED.fullmatch(words) is not None
    if kind == "address":
        return _STREETLIKE.search(words) is not None and words[0].isalnum() and not words[0].islower()
    if kind == "postcode":
        return any(sign.isdigit() for sign in words) and len(words) <= _LONGEST_POSTCODE
    if sum(sign.isdigit() for sign in words) < _FEWEST.get(kind, 4) or _DATE.fullmatch(words) is not None:
        return False
    return (_PHONE if kind == "telephone" else _CODES).fullmatch(words) is not None
