"""Detail in the report that could pick a person out, and what was accepted with a reason (R-185).

What was accepted is kept by a hash of the words, so that a detail that is taken out of the text later does not live on
beside it. The hash needs no key: a copy for the senior manager has none, and the words themselves stand in the text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from imr_desk.review.catalogue import KINDS, field_of
from imr_desk.review.free_text import texts_of
from imr_desk.review.new_texts import changed_values
from imr_desk.review.record import Record, Value
from imr_desk.review.review import Review

ACCEPTED = "accepted_detail"
REPORT_KINDS = tuple(kind.name for kind in KINDS.values() if kind.sealed)
_HEX = 20
_AROUND = 60


class Detail(NamedTuple):
    """A detail in a field: its kind (`names.identifiers.KINDS`), its words, and the words before and after it."""

    kind: str
    record_id: str
    record_kind: str
    field: str
    words: str
    before: str = ""
    after: str = ""

    @property
    def key(self) -> str:
        """The hash under which it is accepted."""
        return key_of(self.kind, self.words)


def key_of(kind: str, words: str) -> str:
    """The same for the same letters and digits, however they are spaced, joined or capitalised: 20 hex digits."""
    bare = "".join(sign for sign in words.casefold() if sign.isalnum())
    return hashlib.sha256(f"{kind}\n{bare}".encode("utf-8", "surrogatepass")).hexdigest()[:_HEX]


def details_in(record: Record) -> Iterator[Detail]:
    """Every detail in what the report prints of a record, accepted or not."""
    from imr_desk.names import identifiers

    for text in texts_of(record):
        if field_of(record.kind, text.field).sealed:
            for one in identifiers.find(text.text):
                words = text.text[one.start : one.end]
                around = _around(text.text, one.start, one.end)
                yield Detail(one.kind, record.id, record.kind, text.field, words, *around)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Some words before and after a place; ‘…’ where more of them stand there."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = f"… {before.partition(' ')[2] or before}"
    if end + _AROUND < len(text):
        after = f"{after.rpartition(' ')[0] or after} …"
    return before, after


def accepted(review: Review) -> frozenset[str]:
    """The keys of what was accepted; without a reason and a day nothing is."""
    return frozenset(each.text("key") for each in review.all(ACCEPTED) if _counts(each))


def acceptance_of(review: Review, key: str) -> Record | None:
    """The record that says why a detail may stay."""
    return next((each for each in review.all(ACCEPTED) if each.text("key") == key and _counts(each)), None)


def _counts(record: Record) -> bool:
    return bool(record.text("reason").strip()) and record.day("dated") is not None


def details_of(review: Review, kinds: Iterable[str] = REPORT_KINDS) -> Iterator[Detail]:
    """Every detail in the report part of a review, in the order of its records."""
    for kind in kinds:
        for record in review.all(kind):
            yield from details_in(record)


def unsettled(review: Review) -> tuple[Detail, ...]:
    """Those that were neither taken out nor accepted."""
    may_stay = accepted(review)
    return tuple(each for each in details_of(review) if each.key not in may_stay)


def taken_out(record: Record, details: Collection[Detail]) -> dict[str, Value]:
    """The fields of a record in which these details stand, with what stands for them in their place."""
    new = {each.words: stand_in(each.kind, each.words) for each in details if each.record_id == record.id}
    if not new:
        return {}
    longest = sorted(new, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    return {
        name: value
        for name, value in changed_values(record.kind, record, partial(pattern.sub, lambda found: new[found[0]]))
        if field_of(record.kind, name).sealed
    }


def stand_in(kind: str, words: str) -> str:
    """What is put in the place of a detail: what it was, in brackets; of a job title with a place the title alone."""
    from imr_desk.names.identifier_posts import title_alone
    from imr_desk.names.identifiers import kind_in_words

    if kind == "job title":
        return title_alone(words)
    said = kind_in_words(kind)
    first = said.split(" ")[0]
    return f"[{said if first.isupper() or kind == 'home office' else said[0].lower() + said[1:]}]"
