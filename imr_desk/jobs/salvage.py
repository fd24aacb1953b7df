"""Salvaging a damaged review as a job, and what was lost in words."""

from __future__ import annotations

from pathlib import Path

from imr_desk.clock import Clock, stamp, system_clock
from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.store.salts import key_from_passphrase, key_with_salt
from imr_desk.store.salvage import Lost, Salvaged
from imr_desk.store.salvage import salvage as read_out

__all__ = ["Lost", "Salvaged", "lost_words", "salvage", "summary"]


def salvage(
    path: Path,
    target: Path,
    passphrase: str | None = None,
    raw_key: bytes | None = None,
    *,
    place: Path | None = None,
    clock: Clock = system_clock,
) -> Salvaged:
    """Write what can be read of a damaged review to a new file under the same passphrase; the damaged one stays.

    `place` is where backups lie that do not lie beside the file: their beginnings help where that of the file is
    damaged. WrongPassphraseError where nothing verifies; FileProblemError where the new file cannot be written.
    """
    if raw_key is not None:
        key = key_with_salt(path, raw_key, place)
    else:
        key = key_from_passphrase(path, passphrase or "", place)
    return read_out(path, key, target, stamp(clock))


def summary(found: Salvaged) -> str:
    """The outcome in one or two sentences."""
    read = trn("{n} record was read out.", "{n} records were read out.", found.records)
    if found.whole:
        return read + " " + tr("Nothing of the review was lost.")
    count = len(found.lost)
    if not count:
        return read + " " + tr("No record was lost.")
    return read + " " + trn("Something of {n} record was lost.", "Something of {n} records was lost.", count)


def lost_words(found: Salvaged) -> tuple[str, ...]:
    """What was lost, a line each: records, links, kept documents, lines of the history."""
    return (
        *(_record_words(each) for each in found.lost),
        *(tr("{record}: its link to {other}").format(record=record, other=other) for record, other in found.links),
        *(tr("{record}: the document itself").format(record=record) for record in found.documents),
        *([trn("{n} line of the history", "{n} lines of the history", found.lines)] if found.lines else []),
    )


def _record_words(lost: Lost) -> str:
    declared = KINDS.get(lost.kind)
    label = tr(declared.label) if declared is not None else lost.id
    who = label if declared is not None and declared.single else f"{lost.id} ({label[:1].lower()}{label[1:]})"
    if lost.in_bin:
        return tr("{record}, which had been deleted: it lay in the bin").format(record=who)
    if not lost.surely:
        return tr("{record}: perhaps all of it; only the history names it").format(record=who)
    if not lost.fields:
        return tr("{record}: all of it").format(record=who)
    kind = kind_of(lost.kind)
    names = ", ".join(f"‘{tr(kind.field(name).label)}’" for name in lost.fields)
    return tr("{record}: {fields}").format(record=who, fields=names)
