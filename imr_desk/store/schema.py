"""The tables of a review file, from the declarations: one table a kind, and the program's own, whose names begin sys_.

docs/file-format.md describes the same for whoever reads a file with another tool.
"""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.review.catalogue import KINDS
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.store.driver import Connection

APPLICATION_ID = 0x494D5244  # 'IMRD'
VERSION = 1

_SQL_TYPE = {FieldType.YES_NO: "INTEGER", FieldType.NUMBER: "INTEGER"}

OWN_TABLES = (
    # Facts about the file: nonce, when and by which program it was made, check value of the register's key.
    "CREATE TABLE sys_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # Append-only: which operation ran when, on which records, each line chained to the one before. Never words. SQLite
    # counts its lines (AUTOINCREMENT), so that the last ones cannot be taken away unseen.
    """CREATE TABLE sys_history (seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, operation TEXT NOT NULL,
       records TEXT NOT NULL, digest TEXT NOT NULL) STRICT""",
    "CREATE TRIGGER sys_history_no_update BEFORE UPDATE ON sys_history BEGIN SELECT RAISE(ABORT, 'append only'); END",
    "CREATE TRIGGER sys_history_no_delete BEFORE DELETE ON sys_history BEGIN SELECT RAISE(ABORT, 'append only'); END",
    """CREATE TABLE sys_undo (seq INTEGER PRIMARY KEY, undone INTEGER NOT NULL, visit TEXT NOT NULL,
       operation TEXT NOT NULL, inverse TEXT NOT NULL) STRICT""",
    """CREATE TABLE sys_bin (id TEXT PRIMARY KEY, kind TEXT NOT NULL, position INTEGER NOT NULL,
       body TEXT NOT NULL, deleted_at TEXT NOT NULL) STRICT""",
    # Who has the file open for writing; empty while nobody has.
    """CREATE TABLE sys_holder (only INTEGER PRIMARY KEY CHECK (only = 1), token TEXT NOT NULL, machine TEXT NOT NULL,
       computer TEXT NOT NULL, user TEXT NOT NULL, since TEXT NOT NULL, process INTEGER NOT NULL,
       started TEXT NOT NULL, place TEXT NOT NULL) STRICT""",
    "CREATE TABLE sys_counter (prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE sys_document (id TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
    # The register of staff names: keyed hashes, what each stands for sealed under the same key, among rows of padding.
    "CREATE TABLE sys_register (digest BLOB NOT NULL, sealed BLOB NOT NULL) STRICT",
    # How many names each person has in it, and how many of them are to be typed again. Never a name.
    """CREATE TABLE sys_register_person (person TEXT PRIMARY KEY, names INTEGER NOT NULL, again INTEGER NOT NULL)
       STRICT""",
    "CREATE TABLE sys_register_key (only INTEGER PRIMARY KEY CHECK (only = 1), key BLOB) STRICT",
    "CREATE TABLE sys_decision (key TEXT PRIMARY KEY, answer TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # The marks that replaced names leave: when, whose (by the id of a record), in which records. Never a name.
    """CREATE TABLE sys_resolved (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, person TEXT NOT NULL,
       records TEXT NOT NULL) STRICT""",
    # Sheets on which a recovery key was shown; no key stands here, only what tells one from another.
    """CREATE TABLE sys_sheet (number INTEGER PRIMARY KEY, made_at TEXT NOT NULL, check_value TEXT NOT NULL,
       settled INTEGER NOT NULL) STRICT""",
    "CREATE TABLE sys_search_id (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT",
    "CREATE VIRTUAL TABLE sys_search USING fts5(words, tokenize='unicode61 remove_diacritics 2', prefix='2 3')",
    # Without it FTS5 keeps words that were deleted.
    "INSERT INTO sys_search(sys_search, rank) VALUES('secure-delete', 1)",
)


def columns_of(field: Field) -> tuple[str, ...]:
    """The columns that hold a field: a date as known has two, its EDTF and the words typed."""
    return (field.name, f"{field.name}_words") if field.type is FieldType.KNOWN_DATE else (field.name,)


def table_of(kind: Kind) -> str:
    """The statement that makes the table of a kind."""
    columns = ["id TEXT PRIMARY KEY", "position INTEGER NOT NULL"]
    for field in kind.fields:
        for column in columns_of(field):
            columns.append(f'"{column}" {_SQL_TYPE.get(field.type, "TEXT")}{_reference(field)}')
    return f'CREATE TABLE "{kind.name}" ({", ".join(columns)}) STRICT'


def _reference(field: Field) -> str:
    """A link to one kind is a foreign key, looked at when the transaction ends, so that the order of edits is free."""
    if field.type is FieldType.LINK and len(field.to) == 1:
        return f' REFERENCES "{field.to[0]}" (id) DEFERRABLE INITIALLY DEFERRED'
    return ""


def statements() -> Iterator[str]:
    """Everything that makes an empty review file of today's version."""
    for kind in KINDS.values():
        yield table_of(kind)
    for kind in KINDS.values():
        if kind.single:
            yield f"INSERT INTO \"{kind.name}\" (id, position) VALUES ('{kind.name}', 0)"  # noqa: S608 (declared names)
    yield from OWN_TABLES


def create(connection: Connection) -> None:
    """Make the tables in one transaction and mark the file as ours."""
    connection.run("BEGIN IMMEDIATE")
    for statement in statements():
        connection.run(statement)
    connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.run(f"PRAGMA user_version = {VERSION}")
    connection.run("COMMIT")
