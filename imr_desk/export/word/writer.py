"""The package: all parts of the Word file in one zip, built in memory, the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date

from imr_desk.export.report import Report
from imr_desk.export.word import frame, lists, properties, shell, styles
from imr_desk.export.word.body import Body
from imr_desk.export.word.figures import Figures
from imr_desk.export.word.markup import HEAD, NAMESPACES
from imr_desk.export.word.plain_table import write_plain_table

_CHUNK = 1 << 16
_LEVEL = 4
"""How hard zlib tries. At 6 the file would be a sixth smaller, and packing it take twice as long."""


def write_word(report: Report, seal: Mapping[str, object] | None = None) -> bytes:
    """The report as a .docx, with the seal among its properties if there is one.

    Long tables pass through row by row, so memory grows with the packed file only. Raises ValueError for what the
    builder of the report has to see to: a reference to nothing, two things of one anchor, a row of the wrong length.
    """
    figures = Figures(report)
    with io.BytesIO() as whole:
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
            for name, text in _small_parts(report, seal, figures).items():
                package.writestr(_member(name, report.date), text)
            for name, picture in figures.parts.items():
                package.writestr(_member(f"word/media/{name}", report.date), picture.data)
            with package.open(_member("word/document.xml", report.date), "w") as part:
                _write_document(report, part.write, figures)
        return whole.getvalue()


def _small_parts(report: Report, seal: Mapping[str, object] | None, figures: Figures) -> dict[str, str]:
    custom = seal is not None
    kinds = frozenset(each.kind for each in figures.parts.values())
    parts = {
        "[Content_Types].xml": shell.content_types(custom=custom, pictures=kinds),
        "_rels/.rels": shell.package_relationships(custom=custom),
        "docProps/core.xml": properties.core_xml(report),
        "docProps/app.xml": properties.app_xml(report),
        "word/_rels/document.xml.rels": shell.document_relationships(figures.relationships),
        "word/styles.xml": styles.styles_xml(report.language),
        "word/numbering.xml": lists.numbering_xml(),
        "word/settings.xml": shell.settings_xml(report.language),
        "word/fontTable.xml": shell.fonts_xml(),
        "word/theme/theme1.xml": shell.theme_xml(),
        "word/header1.xml": frame.header_xml(report),
        "word/footer1.xml": frame.footer_xml(report),
    }
    if seal is not None:
        parts["docProps/custom.xml"] = properties.custom_xml(seal)
    return parts


def _write_document(report: Report, write: Callable[[bytes], object], figures: Figures) -> None:
    """The part word/document.xml, handed on in pieces so that it is never in memory as a whole."""
    pieces = [f"{HEAD}<w:document {NAMESPACES}><w:body>"]
    size = 0

    def out(markup: str) -> None:
        nonlocal size
        pieces.append(markup)
        size += len(markup)
        if size > _CHUNK:
            write("".join(pieces).encode())
            pieces.clear()
            size = 0

    if report.extent == "table":
        write_plain_table(report, out)
    else:
        Body(report, out, figures).write()
    pieces.append("</w:body></w:document>")
    write("".join(pieces).encode())


def _member(name: str, day: date) -> zipfile.ZipInfo:
    """An entry of the zip with the date of the version and nothing of this machine."""
    member = zipfile.ZipInfo(name, (day.year, day.month, day.day, 9, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    member._compresslevel = _LEVEL  # type: ignore[attr-defined]  # what the package has counts for bare names only
    member.create_system = 0
    return member
