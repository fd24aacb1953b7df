"""`imr-desk backup FILE TO`, `imr-desk restore BACKUP TO` and `imr-desk salvage FILE TO`: copies, and what is left."""

from __future__ import annotations

import argparse
from pathlib import Path

from imr_desk.cli.opened import add_json, add_passphrase, passphrase, review_of
from imr_desk.cli.output import Reply
from imr_desk.i18n import tr


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Arguments of backup."""
    _declare(words, "backup", "file", tr("a proved copy of a review, under a name or in a folder"))


def declare_restore(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Arguments of restore."""
    _declare(words, "restore", "backup", tr("a new review file made of a backup; nothing is written over"))


def declare_salvage(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Arguments of salvage."""
    _declare(
        words, "salvage", "file", tr("what can be read of a damaged review, in a new file; what was lost is listed")
    )


def _declare(
    words: argparse._SubParsersAction[argparse.ArgumentParser], word: str, source: str, help_text: str
) -> None:
    parser = words.add_parser(word, help=help_text)
    parser.add_argument(source, type=Path)
    parser.add_argument("to", type=Path)
    add_passphrase(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Reply:
    """Copy and prove; where `to` is a folder, under a name that says when."""
    from imr_desk.jobs.backups import back_up_to

    with review_of(arguments, arguments.file) as session:
        copied = back_up_to(session, arguments.to)
    data = {
        "file": str(arguments.file),
        "backup": str(copied.path),
        "bytes": copied.size,
        "proved": True,
        "digest": copied.digest,
    }
    return Reply(data, [tr("Backup proved: {path}").format(path=copied.path)])


def run_restore(arguments: argparse.Namespace) -> Reply:
    """Copy a backup to a new file; both are opened and compared."""
    from imr_desk.jobs.backups import restore

    copied = restore(arguments.backup, arguments.to, passphrase(arguments))
    data = {
        "backup": str(arguments.backup),
        "file": str(copied.path),
        "bytes": copied.size,
        "proved": True,
        "digest": copied.digest,
    }
    return Reply(data, [tr("Restored and proved: {path}").format(path=copied.path)])


def run_salvage(arguments: argparse.Namespace) -> Reply:
    """Read out what verifies; the status says whether anything was lost."""
    from imr_desk.jobs.salvage import lost_words, salvage, summary

    found = salvage(arguments.file, arguments.to, passphrase(arguments))
    data = {
        "file": str(arguments.file),
        "to": str(found.path),
        "pages": found.pages,
        "damaged_pages": found.damaged,
        "records": found.records,
        "lost": [
            {
                "kind": each.kind,
                "id": each.id,
                "fields": list(each.fields),
                "surely": each.surely,
                "in_bin": each.in_bin,
            }
            for each in found.lost
        ],
        "links_lost": [{"id": record, "led_to": other} for record, other in found.links],
        "documents_lost": list(found.documents),
        "history_lines_lost": found.lines,
    }
    lines = [tr("Written: {path}").format(path=found.path), summary(found)]
    lost = lost_words(found)
    if lost:
        lines += [tr("Lost:"), *(f"  {line}" for line in lost)]
    return Reply(data, lines, holds=found.whole)
