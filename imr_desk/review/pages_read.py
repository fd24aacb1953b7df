"""Which pages of a record were read, and on which of them there was nothing to enter (R-068).

The register keeps them as people write them: ‘1-12, 14’. Whatever else was written there is kept as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from imr_desk.i18n import tr
from imr_desk.review.record import Record
from imr_desk.review.review import Review

MOST = 100_000
"""No record has more pages than this; a larger number is no page."""
_RANGE = re.compile(r"\s*(\d{1,6})\s*(?:[-\u2013\u2014]\s*(\d{1,6})\s*)?")
GONE = ("destroyed", "not held")
"""The states of a record of which there is nothing to read."""


def pages_in(text: str) -> frozenset[int]:
    """The pages that a text names; whatever is no page or range of pages is passed over."""
    return frozenset(page for first, last in _ranges(text) for page in range(first, last + 1))


def _ranges(text: str) -> Iterable[tuple[int, int]]:
    for part in text.split(","):
        found = _RANGE.fullmatch(part)
        if found is not None:
            first, last = int(found[1]), int(found[2] or found[1])
            if 1 <= first <= last <= MOST:
                yield first, last


def as_text(pages: Iterable[int], dash: str = "-") -> str:
    """Pages as they are kept: ‘1-3, 5’."""
    runs = []
    for _, run in groupby(enumerate(sorted(set(pages))), lambda pair: pair[1] - pair[0]):
        numbers = [page for _, page in run]
        runs.append(str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}{dash}{numbers[-1]}")
    return ", ".join(runs)


def with_pages(text: str, pages: Iterable[int]) -> str:
    """A text with more pages in it; words that are no pages stay, at the end."""
    others = [part.strip() for part in text.split(",") if part.strip() and not _is_pages(part)]
    return ", ".join(part for part in (as_text({*pages_in(text), *pages}), *others) if part)


def _is_pages(part: str) -> bool:
    return bool(pages_in(part))


def read_of(record: Record) -> frozenset[int]:
    """The pages of a record that were read, those with nothing to enter among them."""
    return pages_in(record.text("pages_read")) | pages_in(record.text("pages_nothing"))


def unread_of(record: Record) -> tuple[int, ...]:
    """The pages that were not read, up to the last there is; up to the last that was read where nobody counted them."""
    read = read_of(record)
    last = min(record.number("pages") or max(read, default=0), MOST)
    return tuple(page for page in range(1, last + 1) if page not in read)


def first_unread(record: Record) -> int:
    """The page to begin with: the first that was not read; after the last, the last."""
    unread = unread_of(record)
    read = read_of(record)
    return unread[0] if unread else max(record.number("pages") or max(read, default=0) + 1, 1)


def unread_records(review: Review) -> tuple[Record, ...]:
    """The records there are that nobody has said were read, or why not."""
    return tuple(
        record
        for record in review.all("record")
        if record.text("status") not in GONE
        and record.day("examined_on") is None
        and not record.text("not_examined_reason").strip()
    )


def pages_in_words(pages: Iterable[int]) -> str:
    """Pages as a sentence names them: ‘page 3’, ‘pages 3 and 7–9’."""
    parts = as_text(pages, "\u2013").split(", ")
    if parts == [""]:
        return ""
    if len(parts) == 1:
        return (tr("page {pages}") if parts[0].isdigit() else tr("pages {pages}")).format(pages=parts[0])
    said = tr("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])
    return tr("pages {pages}").format(pages=said)
