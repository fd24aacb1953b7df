"""Values and records in words: what a card, a list of links or a table says. Pure; nothing here is painted."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable

from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kind_of
from imr_desk.review.fields import Field, FieldType
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record, Values
from imr_desk.review.review import Review

LONGEST_TITLE = 90
"""How many letters of a record's title stand in a list of links."""
Choices = tuple[tuple[str, str], ...]
_TEXTS = frozenset({FieldType.LINE, FieldType.PROSE, FieldType.TIME})


def in_words(field: Field, values: Values, review: Review) -> str:
    """What a field holds, in words; nothing where it holds nothing."""
    name = field.name
    if field.type in _TEXTS:
        return values.text(name)
    if field.type is FieldType.CHOICE:
        return tr(dict(field.choices).get(values.text(name), ""))
    if field.type is FieldType.DATE:
        day = values.day(name)
        return day_in_words(day) if day else ""
    if field.type is FieldType.KNOWN_DATE:
        known = values.known(name)
        return known.in_words() if known else ""
    if field.type is FieldType.YES_NO:
        flag = values.flag(name)
        return "" if flag is None else tr("Yes") if flag else tr("No")
    if field.type is FieldType.NUMBER:
        number = values.number(name)
        return "" if number is None else str(number)
    return _many_in_words(field, values, review)


def _many_in_words(field: Field, values: Values, review: Review) -> str:
    """A field that leads to records or holds several things."""
    if field.type is FieldType.LINK:
        target = review.get(values.link(field.name))
        return title_of(target, review) if target else ""
    if field.type is FieldType.LINKS:
        found = (review.get(each) for each in values.links(field.name))
        return "; ".join(title_of(each, review) for each in found if each)
    if field.type is FieldType.LINES:
        return "; ".join(values.lines(field.name))
    rows = len(values.rows(field.name))
    return trn("{n} row", "{n} rows", rows) if rows else ""


def moment_in_words(text: str) -> str:
    """A time that the program wrote down, such as 2014-12-05T14:30:00+00:00, in words; any other text as it is."""
    try:
        at = dt.datetime.fromisoformat(text) if "T" in text else None
    except ValueError:
        at = None
    if at is None:
        return text
    return tr("{day}, {time}").format(day=day_in_words(at.date()), time=f"{at:%H:%M}")


def title_of(record: Record, review: Review) -> str:
    """What names a record in lists; its kind and reference where nothing was written yet."""
    kind = kind_of(record.kind)
    if kind.single:
        return tr(kind.label)
    field = kind.field(kind.title) if kind.title else None
    words = in_words(field, record, review) if field else ""
    if not words:
        return f"{tr(kind.label)} {record.id}"
    if field is not None and field.type is FieldType.NUMBER:
        return f"{tr(kind.label)} {words}"
    return words


def shortened(words: str, longest: int = LONGEST_TITLE) -> str:
    """The beginning of a text, cut between words."""
    plain = " ".join(words.split())
    if len(plain) <= longest:
        return plain
    return plain[: longest + 1].rpartition(" ")[0].rstrip(",;:. ") + "…" if " " in plain[:longest] else plain[:longest]


def titled_by(kinds: Iterable[str]) -> tuple[str, ...]:
    """These kinds, and those by whose records they are called."""
    found = list(kinds)
    for name in found:
        kind = kind_of(name)
        title = kind.field(kind.title) if kind.title else None
        found += [each for each in (title.to if title is not None else ()) if each not in found]
    return tuple(found)


def choices_of(review: Review, kinds: Iterable[str], name: Callable[[Record], str] | None = None) -> Choices:
    """The records of these kinds that can be linked to, by title; a title that stands twice with its reference.

    `name` gives `choice_words` of a record in a quicker way.
    """
    words_of = name or (lambda record: choice_words(record, review))
    named = [(record.id, words_of(record)) for kind in kinds for record in review.all(kind)]
    often = Counter(words for _, words in named)
    return tuple((each, words if often[words] == 1 else f"{words} · {each}") for each, words in named)


def choice_words(record: Record, review: Review) -> str:
    """What a record is called in a list of links: its title, with its date where it has one."""
    dated = kind_of(record.kind).dated
    known = record.known(dated) if dated else None
    title = shortened(title_of(record, review))
    return f"{known.in_words()}: {title}" if known else title
