"""Reading dates as people write them. Day first, always; an impossible date is an error and is never turned round.

`read_date` gives what was understood and what should be pointed out; `parse_known` the date alone. The forms read are
listed in `tests/review/dates_as_written.toml`, one by one (R-072; `domain` rule: type dates as on the record).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from imr_desk.errors import BadDateError
from imr_desk.i18n import tr
from imr_desk.review.date_one import year_of
from imr_desk.review.date_spans import edtf_of
from imr_desk.review.date_words import DOUBT, MONTHS, ORDINAL, ORDINALS, WEEKDAYS, any_of, one_letter_off
from imr_desk.review.date_words import UNKNOWN as UNKNOWN_WORDS
from imr_desk.review.known_date import UNKNOWN, KnownDate, bounds, day_in_words, month_end, words_of
from imr_desk.review.spoken_times import in_figures
from imr_desk.review.text import shortened
from imr_desk.review.time_of_day import Clock, clocks, without_part_of_day

__all__ = ["WEIGHTY", "KnownDate", "Reading", "day_in_words", "parse_day", "parse_known", "read_date"]

_MONTH = any_of(MONTHS)
LONGEST = 200
"""Characters of a date, its marks and words included; a pasted page is told so at once."""
_STRAIGHT = str.maketrans(
    {**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("’‘`", "'"), "·": ".", "∕": "/", "⁄": "/"},
)
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Marks without width, such as those for the direction of writing that Windows puts before each part of a date."""
_REMARK = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_SURE_EDTF = re.compile(r"[\d\-/.,~?%xt:\[\]{}]+")
_TAIL = re.compile(r"(.*\d(?:st|nd|rd|th|s|hrs?|[ap]m)?\)?)(?:\s*[,;:\-]\s*|\s+)([^\d]*[^\W\d][^\d]*)")
_LEAD = re.compile(r"([^\d]*?[^\W\d][^\d]*?)(?:\b(?:dated|date|on|of|from)\b|[:,])\s*(?=\S)(.+)")
_DONE = re.compile(
    r"(received|rec'?d|sent|seen|admitted|discharged|attended|visited|reported|signed|completed|letter|e-?mail)\s+(?=\d)(.+)"
)
"""What is done on the day that follows it."""
_JOIN = re.compile(r"\s*-\s*|\s+(?:to|until|till|and)\s+")
_RUN_ON = re.compile(rf"(?<=\d)(?={_MONTH}(?:\d|\b))|(?:(?<=\d)|\b){_MONTH}(?=\d{{2,4}}\b)")
_PLACE = re.compile(
    r"^(?:\?{1,2}|x{1,2}|_+|-{1,2})(?=[/.\-])|^(?:\?\?|xx)(?=\s+[a-z])|(?<=^xx[/.\-])(?:\?{1,2}|x{1,2})(?=[/.\-])"
)
_PLAIN_DAY = re.compile(
    r"(\d\d?)[/.\-](\d\d?)[/.\-](\d{4}|\d\d)|(\d\d?) ()(?=[A-Za-z]+ (\d{4})$)([A-Za-z]+) \d{4}", re.ASCII
)
_ON_OR = re.compile(r"\b(?:on|in|at) or (?:about|around|near)\b")
_BETWEEN = re.compile(r"^(?:at )?some(?:\s?time| point| stage| day)\s+(?=between\b|from\b)")
_ORDINAL_DAY = r"(\d{1,2}(?:st|nd|rd|th)?)"
_WEEKDAY = any_of(WEEKDAYS)
_TURNED = (
    (re.compile(rf"^({_MONTH})\.? {_ORDINAL_DAY}\s*(-|to|and)\s*{_ORDINAL_DAY},? (\d{{4}})$"), r"\2 \3 \4 \1 \5"),
    (
        re.compile(rf"^({_WEEKDAY})\s*(-|to|/|and)\s*({_WEEKDAY}),? {_ORDINAL_DAY}\s*(?:-|to|/|and)\s*(?=\d)"),
        r"\1 \4 \2 \3 ",
    ),
    (re.compile(r"\b(since|from|until|till|by) at (?:the )?(?:least|latest|earliest) "), r"\1 "),
    (
        re.compile(
            r"^(?:(?:exact )?(?:day|date|time|month)s?) (?:is |was )?(?:not (?:known|recorded|given)|unknown|n/k)"
            r"[\s,;:-]+(?=\S*\d|[a-z]+ \d)"
        ),
        "",
    ),
    (re.compile(r"^([a-z]+) ?\? ?((?:19|20)\d\d)$"), r"? \1 \2"),
)
"""Orders of words, and words between, that are put right before reading."""
_MONTH_AND_YEAR = re.compile(r"(0?[1-9]|1[0-2])[/.\-](1[3-9]|[2-4]\d)")
"""‘03/13’: no day and month, and neither day nor year is there for certain."""
_NOT_EXACT = re.compile(
    r"\b(?:date|day|dates) (?:is |was )?(?:not (?:known|recorded|stated|given|clear)|unknown|unclear|n/k)\b"
)
"""Words after which a whole day is no more than about that day."""
_LABEL = re.compile(r"^dates?\s*:?\s+(?=\S)|^dates?:\s*")
_NO_TIME = re.compile(r"(?:00:00:00|\b12:00:00 ?am)$")
_NO_YEAR = re.compile(r"(?:^|[\s/.\-])\d\d\?\?")
_TIMED = re.compile(r"\d[:.]\d\d|\d\s*[ap]\.?\s?m\b|\d\s*h(?:rs?|ours)?\b|noon|midnight")
_TIME_AFTER_DAY = re.compile(r"(?P<day>.*\S),\s*\d{1,2}\.?\d\d")
"""‘12 March 2011, 14.05’: after a whole day and a comma it is the time, neither another day nor a year."""
WEIGHTY = re.compile(
    r"\b(?:or|to|and|until|till|before|after|between|onwards?|since|by|not|week|month|year|day|days|weeks|months|"
    r"years|later|earlier|previous|following|next|last|early|mid|late|end|start|half|quarter)\b"
)
"""Words that could change what a date says; with one of them left over, it is not read."""


@dataclass(frozen=True)
class Reading:
    """What was understood, and what should be pointed out to the author beside it."""

    known: KnownDate
    notes: tuple[str, ...] = ()


def parse_known(text: str) -> KnownDate:
    """The date as known; BadDateError with a plain sentence where it cannot be one."""
    return read_date(text).known


def parse_day(text: str) -> dt.date:
    """One certain day; BadDateError for a date that is less than that."""
    known = parse_known(text)
    if not known.exact or known.earliest is None:
        raise BadDateError(tr("A whole date is needed here: day, month and year."))
    return known.earliest


def read_date(text: str) -> Reading:
    """Read one date in any of the ways people write it."""
    words = " ".join(text.split())
    if len(words) > LONGEST:
        raise BadDateError(tr("A date is not as long as this: ‘{words}’.").format(words=shortened(words)))
    if quick := _at_once(words):
        return Reading(KnownDate(quick, words))
    plain = _plain(words)
    if not plain and "?" not in words:
        raise BadDateError(tr("There is no date here. Where it is not known, write ‘date unknown’."))
    if _LABEL.sub("", plain).strip("()[] ?") in UNKNOWN_WORDS or (
        DOUBT.fullmatch(re.sub(r"[/()]", "", plain)) and "/" not in plain[:1]
    ):
        return Reading(KnownDate(UNKNOWN, words))
    if _NO_YEAR.search(plain):
        raise BadDateError(tr("The year needs four figures, or the last two."))
    if month := _MONTH_AND_YEAR.fullmatch(plain):
        raise _may_be_month(words, int(month[1]), int(month[2]))
    notes: list[str] = []
    edtf = _as_edtf(plain) or _understood(plain, notes, words)
    if len(edtf) == len("2013-05-04") and edtf[4:8:3] == "--" and _NOT_EXACT.search(plain):
        edtf += "~"
    return Reading(KnownDate(edtf, words), tuple(dict.fromkeys(notes)))


def _at_once(words: str) -> str:
    """Most dates of a long chronology in a tenth of the time; nothing where there is any doubt."""
    found = _PLAIN_DAY.fullmatch(words)
    if not found:
        return ""
    day, month, year = (int(found[at] or found[at + 3] or 0) for at in (1, 2, 3))
    month = month or MONTHS.get((found[7] or "").lower(), 0)
    year = year_of(found[3] or found[6]) if year < 100 else year
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= month_end(year, month).day):
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}"


def _plain(words: str) -> str:
    """Folded for reading: small letters, straight marks, figures of any script as ours."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", words)).casefold().translate(_STRAIGHT)
    plain = re.sub(r"\d", lambda digit: str(int(digit[0])), plain).replace("&", " and ")
    plain = ORDINAL.sub(lambda found: _ordinal(ORDINALS[found[0]]), plain)
    plain = _BETWEEN.sub("", in_figures(plain))
    for way, instead in _TURNED:
        plain = way.sub(instead, plain)
    plain = _ON_OR.sub("about", plain).replace("on or before ", "by ").replace("on or after ", "since ")
    plain = " ".join(_RUN_ON.sub(lambda found: f" {found[0]} ", plain).split()).strip(' ,;:"*•')
    plain = plain if plain.endswith("..") or plain.startswith("..") else plain.strip(" .,;:\"'")
    return re.sub(r"^(\d{3})\?$", r"\1x", _PLACE.sub("xx", _PLACE.sub("xx", plain)))


def _ordinal(number: int) -> str:
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"


def _as_edtf(plain: str) -> str:
    """What is EDTF already, in the forms that are kept; else nothing."""
    if not _SURE_EDTF.fullmatch(plain) or not re.search(r"[~%xt{]|\[.+,|[\d?]/\d{4}|\.\.|^\d{4}-2[1-4]", plain):
        return ""
    edtf = plain.upper()
    try:
        first, last = bounds(edtf)
        words_of(edtf)
    except ValueError:
        return ""
    return edtf if not (first and last and last < first) else ""


def _understood(plain: str, notes: list[str], words: str) -> str:
    """EDTF of the first way to read it that holds; BadDateError where there is none."""
    refused: BadDateError | None = None
    for tried, said, shortened_by_words in _ways(plain):
        if refused and shortened_by_words:
            break  # it was understood, and cannot be: nothing is left out to make it fit
        pointed: list[str] = []
        try:
            edtf = _countable(tried, pointed)
        except BadDateError as error:
            refused = refused or error
            continue
        if edtf:
            notes.extend([*pointed, *said])
            return edtf
    raise refused or _unreadable(words, plain)


def _ways(plain: str) -> Iterator[tuple[str, list[str], bool]]:
    """The text as it stands, then with what can be set aside set aside.

    Each with what must be pointed out, and whether words without a bracket were set aside.
    """
    bare = _bare(plain)
    yield bare, [], False
    right = re.sub(r"[^\W\d]{4,}", lambda found: one_letter_off(found[0]) or found[0], bare)
    if right != bare:
        yield right, [tr("Letters were put right: it is read as ‘{words}’.").format(words=right)], False
    short = _bare(_REMARK.sub(" ", plain))
    kept = tr("Words beside the date are kept with it and not read.")
    if short != bare:
        yield short, [kept], False
    for text in dict.fromkeys((bare, right, short)):
        for form, at in ((_TAIL, 1), (_LEAD, 2), (_DONE, 2)):
            found = form.fullmatch(text)
            if found and not WEIGHTY.search(found[3 - at]):
                yield found[at].strip(), [kept], True


def _bare(plain: str) -> str:
    """Without brackets; square ones round figures say that somebody supplied them, and so is not sure."""
    supplied = any(found[2] and re.search(r"\d", found[2]) for found in _REMARK.finditer(plain))
    text = " ".join(_REMARK.sub(lambda found: f" {found[1] or found[2] or ''} ", plain).split()).strip(" .,;:")
    return f"{text} ?" if supplied and not text.endswith("?") else text


def _countable(text: str, notes: list[str]) -> str | None:
    """EDTF of a date within the calendar that can be counted with."""
    try:
        edtf = _with_time(text, notes)
        days = [day for day in bounds(edtf) if day] if edtf else []
    except (ValueError, OverflowError) as error:
        raise BadDateError(tr("The years that can be used here are 1000 to 9999.")) from error
    if any(day.year < 1000 for day in days):
        raise BadDateError(tr("The years that can be used here are 1000 to 9999."))
    return edtf


def _with_time(text: str, notes: list[str]) -> str | None:
    """A date with its time where it has one; a time that can be nothing else comes before a date that could be more."""
    if none := _NO_TIME.search(text):
        text = text[: none.start()].rstrip("t ")
        notes.append(tr("A time of 00:00:00 is taken for none."))
    found = list(clocks(text))
    if _TIMED.search(text):
        whole = re.sub(r"^(?:between|from)\s+", "", text)
        for join in _JOIN.finditer(whole):
            made = _two_moments(whole[: join.start()], whole[join.end() :])
            if made:
                return made
    if any(sure for _, _, sure in found):
        return _surely(text, [(rest, clock) for rest, clock, sure in found if sure], notes)
    if after_day := _TIME_AFTER_DAY.fullmatch(text):
        times = [(rest, clock) for rest, clock, _ in found if rest == after_day["day"]]
        if times and _is_whole_day(after_day["day"]):
            return _surely(text, times, notes)
    plain = without_part_of_day(text)
    edtf = edtf_of(plain, notes) if plain else None
    if edtf is None and plain:
        for rest, clock, _ in found:
            edtf = edtf or _timed(rest, clock, notes)
    return edtf


def _is_whole_day(text: str) -> bool:
    """Whether this is one certain day by itself: ‘4 May 2013’, and not the ‘4 May’ of ‘4 May, 2013’."""
    try:
        return len(edtf_of(text, []) or "") == 10
    except BadDateError:
        return False


def _surely(text: str, found: list[tuple[str, Clock]], notes: list[str]) -> str | None:
    """The first of these that holds; BadDateError of the first that cannot."""
    refused: BadDateError | None = None
    if "midnight" in text and any("00:00:00" in (clock.start, clock.end) for _, clock in found):
        notes.append(tr("Midnight is read as the beginning of the day. For its end write 24:00."))
    for rest, clock in found:
        try:
            edtf = _timed(rest, clock, notes)
        except BadDateError as error:
            refused = refused or error
            continue
        if edtf:
            return edtf
    if refused:
        raise refused
    return None


def _two_moments(left: str, right: str) -> str | None:
    """From a time on one day to a time on another."""
    finish = _moment(right, "") if any(sure for _, _, sure in clocks(left)) else ""
    begin = _moment(left, finish[:4]) if finish else ""
    if not begin:
        return None
    if finish < begin:
        raise BadDateError(tr("The end comes before the beginning. Check both dates."))
    return f"{begin}/{finish}"


def _moment(side: str, year: str) -> str:
    """A day and its time; the day takes the `year` where it has none."""
    for rest, clock, sure in clocks(side):
        if sure and clock.point and rest:
            day = without_part_of_day(rest)
            try:
                edtf = edtf_of(day, [])
            except BadDateError:
                if not year:
                    raise
                edtf = edtf_of(f"{day}/{year}" if day[-1].isdecimal() else f"{day} {year}", [])
            return f"{edtf}T{clock.start}" if edtf and len(edtf) == 10 else ""
    return ""


def _timed(rest: str, clock: Clock, notes: list[str]) -> str | None:
    """A day with its time. BadDateError where what is left is a date and no certain day."""
    if not rest:
        raise BadDateError(tr("There is no date here. Where it is not known, write ‘date unknown’."))
    edtf = edtf_of(without_part_of_day(rest), notes)
    if edtf is None:
        return None
    doubt = edtf[10:] if len(edtf) == 11 else ""
    if len(edtf) - len(doubt) != 10 or edtf[4:8:3] != "--":
        raise BadDateError(tr("A time can stand only with one certain day."))
    day, sign = edtf[:10], _worse(clock.sign, doubt)
    if clock.bare:
        notes.append(
            tr("The time is read as {time}, by the 24-hour clock.").format(time=clock.start[:5] or clock.end[:5])
        )
    if clock.point:
        return f"{day}T{clock.start}{sign}"
    start, end = clock.start or "00:00:00", clock.end or "24:00:00"
    last = day if start <= end else (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()
    return f"{day}T{start}{sign}/{last}T{end}{sign}"


def _worse(one: str, other: str) -> str:
    return one if one == other or not other else other if not one else "%"


def _may_be_month(words: str, month: int, year: int) -> BadDateError:
    suggestion = words_of(f"20{year}-{month:02d}")
    said = tr("‘{words}’ lacks its day or its year: did you mean {suggestion}?")
    return BadDateError(said.format(words=words, suggestion=suggestion), (suggestion,))


def _unreadable(words: str, plain: str) -> BadDateError:
    """Why this is not a date, as exactly as can be told."""
    figures = re.sub(r"(?<=[\d/.\-])[oö](?=[\d/.\-]|$)|\bo(?=\d)", "0", plain)
    figures = re.sub(r"(?<=[\d/.\-])[li|](?=[\d/.\-]|$)|\b[li|](?=\d)", "1", figures)
    if figures != plain:
        try:
            parse_known(figures)
        except BadDateError:
            return _no_date(words)
        return BadDateError(
            tr("‘{words}’ has letters among its figures: did you mean {suggestion}?").format(
                words=words, suggestion=figures
            ),
            (figures,),
        )
    if re.fullmatch(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d|\d{3}|\d{5,})", plain):
        return BadDateError(tr("The year needs four figures, or the last two."))
    return _no_date(words)


def _no_date(words: str) -> BadDateError:
    return BadDateError(
        tr("‘{words}’ is not a date that can be read. Day first, for instance 4 May 2013.").format(words=words)
    )
