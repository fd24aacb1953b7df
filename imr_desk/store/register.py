"""The register of staff names in the file: keyed hashes, the key in a record of its own, and what was decided.

No name is ever kept here, neither plain nor in the history; names.md and docs/file-format.md say what that does and
does not protect against.
"""

from __future__ import annotations

from collections.abc import Iterable

from imr_desk.names.forms import Form
from imr_desk.names.register import HashRow, StaffRegister, check_value, is_right_key, new_key
from imr_desk.store.driver import Connection

_CHECK = "register_check"
LOOKED_AT = "looked at"
"""Kept in the place of a decision where somebody looked at words that may be a name: it tells the guard nothing."""
_DECIDED = "SELECT key, answer FROM sys_decision WHERE answer <> ?"


def key_at_hand(connection: Connection) -> bytes | None:
    """The key of the register, tried against its check value; None where it is not at hand, or is another one."""
    found = connection.row("SELECT key FROM sys_register_key")
    check = connection.row("SELECT value FROM sys_fact WHERE name = ?", (_CHECK,))
    if not found or not found[0] or not check:
        return None
    key = bytes(found[0])
    return key if is_right_key(key, bytes.fromhex(check[0])) else None


def key_for_writing(connection: Connection) -> bytes:
    """The key at hand; a new one where none was ever made. RegisterUnreadableError where it is kept elsewhere."""
    key = key_at_hand(connection)
    if key is not None:
        return key
    load(connection).find("")
    key = new_key()
    connection.run("INSERT OR REPLACE INTO sys_register_key (only, key) VALUES (1, ?)", (key,))
    connection.run("INSERT OR REPLACE INTO sys_fact (name, value) VALUES (?, ?)", (_CHECK, check_value(key).hex()))
    return key


def load(connection: Connection, more: Iterable[HashRow] = ()) -> StaffRegister:
    """The register as it can be used now; `more` rows are looked up as well and not kept."""
    rows = connection.rows("SELECT digest, person, form, place, length FROM sys_register")
    kept = tuple(HashRow(bytes(row[0]), row[1], row[2], row[3], row[4]) for row in rows)
    return StaffRegister(key_at_hand(connection), (*kept, *more))


def add(connection: Connection, rows: Iterable[HashRow]) -> None:
    """Keep the rows of one more name of one person. Where the person has all of them, the name is there already."""
    rows = tuple(rows)
    for person in {row.person for row in rows}:
        kept = connection.rows(
            "SELECT digest, person, form, place, length FROM sys_register WHERE person = ?", (person,)
        )
        known = {HashRow(bytes(row[0]), row[1], row[2], row[3], row[4]) for row in kept}
        if known.issuperset(row for row in rows if row.person == person):
            rows = tuple(row for row in rows if row.person != person)
    if not rows:
        return
    connection.run_many("INSERT INTO sys_register (digest, person, form, place, length) VALUES (?, ?, ?, ?, ?)", rows)
    _shuffle(connection)
    _changed(connection)


def _changed(connection: Connection) -> None:
    """Count the changes, so that whoever keeps what the guard found knows that it no longer holds."""
    connection.run(
        "INSERT INTO sys_fact (name, value) VALUES ('register_changes', '1') "
        "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )


def forget(connection: Connection, person: str) -> None:
    """Take everything about a person out of the register."""
    connection.run("DELETE FROM sys_register WHERE person = ?", (person,))
    _changed(connection)


def counts(connection: Connection) -> dict[str, int]:
    """How many names are registered to each person, by the id of the record. Every name has one family name."""
    found = connection.rows(
        "SELECT person, COUNT(*) FROM sys_register WHERE form = ? AND place = -1 GROUP BY person", (int(Form.FAMILY),)
    )
    return {str(person): int(number) for person, number in found}


def persons(connection: Connection) -> frozenset[str]:
    """Ids of the people whose name is registered."""
    return frozenset(str(row[0]) for row in connection.rows("SELECT DISTINCT person FROM sys_register"))


def _shuffle(connection: Connection) -> None:
    """Keep the rows in the order of their digests, so that their place does not tell who was entered when."""
    connection.run("CREATE TEMP TABLE sorted AS SELECT * FROM sys_register ORDER BY digest")
    connection.run("DELETE FROM sys_register")
    connection.run("INSERT INTO sys_register SELECT * FROM sorted")
    connection.run("DROP TABLE sorted")


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
