"""What goes out beside the report: the chronology as one plain table, separate sheets, the record of one interview.

None of them is sealed: no signature covers it, and it carries none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from imr_desk.errors import BadInputError
from imr_desk.export.build import build_report, report_of, resolved, written
from imr_desk.export.numbers import Numbers, number
from imr_desk.export.open_words import closing_notes
from imr_desk.export.profiles import TABLE, Profile, profiles
from imr_desk.export.report import CONTENTS, SIGNATURES, Block, Extent, Figure, Heading, Paragraph, Report, Table, para
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.interview_record import RECORD, interview_record
from imr_desk.export.sections.profile_table import profile_table
from imr_desk.export.signature_rows import CAPTION, headings, signature_rows
from imr_desk.export.words import Line, fold, paragraph_words
from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from imr_desk.review.review import Review
from imr_desk.review.templates import template, template_ids, template_of

CHRONOLOGY = "T7"
"""The template of a chronology by itself."""
SHEETS = "sheets"
"""What stands in the place of a template for the sheets; for a plain table it is the id of its profile."""


def choices() -> tuple[str, ...]:
    """Everything that can be asked for in the place of a template."""
    return (*template_ids(), *profiles(), SHEETS)


def is_table(chosen: str | None) -> bool:
    """Whether that is the chronology as one plain table."""
    return chosen in profiles()


def is_interview(chosen: str | None) -> bool:
    """Whether that is the record of one interview: its id stands in the place of a template."""
    return chosen is not None and chosen.startswith(f"{kind_of('interview').prefix}-")


def extent_of(chosen: str | None) -> Extent:
    """How much of a review that is; the record of an interview is a sheet too."""
    return "table" if is_table(chosen) else "sheets" if chosen == SHEETS or is_interview(chosen) else "report"


def build(review: Review, chosen: str | None, *, draft: bool, today: date) -> Report:
    """The report in the template `chosen`, or in that of the review; or the table, the sheets, or one interview.

    BadInputError for a template or an interview that is not there.
    """
    if chosen is not None and is_table(chosen):
        return build_table(review, draft=draft, today=today, profile=chosen)
    if chosen == SHEETS:
        return build_sheets(review, draft=draft, today=today)
    if chosen is not None and is_interview(chosen):
        return build_interview(review, chosen, draft=draft, today=today)
    return build_report(review, template_id=chosen, draft=draft, today=today)


def build_table(review: Review, *, draft: bool, today: date, profile: str | Profile = TABLE) -> Report:
    """The chronology as one plain table, ready to be merged with those of other agencies (R-078)."""
    shape = profiles()[profile] if isinstance(profile, str) else profile
    content = Content.of(review, template(CHRONOLOGY), draft=draft, today=today)
    block = Block("B29", tr("Chronology"), "none", profile_table(content, shape), landscape=True)
    report = report_of(content, (block,))
    return replace(report, file_stem=f"{report.file_stem}-chronology", extent="table")


def build_sheets(review: Review, *, template_id: str | None = None, draft: bool, today: date) -> Report:
    """The separate sheets alone: document control, clearance, feedback to staff (R-128, R-134, R-146, R-151)."""
    form = template(template_id) if template_id else template_of(review)
    content = Content.of(review, form, draft=draft, today=today)
    made = [written(content, each) for each in form.sections if each.numbering == "separate"]
    marked = (replace(each, parts=(_no_part_of_the_report(), *each.parts)) for each in made if each)
    report = report_of(content, resolved(marked))
    return replace(
        report,
        file_stem=f"{report.file_stem}-sheets",
        page_notice=tr("SEPARATE SHEETS – not part of the signed report"),
        extent="sheets",
    )


def build_interview(review: Review, record_id: str, *, draft: bool, today: date) -> Report:
    """The record of one interview by itself, for the person who gave it (H1; R-085, R-086).

    BadInputError where there is no such interview, or no record of it is written yet.
    """
    interview = review.get(record_id)
    if interview is None or interview.kind != "interview":
        raise BadInputError(tr("There is no interview {id} in this review. Nothing was written.").format(id=record_id))
    if not interview.text("record").strip():
        raise BadInputError(
            tr("No record of interview {id} is written yet, so there is nothing to share.").format(id=record_id)
        )
    content = Content.of(review, template_of(review), draft=draft, today=today)
    heading = tr("Record of interview {id}").format(id=record_id)
    block = Block(RECORD, heading, "none", interview_record(content, interview), separate=True)
    report = report_of(content, resolved((block,)))
    return replace(
        report,
        title=f"{heading} ({report.agency})",
        file_stem=f"{report.file_stem}-{record_id}",
        page_notice=tr("RECORD OF INTERVIEW – not part of the report"),
        extent="sheets",
    )


def _no_part_of_the_report() -> Paragraph:
    return para(tr("This sheet is not part of the signed report. No signature covers it."), sealed=False)


def sheet_lines(report: Report) -> Iterator[Line]:
    """All words of the sheets, in order, as they are read back; cells without words are none."""
    yield from _all_lines(report, tuple(range(len(report.blocks))))


def open_block_lines(report: Report) -> Iterator[Line]:
    """The words of a report’s blocks of process data (document control), which no signature covers, as read back."""
    made_otherwise = (CONTENTS, SIGNATURES)
    blocks = enumerate(report.blocks)
    wanted = tuple(at for at, block in blocks if not block.in_digest and block.id not in made_otherwise)
    yield from _all_lines(report, wanted)


def _all_lines(report: Report, wanted: Sequence[int]) -> Iterator[Line]:
    """All words of these blocks."""
    numbers = number(report)
    notes = closing_notes(report, numbers)
    for at in wanted:
        block = report.blocks[at]
        texts = [block.heading, *_texts(block, numbers), notes.get(at, "")]
        yield from (Line(block.id, words) for text in texts if (words := fold(text)))


def _texts(block: Block, numbers: Numbers) -> Iterator[str]:
    for _, part in block.printed():
        if isinstance(part, Paragraph):
            yield paragraph_words(part, numbers)
        elif isinstance(part, Heading):
            yield part.text
        elif isinstance(part, Figure):
            yield from (part.caption, part.said)
        elif isinstance(part, Table):
            yield part.caption
            yield from (column.heading for column in part.columns)
            yield from (cell for row in part.rows for cell in row.cells)
            yield part.note
        else:
            yield CAPTION
            yield from headings(part)
            yield from (cell for row in signature_rows(part) for cell in row.cells)
