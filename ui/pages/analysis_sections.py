"""What stands on ‘Analysis’ beside its written sections: decisions, findings, the introduction of the report."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.review import Review
from ui.forms.card_words import ListColumn
from ui.forms.record_list import ListLook
from ui.forms.specs import FormOf, ListOf, SectionOf, Spec


def next_decision(review: Review) -> dict[str, object]:
    """A new key decision has the number after the highest."""
    return {"number": max((each.number("number") or 0 for each in review.all("key_decision")), default=0) + 1}


DECISIONS = SectionOf(
    mark("Key decisions"),
    mark("What was known then and what only later, who decided, what was expected, and why it went as it did."),
    (
        ListOf(
            "key_decision",
            ListLook(
                add=mark("Add a key decision"),
                empty=mark("No key decisions yet. Begin with the one the questions turn on."),
                lead=ListColumn("number", 26),
                columns=(ListColumn("date", 136),),
                facts=("made_by", "agreed_by", "carried_out"),
                first=next_decision,
            ),
        ),
    ),
)
GOOD_PRACTICE = SectionOf(
    mark("Good practice"),
    mark("Not only failings: what was done well, the evidence for it, and whether others could do the same."),
    (
        ListOf("good_practice", ListLook(add=mark("Add good practice"), empty=mark("No good practice recorded yet."))),
        FormOf("findings", names=("good_practice_none",)),
    ),
)
EQUALITY = SectionOf(
    mark("Equality and diversity"),
    mark("Each protected characteristic: whether it mattered, and how it was considered at the time."),
    (
        ListOf(
            "equality",
            ListLook(add=mark("Add a characteristic"), empty=mark("No characteristic considered yet.")),
        ),
    ),
)
FINDINGS = SectionOf(
    mark("Overall findings and conclusion"),
    mark("What holds across all questions. No verdict on cause or blame."),
    (FormOf("findings", names=("resources_overall", "voice", "wider_issues", "conclusion")),),
)
CONTEXT = SectionOf(
    mark("The agency and its context"),
    mark("The conditions people were working in. It comes before the analysis in the report."),
    (FormOf("context"),),
)
ACCURACY = SectionOf(
    mark("Accuracy"),
    mark("Your declaration, and the look through whatever has no source."),
    (FormOf("accuracy"),),
)


def summary_section(writing: Spec) -> SectionOf:
    """The summary of involvement, paragraph by paragraph."""
    return SectionOf(
        mark("Summary of involvement"),
        mark("What the agency did, from first contact to last, in a page or two."),
        (writing,),
    )
