"""The bytes of kept documents, in the review file and encrypted like the rest. A record says what each of them is."""

from __future__ import annotations

from imr_desk.store.transaction import Transaction


def keep(tx: Transaction, record_id: str, content: bytes) -> None:
    """Keep the bytes of a document under the reference of its record, within the transaction that adds the record."""
    tx.connection.run("INSERT INTO sys_document (id, bytes) VALUES (?, ?)", (record_id, content))


def next_reference(tx: Transaction) -> str:
    """A reference for a new kept document that was never used before."""
    found = tx.connection.row("SELECT last FROM sys_counter WHERE prefix = 'DOC'")
    return f"DOC-{(int(found[0]) if found else 0) + 1:03d}"
