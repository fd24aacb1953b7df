"""Verifying what is not signed: the chronology by itself, its plain table, the separate sheets, one interview."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from imr_desk.export import extracts
from imr_desk.export.chronology import chronology_of, end_of_chronology
from imr_desk.export.compare import Difference, differences
from imr_desk.export.csv_table import csv_lines
from imr_desk.export.frame_words import frame_differences
from imr_desk.export.open_words import added
from imr_desk.export.profiles import OWN, TABLE, profiles
from imr_desk.export.readback import ReadBack, open_part
from imr_desk.export.report import Report
from imr_desk.export.sections.interview_record import RECORD
from imr_desk.export.words import lines
from imr_desk.i18n import mark, tr
from imr_desk.review.review import Review
from imr_desk.review.templates import template, template_of

_MOST_COLUMNS = 60
_ANY_DAY = dt.date(2000, 1, 1)


class Compared(NamedTuple):
    """What a file is, in words, and where it differs from the review."""

    what: str
    differences: tuple[Difference, ...]


def compare_extract(found: ReadBack, review: Review) -> Compared | None:
    """Hold a file that is no signed report against the review; None for anything else.

    It may be final or a draft, of any day: head and foot have to say one or the other.
    """
    chosen = _chosen(found, review)
    if chosen is None:
        return None
    if chosen == RECORD:
        return _compare_record(found, review)
    shape = _shape(found) if chosen == TABLE else chosen
    reports = [extracts.build(review, shape, draft=draft, today=_ANY_DAY) for draft in (False, True)]
    return Compared(tr(_NAMES[chosen]), min((_different(found, report) for report in reports), key=len))


def _compare_record(found: ReadBack, review: Review) -> Compared | None:
    """Hold the record of an interview against that of the review which it is most like."""
    written = [each.id for each in review.all("interview") if each.text("record").strip()]
    reports = [extracts.build(review, each, draft=draft, today=_ANY_DAY) for each in written for draft in (False, True)]
    return (
        Compared(tr(_NAMES[RECORD]), min((_different(found, each) for each in reports), key=len)) if reports else None
    )


def _shape(found: ReadBack) -> str:
    """The shape of a plain table: that of which most headings stand at its beginning."""
    begins = {line.text for line in found.lines[:_MOST_COLUMNS]}
    fixed = {
        name: [each.heading(words) for cell, words in each.columns if cell != OWN] for name, each in profiles().items()
    }
    fitting = [name for name, headings in fixed.items() if begins.issuperset(headings)]
    return max(fitting, key=lambda name: len(fixed[name]))


_NAMES = {
    extracts.CHRONOLOGY: mark("the chronology by itself"),
    TABLE: mark("the plain table of the chronology"),
    extracts.SHEETS: mark("the separate sheets"),
    RECORD: mark("the record of an interview"),
}


def _chosen(found: ReadBack, review: Review) -> str | None:
    """What the file is, by the blocks that begin in it."""
    ids = [name for name, _ in found.blocks]
    if not ids:
        return TABLE if found.lines and review.all("entry") else None
    if ids == [RECORD]:
        return RECORD
    form = template_of(review)
    if not any(counted for _, counted in found.blocks):
        sheets = {each.block for each in form.sections if each.numbering == "separate"}
        return extracts.SHEETS if sheets.issuperset(ids) else None
    alone = [each.block for each in template(extracts.CHRONOLOGY).sections]
    return extracts.CHRONOLOGY if ids == alone and form.id != extracts.CHRONOLOGY else None


def _different(found: ReadBack, report: Report) -> tuple[Difference, ...]:
    differing = tuple(_words(found, report))
    return differing or (frame_differences(report, found.parts, any_day=True) if found.paged else ())


def _words(found: ReadBack, report: Report) -> Iterator[Difference]:
    if report.extent == "table":
        yield from differences(tuple(csv_lines(report)), found.lines)
        yield from _beside_the_table(found, report)
    elif report.extent == "sheets":
        yield from differences(tuple(extracts.sheet_lines(report)), open_part(found).lines)
    else:
        yield from differences(tuple(lines(report)), found.lines, report)
        yield from added(report, found.unsealed, found.blocks)


def _beside_the_table(found: ReadBack, report: Report) -> Iterator[Difference]:
    """Words of the file beside those of its table."""
    wanted = end_of_chronology(chronology_of(report))
    for line in found.unsealed:
        if line.text and line.text != wanted:
            yield Difference("", "", line.text, tr("beside the table"))
