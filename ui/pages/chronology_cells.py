"""What each column of the chronology says of an entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from imr_desk.i18n import mark, tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.chronology_columns import further_words
from imr_desk.review.date_cells import end_in_words, time_cells
from imr_desk.review.record import Record
from ui.icons import Glyph
from ui.models import chronology as said
from ui.models.chronology_columns import ScreenColumn, ScreenColumns
from ui.widgets.cells import Cell, FreeText, TableColumn, first_words, free_text

Maker = Callable[[Record], Cell]
MORE_WORDS = 40
"""How many words of a decision, an outcome or a comment are shown under what happened."""
_UNDER = {"action_outcome": mark("Action and outcome: {words}"), "comment": mark("Comment: {words}")}
_TEXTS = {
    "event": "event",
    "basis": "basis",
    "outcome": "action_outcome",
    "comment": "comment",
    "child": "child_considered",
}
_MANY = {
    "concerns": ("concerns",),
    "staff": ("staff",),
    "people": ("staff", "concerns", "others"),
    "questions": ("questions",),
}
_CHOICES = {"practice": "expected_practice_met", "knowledge": "knowledge"}


def table_columns(
    columns: ScreenColumns, named: Callable[[], said.Named], brief: Callable[[], bool]
) -> tuple[TableColumn[Record], ...]:
    """The columns of the table. `named` gives what other records are called, `brief` whether there is little room."""
    there = {each.name for each in columns}
    special: dict[str, Maker] = {"what": lambda entry: _what_cell(entry, named(), brief=brief())}
    if "time" in there:
        special["date"] = _day_cell
    if "end_time" in there:
        special["time"] = _start_time_cell
    makers = ((each, special.get(each.name) or _maker(each, named)) for each in columns)
    return tuple(TableColumn(each.name, each.label, make, each.width) for each, make in makers)


def _maker(column: ScreenColumn, named: Callable[[], said.Named]) -> Maker:
    if column.own is not None:
        return partial(_own_cell, column.own.own_key)
    simple: dict[str, Maker] = {
        "ref": _ref_cell,
        "date": _date_cell,
        "time": _time_cell,
        "end_date": lambda entry: Cell(end_in_words(entry.known("date"))),
        "end_time": lambda entry: Cell(time_cells(entry.known("date")).end),
        "learned": _learned_cell,
        "significant": _significant_cell,
        "links": lambda entry: _links_cell(entry, named()),
        "source": lambda entry: _source_cell(entry, named()),
        "decision": lambda entry: _decision_cell(entry, named()),
        "case": lambda entry: Cell(named().name(entry.link("case")) if entry.link("case") else ""),
    }
    if column.name in simple:
        return simple[column.name]
    if column.name in _TEXTS:
        return partial(_text_cell, _TEXTS[column.name])
    if column.name in _MANY:
        fields = _MANY[column.name]
        return lambda entry: _many_cell(fields, entry, named())
    if column.name in _CHOICES:
        return partial(_choice_cell, _CHOICES[column.name])
    return _nothing


def _nothing(_entry: Record) -> Cell:
    return Cell()


def _ref_cell(entry: Record) -> Cell:
    return Cell(entry.id, tone="text_soft")


def _date_cell(entry: Record) -> Cell:
    words, more = said.date_said(entry)
    known = entry.known("date")
    typed = known.words if known is not None else ""
    whole = bool(typed) and words == typed[:1].upper() + typed[1:]
    return Cell(words, more, strong=True, texts=(FreeText(typed, 0, len(typed)),) if whole else ())


def _day_cell(entry: Record) -> Cell:
    """The date where its time has a column of its own."""
    cell, known = _date_cell(entry), entry.known("date")
    return replace(cell, second="") if known is not None and known.time_cell() else cell


def _time_cell(entry: Record) -> Cell:
    known = entry.known("date")
    return Cell(known.time_cell() if known is not None else "")


def _start_time_cell(entry: Record) -> Cell:
    """The time where the end of a range has a column of its own."""
    return Cell(time_cells(entry.known("date")).start)


def _text_cell(field: str, entry: Record) -> Cell:
    return _written(entry.text(field))


def _own_cell(key: str, entry: Record) -> Cell:
    return _written(further_words(entry, key))


def _written(text: str) -> Cell:
    return Cell(first_words(text), texts=_parts(free_text(text, text)))


def _many_cell(fields: tuple[str, ...], entry: Record, named: said.Named) -> Cell:
    return Cell(", ".join(named.name(each) for field in fields for each in entry.links(field)))


def _choice_cell(field: str, entry: Record) -> Cell:
    stored = entry.text(field)
    return Cell(next((tr(label) for each, label in field_of("entry", field).choices if each == stored), stored))


def _learned_cell(entry: Record) -> Cell:
    known, how = entry.text("learned_on"), entry.text("learned_how")
    return Cell(known, how, texts=_parts(free_text(known, known)), second_texts=_parts(free_text(how, how)))


def _significant_cell(entry: Record) -> Cell:
    return Cell(tr("Significant") if entry.flag("significant") else "")


def _decision_cell(entry: Record, named: said.Named) -> Cell:
    by, text = entry.link("decision_by"), entry.text("decision")
    return Cell(first_words(text), named.name(by) if by else "", texts=_parts(free_text(text, text)))


def _source_cell(entry: Record, named: said.Named) -> Cell:
    source = said.source_said(entry, named)
    return Cell(source, tone="text_soft", small=True, texts=_source_texts(entry, named))


def _links_cell(entry: Record, named: said.Named) -> Cell:
    source, links = said.source_said(entry, named), said.links_said(entry, named)
    texts = _source_texts(entry, named)
    return Cell(source, links, tone="text_soft", second_glyph=Glyph.LINK, small=True, texts=texts)


def _source_texts(entry: Record, named: said.Named) -> tuple[FreeText, ...]:
    return tuple(FreeText(*each) for each in said.source_texts(entry, named))


def _what_cell(entry: Record, named: said.Named, *, brief: bool) -> Cell:
    """What happened; under it what was decided and, where there is room, what was done and what the author says of it.

    Where there is little room, the entry itself stands open beside the table.
    """
    what, decision = said.what_said(entry, named)
    under = [(decision, entry.text("decision"))]
    if not brief:
        under.extend((tr(shape).format(words=entry.text(field)), entry.text(field)) for field, shape in _UNDER.items())
    second, found = "", []
    for words, text in under:
        if text:
            second += "\n" if second else ""
            place = free_text(words, text, MORE_WORDS)
            if place is not None:
                found.append(FreeText(place.text, place.start + len(second), place.end + len(second)))
            second += first_words(words, MORE_WORDS)
    texts = _parts(free_text(what, entry.text("event")))
    return Cell(first_words(what), second, texts=texts, second_texts=tuple(found))


def _parts(*texts: FreeText | None) -> tuple[FreeText, ...]:
    return tuple(each for each in texts if each is not None)
