"""What stands on ‘Lessons and recommendations’, section by section (B21, B22, B24 to B26)."""

from __future__ import annotations

from imr_desk.i18n import mark
from ui.forms.card_words import ListColumn
from ui.forms.record_list import ListLook
from ui.forms.specs import FormOf, ListOf, SectionOf
from ui.pages.lessons_cards import (
    action_cards,
    clearance_cards,
    lesson_cards,
    next_action,
    next_clearance,
    next_recommendation,
    recommendation_cards,
)

_LEARNT = (
    SectionOf(
        mark("Lessons"),
        mark("What the analysis taught, each tied to its evidence; then what follows from it, or why nothing does."),
        (
            ListOf(
                "lesson",
                ListLook(
                    add=mark("Add a lesson"),
                    empty=mark("No lessons yet. Begin with the findings of the analysis."),
                    cards=lesson_cards,
                ),
            ),
        ),
    ),
    SectionOf(
        mark("Early action"),
        mark("What was put right at once, without waiting for the review."),
        (
            ListOf(
                "early_action",
                ListLook(
                    add=mark("Add early action"),
                    empty=mark("Nothing was put right early yet."),
                    columns=(ListColumn("started", 130), ListColumn("done", 130)),
                    facts=("evidence",),
                ),
            ),
        ),
    ),
    SectionOf(
        mark("Recommendations"),
        mark("Few: five or fewer is usual. Each answers a lesson and says what, how judged, by whom and by when."),
        (
            ListOf(
                "recommendation",
                ListLook(
                    add=mark("Add a recommendation"),
                    empty=mark("No recommendations yet. A lesson may also go without, with the reason given there."),
                    lead=ListColumn("number", 26),
                    cards=recommendation_cards,
                    first=next_recommendation,
                    numbered="number",
                ),
            ),
        ),
    ),
)

_DONE = (
    SectionOf(
        mark("Action plan"),
        mark("Every row owned by a post and dated. It goes out with the report."),
        (
            ListOf(
                "action",
                ListLook(
                    heading=mark("Actions"),
                    add=mark("Add an action"),
                    empty=mark("No actions yet. Add one for each recommendation."),
                    lead=ListColumn("number", 26),
                    columns=(ListColumn("due", 116), ListColumn("status", 92)),
                    cards=action_cards,
                    first=next_action,
                    numbered="number",
                ),
            ),
            FormOf(
                "action_plan", names=("accountable_senior_manager", "dissemination"), heading=mark("The whole plan")
            ),
        ),
    ),
    SectionOf(
        mark("Consultation and clearance"),
        mark("Who was asked, what they answered, when it was cleared: the Director, headquarters, business areas."),
        (
            ListOf(
                "clearance",
                ListLook(
                    heading=mark("Sent and cleared"),
                    add=mark("Add a clearance"),
                    empty=mark("Nothing was sent for clearance yet."),
                    columns=(ListColumn("status", 130), ListColumn("cleared_on", 130)),
                    cards=clearance_cards,
                    first=next_clearance,
                ),
            ),
            ListOf(
                "business_area",
                ListLook(
                    heading=mark("Business areas"),
                    add=mark("Add a business area"),
                    empty=mark("No business area listed. The Home Office asks for each that the report refers to."),
                    columns=(ListColumn("consulted_on", 130),),
                ),
            ),
        ),
    ),
    SectionOf(
        mark("Kept apart"),
        mark(
            "This review is no part of any disciplinary process. What a manager has to consider separately is handled "
            "outside the report: only that it was passed on is noted here, and that is never printed."
        ),
        (FormOf("action_plan", groups=("Kept apart",)),),
    ),
    SectionOf(
        mark("Columns of the plan in print"),
        mark("As the board asked for them, by their names in the file."),
        (FormOf("action_plan", names=("columns",)),),
        folded=True,
    ),
)

LESSONS_SECTIONS = _LEARNT + _DONE
