"""What stands on ‘Sign-off’ beside the signatures: who agreed which part, the versions, and the copies sent.

All of it belongs to the process part and stays open after signing (R-129, R-134, R-139, R-143, R-146, R-162).
"""

from __future__ import annotations

from collections.abc import Mapping

from imr_desk.i18n import mark
from imr_desk.review.review import Review
from ui.forms.card_words import ListColumn
from ui.forms.record_list import ListLook
from ui.forms.specs import ListOf, SectionOf


def next_version(review: Review) -> Mapping[str, object]:
    """A version begins with the number that is being written, and the author's post."""
    number, post = review.one("review").number("version") or 1, review.one("author").text("job_title")
    first = {"version": str(number), "changed_by": post}
    return {name: value for name, value in first.items() if value}


def next_copy(review: Review) -> Mapping[str, object]:
    """A copy sent begins with the version that is being written."""
    return {"version": str(review.one("review").number("version") or 1)}


SIGN_OFF_SECTIONS = (
    SectionOf(
        mark("Signed off, part by part"),
        mark("Report, chronology and action plan are each agreed at the fitting level; by post, with the date."),
        (
            ListOf(
                "sign_off",
                ListLook(
                    add=mark("Add a part"),
                    empty=mark("No part recorded yet. Begin with the chronology, which is agreed first."),
                    columns=(ListColumn("date", 130),),
                ),
            ),
        ),
    ),
    SectionOf(
        mark("Versions"),
        mark("Each version and draft, who changed it and why. The number of the signed version is set by signing."),
        (
            ListOf(
                "version",
                ListLook(
                    add=mark("Add a version"),
                    empty=mark("No version recorded yet. Begin with the first full draft."),
                    columns=(ListColumn("date", 130),),
                    facts=("status", "changed_by", "reason"),
                    first=next_version,
                ),
            ),
        ),
    ),
    SectionOf(
        mark("Copies sent"),
        mark("Every copy that left, to which post, in which version and by which means. This program sends nothing."),
        (
            ListOf(
                "circulation",
                ListLook(
                    add=mark("Add a copy"),
                    empty=mark("No copy recorded yet."),
                    columns=(ListColumn("sent_on", 130),),
                    facts=("organisation", "version", "channel", "subject"),
                    first=next_copy,
                ),
            ),
        ),
    ),
)
