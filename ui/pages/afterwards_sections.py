"""What stands on ‘Afterwards’, section by section, in the order of time. All of it is process and stays open."""

from __future__ import annotations

from imr_desk.i18n import mark
from ui.forms.card_words import ListColumn
from ui.forms.record_list import ListLook
from ui.forms.specs import FormOf, ListOf, ReadOf, SectionOf
from ui.pages.afterwards_offers import MaterialOf, StaffToDebriefOf
from ui.pages.afterwards_progress import ProgressOf
from ui.pages.afterwards_words import (
    debrief_cards,
    disagreement_cards,
    disclosure_cards,
    next_debrief,
    question_cards,
)

OVERVIEW = (
    "overview_drafts_read",
    "overview_comments",
    "overview_accepted",
    "overview_confirmed_on",
    "overview_confirmed_by",
    "overview_completed_on",
)
LEARNING = (
    "published_on",
    "action_plan_shared_on",
    "business_areas_told",
    "lessons_learned_team_sent_on",
    "representative_confirmed_on",
)

_PANEL = (
    SectionOf(
        mark("Presented to the panel"),
        mark("When, to whom and by which secure means the signed report went."),
        (FormOf("afterwards", groups=("Presented to the panel",)),),
    ),
    SectionOf(
        mark("Feedback to staff"),
        mark("First before the overview report is complete; again after it, before it is published."),
        (
            StaffToDebriefOf(
                "debrief",
                ListLook(
                    add=mark("Add a member of staff"),
                    empty=mark("Nobody planned yet. Each member of staff has feedback, or a reason why not."),
                    columns=(ListColumn("first_held", 150), ListColumn("second_held", 150)),
                    cards=debrief_cards,
                    first=next_debrief,
                ),
            ),
            FormOf("debriefing", heading=mark("How it is done")),
        ),
    ),
    SectionOf(
        mark("Questions from the panel"),
        mark("A presented report changes only for a question that might otherwise go unanswered."),
        (
            ListOf(
                "panel_question",
                ListLook(
                    add=mark("Add a question"),
                    empty=mark("No questions yet."),
                    lead=ListColumn("asked_on", 136),
                    cards=question_cards,
                ),
            ),
            ReadOf(
                "reopening",
                heading=mark("Reopened"),
                empty=mark("The report has not been reopened. That is done at ‘Sign-off’, with a reason."),
            ),
        ),
    ),
)

_OVERVIEW = (
    SectionOf(
        mark("Meetings with the overview author"),
        mark("So that questions can be put to whoever wrote this report."),
        (
            ListOf(
                "overview_meeting",
                ListLook(add=mark("Add a meeting"), empty=mark("No meetings yet."), facts=("attended_by", "questions")),
            ),
        ),
    ),
    SectionOf(
        mark("Overview report"),
        mark("Whether what it says of the agency is a full and fair account."),
        (
            FormOf("afterwards", names=OVERVIEW),
            ListOf(
                "disagreement",
                ListLook(
                    heading=mark("Disagreements with the Chair"),
                    add=mark("Add a disagreement"),
                    empty=mark("None recorded."),
                    lead=ListColumn("raised_on", 136),
                    cards=disagreement_cards,
                ),
            ),
        ),
    ),
    SectionOf(
        mark("Publication, learning and copies"),
        mark("When it was published, who was told what was learnt, and where copies went."),
        (FormOf("afterwards", names=LEARNING),),
    ),
)

_CLOSING = (
    SectionOf(
        mark("Progress of actions"),
        mark("How each action of the plan stands, with evidence, at each review."),
        (ProgressOf(),),
    ),
    SectionOf(
        mark("Disclosure"),
        mark("What the review made and gathered, and whether it bears on an investigation or prosecution."),
        (
            MaterialOf(
                "disclosure_item",
                ListLook(
                    add=mark("Add an item"),
                    empty=mark("Nothing listed yet. Begin with the letter that asked for this review."),
                    lead=ListColumn("date", 136),
                    cards=disclosure_cards,
                ),
            ),
            FormOf("disclosure", heading=mark("Proceedings and police")),
        ),
    ),
    SectionOf(mark("Closing"), mark("When nothing is left to do."), (FormOf("afterwards", groups=("Closing",)),)),
)

AFTERWARDS_SECTIONS = _PANEL + _OVERVIEW + _CLOSING
