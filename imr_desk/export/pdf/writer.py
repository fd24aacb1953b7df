"""The report as a PDF: laid out, tagged and built in memory, the same bytes for the same content."""

from __future__ import annotations

from collections.abc import Mapping

from imr_desk.export.pdf import properties
from imr_desk.export.pdf.body import Body
from imr_desk.export.pdf.file import Id, PdfFile, ref, text_string
from imr_desk.export.pdf.outline import write_outline
from imr_desk.export.pdf.sheets import Sheets
from imr_desk.export.pdf.tree import Tree
from imr_desk.export.report import Report


def write_pdf(report: Report, seal: Mapping[str, object] | None = None) -> bytes:
    """The report as a tagged PDF, with the seal among its properties if there is one.

    Raises ValueError for what the builder of the report has to see to: a reference to nothing, two things of one
    anchor, a row of the wrong length.
    """
    file = PdfFile()
    tree = Tree(file)
    sheets = Sheets(file, tree)
    body = Body(report, sheets)
    body.write()
    pages = sheets.finish()
    outline = write_outline(file, sheets, body.entries)
    tree.finish()
    return file.finish(catalogue(file, report, tree, pages, outline), properties.info(file, report, seal))


def catalogue(file: PdfFile, report: Report, tree: Tree, pages: Id, outline: Id | None) -> Id:
    """The root of the file: its pages, structure, properties and, where there are any, bookmarks."""
    bookmarks = f"/Outlines {ref(outline)}/PageMode/UseOutlines" if outline is not None else ""
    return file.add(
        f"<</Type/Catalog/Pages {ref(pages)}/Lang {text_string(report.language)}/MarkInfo<</Marked true>>"
        f"/StructTreeRoot {ref(tree.root_number)}/ViewerPreferences<</DisplayDocTitle true>>"
        f"/Metadata {ref(properties.metadata(file, report))}"
        f"/OutputIntents[{ref(properties.colours(file))}]{bookmarks}>>"
    )
