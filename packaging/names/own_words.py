"""The program's own words, and those of its sample reviews: prose of the field without a single name, to learn from."""

from __future__ import annotations

import ast
import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from imr_desk.export.build import build_report
from imr_desk.export.extracts import build_sheets
from imr_desk.export.readback import read_word
from imr_desk.export.word import write_word
from imr_desk.names.scan import CELL_END
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from imr_desk.sample import cps_records, ho_records

ROOT = Path(__file__).parents[2]
PRIVATE = "identity"
"""The kind of record that holds names, even in a sample."""


def _strings(value: object) -> Iterator[str]:
    """Every text within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | Record):
        for name in value:
            yield from _strings(value[name])
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


def _said() -> Iterator[str]:
    """What the program says in its window and at the command line."""
    for path in sorted([*ROOT.glob("imr_desk/**/*.py"), *ROOT.glob("ui/**/*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("tr", "mark", "trn"):
                yield from (a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str))


def _written() -> Iterator[str]:
    """Every part of the reports of the samples, cell by cell and row by row."""
    for records in (cps_records(), ho_records()):
        for build in (build_report, build_sheets):
            for draft in (True, False):
                report = build(Review.of(records), draft=draft, today=dt.date(2014, 12, 5))
                for _, text in read_word(write_word(report, None)).parts:
                    yield from text.split(CELL_END)
                    yield text


def own_words() -> list[str]:
    """All of it, each text once, in order."""
    found: list[str] = []
    for folder in ("guidance", "templates", "timetables"):
        for path in sorted((ROOT / "resources" / folder).glob("*.toml")):
            found += _strings(tomllib.loads(path.read_text(encoding="utf-8")))
    for records in (cps_records(), ho_records()):
        for record in records:
            found += [] if record.kind == PRIVATE else _strings(record)
    found += _said()
    found += _written()
    guide = (ROOT / "docs" / "user-guide.md").read_text(encoding="utf-8")
    found += [re.sub(r"[*`#\[\]]", "", part) for part in re.split(r"\n\s*\n", guide)]
    return list(dict.fromkeys(text for text in found if re.search("[A-Za-z]{2}", text)))
