"""Detail that could pick a person out (R-185): a look is asked for, and no gate is held by it."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.guidance.declare import each
from imr_desk.guidance.details import REPORT_KINDS, accepted, details_in
from imr_desk.guidance.facts import Facts, Place
from imr_desk.i18n import mark, tr
from imr_desk.review.record import Record

_FOUND = mark("This could pick somebody out: {kind}. Take it out, or say under ‘Identifying details’ why it may stay.")


def _accepted(facts: Facts) -> frozenset[str]:
    return accepted(facts.review)


@each("R-185", *REPORT_KINDS, given=_accepted)
def no_detail_that_picks_out(record: Record, may_stay: frozenset[str]) -> Iterator[Place]:
    """Each detail in the report is gone, or accepted with a reason."""
    from imr_desk.names.identifiers import kind_in_words

    for one in details_in(record):
        if one.key not in may_stay:
            yield Place.at(record, one.field, tr(_FOUND).format(kind=kind_in_words(one.kind)))
