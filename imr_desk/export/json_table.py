"""The chronology as JSON: one object an entry, under fixed names, for programs that merge or compare (R-078)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from imr_desk.errors import BadInputError
from imr_desk.export.chronology import chronology_of
from imr_desk.export.readback import ReadBack, not_among
from imr_desk.export.reading.everything import everything_in
from imr_desk.export.report import Report
from imr_desk.export.words import Line, fold
from imr_desk.i18n import tr
from imr_desk.names.scan import CELL_END

FORMAT = "imr-desk chronology 1"


def write_json(report: Report, _seal: Mapping[str, object] | None = None) -> bytes:
    """`{"format": …, "columns": […], "entries": [{column: words}]}` in UTF-8; an empty cell is an empty text.

    ExportError where the report has no chronology.
    """
    table = chronology_of(report)
    names = [column.heading for column in table.columns]
    document = {
        "format": FORMAT,
        "columns": names,
        "entries": [dict(zip(names, row.cells, strict=True)) for row in table.rows],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def read_json(data: bytes) -> ReadBack:
    """Read it back. BadInputError where it is no chronology in JSON."""
    try:
        document = json.loads(data.decode("utf-8-sig"))
        names = [str(each) for each in document["columns"]]
        rows = [[str(entry[name]) for name in names] for entry in document["entries"]]
    except (UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
        raise BadInputError(tr("This is not a chronology in JSON that can be read.")) from error
    cells = [names, *rows]
    lines = tuple(Line("", fold(cell)) for row in cells for cell in row)
    others = [(str(name), str(value)) for name, value in document.items() if name not in ("columns", "entries")]
    parts = (*(("body chronology", CELL_END.join(row)) for row in cells), *_said(others))
    return ReadBack(lines, None, parts, beneath=not_among(everything_in(data), parts), paged=False)


def _said(others: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Whatever else stands in the file."""
    yield from (("properties", f"{name} {value}") for name, value in others if value != FORMAT)
