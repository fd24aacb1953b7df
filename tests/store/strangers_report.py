"""A reader of exported Word files, written from section 11 of docs/file-format.md alone, as `strangers_reader` is."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_BLOCK = re.compile(r"IMR_([A-Za-z]+\d+)(?:_\d+)?(_open)?")


def seal_in(data: bytes) -> Any:  # noqa: ANN401 - whatever the JSON holds
    """The JSON of the seal."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = ET.fromstring(package.read("docProps/custom.xml"))  # noqa: S314 - our own file, just written
    pieces = {each.get("name", ""): "".join(each.itertext()) for each in root}
    text = "".join(pieces[name] for name in sorted(pieces) if name.startswith("IMR Desk seal "))
    return json.loads(base64.b64decode(text))


def word_digest(data: bytes) -> str:
    """SHA-256 over the lines."""
    digest = hashlib.sha256(b"IMR Desk words 1\x1e")
    for block, text in lines(data):
        digest.update(f"{block}\x1f{text}\x1e".encode())
    return digest.hexdigest()


def lines(data: bytes) -> Iterator[tuple[str, str]]:
    """Block and text of each paragraph and cell that counts."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        styles = _style_names(ET.fromstring(package.read("word/styles.xml")))  # noqa: S314
        body = ET.fromstring(package.read("word/document.xml"))  # noqa: S314
        pictures = dict(_pictures(package))
    for drawing in body.iter(f"{W}drawing"):
        drawing.append(_said(drawing, pictures))
    block, counts = "", False
    for element in _in_order(body):
        for mark in element.iter(f"{W}bookmarkStart"):
            if found := _BLOCK.fullmatch(mark.get(f"{W}name", "")):
                block, counts = found[1], found[2] is None
        if not counts:
            continue
        if element.tag == f"{W}tr":
            for cell in element.iter(f"{W}tc"):
                yield block, _folded(" ".join(_text(each) for each in cell.iter(f"{W}p")))
        elif not _left_out(styles, element) and (words := _folded(re.sub(r"^(Table|Figure) : ", "", _text(element)))):
            yield block, words


def _pictures(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The SHA-256 of each picture by the id of its relationship."""
    for each in ET.fromstring(package.read("word/_rels/document.xml.rels")):  # noqa: S314
        if each.get("Type", "").endswith("/image"):
            yield each.get("Id", ""), hashlib.sha256(package.read(f"word/{each.get('Target')}")).hexdigest()


def _said(drawing: ET.Element, pictures: dict[str, str]) -> ET.Element:
    """A picture as words: its description, and its digest in brackets."""
    described = next(each.get("descr", "") for each in drawing.iter() if each.tag.endswith("}docPr"))
    shown = next(each.get(R_EMBED, "") for each in drawing.iter() if each.tag.endswith("}blip"))
    words = ET.Element(f"{W}t")
    words.text = f"{described} [picture {pictures[shown]}]"
    return words


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _in_order(element: ET.Element) -> Iterator[ET.Element]:
    """Paragraphs and rows from top to bottom; a paragraph in a row belongs to the row."""
    for child in element:
        if child.tag in (f"{W}p", f"{W}tr"):
            yield child
        else:
            yield from _in_order(child)


def _text(paragraph: ET.Element) -> str:
    """The words of a paragraph, without what REF and SEQ fields work out."""
    said, instruction, inside, result = [], "", False, False
    for each in paragraph.iter():
        if each.tag == f"{W}fldChar":
            kind = each.get(f"{W}fldCharType")
            inside, result = kind != "end", kind == "separate"
            instruction = "" if kind == "begin" else instruction
        elif each.tag == f"{W}instrText":
            instruction += each.text or ""
        elif each.tag == f"{W}tab":
            said.append(" ")
        elif each.tag == f"{W}t" and not (inside and result and instruction.split()[0] in ("REF", "SEQ")):
            said.append(each.text or "")
    return "".join(said)


def _style_names(root: ET.Element) -> dict[str, str]:
    return {
        style.get(f"{W}styleId", ""): name.get(f"{W}val", "")
        for style in root.iter(f"{W}style")
        if (name := style.find(f"{W}name")) is not None
    }


def _left_out(styles: dict[str, str], paragraph: ET.Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = styles.get(style.get(f"{W}val", ""), "") if style is not None else ""
    return name.endswith(" Unsealed") or name == "Cover Box"
