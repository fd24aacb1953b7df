"""Every declared kind, by name and by stage. The place to look for what a review can hold."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from imr_desk.review.fields import Field, Kind
from imr_desk.review.kinds import (
    afterwards,
    analysis,
    chronology,
    commission,
    interviews,
    lessons,
    notices,
    people,
    sign_off,
    sources,
    views,
)

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for module in (
            commission,
            people,
            notices,
            sources,
            chronology,
            views,
            interviews,
            analysis,
            lessons,
            sign_off,
            afterwards,
        )
        for kind in module.KINDS
    }
)
"""Kind by name, in the order of the stages' files."""

_FIELDS = MappingProxyType(
    {kind.name: MappingProxyType({field.name: field for field in kind.fields}) for kind in KINDS.values()}
)


def kind_of(name: str) -> Kind:
    """The kind of that name; KeyError for one that is not declared."""
    return KINDS[name]


def field_of(kind: str, field: str) -> Field:
    """The field of that kind; KeyError where there is none."""
    return _FIELDS[kind][field]


def fields_of(kind: str) -> Mapping[str, Field]:
    """The fields of a kind by name, in the order of the form."""
    return _FIELDS[kind]


def kinds_of_stage(stage: int) -> tuple[Kind, ...]:
    """The kinds that belong to a stage, 1 to 10."""
    return tuple(kind for kind in KINDS.values() if kind.stage == stage)
