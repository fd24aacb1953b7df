"""The agency, its circumstances and, in short, what it did (B13, B14)."""

from __future__ import annotations

from imr_desk.export.report import numbered
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import Parts, runs, under
from imr_desk.i18n import tr


def b13_agency(content: Content) -> Parts:
    """What the agency does, its duty, and the conditions of the time (R-021, R-101, R-105 to R-107)."""
    context = content.one("context")
    prompts = (
        (tr("Workload:"), "workload"),
        (tr("Staffing:"), "staffing"),
        (tr("Supervision:"), "supervision"),
        (tr("Training:"), "training"),
        (tr("Change:"), "change"),
        (tr("Systems:"), "systems"),
    )
    told = tuple(part for lead, field in prompts for part in content.paragraphs(context.text(field), lead=lead))
    sources = content.references(context.links("refs"))
    rests = (numbered(runs(tr("This account of the context rests on{sources}."), sources=sources)),) if sources else ()
    before = content.paragraphs(
        content.asked("review", "criminal_justice_input_before_death"),
        lead=tr("Criminal justice before the death:"),
    )
    return (
        *content.paragraphs(context.text("role_of_agency")),
        *content.paragraphs(content.asked("context", "section_55"), lead=tr("The duty under section 55:")),
        *before,
        *under(tr("Context"), (*told, *rests) if told else ()),
    )


def b14_summary(content: Content) -> Parts:
    """The involvement in time order, each paragraph with its evidence (R-072, R-073, R-114)."""
    return tuple(
        part
        for each in content.review.all("summary")
        for part in content.paragraphs(each.text("text"), each.links("refs"), anchor=each.id)
    )
