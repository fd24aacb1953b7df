"""Recommendations and the action plan (R-118, R-119, R-120)."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.guidance.declare import check
from imr_desk.guidance.facts import Facts, Place
from imr_desk.guidance.readings import blanks, called, is_blank
from imr_desk.i18n import mark, tr
from imr_desk.review.record import Record

_SMART = {
    "specific": mark("Recommendation {number} does not say what exactly will be done."),
    "measurable": mark("Recommendation {number} does not say how success is judged."),
    "achievable": mark("Recommendation {number} does not say by whom, and with what, it can be done."),
    "relevant": mark("Recommendation {number} does not say which lesson it answers."),
    "time_bound": mark("Recommendation {number} does not say by when."),
}
_PLANNED = {
    "action": mark("This row of the action plan does not say what will be done."),
    "due": mark("This row of the action plan does not say by when."),
    "expected_change": mark("This row of the action plan does not say what is expected to change."),
}
_OWNED = {
    "owner": mark("This row of the action plan has no owner."),
    "due": mark("This row of the action plan has no due date."),
}


@check("R-118", reads=("recommendation",))
def five_parts(facts: Facts) -> Iterator[Place]:
    """Specific, measurable, achievable, relevant, time-bound: each in its field."""
    for recommendation in facts.review.all("recommendation"):
        number = recommendation.number("number") or recommendation.id
        for place in blanks(recommendation, _SMART):
            yield Place.at(recommendation, place.field, place.words.format(number=number))


@check("R-119", reads=("lesson", "recommendation", "action"))
def lessons_acted_on(facts: Facts) -> Iterator[Place]:
    """For each lesson an action with its date and the change expected, or the reason for none."""
    for lesson in facts.review.all("lesson"):
        if not is_blank(lesson, "reason_for_none"):
            continue
        actions = _actions(facts, lesson)
        if not actions:
            words = tr("No action follows from this lesson, and no reason is given: {lesson}")
            yield Place.at(lesson, "recommendation", words.format(lesson=called(facts.review, lesson)))
            continue
        missing = [list(blanks(action, _PLANNED)) for action in actions]
        if [] not in missing:
            yield from missing[0]


def _actions(facts: Facts, lesson: Record) -> list[Record]:
    """Rows of the plan that follow from a lesson, at once or by way of its recommendation."""
    by_way_of = {each.id for each in facts.review.all("recommendation") if each.link("lesson") == lesson.id}
    by_way_of |= {lesson.link("recommendation")}
    by_way_of -= {""}
    return [
        action
        for action in facts.review.all("action")
        if action.link("lesson") == lesson.id or action.link("recommendation") in by_way_of
    ]


@check("R-120", reads=("action",))
def action_plan(facts: Facts) -> Iterator[Place]:
    """A plan, each row owned by a job title and dated."""
    actions = facts.review.all("action")
    if not actions:
        yield Place.without("action", "action", tr("The action plan is empty."))
    for action in actions:
        yield from blanks(action, _OWNED)
