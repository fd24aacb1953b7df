"""The one canonical form of the report part, and so its one digest (design section 8).

RFC 8785 JSON over every sealed field of every record, in order, with the random nonce of the review. Without the nonce
whoever guesses a short report could test the guess against the digest that travels in the exported file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import rfc8785

from imr_desk.review.catalogue import KINDS
from imr_desk.review.fields import Kind
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.review.values import Plain, to_plain

FORMAT = "imr-desk content 1"


def content_of(review: Review, nonce: str) -> dict[str, Plain]:
    """What is sealed, as plain JSON: {"format", "nonce", "version", "records": {kind: [{"id", field: value}]}}."""
    records: dict[str, Plain] = {}
    for kind in KINDS.values():
        if kind.sealed:
            each: list[Plain] = [_sealed_values(kind, record) for record in review.all(kind.name)]
            records[kind.name] = each
    return {
        "format": FORMAT,
        "nonce": nonce,
        "version": review.one("review").number("version") or 1,
        "records": records,
    }


def _sealed_values(kind: Kind, record: Record) -> Plain:
    values: dict[str, Plain] = {"id": record.id}
    for field in kind.fields:
        if field.sealed and field.name in record:
            values[field.name] = to_plain(record[field.name])
    return values


def canonical(plain: Mapping[str, Plain]) -> bytes:
    """The bytes of RFC 8785: the same content gives the same bytes on every machine."""
    return rfc8785.dumps(dict(plain))


def content_digest(review: Review, nonce: str) -> str:
    """SHA-256 of the canonical form, as 64 hex digits."""
    return hashlib.sha256(canonical(content_of(review, nonce))).hexdigest()
