"""The kinds of review there are (R-001, R-007, R-009): data, since their names and terms change.

A review may be called anything else as well; these are what is offered.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True)
class ReviewKind:
    """One kind of review.

    `name` is stored and printed. `about` is the stored word of the kind of subject where it can only be one, `nation`
    that of the nation where it is held in one only, else nothing. `standing` says where and since when it is held.
    """

    name: str
    about: str
    nation: str
    standing: str


@lru_cache(maxsize=1)
def kinds_of_review() -> tuple[ReviewKind, ...]:
    """All that are offered, in the order in which they are offered."""
    text = (resources.files("resources") / "guidance" / "reviews.toml").read_text(encoding="utf-8")
    return tuple(ReviewKind(**entry) for entry in tomllib.loads(text)["kinds"])


def kind_of_review(name: str) -> ReviewKind | None:
    """The kind of that name; None for one that is not in the list."""
    return next((kind for kind in kinds_of_review() if kind.name == name), None)
