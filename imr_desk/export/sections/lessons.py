"""What was done well, what is learned, what is recommended (B20, B21, B22, B24)."""

from __future__ import annotations

from collections.abc import Sequence

from imr_desk.export.report import Row
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import Parts, day_cell, introduced, none_or, not_known_or, table, yes_no
from imr_desk.i18n import tr
from imr_desk.review.record import Record


def b20_good_practice(content: Content) -> Parts:
    """Practice above the expected as well as what worked, or that none was found (R-110)."""
    columns = ((tr("No."), 0.1), (tr("What"), 2.6), (tr("Evidence"), 1.2), (tr("Could it be spread?"), 1.6))
    rows = (
        Row(
            (
                each.id,
                none_or(each.text("what")),
                none_or(content.code_list(each.links("evidence"))),
                none_or(each.text("spread")),
            ),
            each.id,
        )
        for each in content.review.all("good_practice")
    )
    described = tr("One row for each example: what, on what evidence, whether it could be spread.")
    made = table(tr("Good practice"), described, columns, rows, anchor="t-good-practice")
    none_found = content.paragraphs(content.one("findings").text("good_practice_none"))
    return (*none_found, *introduced(tr("What went beyond the expected, or worked well, is listed in {table}."), made))


def b21_lessons(content: Content) -> Parts:
    """Each lesson with its evidence and its recommendation, or why there is none (R-109, R-111, R-112, R-119)."""
    columns = ((tr("No."), 0.1), (tr("Lesson"), 2.4), (tr("What should change"), 2.0), (tr("Evidence"), 1.2))
    every = content.review.all("lesson")
    rows = (
        Row(
            (
                each.id,
                none_or(each.text("text")),
                none_or(each.text("what_should_change")),
                none_or(content.code_list(each.links("evidence"))),
            ),
            each.id,
        )
        for each in every
    )
    described = tr("One row for each lesson: what it is, what should change, its evidence.")
    made = table(tr("Lessons learned"), described, columns, rows, anchor="t-lessons")
    lead = tr("The lessons are set out in {table}; the table after it says how far each goes.")
    return (*introduced(lead, made), *_reach(content, every))


def b22_early_action(content: Content) -> Parts:
    """What was done without waiting for the end of the review (R-121, R-122)."""
    columns = (
        (tr("No."), 0.1),
        (tr("Lesson"), 0.1),
        (tr("Action"), 2.4),
        (tr("Started"), 0.2),
        (tr("Done"), 0.2),
        (tr("Evidence"), 1.6),
    )
    rows = (
        Row(
            (
                each.id,
                none_or(content.code(each.link("lesson"))),
                none_or(each.text("action")),
                not_known_or(day_cell(each.day("started"))),
                day_cell(each.day("done")) or tr("Not yet"),
                none_or(each.text("evidence")),
            ),
            each.id,
        )
        for each in content.review.all("early_action")
    )
    described = tr("One row for each action: the lesson, what was done, from when to when, the evidence.")
    made = table(tr("Early action"), described, columns, rows, anchor="t-early-action")
    return introduced(tr("Action that did not wait for the end of the review is listed in {table}."), made)


def b24_recommendations(content: Content) -> Parts:
    """Few, numbered, each tied to a lesson; who cleared them is not printed (R-117 to R-119, R-125)."""
    columns = ((tr("No."), 0.1), (tr("Recommendation"), 4), (tr("From lesson"), 0.2))
    every = content.review.all("recommendation")
    rows = (
        Row((each.id, none_or(each.text("text")), none_or(content.code(each.link("lesson")))), each.id)
        for each in every
    )
    described = tr("One row for each recommendation, with the lesson it follows from.")
    made = table(tr("Recommendations"), described, columns, rows, anchor="t-recommendations")
    smart = _smart([each for each in every if any(field in each for field in _SMART)])
    return (*introduced(tr("The recommendations are set out in {table}."), made), *smart)


_SMART = ("specific", "measurable", "achievable", "relevant", "time_bound")


def _smart(recommendations: list[Record]) -> Parts:
    """What makes each recommendation one that can be acted on and judged (R-118)."""
    columns = (
        (tr("No."), 0.1),
        (tr("Specific"), 1.5),
        (tr("Measurable"), 1.5),
        (tr("Achievable"), 1.5),
        (tr("Relevant"), 1.3),
        (tr("Time-bound"), 0.2),
    )
    rows = (
        Row(
            (
                each.id,
                none_or(each.text("specific")),
                none_or(each.text("measurable")),
                none_or(each.text("achievable")),
                none_or(each.text("relevant")),
                none_or(day_cell(each.day("time_bound"))),
            )
        )
        for each in recommendations
    )
    described = tr("One row for each recommendation: specific, measurable, achievable, relevant, time-bound.")
    caption = tr("How each recommendation can be acted on and judged")
    made = table(caption, described, columns, rows, anchor="t-smart")
    return introduced(tr("{table} says how each recommendation can be acted on and judged."), made)


def _reach(content: Content, lessons: Sequence[Record]) -> Parts:
    """How far each lesson goes, and what it leads to."""
    columns = (
        (tr("No."), 0.1),
        (tr("Level"), 0.6),
        (tr("Wider than this case?"), 0.6),
        (tr("Recommendation, or why none"), 2.4),
    )
    rows = (
        Row(
            (
                each.id,
                not_known_or(content.choice(each, "level")),
                yes_no(each.flag("wider_than_this_case")),
                content.code(each.link("recommendation")) or none_or(each.text("reason_for_none")),
            )
        )
        for each in lessons
    )
    described = tr("One row for each lesson: its level, whether it goes wider, the recommendation it leads to.")
    return table(tr("Lessons learned: how far they go"), described, columns, rows)
