"""Figures on the pages of the PDF: a picture, upright and whole, with its description."""

from __future__ import annotations

from imr_desk.export.pdf.file import text_string
from imr_desk.export.pdf.flow import Flow
from imr_desk.export.pdf.tree import Element, Tree
from imr_desk.export.report import Figure

_CAPTION_ROOM = 90
"""Points left on the page of a picture for its caption and a line or two; as in the Word file."""
_AFTER = 4


def draw_figure(flow: Flow, tree: Tree, within: Element, figure: Figure) -> None:
    """Place the picture on this page or the next, with what is held above it. ValueError where it has none."""
    if figure.picture is None:
        raise ValueError("a figure without its picture")
    paper, sheets = flow.paper, flow.sheets
    width, height = figure.picture.fitted(paper.text_width, paper.height - paper.top - paper.bottom - _CAPTION_ROOM)
    flow.settle(height)
    flow.skip(0)
    left, low = paper.side, paper.height - flow.y - height
    box = f"[{left:.2f} {low:.2f} {left + width:.2f} {low + height:.2f}]"
    described = text_string(figure.description)
    element = tree.element("Figure", within, f"/Alt {described}/A<</O/Layout/Placement/Block/BBox{box}>>")
    sheets.begin(element)
    name = sheets.pictures.name_of(figure.picture)
    sheets.sheet.code.append(f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {low:.2f} cm /{name} Do Q")
    sheets.end()
    tree.close(element)
    flow.y += height
    flow.leave(_AFTER)
