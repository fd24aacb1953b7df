"""The sample with pages lost, what is salvaged of it, and whether that is told rightly."""

from __future__ import annotations

from contextlib import closing
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from imr_desk.operations.documents import KeepDocument
from imr_desk.operations.general import Delete, SetFields
from imr_desk.review.catalogue import KINDS
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.session import Session
from imr_desk.store.key import FileKey, derive, salt_of
from imr_desk.store.pages import PAGE
from imr_desk.store.salvage import Salvaged, salvage
from tests.sample_session import PASSPHRASE, open_sample

AT = "2026-11-22T14:32:00+00:00"
LONG = "It was decided to wait. " * 2000
"""Runs over a dozen pages."""
BINNED = "ABB-001"
CONTENT = bytes(range(256)) * 100


@lru_cache(maxsize=1)
def whole() -> tuple[bytes, FileKey, Review]:
    """A review with something in every table: the sample with a long text, a document, a deleted record."""
    with TemporaryDirectory() as folder:
        session = open_sample(Path(folder))
        session.run(SetFields("entry", "CE-005", {"comment": LONG}))
        session.run(KeepDocument("DOC-900", "A note", "text/plain", CONTENT))
        session.run(Delete("abbreviation", BINNED))
        review = session.review
        session.close()
        path = Path(folder) / "sample.imr"
        return path.read_bytes(), derive(PASSPHRASE, salt_of(path)), review


def pages() -> int:
    return len(whole()[0]) // PAGE


def records_of(review: Review) -> dict[str, Record]:
    return {str(record.id): record for kind in KINDS for record in review.all(kind)}


def damaged(path: Path, numbers: list[int]) -> Path:
    """The review with one byte changed on each of these pages."""
    data = bytearray(whole()[0])
    for number in numbers:
        data[(number - 1) * PAGE + 100 + number % 3900] ^= 1 << number % 8
    path.write_bytes(data)
    return path


def taken_out(path: Path) -> tuple[Salvaged, Review, tuple[str, ...]]:
    """What is salvaged of a file, as it opens in the program, and what its integrity check says."""
    target = path.with_name("salvaged.imr")
    target.unlink(missing_ok=True)
    found = salvage(path, whole()[1], target, AT)
    with closing(Session.open(target, raw_key=whole()[1].raw, read_only=True)) as session:
        return found, session.review, session.file.integrity_faults()


def must_be_told(found: Salvaged, review: Review) -> None:
    """Nothing differs from the review as it was but what is said to be lost."""
    before, after = records_of(whole()[2]), records_of(review)
    told = {each.id for each in found.lost} | {record for record, _ in found.links}
    assert set(after) <= set(before)
    assert set(before) - set(after) <= told
    assert {each for each in after if after[each] != before[each]} <= told
    gone = {each.id for each in found.lost if each.surely and not each.fields and not KINDS[each.kind].single}
    assert gone <= (set(before) - set(after)) | {BINNED}
