"""Begin a review: make its file and put into it what is known on the first day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from imr_desk.clock import Clock, system_clock
from imr_desk.errors import SaveFailedError
from imr_desk.guidance.facts import Place
from imr_desk.guidance.gates import gate_of, next_gate
from imr_desk.guidance.pack import requirement
from imr_desk.guidance.reviews import kind_of_review
from imr_desk.i18n import tr
from imr_desk.operations.load import Load
from imr_desk.review.catalogue import kind_of
from imr_desk.review.dates import day_in_words
from imr_desk.review.record import Record, RecordId, Value
from imr_desk.review.stages import STAGES
from imr_desk.session import Session

MARKING = "OFFICIAL-SENSITIVE"
"""The marking a review begins with (R-165); the author may change it."""
FIRST_STAGE = STAGES[0].number


@dataclass(frozen=True)
class FirstFacts:
    """What is asked before there is a file. Only the agency (its stored word) has to be known.

    `kind` and `template` are as they are stored, the days ISO strings; an empty one is left for later.
    """

    agency: str
    kind: str = ""
    template: str = ""
    start: str = ""
    cut_off: str = ""

    def fault(self) -> str:
        """What does not hold in it, in a sentence; nothing where all does."""
        if self.start and self.cut_off and self.cut_off < self.start:
            return tr("The period ends before it begins on {day}. Check both dates.").format(
                day=day_in_words(dt.date.fromisoformat(self.start))
            )
        return ""


@dataclass(frozen=True)
class Begun:
    """A review that was begun: its file, its key (32 bytes), and the first place of stage 1 that is asked for."""

    path: Path
    key: bytes = field(repr=False)
    first: Place | None


def begin(path: Path, passphrase: str, facts: FirstFacts, clock: Clock = system_clock) -> Begun:
    """Make the file and fill in what is known. On any failure no file is left behind; one that is there is kept.

    FileProblemError and BadInputError as of `Session.create`.
    """
    _make_folder(path)
    session = Session.create(path, passphrase, clock)
    try:
        session.run(Load(_records(facts)))
        first = first_missing(session)
    except BaseException:
        session.close()
        path.unlink(missing_ok=True)
        raise
    session.close()
    return Begun(path, Session.derive_key(path, passphrase), first)


def first_missing(session: Session) -> Place | None:
    """The first place of stage 1 that the next gate asks for, in the order of the stage's declarations."""
    results = session.results()
    gate = next_gate(session.review, results)
    for result in sorted(results, key=lambda each: each.requirement):
        asked = requirement(result.requirement)
        if result.holds and asked.stage == FIRST_STAGE and gate_of(result.requirement) <= gate:
            return result.places[0]
    return None


def _make_folder(path: Path) -> None:
    """The folder of the file, made if it was not there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveFailedError(
            tr("The folder ‘{name}’ cannot be made. Choose another one.").format(name=path.parent.name)
        ) from error


def _records(facts: FirstFacts) -> tuple[Record, ...]:
    kind = kind_of_review(facts.kind)
    review: dict[str, Value] = {
        "version": 1,
        "review_type": facts.kind,
        "nation": kind.nation if kind else "",
        "subject_kind": kind.about if kind else "",
        "agency": facts.agency,
        "template": facts.template,
        "protective_marking": MARKING,
    }
    return _single("review", review), _single("period", {"start": facts.start, "cut_off": facts.cut_off})


def _single(kind: str, values: Mapping[str, Value]) -> Record:
    filled = {name: value for name, value in values.items() if value}
    return Record(kind, RecordId(kind), 0, filled, dated=kind_of(kind).dated)
