"""The family trees of the samples: pictures drawn for them, kept as documents and described (R-186)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources

from imr_desk.export.picture import digest_of
from imr_desk.review.record import Record, RecordId, Value

_REFERENCE = RecordId("DOC-001")
_DESCRIBED: Mapping[str, str] = {
    "cps": (
        "Family tree. Grandmother stands above Mother. A line joins Mother with the father of Sibling 1; from it hangs "
        "Sibling 1. Another joins Mother with Adult 1, crossed by two strokes since they parted, and marked 2010 to "
        "June 2013; from it hangs Child K, the subject of the review. A broken line joins Adult 1 with Relative 1."
    ),
    "ho": (
        "Family tree. A line joins Mother and Father, crossed by two strokes since they lived apart from early 2013; "
        "from it hangs Child M, the subject of the review and their only child."
    ),
}


def with_genogram(records: Sequence[Record], agency: str) -> tuple[tuple[Record, ...], dict[str, bytes]]:
    """The records of the sample of "cps" or "ho" with its family tree, and the bytes of the picture by reference."""
    content = (resources.files("resources") / "sample" / f"genogram-{agency}.png").read_bytes()
    kept: dict[str, Value] = {
        "name": "Family tree, by codes",
        "media_type": "image/png",
        "size": len(content),
        "sha256": digest_of(content),
    }
    shown: dict[str, Value] = {
        "picture": _REFERENCE,
        "picture_sha256": digest_of(content),
        "picture_description": _DESCRIBED[agency],
    }
    changed = (_with(each, shown) if each.kind == "genogram" else each for each in records)
    return (*changed, Record("document", _REFERENCE, 1, kept)), {_REFERENCE: content}


def _with(record: Record, more: Mapping[str, Value]) -> Record:
    return Record(record.kind, RecordId(record.id), record.position, {**record, **more})
