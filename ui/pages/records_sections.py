"""What stands on ‘Records’, section by section (B10, B31, B34; R-062 to R-071)."""

from __future__ import annotations

from imr_desk.i18n import mark
from ui.forms.card_words import ListColumn
from ui.forms.record_list import ListLook
from ui.forms.specs import FormOf, ListOf, SectionOf
from ui.pages.records_cards import (
    case_cards,
    document_cards,
    next_record,
    policy_cards,
    record_cards,
    search_cards,
)
from ui.pages.records_documents import DocumentsOf, RegisterOf
from ui.pages.records_policies import PoliciesOf

DATE = 136
"""How wide the dates at the left of the cards are, at 100 %."""

RECORDS_SECTIONS = (
    SectionOf(
        mark("Securing"),
        mark("Guarded against loss and interference as soon as the review is known, usually within one working day."),
        (FormOf("records_statement", names=("told_on", "secured_on")),),
    ),
    SectionOf(
        mark("Register of records"),
        mark("Every file and system, paper and electronic: whether it is held, and whether it was read."),
        (
            RegisterOf(
                "record",
                ListLook(
                    add=mark("Add a record"),
                    empty=mark("No record yet. Paper and electronic each need an answer; ‘none held’ is one."),
                    cards=record_cards,
                    first=next_record,
                ),
            ),
        ),
    ),
    SectionOf(
        mark("Searches made"),
        mark("Which systems were searched, for what, and what came of it, so that nobody has to ask again."),
        (
            ListOf(
                "search_made",
                ListLook(
                    add=mark("Add a search"),
                    empty=mark("No search noted yet."),
                    lead=ListColumn("searched_on", DATE),
                    cards=search_cards,
                ),
            ),
        ),
    ),
    SectionOf(
        mark("Cases"),
        mark("The case and earlier related ones, by code, so that records and entries can be told apart."),
        (
            ListOf(
                "case",
                ListLook(add=mark("Add a case"), empty=mark("No case listed yet."), cards=case_cards),
            ),
        ),
    ),
    SectionOf(
        mark("What can be said of the records"),
        mark("Printed in the report: how complete they are, or that there was no involvement."),
        (FormOf("records_statement", names=("text", "no_involvement")),),
    ),
    SectionOf(
        mark("Policies in force then"),
        mark("By version: practice is measured by what was in force at the time, not by what is known now."),
        (
            PoliciesOf(
                "policy",
                ListLook(add=mark("Add a policy"), empty=mark("No policy listed yet."), cards=policy_cards),
            ),
        ),
    ),
    SectionOf(
        mark("Documents kept in this file"),
        mark("Encrypted with the review and never in the report. Add a file, or drop one anywhere on this page."),
        (
            DocumentsOf(
                "document",
                ListLook(
                    add=mark("Add a file"),
                    empty=mark("Nothing is kept yet. The file you add stays where it is; a copy of it is kept here."),
                    cards=document_cards,
                ),
            ),
        ),
    ),
)
