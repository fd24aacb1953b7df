"""Why a file is not taken in, each in one sentence. Nothing was changed when one of them is said."""

from __future__ import annotations

from imr_desk.errors import BadInputError
from imr_desk.i18n import mark, tr
from imr_desk.intake.grid import MOST_ROWS

EMPTY = mark("‘{name}’ is empty, so there is nothing to take in. Nothing was changed.")
BINARY = mark(
    "‘{name}’ is no spreadsheet, no list and no Word document, so it cannot be read here. "
    "Save it as .xlsx, .csv or .docx and try again. Nothing was changed."
)
PROTECTED = mark(
    "‘{name}’ is protected by a password. Open it in the program it comes from, save a copy without the password, "
    "and take in the copy. Nothing was changed."
)
DAMAGED = mark("‘{name}’ is damaged or was cut short, so it cannot be read. Ask for it again. Nothing was changed.")
TOO_LARGE = mark(
    "‘{name}’ unpacks to far more than a chronology can be, so it was not opened. "
    "Copy the rows into a new file and try again. Nothing was changed."
)
TOO_MANY_ROWS = mark(
    "‘{name}’ has more than {n} rows or far too many columns. Take the period under review out of it, "
    "save that by itself, and try again. Nothing was changed."
)
ENTITIES = mark(
    "‘{name}’ asks for things outside itself (a document type with entities), so it was not opened. "
    "Nothing was changed."
)
NO_TABLE = mark("There is no table in ‘{name}’, so there is nothing to take in. Nothing was changed.")
OLD_WORD = mark(
    "‘{name}’ is a Word file of the old kind. Open it in Word, save it as .docx, and take that in. Nothing was changed."
)
PDF = mark(
    "‘{name}’ is a PDF, in which tables are only drawn. Ask for the Word or Excel file, or copy the table and paste "
    "it. Nothing was changed."
)
RICH_TEXT = mark(
    "‘{name}’ is a file in rich text. Open it in Word, save it as .docx, and take that in. Nothing was changed."
)


def refused(sentence: str, name: str) -> BadInputError:
    """The error with this sentence, for a file of this name."""
    return BadInputError(tr(sentence).format(name=name, n=f"{MOST_ROWS:,}"))
