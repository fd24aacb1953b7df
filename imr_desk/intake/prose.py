"""Chronologies without a table: paragraphs or lines that begin with a date, ‘4 May 2013 – Home visit.’ (R-072)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from imr_desk.i18n import tr
from imr_desk.intake.days import Span, looks_like_day, read_day, read_day_in
from imr_desk.intake.grid import MOST_ROWS, Cell, Grid
from imr_desk.intake.headings import fits
from imr_desk.intake.lines import span_in
from imr_desk.review.known_date import UNKNOWN

_HEADINGS = ("Date", "Time", "Event")
_FEWEST, _SHARE = 2, 0.25
"""Lines that begin with a date, and how many of the others they have to be."""
_LONGEST_HEADING, _MOST_ABOVE, _MOST_WORDS = 60, 4, 14
_MONTHS = (
    "jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?"
)
_WORD = re.compile(
    rf"(?:{_MONTHS})|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|at|on|in|by|of|the|from|to|"
    r"and|or|until|till|between|before|after|since|about|around|approx(?:imately)?|circa|ca?|early|mid|late|end|start|"
    r"beginning|week|commencing|beginning|ending|wk|w|w/c|w/e|weekend|hrs?|hours|[ap]\.?m|noon|midday|midnight|morning|"
    r"afternoon|evening|night|overnight|spring|summer|autumn|winter|easter|christmas|term|onwards?|present|date|"
    r"unknown|undated|probably|possibly",
    re.IGNORECASE,
)
"""The words that dates are made of: whatever comes after the last of these is what happened."""
_FIGURE = re.compile(
    rf"\d{{1,4}}(?:st|nd|rd|th|hrs?|h|[ap]\.?m)?|[’']\d\d|~?\d[\d/.:\-–]*\d(?:st|nd|rd|th|hrs?|h|[ap]\.?m)?|"
    rf"(?:\d{{1,2}}[-/.])?(?:{_MONTHS})[-/.]\d\d(?:\d\d)?",
    re.IGNORECASE,
)
_JOINS = frozenset(
    ("to", "and", "at", "on", "from", "between", "until", "till", "about", "the", "of", "or", "in", "by")
)
_COUNTED = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})?)\.(\d{1,3})[.)]?\s+")
_LONGEST_LABEL, _SURE = 40, 5
_WORDS_AFTER = re.compile(r"(?:\s[–—-]|[:–—])\s+(?!(?:present|date|ongoing|now|unknown)$)[^\d\W][^\d]*$")
"""‘4 May 2013 – Night’: what comes after a dash without a figure is no more of the date."""
_ENDS = re.compile(r"\d\S*$|\b(?:[ap]\.?m\.?|hrs?|hours|noon|midnight|midday)\)?$", re.IGNORECASE)
MARK = re.compile(r"(?:[•·▪●○◦\uf0b7*\-–—]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+")
"""What a list puts before each of its lines."""
_SIGNS = " \t,.:;–—-|"
"""What sets a date off from what happened."""
_CELLS = (",", ";", "\t", "|", "^", "~", "¦")
_EXAMPLES = 200
_DASHES = ("-", "–", "—", "|")
_TIMED = re.compile(
    r"((?:at\s+)?(?:[01]?\d|2[0-3])(?:[:.][0-5]\d(?:\s*(?:hrs?|hours|[ap]\.?m\.?))?|[0-5]\d\s*(?:hrs?|hours)|\s*[ap]\.?m\b\.?))"
    r"(?:\s*[,:;–—-]\s*|\s+)(?=\S)(.+)",
    re.IGNORECASE | re.DOTALL,
)
_UNDATED = re.compile(r"((?:date )?not (?:known|recorded)|not dated|no date|n/?k)\s*[:–—-]\s+(?=\S)", re.IGNORECASE)
_LABEL = re.compile(r"^(?:date(?: of \w+)?\s*:|dated)\s*", re.IGNORECASE)


class _Begun(NamedTuple):
    """A line in two: its date, and what happened; `cell` where the sign between them keeps the cells of lists apart."""

    date: str
    rest: str
    cell: bool = False


def prose_grid(lines: Sequence[str], name: str) -> Grid | None:
    """The lines as a table of dates, times and events; None where too few of them begin with a date.

    Rows keep the number of the line they begin with; what only goes on from a line above is added to it.
    """
    said = [(at, words) for at, line in enumerate(_unnumbered(lines[:MOST_ROWS]), 1) if (words := line.strip())]
    if labelled := _labelled(said, name):
        return labelled
    begun = {at: found for at, words in said if (found := begins_with_date(words))}
    if len(begun) < _FEWEST:
        return None
    told = [each for each in said if each[0] >= min(begun)]
    known = sum(1 for at, words in told if at in begun or begins_with_time(words))
    few = known == _FEWEST and (len(told) > 4 * _FEWEST or len({bool(each.rest) for each in begun.values()}) > 1)
    if known < _SHARE * len(told) or (few and len(told) > 2 * _FEWEST):
        return None
    above = tuple(words for at, words in said if at < min(begun))
    rows = _Rows(name)
    ending = _ending(told, begun)
    for (at, words), (below, _) in zip(told, [*told[1:], (0, "")], strict=True):
        rows.add(at, words, begun.get(at), heads=below == 0 or below in begun or at >= ending)
    if sum(len(row) > 1 for row in rows.rows) <= _FEWEST:
        return None
    return Grid(name, rows.rows, above=above[-_MOST_ABOVE:], places=tuple(rows.places))


def _ending(told: Sequence[tuple[int, str]], begun: Mapping[int, _Begun]) -> int:
    """The line with which the end begins: short lines that are no sentences, after the last event."""
    ending = told[-1][0] + 1
    for at, words in reversed(told):
        if (at in begun and begun[at].rest) or not _is_heading(words):
            break
        ending = at
    return ending


def _unnumbered(lines: Sequence[str]) -> list[str]:
    """The lines without the numbers of paragraphs, ‘3.1’ and ‘3.2’, where they are counted so."""
    found = {at: each for at, line in enumerate(lines) if (each := _COUNTED.match(line))}
    chapters = Counter(each[1] for each in found.values() if int(each[2]) in (1, 2))
    counted = {chapter for chapter, times in chapters.items() if times > 1}
    return [
        line[each.end() :] if (each := found.get(at)) and each[1] in counted else line for at, line in enumerate(lines)
    ]


def _labelled(said: Sequence[tuple[int, str]], name: str) -> Grid | None:
    """Blocks of lines such as ‘Date: 4 May 2013’, ‘Event: Home visit’, as a form whose headings stand in front."""
    rows: list[list[Cell]] = []
    fields: list[str] = []
    for _, words in said:
        label, colon, value = words.partition(":")
        field = max(known.items(), key=lambda each: each[1])[0] if colon and (known := _known(label)) else ""
        fields += [field] if field and (field != "date" or looks_like_day(value.strip())) else []
        rows.append([label, value.strip()] if field else ["", words])
    if fields.count("date") < _FEWEST or fields.count("event") < _FEWEST or len(fields) * 2 < len(rows):
        return None
    return Grid(name, rows)


def _known(label: str) -> Mapping[str, int]:
    found = fits(label) if len(label) <= _LONGEST_LABEL else {}
    return found if max(found.values(), default=0) >= _SURE else {}


def prose_in(text: str) -> Grid | None:
    """As `prose_grid`, of a text; None where signs such as commas or tabs after the dates make columns of it."""
    lines = _unnumbered(text.splitlines())
    begun = [found for line in lines[:_EXAMPLES] if (found := begins_with_date(line.strip()))]
    if sum(found.cell for found in begun) * 2 > len(begun):
        return None
    return prose_grid(lines, "")


def prose_said() -> str:
    """What is said of a file that was read so."""
    return tr("There is no table: what stands after a date at the beginning of a line became an entry.")


class _Rows:
    """The rows as they come."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.rows: list[list[Cell]] = [list(_HEADINGS)]
        self.places: list[tuple[str, int]] = [(name, 0)]

    def add(self, at: int, words: str, begun: _Begun | None, *, heads: bool) -> None:
        """One line: an event, a year or day over those that follow, or more words of the event above."""
        timed = begins_with_time(words)
        if begun is not None and not begun.rest and heads and len(self.rows[-1]) == 1 and self._said_more():
            self.rows[-1] = [f"{self.rows[-1][0]}\n{words}"]
        elif begun is not None:
            self._put(at, [begun.date, "", begun.rest] if begun.rest else [begun.date])
        elif timed:
            self._put(at, ["", *timed])
        elif span_in(words) or (heads and _is_heading(words)) or len(self.rows) == 1:
            self._put(at, [words])
        else:
            self._go_on(words)

    def _put(self, at: int, cells: list[Cell]) -> None:
        self.rows.append(cells)
        self.places.append((self._name, at))

    def _said_more(self) -> bool:
        """Whether the row above is no date that stands over others: ‘Signed: A Manager’."""
        above = self.rows[-1][0]
        return len(self.rows) > 1 and not looks_like_day(above) and span_in(str(above)) is None

    def _go_on(self, words: str) -> None:
        last = self.rows[-1]
        if len(last) == 1 and (looks_like_day(last[0]) or read_day(last[0]).edtf == UNKNOWN):
            last.extend(("", words))
        elif len(last) == len(_HEADINGS):
            last[-1] = f"{last[-1]}\n{words}"
        else:
            self._put(self.places[-1][1], [words])


def begins_with_time(line: str) -> tuple[str, str] | None:
    """The time with which a line begins, and the words after it."""
    found = _TIMED.fullmatch(MARK.sub("", line, count=1) if MARK.match(line) else line)
    return (found[1], found[2]) if found else None


def _is_heading(words: str) -> bool:
    """Whether a line is a heading between the events, and no more of the one above."""
    return len(words) <= _LONGEST_HEADING and words[:1].isupper() and not words.endswith((".", "!", "?", ";", ","))


def begins_with_date(line: str) -> _Begun | None:
    """The date with which a line begins and what comes after it; None where it begins with none."""
    plain = MARK.sub("", line, count=1) if MARK.match(line) else line
    if undated := _UNDATED.match(plain):
        return _Begun(undated[1], plain[undated.end() :])
    for words in dict.fromkeys((plain, line)):
        for end in _ends(_LABEL.sub(lambda found: " " * len(found[0]), words)):
            date = words[:end].rstrip(_SIGNS)
            if found := _in_two(words, date.lstrip(_SIGNS), words[len(date) :]):
                return found
    return None


def _ends(words: str) -> Iterator[int]:
    """Where the date at the beginning of a line may end, the last place first."""
    found: list[int] = []
    for number, token in enumerate(re.finditer(r"[^\s,;|]+[,;|]*", words)):
        bare = token[0].strip("()[]?~,.:;")
        if number >= _MOST_WORDS or not (bare == "" or bare in _DASHES or bare in ("&", "@") or _is_of_dates(bare)):
            break
        if (bare and bare not in _DASHES and bare != "@" and bare.casefold() not in _JOINS) or "?" in token[0]:
            found.append(token.end())
        if re.search(r"\t|\s{3,}", words[token.end() : token.end() + 3]):
            break
    return reversed(found)


def _is_of_dates(bare: str) -> bool:
    return bool(_WORD.fullmatch(bare) or _FIGURE.fullmatch(bare))


def _in_two(words: str, date: str, after: str) -> _Begun | None:
    """The line cut after its date, if that is one and what follows is set off from it."""
    rest = after.lstrip(_SIGNS)
    parted = bool(re.match(r"\s*[,:;–—|)\t]|\s+[-–—]|\s{2,}|\s*-\s", after)) or not rest
    if not _is_date(date) or _WORDS_AFTER.search(date) or (not parted and not _names_day(date)):
        return None
    if not parted and (re.search(r"(?<![/.:\-\d])\d{1,2}$", date) or not _ENDS.search(date)):
        return None  # ‘4 May 2013 2 officers came’, ‘4 May 2013 Night shift’
    if re.match(r"(?:on|in|by|from|since|between)\b", date, re.IGNORECASE) and not parted:
        rest = words  # ‘On 4 May 2013 the police came’ is a sentence
    return _Begun(date, rest, cell=after[:1] in _CELLS)


def _is_date(words: str) -> bool:
    if looks_like_day(words) or read_day(words).edtf == UNKNOWN:
        return True
    return bool(re.search(rf"\b(?:{_MONTHS})\b", words, re.IGNORECASE) and read_day_in(words, Span(2000)).kept)


def _names_day(words: str) -> bool:
    """Whether a whole day is named, with which a line may begin without any sign after it."""
    return bool(
        re.search(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{2,4}", words)
        or re.search(
            rf"\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?:{_MONTHS})|(?:{_MONTHS})\s+\d{{1,2}}\b(?!\d)",
            words,
            re.IGNORECASE,
        )
    )
