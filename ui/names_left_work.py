"""What the page of names has done in a worker, and the edits it makes: nothing of Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from imr_desk.errors import StoppedError
from imr_desk.i18n import tr
from ui.names_left_words import planned_rows, word_rows

if TYPE_CHECKING:
    import datetime as dt

    from imr_desk.jobs.names_answered import Answer, Plan
    from imr_desk.jobs.names_left import Looker, NameLeft
    from imr_desk.names.guard import Guard
    from imr_desk.operations.base import Operation
    from imr_desk.operations.judging import Judge
    from imr_desk.review.past import Binned
    from imr_desk.review.review import Review
    from imr_desk.session import Session
    from ui.pages.names_left_rows import SentenceRow, WordRow

LOOK, WORDS = "look", "words"
MOST_NEW = 1000
"""How many people of a kind can be new at once."""


def lead(view: str) -> str:
    """What a view of the page is, in a sentence."""
    if view == LOOK:
        return tr("These words may be names; most of them are none. Before an export you are asked about them once.")
    if view == WORDS:
        return tr(
            "Every other word with a capital, and every word that people bear as a name, once each. "
            "Likely names stand first. The list is for your eye and is printed nowhere."
        )
    return tr("Say who each of them is. You see what will change before anything is replaced.")


class Reading:
    """How far a piece of work is, and the way to end it. It is no QObject: the worker may hold it for longer."""

    def __init__(self, breathe: Callable[[], None], said: str = "") -> None:
        """`breathe` is called often; `said` is what the work does, in a sentence."""
        self.said = said
        self.percent: int | None = None
        self._breathe, self._stopped = breathe, False

    def __call__(self, done: int, of: int) -> None:
        """Told in the worker how far it is; ends the work by a StoppedError where that was asked for."""
        if self._stopped:
            raise StoppedError(tr("Stopped. Nothing was changed."))
        self.percent = 100 * done // max(of, 1)
        self._breathe()

    def stop(self) -> None:
        """End it before its next step."""
        self._stopped = True


class Gathered(NamedTuple):
    """Names to settle; what may be a name, and the rows of the last list, each None while nobody asked for it."""

    names: tuple[NameLeft, ...]
    look: tuple[NameLeft, ...] | None
    words: tuple[WordRow, ...] | None

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"Gathered({len(self.names)} names)"

    @property
    def words_open(self) -> tuple[WordRow, ...] | None:
        """The words that nobody has looked at."""
        return None if self.words is None else tuple(each for each in self.words if not each.looked)


class Gathering:
    """Gathers what a view shows, and keeps what it read of each record for the next time."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._looker: Looker | None = None

    def forget(self) -> None:
        """Let go of all that was read."""
        self._looker = None

    def to_look_at(
        self, review: Review, judge: Judge, looked: frozenset[str], step: Callable[[int, int], None]
    ) -> tuple[NameLeft, ...]:
        """What may be a name and was not looked at yet."""
        from imr_desk.jobs.names_left import Looker

        self._looker = self._looker or Looker()
        return self._looker.to_look_at(review, judge, looked, step)

    def gather(self, review: Review, judge: Judge, looked: frozenset[str], view: str, step: Reading) -> Gathered:
        """What a view shows; what may be a name also where another view is in sight, once it was read."""
        from imr_desk.jobs.names_left import names_left
        from imr_desk.jobs.words_left import words_left

        names = names_left(review, judge, step)
        wanted = view == LOOK or self._looker is not None
        look = self.to_look_at(review, judge, looked, step) if wanted else None
        words = word_rows(words_left(review, judge, looked, step), review) if view == WORDS else None
        return Gathered(names, look, words)


def may_be_names(
    gathering: Gathering, review: Review, judge: Judge, looked: frozenset[str], step: Callable[[str], None]
) -> tuple[NameLeft, ...]:
    """What may be a name and was not looked at yet, where an export can hold it; `step` is told that it goes on."""
    found = gathering.to_look_at(review, judge, looked, lambda _done, _of: step("look"))
    return tuple(name for name in found if name.printed)


def seen(session: Session) -> frozenset[str]:
    """The hashes of what was looked at."""
    from imr_desk.jobs.names_left import looked_at

    return looked_at(session)


def plan(review: Review, given: Iterable[tuple[NameLeft, Answer]], new_id: Callable[[str], str] | None = None) -> Plan:
    """What the answers come to."""
    from imr_desk.jobs.names_answered import planned

    return planned(review, given, new_id)


def preview(made: Plan, guard: Guard, binned: tuple[Binned, ...], step: Reading) -> tuple[SentenceRow, ...]:
    """Every sentence that will change, as rows."""
    from imr_desk.operations.resolving import preview as shown

    return planned_rows(shown(made.review, guard, made.resolutions, binned, step), made.review)


def numbers(review: Review, guard: Guard, today: dt.date, step: Reading) -> Mapping[str, int]:
    """The numbers of names in a draft, by the keys of their words."""
    from imr_desk.jobs.names_in_draft import draft_numbers

    return draft_numbers(review, guard, today, lambda: step(0, 1))


def references(session: Session) -> Callable[[str], str]:
    """A way to references never used before, several of a kind."""
    given: dict[str, Iterator[str]] = {}

    def new(kind: str) -> str:
        if kind not in given:
            given[kind] = iter(session.new_ids(kind, MOST_NEW))
        return next(given[kind])

    return new


def adding(made: Plan) -> Operation:
    """The edit that adds the people who are new."""
    from imr_desk.operations.general import Batch, Insert

    return Batch(tuple(Insert(each.kind, each.record_id, each.values) for each in made.new))


def deciding(given: Iterable[tuple[NameLeft, Answer]], guard: Guard) -> Operation | None:
    """The edit that keeps that words are no person; None where that was not answered."""
    from imr_desk.jobs.names_answered import decided
    from imr_desk.operations.general import Batch
    from imr_desk.operations.names import Decide

    made = tuple(Decide(key, answer) for key, answer in decided(given, guard))
    return Batch(made) if made else None
