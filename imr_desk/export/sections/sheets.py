"""The separate sheets, which do not go to the panel: clearance and feedback to staff (B26, B27)."""

from __future__ import annotations

from imr_desk.export.report import Row, para
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import Parts, day_cell, joined, none_or, table
from imr_desk.i18n import tr


def b26_clearance(content: Content) -> Parts:
    """Who was consulted or asked to clear what, and the answer (R-052, R-128 to R-133)."""
    columns = (
        (tr("Who"), 1.2),
        (tr("About"), 1.0),
        (tr("Sent"), 0.2),
        (tr("Reply"), 1.8),
        (tr("Cleared on"), 0.2),
        (tr("Version"), 0.1),
        (tr("System reference"), 1.0),
    )
    rows = (
        Row(
            (
                none_or(each.text("who")),
                none_or(joined(content.code_list(each.links("about")), each.text("about_words"), by="\n")),
                none_or(day_cell(each.day("sent"))),
                none_or(joined(content.choice(each, "status"), each.text("reply"), by="\n")),
                none_or(day_cell(each.day("cleared_on"))),
                none_or(str(each.number("version") or "")),
                none_or(each.text("system_reference")),
            )
        )
        for each in content.review.all("clearance")
    )
    described = tr("One row for each request: to which post, about what, the reply.")
    return (*table(tr("Consultation and clearance"), described, columns, rows), *_business_areas(content))


def b27_feedback(content: Content) -> Parts:
    """When each member of staff is told, by job title (R-094, R-151 to R-154)."""
    columns = (
        (tr("Job title"), 1.3),
        (tr("First debrief"), 1.0),
        (tr("Second debrief"), 1.0),
        (tr("Action plan shared on"), 1.0),
        (tr("Note"), 2.2),
    )
    rows = (
        Row(
            (
                none_or(content.code(each.link("staff"))),
                none_or(_planned(day_cell(each.day("first_planned")), day_cell(each.day("first_held")))),
                none_or(_planned(day_cell(each.day("second_planned")), day_cell(each.day("second_held")))),
                none_or(day_cell(each.day("action_plan_shared_on"))),
                none_or(joined(each.text("note"), each.text("reason"), by="\n")),
            )
        )
        for each in content.review.all("debrief")
    )
    debriefing = content.one("debriefing")
    led = tr("Feedback is led by the {post}.").format(post=debriefing.text("led_by"))
    described = tr("One row for each member of staff: when feedback is planned, and when it was given.")
    return (
        *((para(led),) if debriefing.text("led_by") else ()),
        *content.paragraphs(debriefing.text("note"), kind="plain"),
        *table(tr("Feedback to staff"), described, columns, rows),
    )


def _planned(planned: str, held: str) -> str:
    """When it was held, else for when it is planned."""
    return tr("Held {date}").format(date=held) if held else tr("Planned {date}").format(date=planned) if planned else ""


def _business_areas(content: Content) -> Parts:
    columns = (
        (tr("Business area"), 1.2),
        (tr("Referred to in"), 0.4),
        (tr("Consulted on"), 0.2),
        (tr("Reply"), 1.8),
        (tr("System reference"), 1.0),
        (tr("Told of board recommendations on"), 1.0),
        (tr("Confirmed on"), 0.2),
    )
    rows = (
        Row(
            (
                none_or(each.text("name")),
                none_or(content.choice(each, "referred_to_in")),
                none_or(day_cell(each.day("consulted_on"))),
                none_or(each.text("reply")),
                none_or(joined(each.text("system_reference"), each.text("plan_system_reference"), by="\n")),
                none_or(day_cell(each.day("told_of_board_recommendations_on"))),
                none_or(day_cell(each.day("confirmed_by_representative_on"))),
            )
        )
        for each in content.review.all("business_area")
    )
    described = tr("One row for each business area: what it was asked, its reply, what it was told.")
    return table(tr("Business areas"), described, columns, rows)
