"""`imr-desk names FILE.docx`: names in a document, part by part."""

from __future__ import annotations

import argparse
from pathlib import Path

from imr_desk.cli.output import Reply
from imr_desk.errors import BadInputError
from imr_desk.i18n import tr, trn
from imr_desk.names.guard import Guard


def document_in(path: Path | None) -> bytes | None:
    """The bytes of a Word file, PDF, spreadsheet or picture; None for anything that may be plain text."""
    if path is None or not path.is_file():
        return None
    with path.open("rb") as stream:
        head = stream.read(1024)
    from imr_desk.jobs.names_in_file import is_document

    return path.read_bytes() if is_document(head) else None


def in_document(arguments: argparse.Namespace, data: bytes, guard: Guard) -> Reply:
    """What was found, each with its place. Status 1 where there is a name."""
    if arguments.jsonl:
        raise BadInputError(tr("--jsonl reads lines of JSON, and this is a document. Leave it out."))
    from imr_desk.jobs.names_in_file import names_in_file

    found = names_in_file(arguments.textfile, data, guard)
    spans = [
        {"start": one.start, "end": one.end, "kind": one.kind, "text": one.words, "place": one.place} for one in found
    ]
    lines = [f"{one.kind}  {' '.join(one.words.split())}" + (f"  ({one.place})" if one.place else "") for one in found]
    lines.append(trn("{n} name found.", "{n} names found.", len(found)))
    return Reply({"spans": spans}, lines, holds=not found)
