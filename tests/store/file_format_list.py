"""The last section of docs/file-format.md: every kind and its fields, made from the declarations.

Run by hand after a change of the declarations, it writes the section anew; the test of the page says when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from imr_desk.review.catalogue import KINDS
from imr_desk.review.fields import Field, FieldType, Kind

PAGE = Path(__file__).resolve().parents[2] / "docs" / "file-format.md"
BEGIN = "<!-- from here on made from the declarations -->\n"

TYPES = {
    FieldType.NUMBER: "number",
    FieldType.YES_NO: "yes or no",
    FieldType.KNOWN_DATE: "date as known",
    FieldType.LINES: "list",
    FieldType.LINKS: "list",
}
"""Types that are said; every other field is TEXT in its column and a string in JSON."""


def listed(kinds: Iterable[Kind]) -> str:
    """The section as it has to stand."""
    return "\n" + "".join(_entry(kind) for kind in kinds)


def _entry(kind: Kind) -> str:
    begins = "one record" if kind.single else f"`{kind.prefix}-`"
    parts = [
        _part("sealed", kind, lambda field: field.sealed),
        _part("process", kind, lambda field: not field.sealed and not field.private),
        _part("private", kind, lambda field: field.private),
    ]
    return f"- **`{kind.name}`** ({begins}). {' '.join(part for part in parts if part)}\n"


def _part(word: str, kind: Kind, belongs: Callable[[Field], bool]) -> str:
    names = [_field(field) for field in kind.fields if belongs(field)]
    return f"*{word}:* {', '.join(names)}." if names else ""


def _field(field: Field) -> str:
    if field.type is FieldType.ROWS:
        return f"`{field.name}` (rows of {', '.join(_field(column) for column in field.columns)})"
    said = TYPES.get(field.type)
    return f"`{field.name}` ({said})" if said else f"`{field.name}`"


def kept_in_the_page(page: str) -> str:
    """The section as it stands in the page."""
    return page.partition(BEGIN)[2]


if __name__ == "__main__":
    before = PAGE.read_text(encoding="utf-8").partition(BEGIN)[0]
    PAGE.write_text(before + BEGIN + listed(KINDS.values()), encoding="utf-8")
