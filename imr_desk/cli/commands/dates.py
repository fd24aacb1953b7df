"""`imr-desk dates TEXT…`: how dates are read (R-072)."""

from __future__ import annotations

import argparse

from imr_desk.cli.opened import add_json
from imr_desk.cli.output import Reply
from imr_desk.errors import BadDateError
from imr_desk.i18n import tr
from imr_desk.review.dates import Reading, read_date
from imr_desk.review.known_date import UNKNOWN


def declare(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its arguments."""
    parser = words.add_parser("dates", help=tr("how dates are read: day first, as precisely as they are known"))
    parser.add_argument(
        "text", nargs="+", metavar="TEXT", help=tr("a date as it is written; -- before one with a dash")
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> Reply:
    """Status 1 where one of them cannot be read."""
    each = [_read(text) for text in arguments.text]
    return Reply({"dates": each}, [_line(one) for one in each], holds=not any(one["problem"] for one in each))


def _read(text: str) -> dict[str, object]:
    try:
        return _said(text, read_date(text))
    except BadDateError as error:
        nothing = dict.fromkeys(("edtf", "date", "time", "end_time", "words", "earliest", "latest"), "")
        return {
            "text": text,
            **nothing,
            "exact": False,
            "notes": [],
            "problem": error.sentence,
            "suggestions": list(error.suggestions),
        }


def _said(text: str, reading: Reading) -> dict[str, object]:
    """`edtf` is the whole of it, `date` the same without a time; both as any reader of EDTF takes them."""
    known = reading.known
    return {
        "text": text,
        "edtf": known.standard if known.edtf != UNKNOWN else UNKNOWN,
        "date": known.date_edtf,
        "time": known.time,
        "end_time": known.end_time,
        "words": known.in_words(),
        "earliest": known.earliest.isoformat() if known.earliest else "",
        "latest": known.latest.isoformat() if known.latest else "",
        "exact": known.exact,
        "notes": list(reading.notes),
        "problem": "",
        "suggestions": [],
    }


def _line(one: dict[str, object]) -> str:
    if one["problem"]:
        return f"{one['text']}: {one['problem']}"
    notes = one["notes"] if isinstance(one["notes"], list) else []
    return "  ".join([f"{one['text']}: {one['words']}", f"[{one['edtf']}]", *notes])
