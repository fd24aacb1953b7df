"""Whether the tables of a review file are those that the program makes: none missing, none changed, none added.

A trigger that was dropped to change the history, or one that was put in to change what is read, shows here.
"""

from __future__ import annotations

import re

from imr_desk.i18n import tr
from imr_desk.store import content_sum, schema
from imr_desk.store.driver import Connection

_NAME = re.compile(r'CREATE (?:VIRTUAL )?(?:TABLE|INDEX|TRIGGER|VIEW) "?(\w+)"?')
_MADE_BY_SQLITE = re.compile(r"sqlite_\w+|sys_search_(?:data|idx|content|docsize|config)")


def faults(connection: Connection) -> tuple[str, ...]:
    """Plain sentences on what does not hold in tables and history; the pages themselves must be sound."""
    said = [tr("The last lines of the history are no longer there.")] if history_ends_early(connection) else []
    said.extend(schema_faults(connection))
    if not said and not content_sum.holds(connection):
        said.append(tr("A record was changed, added or taken away by another program than this one."))
    if changed := changed_documents(connection):
        said.append(tr("Kept documents that are not as they were kept: {names}.").format(names=_listed(changed)))
    return tuple(said)


def changed_documents(connection: Connection) -> list[str]:
    """Ids of kept documents whose bytes are not those their record tells of."""
    import hashlib  # its library of ciphers is large; reading a review needs none of it

    told = connection.rows("SELECT id, sha256 FROM document WHERE sha256 IS NOT NULL ORDER BY id")
    found = []
    for record_id, digest in told:
        kept = connection.row("SELECT bytes FROM sys_document WHERE id = ?", (record_id,))
        if kept is not None and hashlib.sha256(kept[0]).hexdigest() != digest:
            found.append(str(record_id))
    return found


def schema_faults(connection: Connection) -> tuple[str, ...]:
    """Plain sentences on what differs from the tables of today's version; empty where nothing does."""
    wanted = {match[1]: _plain(each) for each in schema.statements() if (match := _NAME.match(each))}
    found = {
        str(name): _plain(str(sql))
        for name, sql in connection.rows("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        if not _MADE_BY_SQLITE.fullmatch(str(name))
    }
    said = []
    if lacking := sorted(wanted.keys() - found.keys()):
        said.append(tr("The file lacks parts that this program makes: {names}.").format(names=_listed(lacking)))
    if added := sorted(found.keys() - wanted.keys()):
        said.append(tr("The file holds parts that this program does not make: {names}.").format(names=_listed(added)))
    if other := sorted(name for name in wanted.keys() & found.keys() if wanted[name] != found[name]):
        said.append(tr("Parts of the file are not as this program makes them: {names}.").format(names=_listed(other)))
    if connection.row("SELECT 1 FROM sys_search_config WHERE k = 'secure-delete' AND v = 1") is None:
        said.append(tr("The index of words would keep words that are deleted."))
    return tuple(said)


def history_ends_early(connection: Connection) -> bool:
    """Whether the last lines of the history were taken away: SQLite counts how many there ever were."""
    if connection.row("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'") is None:
        return False  # a file with other tables, which is told as that
    ever = connection.row("SELECT seq FROM sqlite_sequence WHERE name = 'sys_history'")
    last = connection.row("SELECT max(seq) FROM sys_history")
    return (int(ever[0]) if ever else 0) != (int(last[0] or 0) if last else 0)


def _plain(sql: str) -> str:
    return " ".join(sql.split())


def _listed(names: list[str]) -> str:
    return ", ".join(names[:5]) + ("…" if len(names) > 5 else "")
