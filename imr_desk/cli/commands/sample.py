"""`imr-desk sample FILE`: write the fictional sample review."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from imr_desk.cli.opened import VARIABLE, add_json, add_passphrase, read_secret
from imr_desk.cli.output import Reply
from imr_desk.i18n import tr
from imr_desk.sample import SAMPLE_PASSPHRASE
from imr_desk.sample.write import write_sample


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its arguments."""
    parser = words.add_parser("sample", help=tr("write the fictional sample review"))
    parser.add_argument("file", type=Path)
    parser.add_argument("--entries", type=_count, default=0, metavar="N", help=tr("grow the chronology to N entries"))
    parser.add_argument("--agency", choices=("cps", "ho"), default="cps")
    add_passphrase(parser)
    add_json(parser)


def _count(words: str) -> int:
    """A number of entries."""
    if not words.isascii() or not words.isdecimal() or len(words) > 6:
        raise argparse.ArgumentTypeError(tr("‘{words}’ is not a number of entries").format(words=words[:20]))
    return int(words)


def run(arguments: argparse.Namespace) -> Reply:
    """Write it, under the sample passphrase unless another is given."""
    words = SAMPLE_PASSPHRASE
    if arguments.passphrase_file is not None:
        words = read_secret(arguments.passphrase_file)
    elif VARIABLE in os.environ:
        words = os.environ[VARIABLE]
    counts = write_sample(arguments.file, words, agency=arguments.agency, entries=arguments.entries)
    shown = tr("Its passphrase: {words}").format(words=SAMPLE_PASSPHRASE) if words == SAMPLE_PASSPHRASE else ""
    lines = [
        tr("Sample review written: {file}").format(file=arguments.file),
        tr("Everything in it is invented. Chronology entries: {n}.").format(n=counts["entry"]),
        shown,
    ]
    data = {
        "file": str(arguments.file),
        "agency": arguments.agency,
        "records": counts,
        "sample_passphrase": bool(shown),
    }
    return Reply(data, [line for line in lines if line])
