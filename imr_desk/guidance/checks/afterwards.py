"""After signing: later versions, debriefs, the copy to the Lessons Learned Team, the disclosure list.

R-148, R-151, R-155, R-188.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from imr_desk.guidance.declare import check
from imr_desk.guidance.facts import Facts, Place
from imr_desk.guidance.readings import blanks, called, is_blank
from imr_desk.i18n import mark, tr
from imr_desk.review.applies import proceedings_live
from imr_desk.review.posts import title_of_post
from imr_desk.review.record import Record


@check("R-148", reads=("review", "reopening", "panel_question"))
def later_versions_have_a_reason(facts: Facts) -> Iterator[Place]:
    """For each version after the first: the panel's question, the new information or the error of fact, and when."""
    for version in range(2, facts.version + 1):
        reopenings = [each for each in facts.review.all("reopening") if each.number("version_after") == version]
        questions = [each for each in facts.review.all("panel_question") if each.number("new_version") == version]
        if any(_asked(question) for question in questions) or any(_reasoned(each) for each in reopenings):
            continue
        words = tr("Nothing says which question, information or error led to version {version}, and when.")
        words = words.format(version=version)
        yield (Place.at(reopenings[0], "reason", words) if reopenings else Place.without("reopening", "reason", words))


def _asked(question: Record) -> bool:
    return not any(is_blank(question, field) for field in ("question", "asked_by", "asked_on"))


def _reasoned(reopening: Record) -> bool:
    wanted = ["reason", "words", "dated"]
    if reopening.text("reason") == "question":
        wanted.append("asked_by")
    return not any(is_blank(reopening, field) for field in wanted)


@check("R-151", reads=("staff", "debrief", "afterwards"))
def staff_debriefed(facts: Facts) -> Iterator[Place]:
    """Each member of staff had feedback before the overview report was complete, or there is a reason why not."""
    complete = facts.review.one("afterwards").day("overview_completed_on")
    debriefs = facts.review.all("debrief")
    for person in facts.review.all("staff"):
        mine = [each for each in debriefs if each.link("staff") == person.id]
        if any(_settled(each, complete) for each in mine):
            continue
        late = any(each.day("first_held") for each in mine)
        words = (
            tr("{staff} was debriefed only after the overview report was complete, and no reason is given.")
            if late
            else tr("{staff} has not been debriefed, and no reason is given.")
        ).format(staff=called(facts.review, person))
        yield Place.at(mine[0], "first_held", words) if mine else Place.without("debrief", "staff", words)


def _settled(debrief: Record, complete: dt.date | None) -> bool:
    held = debrief.day("first_held")
    return not is_blank(debrief, "reason") or (held is not None and (complete is None or held < complete))


@check("R-155", reads=("afterwards",))
def lessons_learned_team(facts: Facts) -> Iterator[Place]:
    """The date of the copy, or the representative's confirmation."""
    after = facts.review.one("afterwards")
    if after.day("lessons_learned_team_sent_on") is None and after.day("representative_confirmed_on") is None:
        words = tr("Nothing says when the {team} was sent a copy of the report.")
        words = words.format(team=tr(title_of_post("lessons_learned")))
        yield Place.at(after, "lessons_learned_team_sent_on", words)


@check("R-188", reads=("disclosure_item", "parallel_process"))
def disclosure_list(facts: Facts) -> Iterator[Place]:
    """Each item dated and described; with live proceedings each judged relevant or not."""
    items = facts.review.all("disclosure_item")
    if not items:
        yield Place.without("disclosure_item", "description", tr("The list of review material is empty."))
    live = proceedings_live(facts.review)
    for item in items:
        yield from blanks(
            item,
            {
                "date": mark("This item of review material has no date."),
                "description": mark("This item of review material is not described."),
            },
        )
        if live and item.text("relevant") not in ("yes", "no"):
            words = tr("Nothing says whether this may be relevant to the proceedings: {item}.")
            yield Place.at(item, "relevant", words.format(item=called(facts.review, item)))
