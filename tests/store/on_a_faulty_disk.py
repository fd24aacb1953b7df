"""A process that works in a review on a disk with a fault, and tells line by line what became of it.

Called with the kind of fault, the folder of the review, a healthy folder, and what brings in the fault. It speaks JSON.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from imr_desk.errors import FileProblemError, ImrDeskError
from imr_desk.operations.general import SetFields
from imr_desk.session import Session

PASSPHRASE = "four plain words here"
NOBODY = 65534
PLENTY = "Words that take room. " * 2000


def tell(what: str, words: object) -> None:
    print(json.dumps([what, words]), flush=True)  # noqa: T201


def edit(session: Session, number: int) -> bool:
    """An edit that takes a good many pages; whether it was reported as saved."""
    try:
        session.run(SetFields("opening", "opening", {"purpose": f"{number}. {PLENTY}" + "x" * number * 4096}))
    except ImrDeskError as error:
        tell(type(error).__name__, error.sentence)
        return False
    tell("saved", number)
    return True


def fill(session: Session) -> None:
    number = 0
    while edit(session, number):
        number += 1


def grows_no_more(folder: Path) -> None:
    """No file of this process may grow beyond what the review takes now: a full disk that needs no rights."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = (folder / "review.imr").stat().st_size + 1_500_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def grows_again() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def nobody_special(healthy: Path) -> None:
    """Where this process is the system's, be somebody whom a folder can be shut for.

    A round of work comes first: what the program loads when it needs it may lie where only its owner can read.
    """
    if os.geteuid() == 0:
        first = Session.create(healthy / "first.imr", PASSPHRASE)
        first.run(SetFields("opening", "opening", {"purpose": "A first round."}))
        first.save_elsewhere(healthy / "second.imr")
        first.close()
        Session.open(healthy / "second.imr", PASSPHRASE, read_only=True).close()
        os.setegid(NOBODY)
        os.seteuid(NOBODY)


def full(folder: Path, other: Path) -> None:
    """The disk fills while the review is open; then there is room again."""
    session = Session.create(folder / "review.imr", PASSPHRASE)
    grows_no_more(folder)
    fill(session)
    before = session.review.one("opening").text("purpose")[:3]
    grows_again()
    tell("after", [before, edit(session, 99)])
    session.close()
    tell("left", sorted(each.name for each in folder.iterdir()))


def tiny(folder: Path, other: Path) -> None:
    """A small disk of memory fills; the review goes on on another, and the full one opens for reading."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=True)  # noqa: S607
    session = Session.create(folder / "review.imr", PASSPHRASE)
    fill(session)
    kept = session.review.one("opening").text("purpose")
    session.save_elsewhere(other / "kept.imr")
    tell("elsewhere", [session.review.one("opening").text("purpose") == kept, edit(session, 99)])
    session.close()
    with suppress(OSError), (folder / "filled").open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    again = _open(folder)
    tell("faults", again.file.integrity_faults())
    tell("same", again.review.one("opening").text("purpose") == kept)
    again.close()
    try:
        Session.create(folder / "new.imr", PASSPHRASE)
    except ImrDeskError as error:
        tell("new", error.sentence)
    tell("left", sorted(each.name for each in folder.iterdir()))


def withdrawn(folder: Path, other: Path) -> None:
    """The folder can no longer be written to while the review is open; later it cannot be when it is opened."""
    nobody_special(other)
    session = Session.create(folder / "review.imr", PASSPHRASE)
    edit(session, 1)
    folder.chmod(0o500)
    edit(session, 2)
    session.save_elsewhere(other / "kept.imr")
    tell("elsewhere", edit(session, 3))
    session.close()
    _open(folder).close()
    folder.chmod(0o700)
    (folder / "review.imr").chmod(0o400)
    _open(folder).close()
    (folder / "review.imr").chmod(0o000)
    try:
        Session.open(folder / "review.imr", PASSPHRASE)
    except FileProblemError as error:
        tell("hidden", error.sentence)


def _open(folder: Path) -> Session:
    try:
        return Session.open(folder / "review.imr", PASSPHRASE)
    except FileProblemError as error:
        tell(type(error).__name__, error.sentence)
        return Session.open(folder / "review.imr", PASSPHRASE, read_only=True)


if __name__ == "__main__":
    {"full": full, "tiny": tiny, "withdrawn": withdrawn}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
