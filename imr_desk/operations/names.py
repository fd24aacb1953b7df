"""Edits of the register of names. A name goes in and is not kept: only keyed hashes are (R-183, R-184)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.names.door import is_name_itself
from imr_desk.names.guard import Decision
from imr_desk.names.register import rows_for
from imr_desk.names.sealed_rows import KeptRow, padded, rows_from_plain, rows_to_plain
from imr_desk.operations.base import Applied, Operation, text_of, to_plain_operation, undoable
from imr_desk.operations.general import Batch, Delete
from imr_desk.review.codes import PEOPLE, first_values
from imr_desk.review.text import clean_line
from imr_desk.review.values import Plain
from imr_desk.store import register, undo
from imr_desk.store.transaction import Transaction

ANSWERS = tuple(map(str, Decision))


@undoable
@dataclass(frozen=True)
class RegisterName:
    """Let a name be recognised as a person with a code. What is kept for undo is hashes sealed under the key.

    Besides staff, subjects and people of other agencies can be recognised in this way.
    """

    person_id: str
    person_name: str = field(repr=False)
    name: ClassVar[str] = "register_name"

    def apply(self, tx: Transaction) -> Applied:
        """Keep the hashes of the name."""
        person = tx.get(self.person_id)
        tx.must_get(person.kind if person is not None and person.kind in PEOPLE else "staff", self.person_id)
        words = clean_line(self.person_name).text
        if person is not None and is_name_itself(person.text("code"), words):
            raise BadInputError(
                tr("The code of this person holds the name itself. Make it a job title first. Nothing was registered.")
            )
        rows = rows_for(register.key_for_writing(tx.connection), self.person_id, words)
        if not rows:
            raise BadInputError(tr("A name needs at least two letters. Nothing was registered."))
        kept = register.add(tx.connection, rows)
        return Applied(TakeNameOut(self.person_id, padded(kept)) if kept else None)

    def to_json(self) -> dict[str, Plain]:
        """Without the name."""
        return {"person": self.person_id}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> RegisterName:
        """As in `Operation`; good for being named only, since it holds no name."""
        return cls(text_of(plain, "person"), "")


@undoable
@dataclass(frozen=True)
class RegisterNames:
    """Let many names be recognised at once: all of them, or none; one step of undo, which holds no name."""

    names: tuple[tuple[str, str], ...] = field(repr=False)
    """Of each the id of the person and the name."""
    new: tuple[tuple[str, str], ...] = ()
    """Staff who come in with them: of each the id of a new record, and the job title with its number."""
    name: ClassVar[str] = "register_names"

    def apply(self, tx: Transaction) -> Applied:
        """Keep the new records and the hashes. BadInputError where a name has no letters."""
        for record_id, code in self.new:
            tx.insert("staff", record_id, first_values("staff", code))
        key = register.key_for_writing(tx.connection)
        rows = []
        for person, written in self.names:
            found = tx.get(person)
            tx.must_get(found.kind if found is not None and found.kind in PEOPLE else "staff", person)
            hashed = rows_for(key, person, clean_line(written).text)
            if not hashed:
                raise BadInputError(tr("A name needs at least two letters. Nothing was registered."))
            rows.append(hashed)
        return Applied(self._inverse(register.add_each(tx.connection, rows)))

    def _inverse(self, kept: Iterable[tuple[KeptRow, ...]]) -> Operation | None:
        """What takes the names out again, and then the staff who came with them; None where nothing was new."""
        people = (person for person, _ in self.names)
        taken = tuple(TakeNameOut(person, padded(rows)) for person, rows in zip(people, kept, strict=True) if rows)
        steps = [*((TakeNamesOut(taken),) if taken else ()), *(Delete("staff", new) for new, _ in self.new)]
        return Batch(tuple(steps)) if steps else None

    def to_json(self) -> dict[str, Plain]:
        """Without the names."""
        return {"people": len(self.names)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> RegisterNames:
        """As in `Operation`; good for being named only, since it holds no name."""
        return cls(())


@undoable
@dataclass(frozen=True)
class TakeNameOut:
    """Take one name of a person out of the register again, by its rows as they are kept there, and padding."""

    person_id: str
    rows: tuple[KeptRow, ...] = field(repr=False)
    name: ClassVar[str] = "take_name_out"

    def apply(self, tx: Transaction) -> Applied:
        """Take the rows out; the inverse puts them back."""
        register.take_out(tx.connection, ((self.person_id, self.rows),))
        return Applied(PutNameBack(self.person_id, self.rows))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"person": self.person_id, "rows": rows_to_plain(self.rows)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> TakeNameOut:
        """As in `Operation`."""
        return cls(text_of(plain, "person"), rows_from_plain(plain["rows"]))


@undoable
@dataclass(frozen=True)
class PutNameBack:
    """Put one name of a person back into the register, by its rows as they were kept there."""

    person_id: str
    rows: tuple[KeptRow, ...] = field(repr=False)
    name: ClassVar[str] = "put_name_back"

    def apply(self, tx: Transaction) -> Applied:
        """Put the rows back; the inverse takes them out."""
        register.put_back(tx.connection, ((self.person_id, self.rows),))
        return Applied(TakeNameOut(self.person_id, self.rows))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"person": self.person_id, "rows": rows_to_plain(self.rows)}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> PutNameBack:
        """As in `Operation`."""
        return cls(text_of(plain, "person"), rows_from_plain(plain["rows"]))


@undoable
@dataclass(frozen=True)
class TakeNamesOut:
    """Take many names out of the register again, all at once: the table is written once."""

    each: tuple[TakeNameOut, ...] = field(repr=False)
    name: ClassVar[str] = "take_names_out"

    def apply(self, tx: Transaction) -> Applied:
        """Take the rows out; the inverse puts them back."""
        register.take_out(tx.connection, ((one.person_id, one.rows) for one in self.each))
        return Applied(PutNamesBack(tuple(PutNameBack(one.person_id, one.rows) for one in self.each)))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"names": [dict(to_plain_operation(one)) for one in self.each]}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> TakeNamesOut:
        """As in `Operation`."""
        return cls(tuple(map(TakeNameOut.from_json, _forms(plain["names"]))))


@undoable
@dataclass(frozen=True)
class PutNamesBack:
    """Put many names back into the register, all at once."""

    each: tuple[PutNameBack, ...] = field(repr=False)
    name: ClassVar[str] = "put_names_back"

    def apply(self, tx: Transaction) -> Applied:
        """Put the rows back; the inverse takes them out."""
        register.put_back(tx.connection, ((one.person_id, one.rows) for one in self.each))
        return Applied(TakeNamesOut(tuple(TakeNameOut(one.person_id, one.rows) for one in self.each)))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"names": [dict(to_plain_operation(one)) for one in self.each]}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> PutNamesBack:
        """As in `Operation`."""
        return cls(tuple(map(PutNameBack.from_json, _forms(plain["names"]))))


def _forms(plain: Plain) -> Iterator[Mapping[str, Plain]]:
    """The forms of a list of operations."""
    return (each for each in (plain if isinstance(plain, list) else ()) if isinstance(each, dict))


@dataclass(frozen=True)
class ForgetName:
    """Take everything about a person out of the register, for instance after a slip."""

    person_id: str
    name: ClassVar[str] = "forget_name"

    def apply(self, tx: Transaction) -> Applied:
        """Take out the hashes, and those that steps of undo hold: nothing is to bring them back."""
        register.forget(tx.connection, self.person_id)
        undo.rewrite(tx.connection, partial(_without_rows, person=self.person_id))
        return Applied(None)

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"person": self.person_id}


def _without_rows(form: str, person: str) -> str:
    """The form of a step without the rows of a person's names."""
    if TakeNameOut.name not in form and PutNameBack.name not in form:
        return form
    return json.dumps(_emptied(json.loads(form), person), separators=(",", ":"))


def _emptied(plain: Plain, person: str) -> Plain:
    if isinstance(plain, list):
        return [_emptied(each, person) for each in plain]
    if not isinstance(plain, dict):
        return plain
    if plain.get("op") in (TakeNameOut.name, PutNameBack.name) and plain.get("person") == person:
        return {**plain, "rows": []}
    return {name: _emptied(each, person) for name, each in plain.items()}


@undoable
@dataclass(frozen=True)
class Decide:
    """Remember what was decided on words that look like a name; by keyed hash, never the words. "" takes it back."""

    key: str
    answer: str
    name: ClassVar[str] = "decide"

    def apply(self, tx: Transaction) -> Applied:
        """Keep the decision; the inverse brings back the one before."""
        if self.answer and self.answer not in ANSWERS:
            raise BadInputError(tr("That answer is not one of the four. Nothing was changed."))
        if not re.fullmatch("[0-9a-f]{20}", self.key):  # else the words themselves could be kept for a key
            raise ValueError("not the key of a decision")
        before = register.decide(tx.connection, self.key, self.answer, tx.at)
        return Applied(Decide(self.key, before))

    def to_json(self) -> dict[str, Plain]:
        """As in `Operation`."""
        return {"key": self.key, "answer": self.answer}

    @classmethod
    def from_json(cls, plain: Mapping[str, Plain]) -> Decide:
        """As in `Operation`."""
        return cls(text_of(plain, "key"), text_of(plain, "answer"))
