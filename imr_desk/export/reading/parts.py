"""Every text of the parts beside the body: headers, footers, notes, comments, properties, styles, links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from imr_desk.export import seal
from imr_desk.export.reading.package import Package
from imr_desk.export.reading.styles import Styles
from imr_desk.export.reading.walk import walk
from imr_desk.export.word.markup import W

NOTES = ("footnotes", "endnotes")
"""Kinds of part that a reader of the document sees as part of its text."""

_PLACES = {"hdr": "header", "ftr": "footer", "coreProperties": "properties", "Properties": "properties"}
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"


def other_parts(package: Package, styles: Styles, custom: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Place and text of all that is not the body; ``custom`` are the custom properties.

    Places: ``header``, ``footer``, ``footnotes``, ``comments``, ``properties``, ``links``, ``styles`` …, and else the
    name of the part's root element. Of a seal the words only are given, not its digests and signatures.
    """
    for name in _xml_parts(package):
        if name.endswith(".rels"):
            for _, target in package.relationships(name):
                yield "links", target
        else:
            yield from _of_part(package, name, styles)
    found = seal.from_properties(custom)
    for name, value in custom.items():
        if found is None or not seal.is_piece(name):
            yield "properties", name
            yield "properties", value
    for words in seal.words_of(found):
        yield "seal", words
    for name in styles.foreign:
        yield "styles", name


def notes(package: Package, styles: Styles) -> Iterator[tuple[str, str]]:
    """Footnotes and endnotes: a report has none, so what is found here was put in."""
    for name in _xml_parts(package):
        if name.endswith(".rels") or (kind := etree.QName(package.tree(name)).localname) not in NOTES:
            continue
        with package.open(name) as stream:
            for piece in walk(stream, styles):
                for text in piece.texts:
                    yield kind, text


def custom_properties(package: Package) -> dict[str, str]:
    """The custom properties of the file by name."""
    found: dict[str, str] = {}
    for name in _xml_parts(package):
        if name.startswith("docProps/"):
            for prop in package.tree(name).iter(f"{_CUSTOM}property"):
                found[prop.get("name", "")] = "".join(str(text) for text in prop.itertext()).strip()
    return found


def _xml_parts(package: Package) -> Iterator[str]:
    for name in package.names:
        if name.endswith((".xml", ".rels")) and name not in (package.main, "[Content_Types].xml"):
            yield name


def _of_part(package: Package, name: str, styles: Styles) -> Iterator[tuple[str, str]]:
    root = package.tree(name)
    kind = etree.QName(root)
    place = _PLACES.get(kind.localname, kind.localname)
    if kind.namespace == W:
        with package.open(name) as stream:
            for piece in walk(stream, styles):
                if piece.raw.strip():
                    yield place, piece.raw
    elif root.tag != f"{_CUSTOM}Properties":
        for text in root.itertext():
            if str(text).strip():
                yield place, str(text)
