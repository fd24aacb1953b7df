"""What stands on ‘The review’, section by section: first what a new review needs, then who, then report and file.

Every field of stage 1 but the private ones has its place here.
"""

from __future__ import annotations

from imr_desk.i18n import mark
from ui.forms.card_words import ListColumn
from ui.forms.record_list import ListLook
from ui.forms.specs import FormOf, ListOf, SectionOf
from ui.pages.board_queries import QueriesOf
from ui.pages.genogram_picture import PictureOf
from ui.pages.private_link import PrivateLinkOf
from ui.pages.review_cards import next_question, next_terms_version, question_cards
from ui.pages.start_choice import StartChoiceOf
from ui.pages.timetable import TimetableOf

BEGIN, PEOPLE, REPORT = mark("To begin with"), mark("People and bodies"), mark("The report and this file")

_ASKED = (
    SectionOf(
        mark("What was asked for"),
        mark("The agency, the kind of review and who it is about, in the words of the letter."),
        (FormOf("review", groups=("What was asked for",)),),
        group=BEGIN,
    ),
    SectionOf(
        mark("Risk now"),
        mark("Asked at once: whether anyone is at risk today, and who was told."),
        (FormOf("immediate_risk"),),
        group=BEGIN,
    ),
    SectionOf(
        mark("The letter"),
        mark("What came in, from whom, and how it was found to be genuine before anything was sent."),
        (FormOf("invitation"),),
        group=BEGIN,
    ),
    SectionOf(
        mark("The decision"),
        mark("On which ground a review is held, who decided it and when: the periods run from these dates."),
        (FormOf("decision"),),
        group=BEGIN,
    ),
    SectionOf(
        mark("Period and scope"),
        mark("What is looked at, from when to when, and where the report stops."),
        (FormOf("period"), FormOf("review", groups=("Scope",), heading=mark("Scope"))),
        group=BEGIN,
    ),
    SectionOf(
        mark("Terms of reference"),
        mark("Word for word from the letter. Each question becomes a section of the analysis."),
        (
            ListOf(
                "question",
                ListLook(
                    heading=mark("Questions"),
                    add=mark("Add a question"),
                    empty=mark("No questions yet. Copy each from the letter, word for word."),
                    lead=ListColumn("number", 26),
                    cards=question_cards,
                    first=next_question,
                ),
            ),
            ListOf(
                "terms_version",
                ListLook(
                    heading=mark("Versions of the terms"),
                    add=mark("Add a version"),
                    empty=mark("No version agreed yet."),
                    first=next_terms_version,
                ),
            ),
            FormOf("terms_of_reference", heading=mark("The draft and what was noted")),
        ),
        group=BEGIN,
    ),
    SectionOf(
        mark("Start of the six months"),
        mark("The sources differ on where they begin: choose one event, and keep the others beside it."),
        (StartChoiceOf(), FormOf("start_event", heading=mark("The event chosen"))),
        group=BEGIN,
    ),
    SectionOf(
        mark("Timetable"),
        mark("What is due when, where each date comes from, and what was done."),
        (TimetableOf(),),
        group=BEGIN,
    ),
    SectionOf(
        mark("Extension"),
        mark("More time, if it was agreed, and what does not wait."),
        (FormOf("extension"),),
        folded=True,
        group=BEGIN,
    ),
)

_PEOPLE = (
    SectionOf(
        mark("The board"),
        mark("Who holds the review, and how it is reached."),
        (FormOf("board"),),
        group=PEOPLE,
    ),
    SectionOf(
        mark("Author, manager, panel member"),
        mark("By post. The names of those who sign stand on the signature page and nowhere else."),
        (
            FormOf("author", heading=mark("Author")),
            FormOf("counter_signatory", heading=mark("Counter-signing senior manager")),
            FormOf("panel_member", heading=mark("Panel member or representative")),
        ),
        group=PEOPLE,
    ),
    SectionOf(
        mark("Ownership"),
        mark("Settled before the work begins: whose report it is, and who agrees its final text."),
        (FormOf("ownership"), FormOf("review", groups=("Who answers for it",), heading=mark("Who answers for it"))),
        group=PEOPLE,
    ),
    SectionOf(
        mark("Taking part"),
        mark("What the agency contributes, and the matters weighed."),
        (FormOf("participation"),),
        folded=True,
        group=PEOPLE,
    ),
    SectionOf(
        mark("Subjects and family"),
        mark("By code or pseudonym, as the panel sets them. Real names have a page of their own."),
        (
            ListOf(
                "subject",
                ListLook(
                    add=mark("Add a person"),
                    empty=mark("Nobody recorded yet."),
                    facts=("relationship", "sex", "age_at_event", "part"),
                ),
            ),
            FormOf("genogram", names=("text",), heading=mark("Genogram")),
            PictureOf(),
            FormOf("genogram", names=("picture_description",)),
            PrivateLinkOf(),
        ),
        group=PEOPLE,
    ),
    SectionOf(
        mark("People of other agencies"),
        mark("By job title and number, in the codes agreed with the board."),
        (
            ListOf("professional", ListLook(add=mark("Add a person"), empty=mark("Nobody recorded yet."))),
            QueriesOf(
                "person_query",
                ListLook(
                    heading=mark("People the board was asked about"),
                    add=mark("Add a query"),
                    empty=mark("No queries yet."),
                ),
            ),
        ),
        folded=True,
        group=PEOPLE,
    ),
    SectionOf(
        mark("Contacts"),
        mark("Whom to reach for what, and by which secure means."),
        (
            ListOf("contact", ListLook(add=mark("Add a contact"), empty=mark("No contacts yet."))),
            FormOf("review", groups=("Contacts",), heading=mark("Media and family")),
        ),
        group=PEOPLE,
    ),
)

_REPORT = (
    SectionOf(
        mark("Form of the report"),
        mark("The template and the columns that the board agreed."),
        (FormOf("review", groups=("Form of the report",)),),
        group=REPORT,
    ),
    SectionOf(
        mark("Marking"),
        mark("Stands at the head and foot of every page, here and in print."),
        (FormOf("review", groups=("Marking",)),),
        group=REPORT,
    ),
    SectionOf(
        mark("Opening statements"),
        mark("The first pages of the report: what happened, why this review, and how it was done."),
        (FormOf("opening"),),
        group=REPORT,
    ),
    SectionOf(
        mark("Guidance used"),
        mark("The guidance this report was written by, with its edition."),
        (ListOf("guidance_used", ListLook(add=mark("Add guidance"), empty=mark("No guidance recorded yet."))),),
        group=REPORT,
    ),
    SectionOf(
        mark("Abbreviations"),
        mark("Every short form that the report uses."),
        (ListOf("abbreviation", ListLook(add=mark("Add an abbreviation"), empty=mark("No abbreviations yet."))),),
        folded=True,
        group=REPORT,
    ),
    SectionOf(
        mark("Retention"),
        mark("How long the file is kept, what stops it being purged, and who holds its recovery key."),
        (
            FormOf("retention"),
            ListOf(
                "recovery_sheet",
                ListLook(
                    heading=mark("Who holds the recovery key"),
                    add=mark("Add a sheet"),
                    empty=mark("No sheet recorded yet. Lodge it with a post that may open the review."),
                    by_hand=False,
                ),
            ),
        ),
        folded=True,
        group=REPORT,
    ),
    SectionOf(
        mark("About this file"),
        mark("What this file is and how it stands."),
        (FormOf("about"), FormOf("review", names=("version",))),
        folded=True,
        group=REPORT,
    ),
)

REVIEW_SECTIONS = _ASKED + _PEOPLE + _REPORT
