"""What must not be printed is not, and what is sealed is printed: every field carries a marker of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from section_reader import all_words, report_from, words

from imr_desk.export.extracts import build_sheets
from imr_desk.export.report import Report
from imr_desk.export.words import lines
from imr_desk.review.catalogue import KINDS
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.known_date import KnownDate
from imr_desk.review.record import Record, RecordId, Value, Values
from imr_desk.review.review import Review
from imr_desk.review.templates import blocks, is_filled

OPEN = {
    "B01": {"review.version"},
    "B02": {"version", "circulation"},
    "B28": {"signature", "chronology_sign_off", "quality_checklist.completed_on"},
    "B33": {"panel_question", "afterwards.presented_on", "signature"},
}
"""Process fields that may be printed in the copy for the panel, outside the seal, by block."""

PARTS = {
    "review.subject": "SUB-1",
    "section.question": "Q-1",
    "paragraph.section": "SEC-1",
    "signature.role": "author",
    "signature.part": "report",
    "interview.status": "held",
    "panel_question.new_version": 1,
    "review.version": 1,
    "review.template": None,
    "review.chronology_columns": None,
    "signature.voided_at": None,
    "signature.signed_at": "2024-07-12T10:00:00+00:00",
}
"""Values without which nothing hangs together."""


def marker(kind: Kind, field: Field, column: str = "") -> str:
    """A word that stands in one field only."""
    return f"zq{kind.name}zq{field.name}zq{column}qz".replace("_", "")


FIELDS = [(kind, field) for kind in KINDS.values() for field in kind.fields]
YEARS = {(kind.name, field.name): 1300 + at for at, (kind, field) in enumerate(FIELDS)}


def value(kind: Kind, field: Field, column: Field | None = None) -> Value:
    held, name = column or field, f"{kind.name}.{field.name}"
    mark, year = marker(kind, field, column.name if column else ""), YEARS[kind.name, field.name]
    if name in PARTS and column is None:
        return PARTS[name]
    plain: dict[FieldType, Value] = {
        FieldType.LINE: mark,
        FieldType.PROSE: mark,
        FieldType.LINES: (mark,),
        FieldType.YES_NO: True,
        FieldType.NUMBER: 900_000 + year,
        FieldType.DATE: dt.date(year, 3, 4).isoformat(),
        FieldType.KNOWN_DATE: KnownDate(f"{year}-03", mark),
        FieldType.TIME: "10:00",
        FieldType.CHOICE: held.choices[0][0] if held.choices else None,
    }
    if held.type in plain:
        return plain[held.type]
    if held.type is FieldType.ROWS:
        return (Values({each.name: value(kind, field, each) for each in held.columns}),)
    target = f"{KINDS[held.to[0]].prefix}-1"
    return target if held.type is FieldType.LINK else (target,)


def filled(kind: Kind, wanted: object = None) -> Record:
    """A record of the kind with every field filled; with `wanted`, only fields that are sealed."""
    fields = (field for field in kind.fields if wanted is None or field.sealed)
    values = {field.name: value(kind, field) for field in fields}
    held = {name: each for name, each in values.items() if each is not None}
    return Record(kind.name, RecordId(kind.name if kind.single else f"{kind.prefix}-1"), 1, held, dated=kind.dated)


def printed(words: str, field: Field, kind: Kind) -> bool:
    """Whether the words hold anything of the field's own."""
    year = YEARS[kind.name, field.name]
    return f"zq{kind.name}zq{field.name}zq".replace("_", "") in words or str(year) in words


def whole() -> Review:
    return Review.of(filled(kind) for kind in KINDS.values())


def process_fields() -> Iterator[tuple[Kind, Field]]:
    for kind, field in FIELDS:
        if not field.sealed:
            yield kind, field


def missing_from(report: Report, *others: Report) -> set[str]:
    text = "\n".join(map(all_words, (report, *others)))
    marked = {FieldType.LINE, FieldType.PROSE, FieldType.LINES, FieldType.DATE, FieldType.KNOWN_DATE, FieldType.ROWS}
    return {
        f"{kind.name}.{field.name}"
        for kind, field in FIELDS
        if field.sealed and field.type in marked and not printed(text, field, kind)
    }


@pytest.mark.parametrize("template", ["T1", "T2"])
def test_words_under_the_seal_hold_nothing_private_and_nothing_of_the_process(template: str) -> None:
    sealed = "\n".join(line.text for line in lines(report_from(whole(), template)))
    assert [f"{kind.name}.{field.name}" for kind, field in process_fields() if printed(sealed, field, kind)] == []


@pytest.mark.parametrize("template", ["T1", "T2"])
def test_words_under_the_seal_do_not_depend_on_the_process_part(template: str) -> None:
    """Else a file would differ from what was signed as soon as a process field is filled in."""
    sealed_only = Review.of(filled(kind, "sealed") for kind in KINDS.values() if kind.sealed)
    assert list(lines(report_from(whole(), template))) == list(lines(report_from(sealed_only, template)))


@pytest.mark.parametrize("template", ["T1", "T2"])
def test_copy_for_the_panel_prints_of_the_process_only_what_its_open_pages_are_for(template: str) -> None:
    report = report_from(whole(), template)
    for block in report.blocks:
        allowed, text = OPEN.get(block.id, set()), words(block)
        found = {f"{kind.name}.{field.name}" for kind, field in process_fields() if printed(text, field, kind)}
        assert {name for name in found if name not in allowed and name.partition(".")[0] not in allowed} == set()


@pytest.mark.parametrize("template", ["T1", "T2"])
def test_properties_of_the_file_hold_nothing_private(template: str) -> None:
    report = report_from(whole(), template)
    text = f"{report.title} {report.subject} {report.handling} {report.footer_label} {report.file_stem}"
    assert [field.name for kind, field in process_fields() if printed(text, field, kind)] == []


def test_separate_sheets_hold_no_private_field_and_no_record_of_interview() -> None:
    text = all_words(build_sheets(whole(), draft=False, today=dt.date(2024, 7, 20)))
    assert marker(KINDS["clearance"], KINDS["clearance"].field("who")) in text
    unwanted = [(kind, field) for kind, field in FIELDS if field.private or kind.name == "interview"]
    assert [f"{kind.name}.{field.name}" for kind, field in unwanted if printed(text, field, kind)] == []


def test_names_of_signatories_stand_on_the_signature_page_only() -> None:
    name = marker(KINDS["signature"], KINDS["signature"].field("name"))
    assert [block.id for block in report_from(whole()).blocks if name in words(block)] == ["B28"]


def test_sealed_fields_are_printed_by_one_template_or_the_other() -> None:
    """What is signed is what is printed; the exceptions stand here with their reason."""
    ho = Review.of(
        Record(each.kind, each.id, each.position, {**each, "agency": "ho"}) if each.kind == "review" else each
        for each in whole()
    )
    assert missing_from(report_from(whole(), "T1"), report_from(ho, "T2")) == {
        "review.protective_marking",  # stands in the header of every page
        "staff.title",  # is part of the code
        "staff.not_interviewed_reason",  # the one member of staff was interviewed
        "interview.attempts",  # the one interview was held
        "interview.reason",
        "interview.effect",
        "record.not_examined_reason",  # the one record was examined
        "lesson.reason_for_none",  # the one lesson has a recommendation
        "parallel_process.contact_role",  # the one process has a contact on the list
        "parallel_process.expected_end",  # the one process has ended
        "chronology_layout.columns",  # the one column is filled by nothing
        "entry.further",  # belongs to a column of the author's own, and none is arranged
    }


def test_blocks_that_are_sealed_are_the_ones_in_the_digest() -> None:
    report = report_from(whole())
    assert {block.id for block in report.blocks if block.sealed} == {
        spec.id for spec in blocks().values() if spec.sealed and any(block.id == spec.id for block in report.blocks)
    }


SOURCES = [
    (spec.id, source, field.name)
    for spec in blocks().values()
    if spec.sealed and not spec.never_empty and spec.id not in ("B34",)
    for source in spec.filled_by
    for field in KINDS[source.partition(".")[0]].fields
    if field.sealed and source.partition(".")[2] in ("", field.name)
]


@pytest.mark.parametrize(("block_id", "source", "name"), SOURCES)
def test_block_that_counts_as_filled_prints_something(block_id: str, source: str, name: str) -> None:
    """Else R-144 would let an empty section pass."""
    kind = KINDS[source.partition(".")[0]]
    template = "T2" if block_id == "B18" or kind.field(name).only.startswith("ho") else "T1"
    one = Record(
        kind.name,
        RecordId(kind.name if kind.single else f"{kind.prefix}-1"),
        1,
        {name: value(kind, kind.field(name))},
        dated=kind.dated,
    )
    about = Record("review", RecordId("review"), 0, {"agency": "ho" if template == "T2" else "cps"})
    records = [one] if kind.name == "review" else [one, about]
    held = Review.of(records)
    assert is_filled(held, block_id)
    block = next((block for block in report_from(held, template, draft=True).blocks if block.id == block_id), None)
    assert block is not None
    assert "[Nothing entered yet]" not in words(block)
