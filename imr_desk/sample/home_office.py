"""The Home Office sample: the review of Child M, smaller than that of Child K, complete but for the signatures.

Child M came into the country with its parents, was supported with Mother while a claim for asylum was looked at, and
was lost sight of when the support ended. Everything is invented.
"""

from __future__ import annotations

from imr_desk.review.record import Record
from imr_desk.sample import (
    home_office_analysis,
    home_office_chronology,
    home_office_commission,
    home_office_interviews,
    home_office_lessons,
    home_office_notices,
    home_office_people,
    home_office_records,
    home_office_sign_off,
)
from imr_desk.sample.making import Maker


def ho_records() -> tuple[Record, ...]:
    """Every record of the case of Child M: template T2, column set C2, by an author of the Professional Standards Unit.

    All that gates G1 to G3 ask is there but the signatures themselves.
    """
    maker = Maker()
    for part in (
        home_office_commission,
        home_office_people,
        home_office_notices,
        home_office_records,
        home_office_chronology,
        home_office_interviews,
        home_office_analysis,
        home_office_lessons,
        home_office_sign_off,
    ):
        part.add(maker)
    return maker.records
