"""Whether a requirement is asked in this review at all, and the reasons the author has given why one does not apply."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from imr_desk.guidance.pack import every_requirement, organisation
from imr_desk.review.record import Record
from imr_desk.review.review import Review

NO_REASON_OPENS = frozenset({"R-042", "R-043", "R-089", "R-136", "R-137", "R-138", "R-183", "R-184"})
"""Independence, signatures and names: no reason stands in for these (design section 2, point 3)."""


ONLY_WARN = frozenset({"R-185"})
"""What asks for a look and keeps no gate shut: whether a detail picks anybody out is for a person to say."""


def _only(numbers: str) -> frozenset[str]:
    return frozenset(f"R-{number}" for number in numbers.split())


ASKED_WITH: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "T7": _only(
            "001 005 025 029 051 053 054 062 063 066 068 072 075 082 114 138 144 167 183 184 185 188 195 197",
        ),
        "T8": _only("001 005 051 053 054 062 063 066 075 136 137 183 185 188"),
    }
)
"""With these templates (a chronology alone; a statement of no involvement) the gates ask for nothing else."""


def is_asked(requirement: str, review: Review) -> bool:
    """Whether it is asked of this organisation and with this template.

    While the agency is not chosen, what is asked of either organisation counts.
    """
    about = review.one("review")
    whose, agency = organisation(requirement), about.text("agency")
    if whose != "any" and agency and whose != agency:
        return False
    asked = ASKED_WITH.get(about.text("template"))
    return asked is None or requirement in asked


def may_be_exempted(requirement: str) -> bool:
    """Whether a dated reason may stand in for it. KeyError never: what is not asked by anybody may not."""
    return requirement in _requirements() and requirement not in NO_REASON_OPENS


@lru_cache(maxsize=1)
def _requirements() -> frozenset[str]:
    return frozenset(each.id for each in every_requirement())


def exemption_of(review: Review, requirement: str) -> Record | None:
    """The record that says why a requirement does not apply here; None where there is none, or it opens nothing."""
    found = (each for each in review.all("exemption") if each.text("requirement") == requirement and _counts(each))
    return next(found, None)


def exemptions(review: Review) -> Mapping[str, str]:
    """The reason by requirement, for those a dated reason may open; a reason without a date opens nothing."""
    return {each.text("requirement"): each.text("reason").strip() for each in review.all("exemption") if _counts(each)}


def _counts(exemption: Record) -> bool:
    return (
        bool(exemption.text("reason").strip())
        and exemption.day("dated") is not None
        and exemption.text("requirement") not in NO_REASON_OPENS
    )
