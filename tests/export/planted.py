"""A registered name planted in files, in many spellings, and the gate that has to find it."""

from __future__ import annotations

from pathlib import Path

from word_sample import sample_report

from imr_desk.errors import NameFoundError
from imr_desk.export.formats import form_for
from imr_desk.export.refusal import Scan, refuse_names
from imr_desk.names.guard import Guard
from imr_desk.names.register import throwaway_register
from imr_desk.names.scan import scan

NAME = "Jorunn Hargreaves"
SPELLINGS = (
    NAME, "Hargreaves, Jorunn", "JORUNN HARGREAVES", "Ms J Hargreaves", "Hargraeves", "Hargreves", "Jorunn Hargreavs",
    "jorunn.hargreaves@example.gov.uk", "Har\u00adgreaves", "hargreaves_j.docx",
)  # fmt: skip


def the_scan(*names: str) -> Scan:
    """The scan of the program with these names registered."""
    guard = Guard(throwaway_register(names or (NAME,)), {}, ())
    return lambda parts: scan(guard, parts)


def refusal(data: bytes, ending: str, *names: str, file_name: str = "report") -> str:
    """What the gate says of a file with these bytes; "" where it lets it pass."""
    form = form_for(Path(f"a{ending}"))
    found = form.read(data)
    try:
        refuse_names(the_scan(*names), f"{file_name}{ending}", found, form, sample_report(draft=True), final=False)
    except NameFoundError as error:
        return error.sentence
    return ""
