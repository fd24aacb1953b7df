"""Looking into Word files and changing them from outside, as a panel or a forger would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every part of the package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts."""
    with io.BytesIO() as whole:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return whole.getvalue()


def changed(data: bytes, old: str, new: str, part: str = "word/document.xml") -> bytes:
    """The file with one piece of markup of a part replaced, once; it has to be there."""
    parts = parts_of(data)
    before = parts[part].decode()
    assert old in before, f"not in {part}: {old}"
    return packed(parts | {part: before.replace(old, new, 1).encode()})


def added(data: bytes, part: str, content: str, override: str = "") -> bytes:
    """The file with another part, whose content type is named where one is given."""
    parts = parts_of(data) | {part: content.encode()}
    if override:
        types = parts["[Content_Types].xml"].decode()
        entry = f'<Override PartName="/{part}" ContentType="{override}"/></Types>'
        parts["[Content_Types].xml"] = types.replace("</Types>", entry).encode()
    return packed(parts)


def document_of(data: bytes) -> etree._Element:
    """The main document as a tree."""
    return etree.fromstring(parts_of(data)["word/document.xml"])


def moved_to_the_left(data: bytes, text: str) -> bytes:
    """The file with the text of a cell moved into the empty cell at its left."""
    tree = document_of(data)
    cell = next(cell for cell in tree.iter(f"{W}tc") if "".join(cell.itertext(f"{W}t")) == text)
    left = cell.getprevious()
    assert left is not None
    assert not "".join(left.itertext(f"{W}t"))
    own, other = cell.find(f"{W}p"), left.find(f"{W}p")
    assert own is not None
    assert other is not None
    other.extend(own.findall(f"{W}r"))
    return packed(parts_of(data) | {"word/document.xml": etree.tostring(tree)})


def val(element: etree._Element | None, name: str = "val") -> str:
    """An attribute of WordprocessingML."""
    return "" if element is None else element.get(f"{W}{name}", "")
