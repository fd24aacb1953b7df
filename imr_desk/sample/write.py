"""Writing the fictional sample review as a review file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from imr_desk.clock import Clock, system_clock
from imr_desk.operations.load import Load
from imr_desk.review.catalogue import KINDS
from imr_desk.review.record import Record
from imr_desk.sample import cps_records, grown, ho_records
from imr_desk.sample.genogram import with_genogram
from imr_desk.session import Session


def write_sample(
    path: Path, passphrase: str, *, agency: str = "cps", entries: int = 0, clock: Clock = system_clock
) -> dict[str, int]:
    """Write the sample of "cps" or "ho", grown to `entries` entries; counts by kind. No file is left on a failure."""
    records: Sequence[Record] = cps_records() if agency == "cps" else ho_records()
    if entries:
        records = grown(records, entries)
    session = Session.create(path, passphrase, clock)
    try:
        session.run(Load(*with_genogram(records, agency)))
    except BaseException:
        session.close()
        path.unlink(missing_ok=True)
        raise
    review = session.review
    session.close()
    return {kind.name: len(review.all(kind.name)) for kind in KINDS.values() if not kind.single}
