"""What stands before the first chapter: cover, document control, contents (B01 to B03)."""

from __future__ import annotations

from imr_desk.export.report import Heading, Paragraph, Row, label, para
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import Parts, day_cell, day_words, joined, none_or, span, table
from imr_desk.export.sections.signed import document_version, status_words, version_date
from imr_desk.i18n import tr


def b01_cover(content: Content) -> Parts:
    """Cover: what this is, about whom, for whom and by which posts; version, date and status are not sealed.

    Names of people stand on the signature page only (R-007, R-029, R-046, R-144, R-165).
    """
    review, board = content.one("review"), content.one("board")
    subject = content.code(review.link("subject"))
    title = joined(review.text("review_type"), subject, by=": ")
    form = review.text("review_form")
    lines = (
        (tr("Subject"), subject),
        (tr("Form of the review"), form if form != review.text("review_type") else ""),
        (tr("Nation"), content.choice(review, "nation")),
        (tr("Period under review"), _period(content)),
        (tr("Review reference"), board.text("reference")),
        (tr("Commissioning board"), board.text("name")),
        (tr("Author"), post(content)),
        (tr("Counter-signing manager"), content.one("counter_signatory").text("job_title")),
    )
    open_lines = (
        (tr("Version"), str(document_version(content))),
        (tr("Date"), day_words(version_date(content))),
        (tr("Status"), status_words(content)),
    )
    return (
        *((Heading(title),) if title else ()),
        *(label(name, value) for name, value in lines if value),
        *(label(name, value, sealed=False) for name, value in open_lines),
    )


def b02_control(content: Content) -> Parts:
    """Document control, all of it process data (R-038, R-054, R-134, R-146, R-147, R-192)."""
    return (*_handling(content), *_versions(content), *_circulation(content))


def b03_contents(_content: Content) -> Parts:
    """The contents are made by the writer, from the headings."""
    return ()


def post(content: Content) -> str:
    """The author's job title and, where it is not said there, the Area or unit."""
    author = content.one("author")
    title, area = author.text("job_title"), author.text("area")
    return title if area in title else joined(title, area)


def _period(content: Content) -> str:
    period = content.one("period")
    return span(period.day("start"), period.day("cut_off"))


def _handling(content: Content) -> tuple[Paragraph, ...]:
    sentences = (
        content.one("review").text("handling_line"),
        tr("No public comment is made about this report without the agreement of the Chair of the board."),
        tr("The report travels with the full review to those who evaluate it."),
    )
    return tuple(para(sentence) for sentence in sentences if sentence)


def _versions(content: Content) -> Parts:
    columns = ((tr("Version"), 0.1), (tr("Date"), 0.2), (tr("Status"), 0.2), (tr("Changed by"), 1.4), (tr("Reason"), 2))
    rows = (
        Row(
            (
                none_or(each.text("version")),
                none_or(day_cell(each.day("date"))),
                none_or(each.text("status")),
                none_or(each.text("changed_by")),
                none_or(each.text("reason")),
            )
        )
        for each in content.review.all("version")
    )
    caption, described = tr("Versions of this report"), tr("One row for each version: date, status, who, why.")
    return table(caption, described, columns, rows)


def _circulation(content: Content) -> Parts:
    columns = (
        (tr("Recipient"), 1.4),
        (tr("Organisation"), 1.0),
        (tr("Version"), 0.1),
        (tr("Date sent"), 0.2),
        (tr("Means"), 0.4),
        (tr("Subject line"), 1.5),
    )
    rows = (
        Row(
            (
                none_or(each.text("recipient")),
                none_or(each.text("organisation")),
                none_or(each.text("version")),
                none_or(day_cell(each.day("sent_on"))),
                none_or(each.text("channel")),
                none_or(each.text("subject")),
            )
        )
        for each in content.review.all("circulation")
    )
    return table(tr("Circulation"), tr("One row for each copy sent: to which post, when, how."), columns, rows)
