"""Quality assurance and the signature page, the only place where names are printed (B28)."""

from __future__ import annotations

from imr_desk.export.report import Paragraph, Row, SignatureLine, note, numbered
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import Parts, day_cell, day_words, none_or, table
from imr_desk.export.sections.signed import signed_at, signed_by, signed_day, version_number
from imr_desk.i18n import tr, trn
from imr_desk.review.chronology_versions import Changes, changes_since, in_force
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.sealing import AUTHOR, COUNTER_SIGNATORY, chronology_signed_off
from imr_desk.review.templates import blocks

_BY_PROGRAM = "program"
_MOST_REFS = 200
ANALYSIS, RECOMMENDATIONS, CHRONOLOGIES = "B16", "B24", ("B15", "B29")
"""Blocks without which less is declared, and less signed off."""


def b28_signatures(content: Content) -> Parts:
    """What each declares, how the quality was assured, and the signatures (R-082, R-114, R-135 to R-142).

    Nothing of it is sealed: the signatures are checked by themselves. What ink should give is left empty.
    """
    signed = {each.text("role"): each for each in signed_by(content)}
    signed_off = content.apart and in_force(content.review) is not None
    unsigned = () if signed or signed_off else (numbered(tr(blocks()["B28"].fixed)),)
    return (
        *_declarations(content),
        *content.paragraphs(content.one("accuracy").text("text"), lead=_accuracy_lead(content)),
        *_quality(content),
        *unsigned,
        *(_chronology(content) if any(map(content.template.shows, CHRONOLOGIES)) else ()),
        *_notes(signed),
        _line(content, AUTHOR, tr("Author"), signed.get(AUTHOR)),
        _line(content, COUNTER_SIGNATORY, tr("Counter-signing senior manager"), signed.get(COUNTER_SIGNATORY)),
    )


def _declarations(content: Content) -> tuple[Paragraph, ...]:
    """What each declares: of a chronology or a statement alone, nothing of questions or recommendations."""
    if content.template.shows(ANALYSIS):
        author = tr(
            "The author declares that this report is independent and, to the best of the author’s knowledge, "
            "accurate; that every question of the terms of reference has been answered; and that no member of "
            "staff can be identified from it."
        )
    else:
        author = tr(
            "The author declares that this document is independent and, to the best of the author’s knowledge, "
            "accurate and complete; and that no member of staff can be identified from it."
        )
    if content.template.shows(RECOMMENDATIONS):
        manager = tr(
            "The senior manager declares that the report has been checked, that it is agreed, and that its "
            "recommendations will be acted on."
        )
    else:
        manager = tr("The senior manager declares that the document has been checked and that it is agreed.")
    return numbered(author), numbered(manager)


def _accuracy_lead(content: Content) -> str:
    accuracy = content.one("accuracy")
    day, by = day_words(accuracy.day("declared_on")), accuracy.text("declared_by")
    if day and by:
        return tr("Accuracy, declared on {date} by the {who}:").format(date=day, who=by)
    return tr("Accuracy, declared on {date}:").format(date=day) if day else tr("Accuracy:")


def _quality(content: Content) -> tuple[Paragraph, ...]:
    done = day_words(content.one("quality_checklist").day("completed_on"))
    return (numbered(tr("The quality checklist was completed on {date}.").format(date=done)),) if done else ()


def _chronology(content: Content) -> Parts:
    """The sign-off of the chronology, which is its own (R-082)."""
    columns = (
        (tr("Part"), 1.6),
        (tr("Checked on"), 0.2),
        (tr("Checked by"), 1.4),
        (tr("Signed off on"), 0.2),
        (tr("Signed off by"), 1.4),
    )
    rows = (
        Row(
            (
                none_or(each.text("stage")),
                none_or(day_cell(each.day("internal_check_on"))),
                none_or(each.text("checked_by")),
                none_or(day_cell(each.day("signed_off_on"))),
                none_or(each.text("signed_off_by")),
            )
        )
        for each in content.review.all("chronology_sign_off")
    )
    described = tr("One row for each part: when and by which post it was checked and signed off.")
    return (*table(tr("Sign-off of the chronology"), described, columns, rows), *_since(content))


def _since(content: Content) -> Parts:
    """What changed in the chronology since it was signed off and sent (R-077, R-082)."""
    latest = chronology_signed_off(content.review)
    changes = changes_since(content.review, latest) if latest is not None else None
    if latest is None or changes is None:
        return ()
    return (numbered(changes_in_words(latest, changes)),)


def changes_in_words(sign_off: Record, changes: Changes) -> str:
    """What changed since that sign-off, with the references of the entries."""
    what = tr("The chronology was signed off on {date} as version {n}.").format(
        date=day_words(sign_off.day("signed_off_on")), n=sign_off.number("version") or 1
    )
    if not changes:
        return f"{what} {tr('Nothing in it has changed since.')}"
    added, changed, removed = (len(each) for each in (changes.added, changes.changed, changes.removed))
    said = (
        (trn("{n} entry was added since", "{n} entries were added since", added), changes.added),
        (trn("{n} entry was changed since", "{n} entries were changed since", changed), changes.changed),
        (trn("{n} entry was taken out since", "{n} entries were taken out since", removed), changes.removed),
    )
    lists = (f"{words}: {_some(refs)}." for words, refs in said if refs)
    return " ".join((what, *lists))


def _some(refs: tuple[str, ...]) -> str:
    """References in a sentence; of a great many the first, and how many more."""
    shown = ", ".join(refs[:_MOST_REFS])
    more = len(refs) - _MOST_REFS
    return shown if more <= 0 else trn("{{shown}} and {n} more", "{{shown}} and {n} more", more).format(shown=shown)


def _line(content: Content, kind: str, role: str, signature: Record | None) -> SignatureLine:
    if signature is None:
        return SignatureLine(role, job_title=content.one(kind).text("job_title"))
    return SignatureLine(
        role,
        signature.text("name"),
        signature.text("job_title"),
        signed_day(signature),
        str(signature.number("version") or version_number(content.review)),
        signature.text("declares"),
        _route(content, signature),
    )


def _route(content: Content, signature: Record) -> str:
    """How it was signed; a time only where the program took it."""
    at = signed_at(signature)
    if signature.text("route") != _BY_PROGRAM or at is None:
        return content.choice(signature, "route")
    zone = at.tzname() or ""
    return tr("{how}, {date}, {time} by this computer’s clock").format(
        how=content.choice(signature, "route"),
        date=day_in_words(at.date()),
        time=f"{at:%H:%M} {zone}".strip(),
    )


def _notes(signed: dict[str, Record]) -> tuple[Paragraph, ...]:
    """What a reader has to know of these signatures (design: one clock, perhaps one computer)."""
    by_program = [each for each in signed.values() if each.text("route") == _BY_PROGRAM]
    computers = [each.text("computer") for each in by_program]
    notes = []
    if by_program:
        notes.append(tr("Times are by the clock of the computer on which the signature was made."))
    if len(computers) > 1 and computers[0] and len(set(computers)) == 1:
        notes.append(tr("Both signatures were made on one computer."))
    notes.append(tr("Names appear with the signatures and nowhere else."))
    return tuple(note(words) for words in notes)
