"""The parts of a zipped workbook that hold cells, under the names that calamine looks for.

Relationships say where each part stands, and a part may have any name (ECMA-376 part 2): ‘book/first.xml’ is as good as
‘xl/workbook.xml’. Calamine asks for some of them by their usual names, so the others are put there.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from html import unescape

from imr_desk.intake.package import Package

WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_TARGET = re.compile(r"(\bTarget\s*=\s*)(?:\"([^\"]*)\"|'([^']*)')")
_KIND = re.compile(r"\bType\s*=\s*[\"'][^\"']*/(worksheet|sharedStrings|styles)[\"']")
_PLACES = {
    "worksheet": "xl/worksheets/other{n}.xml",
    "sharedStrings": "xl/sharedStrings.xml",
    "styles": "xl/styles.xml",
}
_USUAL = re.compile(r"xl/(?:worksheets/[^/]+|sharedStrings|styles)\.xml", re.IGNORECASE)
_IS_WORKBOOK = re.compile(rb"<(?:\w+:)?workbook[\s>]")
_HEAD = 4000
_TO_WORKBOOK = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    b' Target="xl/workbook.xml"/></Relationships>'
)


@dataclass
class Moved:
    """`parts` by usual name; `came_from` where each stands in the file."""

    parts: dict[str, bytes] = field(default_factory=dict, repr=False)
    came_from: dict[str, str] = field(default_factory=dict)


def main_workbook(package: Package) -> str:
    """The part that is the workbook, as the relationships of the package say; "" where it has none."""
    main = _spelled(package).get(package.main().casefold(), "")
    return main if main.endswith(".xml") and _IS_WORKBOOK.search(package.read(main)[:_HEAD]) else ""


def moved(package: Package) -> Moved:
    """The workbook and what it leads to that stands elsewhere than usual, each at its usual place.

    Nothing where all stands as usual.
    """
    main = main_workbook(package)
    if not main:
        return Moved()
    folder, name = posixpath.split(main)
    there = _spelled(package)
    relations = package.read(there.get(posixpath.join(folder, "_rels", f"{name}.rels").casefold(), ""))
    found = Moved()

    def at_its_place(relation: re.Match[str]) -> str:
        kind, target = _KIND.search(relation[0]), _TARGET.search(relation[0])
        if not kind or not target:
            return relation[0]
        part = there.get(_part(folder, unescape(target[2] or target[3] or "")).casefold(), "")
        if not part.endswith(".xml") or (_USUAL.fullmatch(part) and folder == "xl"):
            return relation[0]
        place = part if _USUAL.fullmatch(part) else _PLACES[kind[1]].format(n=len(found.parts) + 1)
        found.parts[place], found.came_from[place] = package.read(part), part
        return _TARGET.sub(lambda said: f'{said[1]}"/{place}"', relation[0])

    written = _RELATION.sub(at_its_place, relations.decode("utf-8", "replace"))
    if found.parts or main.casefold() != WORKBOOK:
        found.parts |= {WORKBOOK: package.read(main), RELATIONS: written.encode(), "_rels/.rels": _TO_WORKBOOK}
    return found


def _part(folder: str, target: str) -> str:
    """The part that a target names, from the root or from the folder of the workbook."""
    return posixpath.normpath(target if target.startswith("/") else posixpath.join(folder, target)).lstrip("/")


def _spelled(package: Package) -> dict[str, str]:
    """The parts as the package spells them; their names are the same in large and small letters."""
    return {part.casefold(): part for part in package.names()}
