"""The chronology: one plain table, and what is said of it (B15, B29).

It may have many thousands of rows, so everything a row needs is looked up once beforehand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from imr_desk.export.report import Row, numbered, refer
from imr_desk.export.sections.columns import ColumnSet, chronology_columns
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.date_columns import dates_apart, usual_dates
from imr_desk.export.sections.more_columns import arranged, learned_sentence, more_cells
from imr_desk.export.sections.parts import Parts, introduced, joined, none_or, pictured, runs, table
from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import field_of
from imr_desk.review.record import Record
from imr_desk.review.selecting import is_outside
from imr_desk.review.templates import template

Cell = Callable[[Record], str]


def b15_chronology(content: Content) -> Parts:
    """The table, or where to find it; how many entries, which are background, where the gaps are (R-072 to R-078)."""
    entries = content.review.all("entry")
    if not entries:
        return _no_entry(content)
    where = refer("B29", tr("the annex"))
    pointer = (numbered(runs(tr("The full chronology is in {annex}."), annex=where)),) if content.has("B29") else ()
    lines = (
        trn("It has {n} entry.", "It has {n} entries.", len(entries)),
        _background_sentence(content),
        tr("Dates are as the record gives them; a question mark before a date means that the record is not certain."),
        tr("A time is given where the record has one."),
    )
    whole = () if content.has("B29") else _table(content)
    counted = numbered(" ".join(line for line in lines if line))
    return (*pointer, counted, *_at_a_glance(content), *_gaps(content), *whole)


def _at_a_glance(content: Content) -> Parts:
    """The picture of the whole period, where one was put into the report."""
    shown = pictured(content.one("chronology_picture"), tr("The whole period"), "f-chronology")
    if not shown:
        return ()
    named = refer("f-chronology", tr("the figure below"))
    return (numbered(runs(tr("{figure} shows the whole period at a glance."), figure=named)), *shown)


def b29_full_chronology(content: Content) -> Parts:
    """Every entry, one event to a row, in the agreed columns (R-076, R-078, R-082)."""
    return _table(content) or _no_entry(content)


def _no_entry(content: Content) -> Parts:
    """Why there is no chronology, where the agency states that it was not involved; else nothing (R-075)."""
    return content.paragraphs(content.one("records_statement").text("no_involvement"))


def columns_of(content: Content) -> ColumnSet:
    """The columns as the author arranged them, else the set that the board asked for (R-076).

    Where the review names none, those of the template, or of the agency’s own report.
    """
    own = arranged(content)
    if own is not None:
        return own
    usual = content.template if content.template.agency else template("T2" if content.agency == "ho" else "T1")
    return chronology_columns(content.one("review").text("chronology_columns"), usual.chronology)


def _table(content: Content) -> Parts:
    chosen = columns_of(content)
    count = len(content.review.all("entry"))
    note = joined(
        trn("End of chronology: {n} entry.", "End of chronology: {n} entries.", count),
        tr("A question mark before a date means that the record is not certain."),
        by=" ",
    )
    described = tr(
        "One row for each event, in the order of dates: reference, date, source, what happened, what was done."
    )
    caption = tr("Chronology of involvement")
    return table(caption, described, chosen.columns, _rows(content, chosen), anchor="t-chronology", note=note)


def _rows(content: Content, chosen: ColumnSet) -> Iterator[Row]:
    known = cells_of(content)
    known.update(dates_apart(known, chosen.cells))
    fillers = [known[cell] for cell in chosen.cells]
    for entry in content.review.all("entry"):
        yield Row(tuple([fill(entry) for fill in fillers]), entry.id)


def cells_of(content: Content) -> dict[str, Cell]:
    """What fills a column, by the word the data use for it. Empty cells stay empty in a chronology."""
    codes = content.codes
    period = content.one("period")
    practice = {stored: tr(label) for stored, label in field_of("entry", "expected_practice_met").choices}

    def many(field: str, entry: Record) -> str:
        return ", ".join([codes.get(each, each) for each in entry.links(field)])

    def text(field: str, entry: Record) -> str:
        return entry.text(field)

    return {
        "ref": lambda entry: entry.id,
        **usual_dates(),
        "source": _source,
        "case": lambda entry: codes.get(entry.link("case"), entry.link("case")),
        "concerns": partial(many, "concerns"),
        "staff": partial(many, "staff"),
        "event": partial(text, "event"),
        "decision": lambda entry: _decision(entry, codes.get(entry.link("decision_by"), entry.link("decision_by"))),
        "basis": partial(text, "basis"),
        "outcome": partial(text, "action_outcome"),
        "child": partial(text, "child_considered"),
        "practice": lambda entry: _practice(entry, practice),
        "comment": partial(_comment, period.day("start"), period.day("cut_off"), _knowledge()),
        **more_cells(content),
    }


def _source(entry: Record) -> str:
    """A line for each source: reference of the record and page or place in it."""
    return "\n".join([joined(row.text("record"), row.text("place")) for row in entry.rows("sources")])


def _decision(entry: Record, by: str) -> str:
    return joined(by, entry.text("decision"), by=": ")


def _practice(entry: Record, labels: dict[str, str]) -> str:
    """Whether practice met what was expected, and by which policy of the time."""
    answer = entry.text("expected_practice_met")
    return joined(labels.get(answer, answer), ", ".join(entry.links("policies")), by="\n")


def _knowledge() -> dict[str, str]:
    """How something is known, where it is not at first hand."""
    return {"second-hand": tr("Known at second hand."), "opinion": tr("Opinion.")}


def _comment(start: date | None, cut_off: date | None, knowledge: dict[str, str], entry: Record) -> str:
    """The author's comment; before it `Background`, after it how and when the agency came to know."""
    comment, word = entry.text("comment"), tr("Background")
    outside = is_outside(entry, start, cut_off) and not comment.casefold().startswith(word.casefold())
    learned = entry.known("learned_on")
    return joined(
        f"{word}." if outside else "",
        comment,
        knowledge.get(entry.text("knowledge"), ""),
        learned_sentence(learned) if learned else "",
        entry.text("learned_how"),
        by="\n",
    )


def _background_sentence(content: Content) -> str:
    period = content.one("period")
    start, cut_off = period.day("start"), period.day("cut_off")
    count = sum(is_outside(each, start, cut_off) for each in content.review.all("entry"))
    if not count:
        return ""
    return trn(
        "{n} of them is background, outside the period under review.",
        "{n} of them are background, outside the period under review.",
        count,
    )


def _gaps(content: Content) -> Parts:
    columns = ((tr("After"), 0.2), (tr("Before"), 0.2), (tr("Days"), 0.1), (tr("Explanation"), 4))
    rows = (
        Row(
            (
                none_or(content.code(each.link("after"))),
                none_or(content.code(each.link("before"))),
                none_or(str(each.number("days") or "")),
                none_or(each.text("explanation")),
            ),
            each.id,
        )
        for each in content.review.all("gap")
    )
    described = tr("One row for each stretch without an entry: between which entries, how long, why.")
    made = table(tr("Gaps in the chronology"), described, columns, rows, anchor="t-gaps")
    return introduced(tr("Longer stretches without an entry are explained in {table}."), made)
