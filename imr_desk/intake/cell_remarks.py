"""Notes that people hang on the cells of a workbook: they stand in parts of their own and calamine leaves them out."""

from __future__ import annotations

import posixpath
import re
from html import unescape

from imr_desk.intake.grid import column_number
from imr_desk.intake.package import Package

Remarks = dict[tuple[int, int], str]
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_TARGET = re.compile(r"\bTarget=[\"']([^\"']*comments[^\"']*\.xml)[\"']", re.IGNORECASE)
_REMARK = re.compile(r"<(?:\w+:)?comment\b[^>]*?\bref=[\"']([A-Z]+)(\d+)[\"'][^>]*>(.*?)</(?:\w+:)?comment>", re.DOTALL)
_TEXT = re.compile(r"<(?:\w+:)?t\b[^>]*>([^<]*)</(?:\w+:)?t>")
_THREAD = re.compile(r"^\[Threaded comment\].*?\bComment:\s*", re.DOTALL)


def remarks_of(package: Package, sheet: str) -> Remarks:
    """The notes on the cells of a sheet (its part), by row and column counted from 0."""
    folder, name = posixpath.split(sheet)
    relations = package.read(f"{folder}/_rels/{name}.rels").decode("utf-8", "replace")
    found: Remarks = {}
    for relation in _RELATION.findall(relations):
        target = _TARGET.search(relation)
        if target and "hreaded" not in target[1]:
            part = posixpath.normpath(posixpath.join(folder, target[1])).lstrip("/")
            for letters, row, inner in _REMARK.findall(package.read(part).decode("utf-8", "replace")):
                words = _THREAD.sub("", unescape("".join(_TEXT.findall(inner)))).strip()
                if words:
                    found[int(row) - 1, column_number(letters)] = words
    return found
