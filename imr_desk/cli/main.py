"""From the words typed to an exit status: 0 done and all well, 1 something does not hold, 2 wrong usage or bad input.

A person never sees a traceback: what they can act on is one line on standard error; a fault of ours is one line too,
with its kind and place and no content.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from imr_desk import __version__
from imr_desk.cli import commands
from imr_desk.cli.output import BAD_INPUT, Reply, complain, show
from imr_desk.errors import DamagedFileError, GateShutError, ImrDeskError, NameFoundError, RegisterUnreadableError
from imr_desk.i18n import tr

WORDS = (
    *("sample", "info", "check", "names", "dates", "register", "import", "sign", "countersign", "export", "verify"),
    "integrity",
    *("backup", "restore", "salvage", "recovery", "recover", "passphrase"),
)
DOES_NOT_HOLD = (GateShutError, NameFoundError, RegisterUnreadableError)


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """Leave with status 2."""
        self.exit(BAD_INPUT, f"imr-desk: {message}\n")


def parser() -> argparse.ArgumentParser:
    """The words of the contract (design section 9)."""
    about = tr("Write, sign and verify an Individual Management Review, offline.")
    top: argparse.ArgumentParser = _Parser(prog="imr-desk", description=about)
    top.add_argument("--version", action="version", version=f"IMR Desk {__version__}")
    words = top.add_subparsers(dest="word", required=True)
    for word in WORDS:
        commands.COMMANDS[word].declare(words)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a pipe on Windows would otherwise not take ‘ or ŵ
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = parser().parse_args(argv)
    try:
        reply: Reply = commands.COMMANDS[arguments.word].run(arguments)
        return show(reply, as_json=arguments.json)
    except DamagedFileError as error:
        from imr_desk.jobs.backups import ways_out

        complain(f"imr-desk: {error.sentence} {ways_out(getattr(arguments, 'file', None))}".rstrip())
        return BAD_INPUT
    except ImrDeskError as error:
        complain(f"imr-desk: {error.sentence}")
        return 1 if isinstance(error, DOES_NOT_HOLD) else BAD_INPUT
    except KeyboardInterrupt:
        complain("")
        return BAD_INPUT
    except Exception as error:  # noqa: BLE001 (the one place where the command line catches a fault of ours)
        complain(f"imr-desk: {_fault(error)}")
        return BAD_INPUT


def _fault(error: Exception) -> str:
    """Kind and place of a fault of ours, never its text: that could hold words of the review."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return tr("A fault in the program stopped this. Nothing was written. Tell support: {kind} at {where}.").format(
        kind=type(error).__name__, where=where
    )
