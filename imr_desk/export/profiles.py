"""The shapes in which the chronology goes out by itself: the data of `resources/templates/profiles.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from imr_desk.i18n import tr
from imr_desk.review.templates import read

OWN = "own"
"""Stands in a profile for the columns of the review."""
TABLE, MERGE, EDTF, DATA = "T7-table", "T7-merge", "T7-edtf", "T7-data"


@dataclass(frozen=True)
class Profile:
    """One shape: its id, title and a sentence on it, and word and heading of each column.

    `end_after` puts the end of a period in a column of its own where any entry has one; `source_without_agency` leaves
    the agency’s own name out of the source, because the merge adds it; `source_by_reference` names a source by the
    reference of its record, not as that is called; `names_are_fixed` says that its headings are names for programs,
    never put into the reader’s language; `time_with_date` puts the time after the date, where nothing else holds it.
    """

    id: str
    title: str
    said: str
    columns: tuple[tuple[str, str], ...]
    end_after: bool = False
    source_without_agency: bool = False
    source_by_reference: bool = False
    names_are_fixed: bool = False
    time_with_date: bool = False

    def heading(self, words: str) -> str:
        """A heading as it is printed."""
        return words if self.names_are_fixed else tr(words)


@lru_cache(maxsize=1)
def profiles() -> Mapping[str, Profile]:
    """All of them by their ids, in the order in which they are offered."""
    data: dict[str, Any] = read("profiles")
    return {name: _profile(name, each) for name, each in data.items()}


def _profile(name: str, data: Mapping[str, Any]) -> Profile:
    return Profile(
        name,
        data["title"],
        data["said"],
        tuple((each["cell"], each.get("heading", "")) for each in data["columns"]),
        end_after=data.get("end_after", False),
        source_without_agency=data.get("source_without_agency", False),
        source_by_reference=data.get("source_by_reference", False),
        names_are_fixed=data.get("names_are_fixed", False),
    )
