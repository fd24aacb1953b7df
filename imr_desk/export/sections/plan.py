"""The action plan, as two plain tables with the same numbers (B25)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from imr_desk.export.report import Part, Row, numbered
from imr_desk.export.sections.columns import ColumnSet, action_plan_columns
from imr_desk.export.sections.content import Content
from imr_desk.export.sections.parts import Parts, day_cell, none_or, table, yes_no
from imr_desk.i18n import tr
from imr_desk.review.record import Record

Cell = Callable[[Content, Record], str]


def b25_action_plan(content: Content) -> Parts:
    """Who answers for the plan, the plan, and how its learning is spread (R-120, R-123, R-124, R-127, R-160)."""
    if not content.review.all("action"):
        return ()
    plan = content.one("action_plan")
    answers = accountable(content)
    sentence = tr("The accountable senior manager is the {post}.").format(post=answers)
    chosen = action_plan_columns(content.one("review").text("action_plan_columns"), content.template.action_plan)
    tables = [part for at, columns in enumerate(chosen) for part in _table(content, columns, first=at == 0)]
    return (
        *((numbered(sentence),) if answers else ()),
        *content.paragraphs(plan.text("dissemination"), lead=tr("How the learning is spread:")),
        *tables,
    )


def accountable(content: Content) -> str:
    """The post that answers for the plan: as the plan says, else as the review says (R-123)."""
    field = "accountable_senior_manager"
    return content.one("action_plan").text(field) or content.one("review").text(field)


def _table(content: Content, chosen: ColumnSet, *, first: bool) -> tuple[Part, ...]:
    """One of the tables; references lead to the rows of the first."""
    fillers = [_CELLS[cell] for cell in chosen.cells]
    rows = (
        Row(tuple(fill(content, each) for fill in fillers), each.id if first else "")
        for each in content.review.all("action")
    )
    described = tr("One row for each action; the numbers are the same in every table of the plan.")
    return table(tr(chosen.caption), described, chosen.columns, rows)


def _text(field: str, _content: Content, action: Record) -> str:
    return none_or(action.text(field))


def _day(field: str, _content: Content, action: Record) -> str:
    return none_or(day_cell(action.day(field)))


def _link(field: str, content: Content, action: Record) -> str:
    return none_or(content.code(action.link(field)))


_CELLS: dict[str, Cell] = {
    "ref": lambda _content, action: action.id,
    "lesson": partial(_link, "lesson"),
    "recommendation": partial(_link, "recommendation"),
    "action": partial(_text, "action"),
    "measure_of_success": partial(_text, "measure_of_success"),
    "expected_change": partial(_text, "expected_change"),
    "owner": partial(_text, "owner"),
    "accountable": lambda content, action: none_or(action.text("accountable_senior_manager") or accountable(content)),
    "business_area": partial(_text, "business_area"),
    "start": partial(_day, "start"),
    "due": partial(_day, "due"),
    "early_action": lambda _content, action: yes_no(action.flag("early_action")),
    "status": lambda content, action: none_or(content.choice(action, "status")),
    "evidence": partial(_text, "evidence"),
    "completed_on": partial(_day, "completed_on"),
    "review_date": partial(_day, "review_date"),
}
