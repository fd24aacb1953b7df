"""Which paragraphs lead to a table or a picture: no page ends between the sentence that names it and its caption."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from imr_desk.export.report import Figure, Printed, Table

Placed = tuple[int, Printed]


def with_next(parts: Iterable[Placed]) -> Iterator[tuple[Placed, Printed | None]]:
    """Each part with its position, and what comes after it."""
    waiting: Placed | None = None
    for each in parts:
        if waiting is not None:
            yield waiting, each[1]
        waiting = each
    if waiting is not None:
        yield waiting, None


def leads_to(after: Printed | None) -> bool:
    """Whether what comes next is a table or a picture."""
    return isinstance(after, Table | Figure | tuple)
