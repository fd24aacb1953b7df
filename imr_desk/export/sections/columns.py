"""Sets of columns, as the data of `resources/templates/columns.toml` give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from imr_desk.i18n import tr
from imr_desk.review.templates import read


@dataclass(frozen=True)
class ColumnSet:
    """The columns of one table: for each a word for what fills it, a heading and a weight."""

    cells: tuple[str, ...]
    headings: tuple[str, ...]
    weights: tuple[float, ...]
    caption: str = ""

    @property
    def columns(self) -> tuple[tuple[str, float], ...]:
        """Headings, in the reader's language, with their weights."""
        return tuple((tr(heading), weight) for heading, weight in zip(self.headings, self.weights, strict=True))


def chronology_columns(chosen: str, otherwise: str) -> ColumnSet:
    """The set the review names; the template's own where it names none, or one that is not there."""
    sets = _data()["chronology"]
    return _set(sets.get(chosen) or sets[otherwise])


def action_plan_columns(chosen: str, otherwise: str) -> tuple[ColumnSet, ...]:
    """The tables of the action plan, in order; chosen as those of the chronology."""
    sets = _data()["action_plan"]
    return tuple(_set(each) for each in sets.get(chosen) or sets[otherwise])


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return read("columns")


def _set(data: Mapping[str, Any]) -> ColumnSet:
    columns = data["columns"]
    return ColumnSet(
        tuple(each["cell"] for each in columns),
        tuple(each["heading"] for each in columns),
        tuple(float(each["weight"]) for each in columns),
        data.get("caption", ""),
    )
