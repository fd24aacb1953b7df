"""What may be removed from a review for good, and what never (R-099, R-188): pure, and asked by whoever removes.

What is deleted rests in the bin. From there it can be removed for good, unless an inquiry may want it: records of
interviews, earlier versions, and whatever was shared, cleared, handed over or listed for disclosure stay. While the
inquiry hold is on, nothing is removed at all, and no backup is rotated away.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from imr_desk.i18n import mark, tr
from imr_desk.review.catalogue import kind_of
from imr_desk.review.fields import FieldType
from imr_desk.review.past import Binned
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review

_ALWAYS = {
    "interview": mark("Records of interviews are kept."),
    "version": mark("Earlier versions are kept."),
    "terms_version": mark("Earlier versions are kept."),
    "signature": mark("Signatures and what belongs to them are kept."),
    "sign_off": mark("Signatures and what belongs to them are kept."),
    "chronology_sign_off": mark("Signatures and what belongs to them are kept."),
    "reopening": mark("Signatures and what belongs to them are kept."),
    "disclosure_item": mark("What was listed for disclosure is kept."),
    "clearance": mark("What was sent to be cleared is kept."),
    **dict.fromkeys(
        (
            "circulation",
            "notification",
            "progress_report",
            "contact_note",
            "debrief",
            "disagreement",
            "overview_meeting",
            "panel_question",
        ),
        mark("What shows who was told or sent something is kept."),
    ),
}
"""Kinds that are never removed, with the reason: they are themselves what an inquiry asks for."""
SHARED = frozenset({"shared_on", "cleared_on", "sent_on", "sent", "action_plan_shared_on"})
"""Days in a record that say that it was shared, cleared or sent."""
_SLACK = dt.timedelta(days=1)
"""Moments of deletion are kept in UTC, days of sharing are local: a day more is on the safe side."""


def held(review: Review) -> bool:
    """Whether the inquiry hold is on: nothing is removed for good and no backup is rotated away (R-099, R-188)."""
    return review.one("retention").flag("inquiry_hold") is True


def held_sentence() -> str:
    """What is said to whoever would remove something meanwhile."""
    return tr("The inquiry hold is on (‘The review’, ‘Retention’), so nothing is removed for good.")


def kept_for_good(review: Review, bin_now: Iterable[Binned]) -> Mapping[RecordId, str]:
    """Which records in the bin are never removed, each with the reason in one sentence; the others may be.

    `bin_now` is all that rests there: an item of the disclosure list counts though it was deleted.
    """
    there = tuple(bin_now)
    items = [*review.all("disclosure_item"), *(each.record for each in there if each.record.kind == "disclosure_item")]
    listed = tuple(each.text("description") for each in items)
    out = min(_days_out(review), default=None)
    reasons = ((each.record.id, _why_kept(review, each, listed, out)) for each in there)
    return {record_id: reason for record_id, reason in reasons if reason}


def _why_kept(review: Review, binned: Binned, listed: tuple[str, ...], out: dt.date | None) -> str:
    record = binned.record
    if held(review):
        return held_sentence()
    if record.kind in _ALWAYS:
        return tr(_ALWAYS[record.kind])
    if any(record.text(name) for name in SHARED & record.keys()):
        return tr("It was shared, sent or cleared, so it is kept.")
    if _is_named(record, listed):
        return tr("It is listed for disclosure, so it is kept.")
    if record.kind == "document" and _is_scan(review, record):
        return tr("It is the scan of a signature, so it is kept.")
    if out is not None and _day(binned.at) + _SLACK >= out:
        return tr("It was deleted after the review had been signed, sent or handed over, so it is kept.")
    return ""


def _is_named(record: Record, texts: Iterable[str]) -> bool:
    """Whether one of the texts names a record, by its reference or by the whole of what titles it."""
    title = record.text(kind_of(record.kind).title or "").strip()
    reference = re.compile(rf"(?<![\w-]){re.escape(record.id)}(?![\w-])")
    return any(reference.search(text) or (len(title) > 3 and title in text) for text in texts)


def _is_scan(review: Review, document: Record) -> bool:
    digest = document.text("sha256")
    return bool(digest) and any(each.text("scan_sha256") == digest for each in review.all("signature"))


def _days_out(review: Review) -> Iterator[dt.date]:
    """The days on which something of this review was signed, sent, cleared or presented."""
    words = [each.text("signed_at") for each in review.all("signature")]
    for kind in ("circulation", "clearance", "afterwards", "recommendation", "action"):
        dated = [field.name for field in kind_of(kind).fields if field.type is FieldType.DATE and _tells(field.name)]
        words += [each.text(name) for each in review.all(kind) for name in dated]
    yield from (_day(each) for each in words if each)


def _tells(name: str) -> bool:
    return name in SHARED or name == "presented_on"


def _day(moment: str) -> dt.date:
    return dt.date.fromisoformat(moment[:10])
