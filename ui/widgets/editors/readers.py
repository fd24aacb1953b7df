"""The readers of typed fields: a day, a date as known, a time, a whole number."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.review.dates import day_in_words, parse_day, parse_known, read_date
from imr_desk.review.known_date import KnownDate
from imr_desk.review.time_of_day import parse_time
from ui.widgets.editors.typed import Reader, TypedEditor

_NUMBER = re.compile(r"-?[0-9]{1,12}")


def _day_words(iso: str) -> str:
    return day_in_words(dt.date.fromisoformat(iso))


def _known_words(known: KnownDate, *, sorts: bool = True) -> str:
    """The reading, the day it sorts at where that is more than was typed, and what does not fit (R-072)."""
    words = known.in_words()
    if sorts and not known.exact and known.earliest is not None:
        words = tr("{reading} · sorts at {day}").format(reading=words, day=day_in_words(known.earliest))
    notes = read_date(known.words).notes if known.words else ()
    return " · ".join((words, *notes))


def known_doubt(known: KnownDate) -> bool:
    """Whether something was pointed out in reading a date, such as a weekday that it did not have."""
    return bool(known.words) and bool(read_date(known.words).notes)


def known_reading(known: KnownDate, typed: str) -> str:
    """How a date is read, for under the field; nothing where that is what was typed."""
    words = _known_words(known)
    return "" if words == typed else words[:1].upper() + words[1:]


def _read_number(text: str) -> int:
    plain = text.replace(",", "").replace(" ", "")
    if not _NUMBER.fullmatch(plain):
        raise BadInputError(tr("‘{words}’ is not a whole number. Write it in figures, as in 12.").format(words=text))
    return int(plain)


def _no_words(_value: object) -> str:
    """Nothing stands under a field that is read as it is typed."""
    return ""


def _as_typed(value: str) -> str:
    return value


def day_editor() -> TypedEditor[str]:
    """One day known for certain; its value is the ISO string that is stored."""
    return TypedEditor(Reader(_read_day, _day_words, _day_words))


def _read_day(text: str) -> str:
    return parse_day(text).isoformat()


def known_date_editor(*, sorts: bool = True) -> TypedEditor[KnownDate]:
    """A date as precisely as it is known (R-072); the words typed are kept with it. `sorts`: records stand by it."""
    return TypedEditor(Reader(parse_known, _known_as_typed, partial(_known_words, sorts=sorts), known_doubt))


def _known_as_typed(known: KnownDate) -> str:
    return known.words or known.in_words()


def time_editor() -> TypedEditor[str]:
    """Hours and minutes; its value is HH:MM."""
    return TypedEditor(Reader(parse_time, _as_typed, _as_typed))


def number_editor() -> TypedEditor[int]:
    """A whole number."""
    return TypedEditor(Reader(_read_number, str, _no_words))
