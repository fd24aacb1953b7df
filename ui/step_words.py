"""What a step of undo is called in the window: ‘Undo: Change of ‘Agency’’. Never the words that were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imr_desk.errors import BadInputError
from imr_desk.i18n import mark, tr, trn
from imr_desk.operations.base import Operation
from imr_desk.operations.general import Batch, Delete, Insert, Link, Move, Restore, SetFields
from imr_desk.review.catalogue import field_of, kind_of

if TYPE_CHECKING:
    from imr_desk.session import Session


_ITSELF = {
    "exempt": mark("‘Does not apply’, with its reason"),
    "keep_document": mark("Keeping of a document"),
    "register_name": mark("A name that was registered"),
    "take_name_out": mark("A name that was registered"),
    "put_name_back": mark("A name that was registered"),
    "register_names": mark("A list of names that was registered"),
    "take_names_out": mark("A list of names that was registered"),
    "put_names_back": mark("A list of names that was registered"),
    "decide": mark("Whether words are a name"),
}
"""What a step is called that is of no record."""
_OF_A_LIST = ("take_names_out", "put_names_back")
"""What gives its name to a step with the people who came with it."""


def words_for(step: Operation | None) -> str:
    """The step in a few words; nothing where there is none."""
    if step is None:
        return ""
    if isinstance(step, SetFields):
        return _of_fields(step)
    if isinstance(step, Batch):
        inner = tuple(step.operations)
        lists = [each for each in inner if each.name in _OF_A_LIST]
        if lists:
            return words_for(lists[0])
        return words_for(inner[0]) if len(inner) == 1 else trn("{n} change", "{n} changes together", len(inner))
    if isinstance(step, Insert | Delete | Restore | Move):
        return _of_record(step)
    if isinstance(step, Link):
        return tr("Change of ‘{field}’").format(field=tr(field_of(step.kind, step.field).label))
    if step.name in ("import", "put_back", "take_back"):
        return tr("Taking in of entries from a file")
    return tr(_ITSELF.get(step.name, mark("The last change")))


def next_words(session: Session, *, back: bool) -> str:
    """What undo (or redo) would do now; nothing for a step that another version of the program made."""
    try:
        return words_for(session.next_undo if back else session.next_redo)
    except BadInputError:
        return ""


def _of_fields(step: SetFields) -> str:
    labels = [tr(field_of(step.kind, name).label) for name in step.values]
    if len(labels) == 1:
        return tr("Change of ‘{field}’").format(field=labels[0])
    return tr("Change of ‘{kind}’").format(kind=tr(kind_of(step.kind).label))


def _of_record(step: Insert | Delete | Restore | Move) -> str:
    sentences = {
        Insert.name: tr("New record: {kind} {id}"),
        Delete.name: tr("Deletion of {kind} {id}"),
        Restore.name: tr("Return from the bin of {kind} {id}"),
        Move.name: tr("Change of order of {kind} {id}"),
    }
    kind = tr(kind_of(step.kind).label)
    return sentences[step.name].format(kind=kind[:1].lower() + kind[1:], id=step.record_id)
