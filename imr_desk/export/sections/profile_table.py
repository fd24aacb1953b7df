"""The chronology in one of the shapes of `export/profiles.py`: one plain table, one event a row (R-076, R-078).

The reference of an entry is never given to another, so a second export can be compared with the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from imr_desk.export.profiles import OWN, Profile
from imr_desk.export.report import Row
from imr_desk.export.sections.chronology import cells_of, columns_of
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.date_columns import ENDS, dates_apart, starts_alone
from imr_desk.export.sections.parts import Parts, joined, table
from imr_desk.i18n import tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.chronology_columns import TOGETHER, column_sets
from imr_desk.review.chronology_columns import columns_of as arranged_columns
from imr_desk.review.date_cells import date_cells
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.selecting import is_outside

Cell = Callable[[Record], str]
Columns = list[tuple[str, str, float]]
"""Word, heading as it is printed, and weight of each column."""
_AGENCIES = {
    "cps": re.compile(r"^(?:the\s+)?(?:CPS|Crown Prosecution Service)(?:\s*[:,;–-]\s*|\s+(?=\S))"),
    "ho": re.compile(r"^(?:the\s+)?(?:HO|Home Office)(?:\s*[:,;–-]\s*|\s+(?=\S))"),
}


def profile_table(content: Content, profile: Profile) -> Parts:
    """The table, or nothing where there is no entry."""
    entries = content.review.all("entry")
    with_end = profile.end_after and any(date_cells(entry.known("date")).end for entry in entries)
    columns = _columns(content, profile, with_end=with_end)
    words = [word for word, _, _ in columns]
    fillers = _fillers(content, profile, words)
    made = [_together(fillers, word) if word.startswith(TOGETHER) else fillers[word] for word in words]
    rows = (Row(tuple([fill(entry) for fill in made])) for entry in entries)  # a bookmark would trip a merge
    said = [(heading, weight) for _, heading, weight in columns]
    return table(tr("Chronology"), tr("One row for each event."), said, rows)


def _columns(content: Content, profile: Profile, *, with_end: bool) -> Columns:
    """The columns in their order; the review’s own stand where the profile says, without those it names itself."""
    own = columns_of(content)
    named = {cell for cell, _ in profile.columns}
    found: Columns = []
    for cell, heading in profile.columns:
        if cell != OWN:
            found.append((cell, profile.heading(heading), 0.0))
            continue
        described = zip(own.cells, own.columns, strict=True)
        found.extend((word, said, weight) for word, (said, weight) in described if word not in named)
    words = [word for word, _, _ in found]
    if with_end and not any(word in words for word in ENDS):
        at = max(words.index(name) for name in ("date", "time") if name in words) + 1
        found.insert(at, ("end", tr("End date"), 0.0))
    return found


def _fillers(content: Content, profile: Profile, words: list[str]) -> dict[str, Cell]:
    known = cells_of(content)
    period = content.one("period")
    start, cut_off = period.day("start"), period.day("cut_off")
    agency = _AGENCIES.get(content.agency) if profile.source_without_agency else None
    called = partial(_called, content.review)
    agency_name = tr(dict(field_of("review", "agency").choices)[content.agency])
    return {
        **known,
        **_dates(known, profile, words),
        "source": partial(_source, known["source"] if profile.source_by_reference else called, agency),
        "plain_event": known["event"],
        "plain_comment": lambda entry: entry.text("comment"),
        "edtf": partial(_edtf, "date"),
        "words": lambda entry: entry.text("date"),
        "sequence": lambda entry: str(entry.number("sequence") or ""),
        "learned_edtf": partial(_edtf, "learned_on"),
        "learned_words": lambda entry: entry.text("learned_on"),
        "learned_how": lambda entry: entry.text("learned_how"),
        "others": lambda entry: ", ".join(content.codes.get(each, each) for each in entry.links("others")),
        "key_decision": lambda entry: entry.link("key_decision"),
        "further": partial(_further, _own_headings(content.review)),
        "": lambda _entry: "",
        "agency": lambda _entry: agency_name,
        "background": lambda entry: tr("Yes") if is_outside(entry, start, cut_off) else "",
    }


def _dates(known: Mapping[str, Cell], profile: Profile, words: list[str]) -> dict[str, Cell]:
    """One date in a cell, in every profile."""
    made = {**dates_apart(known, words), **starts_alone(known["event"])}
    if "words" in words:  # they have a column of their own
        made["event"] = known["event"]
    start = made["date"]
    if profile.time_with_date:
        made["date"] = lambda entry: joined(start(entry), known["time"](entry), by=" ")
    return made


def _together(fillers: Mapping[str, Cell], word: str) -> Cell:
    """What several words say, one under the other."""
    made = [fillers[each] for each in word.removeprefix(TOGETHER).split("+")]
    return lambda entry: joined(*(fill(entry) for fill in made), by="\n")


def _called(review: Review, entry: Record) -> str:
    """A line for each source, as its record is called: the table goes out without the list of records."""
    rows = [(review.get(row.link("record")), row) for row in entry.rows("sources")]
    named = [(found.text("description") if found is not None else "", row) for found, row in rows]
    return "\n".join([joined(name or row.link("record"), row.text("place")) for name, row in named])


def _source(usual: Cell, agency: re.Pattern[str] | None, entry: Record) -> str:
    said = usual(entry)
    return "\n".join(agency.sub("", line) for line in said.split("\n")) if agency else said


def _own_headings(review: Review) -> Mapping[str, str]:
    """How the author’s own columns are called, also those that are hidden, by what an entry keeps their words under."""
    every = (*(each for _, columns in column_sets().values() for each in columns), *arranged_columns(review))
    return {each.own_key: each.heading for each in every if each.own_key}


def _further(headings: Mapping[str, str], entry: Record) -> str:
    """What stands in the author’s own columns, each under its heading."""
    rows = ((row.text("column"), row.text("words")) for row in entry.rows("further"))
    return "\n".join(f"{headings.get(key, key)}: {words}" for key, words in rows if words)


def _edtf(field: str, entry: Record) -> str:
    known = entry.known(field)
    return known.standard if known is not None else ""
