"""Other detail that picks a person out (R-185): dates of birth, addresses, numbers, references, schools, rare titles.

Found by form and by the words beside it, without a list of anybody's details and without a network. What is found is
shown to the author, who removes it or accepts it with a reason; nothing is changed by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from imr_desk.i18n import mark, tr
from imr_desk.names import (
    identifier_dates,
    identifier_numbers,
    identifier_places,
    identifier_posts,
    identifier_reach,
    identifier_tables,
)
from imr_desk.names.identifier_text import Identifier, plain_of

__all__ = ["KINDS", "Identifier", "find", "kind_in_words"]

KINDS: Mapping[str, str] = {
    "date of birth": mark("Date of birth"),
    "address": mark("Address"),
    "postcode": mark("Postcode"),
    "telephone": mark("Telephone number"),
    "email": mark("E-mail address"),
    "online": mark("Account on the internet"),
    "urn": mark("URN of a case"),
    "pnc": mark("PNC number"),
    "cro": mark("CRO number"),
    "cid": mark("CID or person number"),
    "nhs": mark("NHS number"),
    "national insurance": mark("National insurance number"),
    "home office": mark("Home Office reference"),
    "passport": mark("Passport or permit number"),
    "driving licence": mark("Driving licence number"),
    "vehicle": mark("Vehicle registration"),
    "bank": mark("Bank account"),
    "reference": mark("Case or reference number"),
    "school": mark("School or nursery"),
    "job title": mark("Job title with a place, used once"),
}
"""Every kind, and what it is called in the window. The kinds are kept in review files: never change one."""

_FINDERS = (
    identifier_reach.find,
    identifier_dates.find,
    identifier_numbers.find,
    identifier_places.find,
    identifier_posts.find,
    identifier_tables.find,
)


def kind_in_words(kind: str) -> str:
    """What a kind is called, in the reader's language."""
    return tr(KINDS[kind])


def find(text: str) -> list[Identifier]:
    """Every detail of a known form in ``text``, in order and without overlap; offsets are code points.

    Works on any string and takes time in proportion to its length.
    """
    plain = plain_of(text)
    found = sorted(chain.from_iterable(finder(plain.text) for finder in _FINDERS), key=_rank)
    kept: list[Identifier] = []
    taken = bytearray(len(plain.text))
    for one in found:
        if one.start < one.end and not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            kept.append(plain.back(one))
    return sorted(kept)


def _rank(one: Identifier) -> tuple[bool, int, int]:
    """The surer first, then the longer, then the earlier: of two readings of the same letters the first stands."""
    return not one.sure, one.start - one.end, one.start
