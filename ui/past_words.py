"""The history in words: what was done, to what, and when. Pure; the history itself holds no word of a review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from imr_desk.i18n import mark, tr, trn
from imr_desk.review.catalogue import KINDS, kind_of
from imr_desk.review.dates import day_in_words
from imr_desk.review.past import PastEdit
from imr_desk.review.stages import stage_name

_ONE = {
    "set_fields": mark("Changed: {what}"),
    "insert": mark("Added: {what}"),
    "delete": mark("Deleted: {what}"),
    "restore": mark("Put back: {what}"),
    "purge": mark("Removed for good: {what}"),
    "move": mark("Put in another place: {what}"),
    "link": mark("Links changed: {what}"),
    "accept_detail": mark("A detail was accepted with a reason"),
    "exempt": mark("A reason was given why something does not apply"),
    "register_name": mark("A staff name was registered"),
    "take_name_out": mark("A name was taken out of the register"),
    "put_name_back": mark("A name was put back into the register"),
    "take_names_out": mark("Names were taken out of the register"),
    "put_names_back": mark("Names were put back into the register"),
    "resolve_names": mark("A name gave way to a code wherever it stood"),
    "register_names": mark("Staff names were registered"),
    "keep_register_key_in_keyring": mark("The key of the staff names was put into the keyring of a computer"),
    "keep_register_key_in_file": mark("The key of the staff names was put back into the review"),
    "type_register_again": mark("The list of staff names was begun again"),
    "forget_name": mark("Staff names were forgotten"),
    "decide": mark("It was decided whether words are a name"),
    "look_at": mark("Words that may be names were looked at"),
    "sign": mark("Signed: {what}"),
    "reopen": mark("Reopened after signing: {what}"),
    "change_passphrase": mark("The passphrase was changed"),
    "keep_recovery_key": mark("The recovery key was kept"),
    "refuse_recovery_key": mark("The recovery key was refused, in words"),
    "forbid_keyring": mark("No computer may keep the key of the review"),
    "allow_keyring": mark("A computer may keep the key of the review"),
    "import": mark("Entries were taken in from a file"),
    "take_back": mark("Entries from a file were taken out again"),
    "put_back": mark("Entries from a file were put back"),
    "load": mark("The review was begun"),
    "rescue": mark("Kept from memory in a new file, when the one before could not be read any more"),
    "take_over": mark("Taken over from another program, which may still have had it open"),
    "salvage": mark("What a damaged file still held was read out into this one"),
}
"""What an operation does, by the name under which it stands in the history; others are ‘Changed’."""
_TURNED = {"undo": mark("Taken back: {deed}"), "redo": mark("Done again: {deed}")}


IsThere = Callable[[str], bool]


def _unknown(_record_id: str) -> bool:
    """Nothing is known of the review as it stands: every record a line names counts."""
    return False


@dataclass(frozen=True)
class PastRow:
    """One row: what was done once or several times in a row to the same records.

    `number` is that of its newest line; `place` is the (kind, id) it leads to, if that is known.
    """

    number: int
    when: str
    what: str
    where: str
    place: tuple[str, str] | None


def rows_of(lines: tuple[PastEdit, ...], zone: dt.tzinfo | None, is_there: IsThere = _unknown) -> tuple[PastRow, ...]:
    """Rows for lines of the history, the newest first; what was done again and again is one row a day.

    `is_there` says whether a record (by id) stands in the review now. The line of a deletion names with it the records
    that led there; what was deleted is what is not there any more.
    """

    def same(line: PastEdit) -> tuple[str, object, object, dt.date]:
        return line.operation, line.records, line.more, _moment(line, zone).date()

    back = frozenset(newer.number for newer, older in pairwise(lines) if newer.at < older.at)
    return tuple(_row(tuple(group), zone, is_there, back) for _, group in groupby(lines, key=same))


def _row(lines: tuple[PastEdit, ...], zone: dt.tzinfo | None, is_there: IsThere, back: frozenset[int]) -> PastRow:
    """One row; before the lines numbered in `back` the clock was set back, which is said."""
    newest = _of_deletion(lines[0], is_there)
    words = deed(newest)
    if any(line.number in back for line in lines):
        words = tr("{deed} (by a clock that had been set back)").format(deed=words)
    if len(lines) > 1:
        words = tr("{deed}, {n}\u00a0times").format(deed=words, n=len(lines))
    known = [pair for pair in newest.records if pair[0] in KINDS and newest.operation != "load"]
    stages = sorted({kind_of(kind).stage for kind, _ in known})
    return PastRow(
        newest.number,
        moment_words(_moment(newest, zone)),
        words,
        ", ".join(stage_name(stage) for stage in stages),
        known[-1] if known else None,
    )


def _of_deletion(line: PastEdit, is_there: IsThere) -> PastEdit:
    """The line of a deletion with what was deleted alone, where that can be told; any other line as it is."""
    if line.operation.rpartition(" ")[2] != "delete" or len(line.records) == 1:
        return line
    gone = tuple(pair for pair in line.records if not is_there(pair[1]))
    return replace(line, records=gone, more=0)


def deed(line: PastEdit) -> str:
    """What a line says was done."""
    turn, _, operation = line.operation.rpartition(" ")
    if operation == "delete" and not line.records:
        return tr("A deletion was taken back") if turn == "undo" else tr("Deleted, and back since then")
    words = tr(_ONE.get(operation, mark("Changed: {what}"))).format(what=_what(line))
    if turn in _TURNED:
        return tr(_TURNED[turn]).format(deed=words[:1].lower() + words[1:])
    return words


def _what(line: PastEdit) -> str:
    """The records of a line: up to three by reference, else how many."""
    count = len(line.records) + line.more
    if not count:
        return tr("nothing that is named")
    if count > 3:
        return trn("{n} record", "{n} records", count)
    return ", ".join(_called(kind, record_id) for kind, record_id in line.records)


def _called(kind: str, record_id: str) -> str:
    declared = KINDS.get(kind)
    if declared is None:
        return record_id
    label = tr(declared.label)
    return f"‘{label}’" if declared.single else f"{label[:1].lower()}{label[1:]} {record_id}"


def _moment(line: PastEdit, zone: dt.tzinfo | None) -> dt.datetime:
    return dt.datetime.fromisoformat(line.at).astimezone(zone)


def moment_words(at: dt.datetime) -> str:
    """A moment as it is told in lists: ‘5 December 2014, 14:32’."""
    return tr("{day}, {time}").format(day=day_in_words(at.date()), time=f"{at:%H:%M}")
