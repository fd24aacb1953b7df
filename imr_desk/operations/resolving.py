"""A name replaced wherever it stands in the review file, as one deed (R-183, R-184).

    names = (Resolution("Jolyon Wetherspindle", "STF-04"), Resolution("Rosie", "STF-05", register=False))
    shown = preview(session.review, session.judge.guard, names, session.bin())    # places, with their sentences
    session.run(ResolveNames(names))

A long review is read by `Prepared(review, guard, names, session.file.undo_forms())` in another thread beforehand, and
the edit itself made there too: `session.stand_aside(ResolveNames(names, prepared, guard, step))`.
`names` may be one or many. The people are records that have a code already (`review.codes`, `session.new_id`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.names.door import is_name_itself
from imr_desk.names.guard import Guard
from imr_desk.names.resolving import Resolver, Settled, replaced, sentence_at
from imr_desk.operations.base import Applied, Operation, encode
from imr_desk.operations.judging import guard_for
from imr_desk.operations.names import RegisterName
from imr_desk.operations.rewriting import rewritten
from imr_desk.operations.writing import readable
from imr_desk.review.catalogue import field_of
from imr_desk.review.codes import code_of
from imr_desk.review.free_text import FreeText, texts_of
from imr_desk.review.new_texts import changed_values
from imr_desk.review.past import Binned
from imr_desk.review.record import Record, Value
from imr_desk.review.review import Review
from imr_desk.review.sealing import is_sealed
from imr_desk.review.values import Plain
from imr_desk.store import left_at, resolved, undo
from imr_desk.store.transaction import Transaction, told_to_nobody

Step = Callable[[int, int], None]
"""Is told how many of how many were done, and may end the work with an error."""
SIGNED, LONGER = "signed", "longer name"
"""Why a place is left as it is: the report is signed; or it is part of a longer name, who may be somebody else."""


class Resolution(NamedTuple):
    """`words`, a name as it is written or typed, stand for `person`, the id of a record with a code.

    With `register` the name is kept as keyed hashes and replaced in every form in which it stands for certain; without,
    these words alone are replaced, however they are capitalised or accented. No words and no `register`: whatever is
    registered for the person, wherever the guard knows it for certain.
    """

    words: str
    person: str
    register: bool = True

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"Resolution({self.person})"


class Replacing(NamedTuple):
    """A sentence in which names are to be replaced: where it stands, as it is and as it is to be.

    `left` says why it stays as it is, one of `SIGNED` and `LONGER`; "" where it changes. `binned`: it rests in the bin.
    """

    kind: str
    record_id: str
    field: str
    before: str
    after: str
    persons: tuple[str, ...]
    left: str = ""
    binned: bool = False

    def __repr__(self) -> str:
        """Without the words: a repr can reach a log."""
        return f"Replacing({self.record_id} {self.field})"


def preview(
    review: Review,
    guard: Guard,
    resolutions: Iterable[Resolution],
    binned: Iterable[Binned] = (),
    step: Step = told_to_nobody,
) -> tuple[Replacing, ...]:
    """Every sentence that `ResolveNames` would change, and those it leaves, in the order of the review; the bin last.

    `guard` is that of the review as it stands. Steps of undo are changed as well and not shown here. Pure, so it may
    run in any thread: `step` is told how many of how many records were looked at, and may end it with an error.
    Raises RegisterUnreadableError; BadInputError where a person has no code.
    """
    resolver = Resolver(guard, _settled(review, resolutions))
    shut = is_sealed(review)
    shown: list[Replacing] = []
    every = tuple(review)
    for at, record in enumerate(every):
        step(at, len(every))
        shown += [one for text in texts_of(record) for one in _shown(resolver, text, shut=shut)]
    for each in binned:
        shown += [one._replace(binned=True) for text in texts_of(each.record) for one in _shown(resolver, text)]
    return tuple(shown)


def _shown(resolver: Resolver, text: FreeText, *, shut: bool = False) -> Iterator[Replacing]:
    """What is to be shown of one text, a sentence once."""
    signed = shut and field_of(text.record.kind, text.field).sealed
    found = resolver.find(text.text)
    while found:
        begin, end = sentence_at(text.text, found[0].start, found[0].end)
        here = [each for each in found if each.start < end]
        end = max(end, here[-1].end)
        found = found[len(here) :]
        changed = [each._replace(start=each.start - begin, end=each.end - begin) for each in here if not each.longer]
        before = text.text[begin:end]
        after = before if signed else replaced(before, changed)
        left = SIGNED if signed else "" if changed else LONGER
        persons = tuple(dict.fromkeys(each.person for each in here))
        yield Replacing(text.record.kind, str(text.record.id), text.field, before, after, persons, left)


class Prepared:
    """What the replacing will change, worked out beforehand: pure, so that it may be done in any thread.

    `forms` are the steps of undo as `ReviewFile.undo_forms` gives them. Errors as of `preview`, and those of `step`.
    """

    def __init__(
        self,
        review: Review,
        guard: Guard,
        resolutions: Iterable[Resolution],
        forms: Iterable[str] = (),
        step: Step = told_to_nobody,
    ) -> None:
        """Read the review first: what is left in it may be left in what is past."""
        self.review, self.guard, self.resolutions = review, guard, tuple(resolutions)
        self._resolver = Resolver(guard, _settled(review, self.resolutions))
        self.changed: dict[tuple[str, str], Mapping[str, Value]] = {}
        self._read(tuple(review), step)
        self._forms: dict[str, str] = {}
        self._forms.update((form, self.new_form(form)) for form in forms)

    def _read(self, records: Sequence[Record], step: Step) -> None:
        shut = is_sealed(self.review)
        for at, record in enumerate(records):
            step(at, len(records))
            values = dict(changed_values(record.kind, record, self._resolver.new, leave_sealed=shut))
            if values:
                self.changed[record.kind, str(record.id)] = values

    def brought_to(self, review: Review, guard: Guard, step: Step = told_to_nobody) -> Prepared:
        """The same for the review as it stands by now: where the names are told as before, only edits are read."""
        if review is self.review and guard is self.guard:
            return self
        if guard is not self.guard or is_sealed(review) is not is_sealed(self.review):
            return Prepared(review, guard, self.resolutions, self._forms, step)
        before, other = self.review, copy(self)
        other.review = review
        other.changed = {(kind, name): values for (kind, name), values in self.changed.items() if name in review}
        edited = tuple(record for record in review if before.get(record.id) is not record)
        for record in edited:
            other.changed.pop((record.kind, str(record.id)), None)
        other._read(edited, step)
        return other

    @property
    def fields(self) -> int:
        """How many fields of the review are another afterwards."""
        return sum(map(len, self.changed.values()))

    @property
    def left(self) -> int:
        """How many longer names with one of the names in them are left, since they may be somebody else."""
        return self._resolver.left

    def new_form(self, form: str) -> str:
        """A step of undo, or anything else kept as JSON, with the codes in it."""
        known = self._forms.get(form)
        return rewritten(form, self._resolver.new_past) if known is None else known

    def of_binned(self, record: Record) -> dict[str, Value]:
        """The fields of a record in the bin that are another afterwards."""
        return dict(changed_values(record.kind, record, self._resolver.new_past))


@dataclass(frozen=True)
class ResolveNames:
    """Put the code of a person where their name stands: in every text, the bin, the steps of undo, and the index.

    What is signed stays as it is. It cannot be undone: undo would have to keep the names. Steps of undo and redo stay,
    with the code in them. A dated mark stays (`session.resolved_names()`): who, and on which records. `prepared` saves
    the reading, where `guard`, that of the review as it stands, is its own: then only what was edited since is read.
    """

    resolutions: Sequence[Resolution] = field(repr=False)
    prepared: Prepared | None = field(default=None, repr=False, compare=False)
    guard: Guard | None = field(default=None, repr=False, compare=False)
    step: Step = field(default=told_to_nobody, repr=False, compare=False)
    name: ClassVar[str] = "resolve_names"

    def apply(self, tx: Transaction) -> Applied:
        """Replace and register. RegisterUnreadableError; BadInputError without a code, or without a letter."""
        ready = self._ready(tx)
        tx.step = self.step
        with tx.indexed_anew():
            for at, ((kind, record_id), values) in enumerate(ready.changed.items()):
                self.step(at, len(ready.changed))
                tx.set_values(kind, record_id, values)
        touched = [f"{kind}:{record_id}" for kind, record_id in tx.changed]
        for record in (each.record for each in tx.bin()):
            if values := ready.of_binned(record):
                tx.rewrite_binned(record, values)
                touched.append(f"bin:{record.id}")
        undo.rewrite(tx.connection, ready.new_form)
        unkept = left_at.read(tx.connection)
        left_at.keep(tx.connection, ready.new_form(unkept) if unkept else "")
        for one in self.resolutions:
            if one.register:
                RegisterName(one.person, one.words).apply(tx)
        resolved.add(tx.connection, tx.at, dict.fromkeys(one.person for one in self.resolutions), touched)
        return Applied(None)

    def _ready(self, tx: Transaction) -> Prepared:
        """What will change in the review as it stands in this transaction."""
        review, ready = tx.review(), self.prepared
        if ready is None or ready.resolutions != tuple(self.resolutions):
            return Prepared(review, guard_for(tx.connection, review), self.resolutions, (), self.step)
        if ready.review is review:
            return ready
        return ready.brought_to(review, self.guard or guard_for(tx.connection, review), self.step)

    def after_it(self, other: Operation) -> Operation:
        """An edit that was asked for before this one was done: the names give way in it, since it will come after."""
        form = encode(other)
        after = self.prepared.new_form(form) if self.prepared is not None else form
        return other if after == form else readable(after) or other

    def to_json(self) -> dict[str, Plain]:
        """Without the names; this form is never read again."""
        return {"persons": [one.person for one in self.resolutions]}


def _settled(review: Review, resolutions: Iterable[Resolution]) -> Iterator[Settled]:
    """Each with the code of its person."""
    for one in resolutions:
        code = code_of(review, one.person)
        if not code or not (any(letter.isalpha() for letter in one.words) or not (one.words or one.register)):
            raise BadInputError(tr("A name can be replaced only by somebody with a code. Nothing was changed."))
        if one.words and is_name_itself(code, one.words):
            raise BadInputError(
                tr("The code of this person holds the name itself. Make it a job title first. Nothing was changed.")
            )
        yield Settled(one.words, one.person, code, whole=not one.register)
