"""From the review, and what the guidance says of it, to the values the window shows round the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.sealing import is_final, is_sealed
from imr_desk.review.stages import STAGES
from ui.shell_state import FootState, Guidance, ShellState, StageRow, StageState

if TYPE_CHECKING:
    from imr_desk.review.review import Review
    from ui.advice import Advice

CHRONOLOGY = 4


class Steps(NamedTuple):
    """What undo and redo would do, in words; and whether they can."""

    can_undo: bool = False
    can_redo: bool = False
    undo_words: str = ""
    redo_words: str = ""


class Outside(Protocol):
    """Who knows what the file is called, and whether words can stand where other programs see them."""

    @property
    def file_name(self) -> str:
        """The name of the file without its ending."""

    @property
    def knows(self) -> bool:
        """Whether names can be told by now."""

    def may_show(self, words: str) -> bool:
        """Whether these words can."""


def shell_state(
    review: Review,
    stage: int,
    advice: Advice | None,
    foot: FootState,
    steps: Steps,
    outside: Outside | None = None,
) -> ShellState:
    """Everything round the page. Without advice, as at the first paint, nothing is said to be missing or done."""
    about = review.one("review")
    guidance = Guidance(tr(STAGES[stage - 1].name))
    if advice is not None:
        from ui.asked import guidance_for

        guidance = guidance_for(stage, advice)
    return ShellState(
        name=name_of(review) or (outside.file_name if outside is not None else ""),
        draft=version_of(review),
        marking=about.text("protective_marking"),
        handling=about.text("handling_line"),
        stages=stage_rows(review, advice),
        stage=stage,
        guidance=guidance,
        foot=foot,
        can_undo=steps.can_undo,
        can_redo=steps.can_redo,
        undo_words=steps.undo_words,
        redo_words=steps.redo_words,
        title=title_of(review, outside),
    )


def name_of(review: Review) -> str:
    """The review in a few words: whom it is about, by code, and the board or the area that dealt with the case."""
    about = review.one("review")
    subject = review.get(about.link("subject"))
    parts = (subject.text("code") if subject else "", review.one("board").text("name") or about.text("case_area"))
    return " · ".join(part for part in parts if part)


def title_of(review: Review, outside: Outside | None) -> str:
    """The same for the title of the window, which other programs see: nothing that holds a name of a person.

    Before names can be told only the code of the subject stands there.
    """
    about = review.one("review")
    subject = review.get(about.link("subject"))
    code = subject.text("code") if subject else ""
    if outside is None or not outside.knows:
        return code
    parts = (code, review.one("board").text("name") or about.text("case_area"))
    shown = parts if any(parts) else (outside.file_name,)
    return " · ".join(part for part in shown if part and outside.may_show(part))


def version_of(review: Review) -> str:
    """The version and whether it is signed, as the chip in the head says it."""
    number = review.one("review").number("version") or 1
    if is_final(review):
        return tr("Version {n}, signed").format(n=number)
    if is_sealed(review):
        return tr("Version {n}, signed by the author").format(n=number)
    return tr("Draft of version {n}").format(n=number)


def stage_rows(review: Review, advice: Advice | None) -> tuple[StageRow, ...]:
    """The ten stages and how each stands."""
    asked = _asked(advice) if advice is not None else {}
    return tuple(_row(stage.number, tr(stage.name), review, asked.get(stage.number)) for stage in STAGES)


def _row(number: int, name: str, review: Review, asked: _Asked | None) -> StageRow:
    state = StageState.IN_PROGRESS if is_begun(review, number) else StageState.NOT_LOOKED_AT
    count = ""
    if asked is not None and (state is StageState.IN_PROGRESS or not asked.of_stage):
        if asked.missing:
            state, count = StageState.IN_PROGRESS, trn("{n} missing", "{n} missing", asked.missing)
        elif asked.later:
            state = StageState.CANNOT_FINISH
        elif asked.done:
            state = StageState.DONE
        elif asked.excused:
            state = StageState.DOES_NOT_APPLY
    if number == CHRONOLOGY and review.all("entry") and not count:
        count = trn("{n} entry", "{n} entries", len(review.all("entry")))
    return StageRow(number, name, state, count)


def is_begun(review: Review, stage: int) -> bool:
    """Whether the review holds anything of a stage."""
    return any(len(review.one(kind.name)) if kind.single else review.all(kind.name) for kind in kinds_of_stage(stage))


class _Asked:
    """What is asked of a stage, in numbers of places. `of_stage` is whether it has requirements of its own."""

    def __init__(self, *, of_stage: bool = True) -> None:
        self.missing = self.later = self.excused = 0
        self.done = 0 if of_stage else 1
        self.of_stage = of_stage


def _asked(advice: Advice) -> dict[int, _Asked]:
    from imr_desk.guidance.pack import requirement
    from ui.asked import READY, gate_now, gate_ready, group_of, holds
    from ui.shell_state import ItemGroup

    gate, now = gate_ready(advice), gate_now(advice)
    asked: dict[int, _Asked] = {}
    ready = _Asked(of_stage=False)
    for result in advice.results:
        if not result.applies:
            continue
        stage, group = requirement(result.requirement).stage, group_of(result, now, advice.review)
        here = asked.setdefault(stage, _Asked())
        missing = len(result.places) if group is ItemGroup.MISSING else 0
        here.missing += missing
        here.later += group is ItemGroup.CANNOT_FINISH
        here.done += group is ItemGroup.DONE
        here.excused += group is ItemGroup.DOES_NOT_APPLY
        ready.missing += missing if stage == READY or holds(result, gate) else 0
    return {**asked, READY: ready}
