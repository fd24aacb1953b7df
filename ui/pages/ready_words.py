"""What ‘Ready?’ says: how the five gates stand, and every check as a line. Pure values; never a score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from imr_desk.i18n import mark, tr, trn
from ui.icons import Glyph
from ui.shell_state import GuidanceItem, ItemGroup
from ui.tokens import Tone
from ui.widgets.guidance_item import GROUP_SHOWN
from ui.widgets.state_rows import StateRow
from ui.widgets.state_view import StateWords

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Result
    from imr_desk.guidance.matrix import MatrixRow
    from imr_desk.review.review import Review
    from ui.advice import Advice

MATRIX = "matrix/"
"""Begins the key of a line that leads to a question of the matrix."""
_BETWEEN = {
    "G1": (mark("{n} thing stands before the drafting."), mark("{n} things stand before the drafting.")),
    "G2": (
        mark("{n} thing stands between this draft and the author’s signature."),
        mark("{n} things stand between this draft and the author’s signature."),
    ),
    "G3": (
        mark("{n} thing stands between this version and the counter-signature."),
        mark("{n} things stand between this version and the counter-signature."),
    ),
    "G4": (
        mark("{n} thing stands before the report is presented to the panel."),
        mark("{n} things stand before the report is presented to the panel."),
    ),
    "G5": (mark("{n} thing stands before the case is closed."), mark("{n} things stand before the case is closed.")),
}
_NOTHING = {
    "G1": mark("Nothing stands before the drafting."),
    "G2": mark("Nothing stands between this draft and the author’s signature."),
    "G3": mark("Nothing stands between this version and the counter-signature."),
    "G4": mark("Nothing stands before presenting the report to the panel."),
    "G5": mark("Nothing stands before closing the case."),
}
EMPTY = {
    ItemGroup.MISSING: mark("Nothing is missing that could be put right now."),
    ItemGroup.TO_LOOK_AT: mark("Nothing needs another look."),
    ItemGroup.CANNOT_FINISH: mark("Nothing has to wait for a later step."),
    ItemGroup.NOTHING_YET: mark("Everything that is asked about has something recorded."),
    ItemGroup.DONE: mark("Nothing is done yet."),
    ItemGroup.DOES_NOT_APPLY: mark("Nothing was said not to apply."),
}
"""What stands under a filter that finds nothing."""


@dataclass(frozen=True)
class GateLine:
    """One gate: how it stands, what holds it, and the check that leads to the first of it ("" where nothing does)."""

    gate: str
    title: str
    state: StateWords
    holds: str = ""
    first: str = ""

    @property
    def words(self) -> str:
        """Done, open, not reached, or held and by what, in one line."""
        return ". ".join(part for part in (self.state.words, self.holds) if part)


def gate_lines(review: Review, results: tuple[Result, ...]) -> tuple[GateLine, ...]:
    """The five gates in order."""
    from imr_desk.guidance.gates import GATES, holding, next_gate
    from ui.asked import gate_now, group_of

    now, before = gate_now(_advice(review, results)), next_gate(review, results)
    lines = []
    for gate in GATES.values():
        held = holding(results, gate.name)
        if not held:
            passed = "G1" < gate.name < before  # drafting is no step that is taken once: it stays open
            lines.append(GateLine(gate.name, tr(gate.title), _clear(passed=passed, reached=gate.name <= now)))
            continue
        places = [place for result in held for place in result.places]
        later = group_of(held[0], now, review) is ItemGroup.CANNOT_FINISH
        tone: Tone = "wait" if later else "bad"
        glyph = Glyph.CIRCLE_PAUSE if later else Glyph.CIRCLE_ALERT
        words = trn("Held by {n} thing", "Held by {n} things", len(places))
        said = places[0].words
        holds = said if len(places) == 1 else tr("The first: {said}").format(said=said)
        state = StateWords(words, tone, glyph)
        lines.append(GateLine(gate.name, tr(gate.title), state, holds, f"{held[0].requirement}/0"))
    return tuple(lines)


def _clear(*, passed: bool, reached: bool) -> StateWords:
    """Of a gate that nothing holds: its step was taken, or can be; one that is far off is not called open."""
    if passed:
        return StateWords(tr("Done"), "good", Glyph.CIRCLE_CHECK)
    if reached:
        return StateWords(tr("Open"), "good", Glyph.CIRCLE_CHECK)
    return StateWords(tr("Not reached yet"), "text_quiet", Glyph.CIRCLE_DASHED)


def lead_of(review: Review, results: tuple[Result, ...]) -> str:
    """The one sentence under the title: how much stands before the next step."""
    from ui.asked import gate_ready, holds

    gate = gate_ready(_advice(review, results))
    count = sum(len(result.places) for result in results if holds(result, gate))
    if not count:
        return tr(_NOTHING[gate])
    one, many = _BETWEEN[gate]
    return trn(one, many, count)


def all_items(review: Review, results: tuple[Result, ...], matrix: tuple[MatrixRow, ...]) -> tuple[GuidanceItem, ...]:
    """Every check that is asked here, by the order of the gates; and the questions with empty cells, to look at."""
    from ui.asked import every_item

    return (*every_item(_advice(review, results)), *_questions(matrix))


def row_of(item: GuidanceItem) -> StateRow:
    """A line of the list."""
    glyph, tone = GROUP_SHOWN[item.group]
    return StateRow(item.check, item.sentence, _asked_where(item), item.reason, glyph, tone)


def spoken_group(group: ItemGroup, count: int) -> str:
    """The words of a filter."""
    return tr("{group} · {n}").format(group=tr(group.value), n=count)


def _asked_where(item: GuidanceItem) -> str:
    """The id of the requirement, the stage where it is asked for, and the gate it belongs to."""
    if not item.requirement:
        return tr("Terms of reference against evidence")
    from imr_desk.guidance.gates import GATES
    from imr_desk.guidance.pack import requirement
    from imr_desk.review.stages import stage_name

    asked = requirement(item.requirement)
    return " · ".join((asked.id, stage_name(asked.stage), tr(GATES[asked.gate].title)))


def _questions(matrix: tuple[MatrixRow, ...]) -> list[GuidanceItem]:
    from imr_desk.guidance.matrix import COLUMNS

    labels = dict(COLUMNS)
    items = []
    for row in matrix:
        if row.missing:
            what = ", ".join(tr(labels[cell.column]).lower() for cell in row.missing)
            words = tr("Question {n} has none of these yet: {what}.").format(n=row.number or row.question, what=what)
            items.append(GuidanceItem(f"{MATRIX}{row.question}", ItemGroup.TO_LOOK_AT, words, place=tr("The matrix")))
    return items


def _advice(review: Review, results: tuple[Result, ...]) -> Advice:
    from imr_desk.guidance.facts import NamesSeen
    from ui.advice import Advice

    return Advice(review, results, NamesSeen(readable=True))
