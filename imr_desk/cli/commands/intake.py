"""`imr-desk import FILE SOURCE [--dry-run] [--column FIELD=HEADING]...`: a chronology from a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from imr_desk.cli.opened import add_json, add_passphrase, review_of
from imr_desk.cli.output import Reply
from imr_desk.errors import BadInputError
from imr_desk.i18n import tr, trn
from imr_desk.intake.faults import refusal
from imr_desk.intake.headings import FIELDS
from imr_desk.intake.taken import Origin, Taken
from imr_desk.jobs.importing import Planned, compared, plan, read, store
from imr_desk.session import Session


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its arguments."""
    parser = words.add_parser("import", help=tr("take chronology entries in from .xlsx, .xls, .ods, .csv or .docx"))
    parser.add_argument("file", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("--dry-run", action="store_true", help=tr("only say what would be taken in; store nothing"))
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=HEADING",
        help=tr("which column fills a field ({fields})").format(fields=", ".join(FIELDS)),
    )
    parser.add_argument(
        "--without-duplicates", action="store_true", help=tr("leave out entries that stand there word for word already")
    )
    parser.add_argument(
        "--despite-faults",
        action="store_true",
        help=tr("take in what else is there where formulas give errors or cells are as long as a spreadsheet allows"),
    )
    add_passphrase(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Reply:
    """Status 1 where a row could not be read in full, 2 where the file is refused; what was read is told with it."""
    columns = dict(_column(each) for each in arguments.column)
    with review_of(arguments, arguments.file) as session:
        taken = read(arguments.source, session.review, columns)
        planned = plan(taken.entries, session.judge.guard, session.review)
        taken = compared(taken, planned, session.review)
        without = _same(taken) if arguments.without_duplicates else frozenset()
        refused = "" if arguments.despite_faults else refusal(taken.faults, arguments.source.name)
        stored = 0
        if not refused and not arguments.dry_run and len(planned.entries) > len(without):
            stored = _stored(session, planned, without)
    data = {
        **taken.as_json(),
        "entries": [entry.as_json() for entry in planned.entries],
        "names": [name.as_json() for name in planned.names],
        "stored": stored,
        "refused": refused,
    }
    lines = _lines(taken, planned, stored, dry=arguments.dry_run or bool(refused))
    if refused:
        refused = f"{refused} {tr('To take in the rest all the same, add --despite-faults.')}"
    return Reply(data, lines, holds=not taken.problems, refused=refused)


def _stored(session: Session, planned: Planned, without: frozenset[Origin]) -> int:
    """Store them; only now is the review opened for writing, so what is refused leaves every byte of it alone."""
    writing = session.open_again()
    try:
        return len(store(writing, planned.entries, without).changes.records)
    finally:
        writing.close()


def _column(words: str) -> tuple[str, str]:
    name, sign, heading = words.partition("=")
    if not sign or not heading.strip():
        raise BadInputError(
            tr("‘{words}’ is not of the form FIELD=HEADING, for instance date=When.").format(words=words)
        )
    return name.strip().casefold(), heading.strip()


def _same(taken: Taken) -> frozenset[Origin]:
    return frozenset(duplicate.origin for duplicate in taken.duplicates if duplicate.same)


def _lines(taken: Taken, planned: Planned, stored: int, *, dry: bool) -> list[str]:
    """What a person is told."""
    found = len(planned.entries)
    lines = [
        trn("{n} entry was found.", "{n} entries were found.", found)
        if dry
        else trn("{n} entry was taken in.", "{n} entries were taken in.", stored)
    ]
    lines += [f"{problem.origin.sheet} {problem.origin.row}: {problem.reason}".strip() for problem in taken.problems]
    lines += taken.notes
    if taken.duplicates:
        lines.append(trn("{n} entry seems to stand twice.", "{n} entries seem to stand twice.", len(taken.duplicates)))
    open_names = sum(1 for name in planned.names if not name.code)
    if open_names:
        lines.append(
            trn("{n} likely name is still to be settled.", "{n} likely names are still to be settled.", open_names)
        )
    if dry:
        lines.append(tr("Nothing was stored."))
    return lines
