"""The sample review as an open session, made once and copied for each test; with a clock that is handed in."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from imr_desk.jobs.sign import sign
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.sample.write import write_sample
from imr_desk.session import Session

AUTHOR = ("author", "Alma Quill", "Deputy Chief Crown Prosecutor, CPS Lowmarsh and Vale")
MANAGER = ("counter_signatory", "Bruno Vance", "Chief Crown Prosecutor, CPS Northmarch")
PASSPHRASE = SAMPLE_PASSPHRASE


class Clock:
    """A clock that stands where it is set."""

    def __init__(self, year: int = 2014, month: int = 12, day: int = 3) -> None:
        self.now = dt.datetime(year, month, day, 14, 32, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def move_to(self, day: dt.date) -> None:
        self.now = dt.datetime(day.year, day.month, day.day, 16, 42, tzinfo=dt.UTC)


@lru_cache(maxsize=2)
def _template(agency: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.imr"
        write_sample(path, PASSPHRASE, agency=agency, clock=Clock())
        return path.read_bytes()


@lru_cache(maxsize=1)
def _signed() -> bytes:
    with TemporaryDirectory() as folder:
        session = open_sample(Path(folder))
        sign(session, *AUTHOR, PASSPHRASE)
        sign(session, *MANAGER, PASSPHRASE)
        session.close()
        return session.path.read_bytes()


def open_signed(folder: Path) -> Session:
    """A fresh copy of the sample that was signed and counter-signed, open; whoever opens it closes it."""
    path = folder / "sample.imr"
    path.write_bytes(_signed())
    return Session.open(path, PASSPHRASE, clock=Clock())


def open_sample(folder: Path, agency: str = "cps", clock: Clock | None = None) -> Session:
    """A fresh copy of the sample, open; whoever opens it closes it."""
    path = folder / "sample.imr"
    path.write_bytes(_template(agency))
    return Session.open(path, PASSPHRASE, clock=clock or Clock())
