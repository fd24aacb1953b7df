"""Opening a review for a command: where the passphrase comes from, and closing again whatever happens."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from imr_desk.errors import BadInputError
from imr_desk.i18n import tr
from imr_desk.session import Session

VARIABLE = "IMR_DESK_PASSPHRASE"
"""For tests only: an environment can be read by other programs of the same user."""


def add_passphrase(parser: argparse.ArgumentParser) -> None:
    """The options of a command that opens a review."""
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help=tr("file with the passphrase on its first line")
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Every command has it."""
    parser.add_argument("--json", action="store_true", help=tr("print one JSON document"))


def passphrase(arguments: argparse.Namespace) -> str:
    """From --passphrase-file, else the environment (tests), else a prompt."""
    if arguments.passphrase_file is not None:
        return read_secret(arguments.passphrase_file)
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    if not at_a_keyboard():
        raise BadInputError(tr("A passphrase is needed. Give --passphrase-file FILE."))
    return asked(tr("Passphrase: "))


def at_a_keyboard() -> bool:
    """Whether somebody can be asked; not where standard input is a file, a pipe or closed."""
    return sys.stdin is not None and sys.stdin.isatty()


def asked(prompt: str) -> str:
    """What is typed without being shown; BadInputError where input ends instead."""
    try:
        return getpass.getpass(prompt)
    except EOFError as error:
        raise BadInputError(tr("Nothing was typed, so nothing was done.")) from error


def standard_input() -> bytes:
    """All that is handed in; BadInputError where standard input was closed."""
    if sys.stdin is None:
        raise BadInputError(tr("There is nothing on standard input."))
    return sys.stdin.buffer.read()


def read_secret(path: Path) -> str:
    """The first line of a file."""
    lines = read_file(path, tr("The passphrase file ‘{name}’ cannot be read.")).splitlines()
    if not lines or not lines[0]:
        raise BadInputError(tr("The passphrase file ‘{name}’ is empty.").format(name=path.name))
    return lines[0]


def read_file(path: Path, refusal: str) -> str:
    """The text of a small file; BadInputError with this sentence, {name} filled in, where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError(refusal.format(name=path.name)) from error


@contextmanager
def review_of(arguments: argparse.Namespace, path: Path, *, read_only: bool = True) -> Iterator[Session]:
    """The review, open for the length of a command."""
    session = Session.open(path, passphrase(arguments), read_only=read_only)
    try:
        yield session
    finally:
        session.close()
