"""The chronology as JSON: one object an entry, under fixed names, for programs that merge or compare (R-078)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain, count

from imr_desk.errors import BadInputError
from imr_desk.export.chronology import chronology_of
from imr_desk.export.readback import ReadBack, not_among
from imr_desk.export.reading.everything import everything_in
from imr_desk.export.report import Report
from imr_desk.export.words import Line, fold
from imr_desk.i18n import tr
from imr_desk.names.scan import CELL_END

FORMAT = "imr-desk chronology 1"
_TABLE = ("columns", "headings", "entries")


def write_json(report: Report, _seal: Mapping[str, object] | None = None) -> bytes:
    """`{"format": …, "columns": […], "entries": [{column: words}]}` in UTF-8; an empty cell is an empty text.

    Columns of one heading are numbered, so that each keeps its words; `headings` then has them as they are printed.

    ExportError where the report has no chronology.
    """
    table = chronology_of(report)
    headings = [column.heading for column in table.columns]
    names = _apart(headings)
    document = {
        "format": FORMAT,
        "columns": names,
        **({"headings": headings} if names != headings else {}),
        "entries": [dict(zip(names, row.cells, strict=True)) for row in table.rows],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def read_json(data: bytes) -> ReadBack:
    """Read it back. BadInputError where it is no chronology in JSON."""
    try:
        document = json.loads(data.decode("utf-8-sig"))
        names = [str(each) for each in document["columns"]]
        rows = [[str(entry[name]) for name in names] for entry in document["entries"]]
        headings = [str(each) for each in document.get("headings", names)]
    except (UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
        raise BadInputError(tr("This is not a chronology in JSON that can be read.")) from error
    cells = [headings, *rows]
    lines = tuple(Line("", fold(cell)) for row in cells for cell in row)
    others = [(str(name), str(value)) for name, value in document.items() if name not in _TABLE]
    parts = (*(("body chronology", CELL_END.join(row)) for row in cells), *_said(others))
    return ReadBack(lines, None, parts, beneath=not_among(everything_in(data), parts), paged=False)


def _apart(headings: list[str]) -> list[str]:
    """A name of its own for each heading: what is called like one before it has the next number that is free."""
    names: list[str] = []
    for heading in headings:
        numbered = (f"{heading} ({n})" for n in count(2))
        free = (each for each in chain((heading,), numbered) if each not in names)
        names.append(next(each for each in free if each == heading or each not in headings))
    return names


def _said(others: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Whatever else stands in the file."""
    yield from (("properties", f"{name} {value}") for name, value in others if value != FORMAT)
