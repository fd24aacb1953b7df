"""Pictures in a Word file: those that stand in their line whole and plain, as the program shows them."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from imr_desk.export.report import picture_words

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WP, _A, _PIC = f"{{{_DRAWING}/wordprocessingDrawing}}", f"{{{_DRAWING}/main}}", f"{{{_DRAWING}/picture}}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_PLAIN = frozenset(
    {
        f"{_WP}inline", f"{_WP}extent", f"{_WP}effectExtent", f"{_WP}docPr", f"{_WP}cNvGraphicFramePr",
        f"{_A}graphicFrameLocks", f"{_A}graphic", f"{_A}graphicData", f"{_PIC}pic", f"{_PIC}nvPicPr", f"{_PIC}cNvPr",
        f"{_PIC}cNvPicPr", f"{_A}picLocks", f"{_PIC}blipFill", f"{_A}blip", f"{_A}stretch", f"{_A}fillRect",
        f"{_A}srcRect", f"{_PIC}spPr", f"{_A}xfrm", f"{_A}off", f"{_A}ext", f"{_A}prstGeom", f"{_A}avLst",
        f"{_A}noFill", f"{_A}ln", f"{_A}extLst",
        "{http://schemas.microsoft.com/office/drawing/2010/main}useLocalDpi",
    }
)  # fmt: skip
"""What a plain picture is made of, also after Word or LibreOffice has saved it; nothing that cuts or colours it."""
_TURNED = ("rot", "flipH", "flipV")
_OFF = ("", "0", "false")
_OF_BLIP = {_EMBED, "cstate"}


def plain_picture(drawing: etree._Element, pictures: Mapping[str, str]) -> str:
    """Description and digest of a drawing that is one plain picture kept in the file; "" for any other drawing."""
    blips, described = _all(drawing, f"{_A}blip"), drawing.find(f"{_WP}inline/{_WP}docPr")
    if len(blips) != 1 or described is None or not _is_plain(drawing):
        return ""
    sha256 = pictures.get(blips[0].get(_EMBED, ""), "")
    return picture_words(described.get("descr", ""), sha256) if sha256 else ""


def _is_plain(drawing: etree._Element) -> bool:
    """Whether nothing is cut off, turned, coloured or laid over the picture."""
    return (
        all(each.tag in _PLAIN for each in drawing.iterdescendants(tag=etree.Element))
        and all(set(each.attrib) <= _OF_BLIP for each in _all(drawing, f"{_A}blip"))
        and all(not each.attrib for each in (*_all(drawing, f"{_A}srcRect"), *_all(drawing, f"{_A}fillRect")))
        and all(each.get(name, "") in _OFF for each in _all(drawing, f"{_A}xfrm") for name in _TURNED)
        and all(each.get("hidden", "") in _OFF for each in _all(drawing, f"{_WP}docPr"))
        and all(each.get("prst") == "rect" for each in _all(drawing, f"{_A}prstGeom"))
    )


def _all(drawing: etree._Element, tag: str) -> list[etree._Element]:
    return list(drawing.iter(tag))
