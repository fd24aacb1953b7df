"""A place in a text, as the plain functions of this package give it."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """From ``start`` up to ``end``, counted in code points; why it is marked, and how sure that is."""

    start: int
    end: int
    reason: str = ""
    level: str = "name"
