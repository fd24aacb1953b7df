"""The register of staff names in the file: keyed hashes, the key in a record of its own, and what was decided.

No name is ever kept here, neither plain nor in the history; names.md and docs/file-format.md say what that does and
does not protect against.
"""

from __future__ import annotations

import secrets
from collections.abc import Container, Iterable
from typing import NamedTuple
from weakref import WeakKeyDictionary

from imr_desk import keychain
from imr_desk.names.hashing import KEY_BYTES
from imr_desk.names.register import (
    HashRow,
    StaffRegister,
    again_sentence,
    check_value,
    incomplete_sentence,
    is_right_key,
    new_key,
    unreadable_sentence,
)
from imr_desk.names.sealed_rows import KeptRow, is_whole, padding, seal, size_for, unseal
from imr_desk.store.driver import Connection

SERVICE = "IMR Desk list of staff names"
"""Under which the keyring of a computer keeps keys of registers, each by its check value."""
_CHECK = "register_check"
_FROM_KEYRING: WeakKeyDictionary[Connection, bytes] = WeakKeyDictionary()
"""What the keyring answered, until the file is closed; nothing where it has no key."""
LOOKED_AT = "looked at"
"""Kept in the place of a decision where somebody looked at words that may be a name: it tells the guard nothing."""
_DECIDED = "SELECT key, answer FROM sys_decision WHERE answer <> ?"


def key_at_hand(connection: Connection) -> bytes | None:
    """The key of the register, tried against its check value; None where it is not at hand, or is another one.

    Where it is not in the file, the keyring of this computer is asked.
    """
    value = checked_by(connection)
    found = connection.row("SELECT key FROM sys_register_key")
    if not value or not found:
        return None
    key = bytes(found[0]) if found[0] else _key_of_keyring(connection, value)
    return key if key and is_right_key(key, bytes.fromhex(value)) else None


def _key_of_keyring(connection: Connection, value: str) -> bytes | None:
    """What the keyring keeps, asked once while the file is open: it may ask the person to unlock it."""
    kept = _FROM_KEYRING.get(connection)
    if kept is None:
        try:
            kept = bytes.fromhex(keychain.get_secret(SERVICE, value) or "")
        except ValueError:  # something else is kept there
            kept = b""
        _FROM_KEYRING[connection] = kept
    return kept if len(kept) == KEY_BYTES else None


def checked_by(connection: Connection) -> str:
    """The check value of the register's key, in hex; it says nothing about the key."""
    found = connection.row("SELECT value FROM sys_fact WHERE name = ?", (_CHECK,))
    return str(found[0]) if found else ""


def is_in_file(connection: Connection) -> bool:
    """Whether the file itself holds the key."""
    found = connection.row("SELECT key FROM sys_register_key")
    return bool(found and found[0])


def keep_key(connection: Connection, key: bytes | None) -> None:
    """Keep the key in the file; None takes it out, and then it has to be in a keyring."""
    connection.run("INSERT OR REPLACE INTO sys_register_key (only, key) VALUES (1, ?)", (key,))
    _FROM_KEYRING.pop(connection, None)


def key_for_writing(connection: Connection) -> bytes:
    """The key at hand; a new one where none was ever made. RegisterUnreadableError where it is kept elsewhere."""
    key = key_at_hand(connection)
    if key is not None:
        return key
    load(connection).find("")
    return _with_new_key(connection)


def _with_new_key(connection: Connection) -> bytes:
    key = new_key()
    keep_key(connection, key)
    connection.run("INSERT OR REPLACE INTO sys_fact (name, value) VALUES (?, ?)", (_CHECK, check_value(key).hex()))
    return key


def begin_again(connection: Connection) -> bytes:
    """An empty register under a new key; every name that was in it is to be typed again. Decisions are gone."""
    connection.run("DELETE FROM sys_register")
    connection.run("UPDATE sys_register_person SET again = names")
    connection.run("DELETE FROM sys_decision")
    key = _with_new_key(connection)
    _changed(connection)
    return key


class Kept(NamedTuple):
    """The register as it stands in the file: its rows are sealed still, which takes the longest to open.

    `key` is None where it is not at hand; `anybody` whether somebody is registered; `again` how many names are to be
    typed again.
    """

    key: bytes | None
    rows: tuple[KeptRow, ...]
    anybody: bool
    again: int

    def opened(self, more: Iterable[HashRow] = ()) -> StaffRegister:
        """The register as it can be used; `more` rows are looked up as well. Takes 2 ms of time for each ten names."""
        if self.key is None:
            return StaffRegister(None, (), unreadable_sentence() if self.anybody else "")
        rows = (*_unsealed(self.key, self.rows), *more)
        if self.again:
            return StaffRegister(self.key, rows, again_sentence(self.again))
        whole = is_whole(len(self.rows)) and (bool(self.rows) or not self.anybody)
        return StaffRegister(self.key, rows, "" if whole else incomplete_sentence())

    def __repr__(self) -> str:
        """Without the key."""
        return f"Kept({len(self.rows)})"


def as_kept(connection: Connection) -> Kept:
    """The register as it stands in the file now."""
    key = key_at_hand(connection)
    missing = connection.row("SELECT SUM(again) FROM sys_register_person")
    rows = tuple(_kept(connection)) if key is not None else ()
    return Kept(key, rows, bool(persons(connection)), int(missing[0] or 0) if missing else 0)


def load(connection: Connection) -> StaffRegister:
    """The register as it can be used now."""
    return as_kept(connection).opened()


def _kept(connection: Connection) -> list[KeptRow]:
    return [KeptRow(bytes(row[0]), bytes(row[1])) for row in connection.rows("SELECT digest, sealed FROM sys_register")]


def _unsealed(key: bytes, kept: Iterable[KeptRow]) -> tuple[HashRow, ...]:
    return tuple(row for row in (unseal(key, each) for each in kept) if row is not None)


def add(connection: Connection, rows: Iterable[HashRow]) -> tuple[KeptRow, ...]:
    """Keep the rows of one more name of one person, as `add_each` does."""
    return add_each(connection, (rows,))[0]


def add_each(connection: Connection, names: Iterable[Iterable[HashRow]]) -> tuple[tuple[KeptRow, ...], ...]:
    """Keep the rows of more names, each of one person. Where a person has all of them, the name is there already.

    The key has to be at hand: `key_for_writing` gave it for the rows. Returns of each name the rows that are new, as
    they are kept.
    """
    key = key_for_writing(connection)
    kept = _kept(connection)
    known = set(_unsealed(key, kept))
    here = persons(connection)
    before = {row.digest for row in known}
    new: list[tuple[KeptRow, ...]] = []
    for rows in names:
        own = tuple(dict.fromkeys(rows))
        missing = [row for row in own if row not in known]
        if own and (missing or own[0].person not in here):
            _count(connection, own[0].person)
        known.update(missing)
        new.append(tuple(seal(key, row) for row in missing))
    sealed = [row for rows in new for row in rows]
    if sealed:
        _write(connection, _joined(kept, before, sealed))
    _changed(connection)
    return tuple(new)


OfPerson = tuple[str, Iterable[KeptRow]]
"""The id of a person, and the rows of one of their names as they are kept."""


def take_out(connection: Connection, names: Iterable[OfPerson]) -> None:
    """Take out the rows of names, as `add_each` returned them; padding takes their places.

    Rows that are not there any more, since the list was typed again meanwhile, are passed over.
    """
    kept, gone = _kept(connection), set[KeptRow]()
    here = set(kept)
    for person, rows in names:
        own = here.intersection(rows)
        gone |= own
        if own:
            connection.run("UPDATE sys_register_person SET names = names - 1 WHERE person = ?", (person,))
    if gone:
        _write(connection, [padding() if each in gone else each for each in kept])
        connection.run("DELETE FROM sys_register_person WHERE names < 1")
    _changed(connection)


def put_back(connection: Connection, names: Iterable[OfPerson]) -> None:
    """Put rows that were taken out back; those that were sealed under another key are passed over."""
    key, kept = key_for_writing(connection), _kept(connection)
    here, back = set(kept), list[KeptRow]()
    for person, rows in names:
        own = [each for each in rows if each not in here and unseal(key, each) is not None]
        back += own
        if own:
            _count(connection, person)
    if back:
        _write(connection, _joined(kept, {row.digest for row in _unsealed(key, kept)}, back))
    _changed(connection)


def _count(connection: Connection, person: str) -> None:
    """One more name of a person, or one of those that were to be typed again."""
    connection.run(
        "INSERT INTO sys_register_person (person, names, again) VALUES (?, 1, 0) ON CONFLICT (person) DO UPDATE SET "
        "names = names + (again = 0), again = MAX(again - 1, 0)",
        (person,),
    )


def _joined(kept: list[KeptRow], real: Container[bytes], new: list[KeptRow]) -> list[KeptRow]:
    """The rows of the table with new ones, which take the places of padding; padding that stays is as it was.

    `real` are the digests of the rows that are no padding.
    """
    names = [each for each in kept if each.digest in real]
    blank = [each for each in kept if each.digest not in real]
    size = size_for(len(names) + len(new))
    secrets.SystemRandom().shuffle(blank)
    blank = blank[: size - len(names) - len(new)]
    blank += [padding() for _ in range(size - len(names) - len(new) - len(blank))]
    return [*names, *new, *blank]


def _write(connection: Connection, rows: Iterable[KeptRow]) -> None:
    """Keep these rows and no others, in the order of their digests: their place tells nothing of anybody."""
    connection.run("DELETE FROM sys_register")
    connection.run_many("INSERT INTO sys_register (digest, sealed) VALUES (?, ?)", sorted(rows))


def _changed(connection: Connection) -> None:
    """Count the changes, so that whoever keeps what the guard found knows that it no longer holds."""
    connection.run(
        "INSERT INTO sys_fact (name, value) VALUES ('register_changes', '1') "
        "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )


def forget(connection: Connection, person: str) -> None:
    """Take everything about a person out of the register. RegisterUnreadableError where its key is not at hand."""
    if person in persons(connection):
        key = key_for_writing(connection)
        left = []
        for each in _kept(connection):
            row = unseal(key, each)
            left.append(each if row is None or row.person != person else padding())
        _write(connection, left)
        connection.run("DELETE FROM sys_register_person WHERE person = ?", (person,))
    _changed(connection)


def counts(connection: Connection) -> dict[str, int]:
    """How many names are registered to each person, by the id of the record."""
    return {str(row[0]): int(row[1]) for row in connection.rows("SELECT person, names FROM sys_register_person")}


def to_type_again(connection: Connection) -> dict[str, int]:
    """How many names of each person are still to be typed again, by the id of the record."""
    found = connection.rows("SELECT person, again FROM sys_register_person WHERE again > 0")
    return {str(person): int(number) for person, number in found}


def expect_again(connection: Connection, names: Iterable[tuple[str, int]]) -> None:
    """So many names of these people are to be typed again: what a register held that could not be brought along."""
    connection.run_many(
        "INSERT OR REPLACE INTO sys_register_person (person, names, again) VALUES (?, ?, ?)",
        ((person, number, number) for person, number in names),
    )


def leave_out(connection: Connection) -> None:
    """Take register, key, check value and decisions out of a copy that is meant for somebody else."""
    for table in ("sys_register", "sys_register_person", "sys_register_key", "sys_decision"):
        connection.run(f"DELETE FROM {table}")  # noqa: S608 (names of ours)
    connection.run("DELETE FROM sys_fact WHERE name IN (?, 'register_changes')", (_CHECK,))


def persons(connection: Connection) -> frozenset[str]:
    """Ids of the people whose name is registered, or is to be typed again."""
    return frozenset(str(row[0]) for row in connection.rows("SELECT person FROM sys_register_person"))


def decisions(connection: Connection) -> dict[str, str]:
    """What was decided on words that looked like a name, by keyed hash."""
    return {str(key): str(answer) for key, answer in connection.rows(_DECIDED, (LOOKED_AT,))}


def decide(connection: Connection, key: str, answer: str, at: str) -> str:
    """Remember a decision ("": take it back); returns the one before."""
    found = connection.row("SELECT answer FROM sys_decision WHERE key = ?", (key,))
    if answer:
        connection.run("INSERT OR REPLACE INTO sys_decision (key, answer, at) VALUES (?, ?, ?)", (key, answer, at))
    else:
        connection.run("DELETE FROM sys_decision WHERE key = ?", (key,))
    _changed(connection)
    return str(found[0]) if found else ""
