"""The styles of a Word file, as far as reading needs them: their names, and which of them hide their text."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from imr_desk.export.reading.package import Package
from imr_desk.export.word.markup import W
from imr_desk.export.word.styles import known_names

_VAL, _ID = f"{{{W}}}val", f"{{{W}}}styleId"
_OFF = ("0", "false", "off")


@dataclass(frozen=True)
class Styles:
    """``names`` by id, as the file spells them; ``hidden`` ids of styles whose text is not shown."""

    names: dict[str, str]
    hidden: frozenset[str] = frozenset()

    def name_of(self, paragraph: etree._Element) -> str:
        """The name of a paragraph's style; empty where it has none of its own."""
        style = paragraph.find(f"{{{W}}}pPr/{{{W}}}pStyle")
        return "" if style is None else self.names.get(style.get(_VAL, ""), "")

    @property
    def foreign(self) -> tuple[str, ...]:
        """The names that are not of our own making."""
        return tuple(name for name in self.names.values() if name.casefold() not in known_names())


def read_styles(package: Package) -> Styles:
    """Read the styles of the main document."""
    if package.styles not in package.names:
        return Styles({})
    names: dict[str, str] = {}
    parents: dict[str, str] = {}
    vanish: dict[str, bool] = {}
    for style in package.tree(package.styles).iter(f"{{{W}}}style"):
        key = style.get(_ID, "")
        names[key] = _value(style, "name")
        parents[key] = _value(style, "basedOn")
        mark = style.find(f"{{{W}}}rPr/{{{W}}}vanish")
        if mark is not None:
            vanish[key] = mark.get(_VAL, "true") not in _OFF
    return Styles(names, frozenset(key for key in names if _hides(key, parents, vanish)))


def _hides(key: str, parents: dict[str, str], vanish: dict[str, bool]) -> bool:
    """Whether the style or the nearest of those it is based on says that its text is hidden."""
    seen: set[str] = set()
    while key and key not in seen:
        if key in vanish:
            return vanish[key]
        seen.add(key)
        key = parents.get(key, "")
    return False


def _value(style: etree._Element, name: str) -> str:
    found = style.find(f"{{{W}}}{name}")
    return "" if found is None else found.get(_VAL, "")
