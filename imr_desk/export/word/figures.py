"""Pictures of the Word file: the markup that shows one in its line, and the parts that hold them."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.export.picture import Picture
from imr_desk.export.report import Figure, Report
from imr_desk.export.word.markup import escaped
from imr_desk.export.word.page import LANDSCAPE, PORTRAIT

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_EMU = 12_700  # to a point
_TWIPS = 20
_CAPTION_ROOM = 90
"""Points left on the page of a picture for its caption and a line or two."""


class Figures:
    """The pictures of one file: each once, however often it is shown."""

    def __init__(self, report: Report) -> None:
        pictures = {each.picture.sha256: each.picture for each in _figures(report) if each.picture is not None}
        self._names = {each.sha256: f"image{at}.{each.kind}" for at, each in enumerate(pictures.values(), 1)}
        self._pictures = pictures
        self._shown = 0

    @property
    def parts(self) -> dict[str, Picture]:
        """The pictures by the names of their parts in the folder `media`."""
        return {self._names[sha256]: each for sha256, each in self._pictures.items()}

    @property
    def relationships(self) -> tuple[tuple[str, str], ...]:
        """The ids by which the document names its pictures, and their parts."""
        return tuple((_id(name), f"media/{name}") for name in self._names.values())

    def markup(self, figure: Figure, *, landscape: bool) -> str:
        """A run with the picture in its line. Raises ValueError where the figure has no picture."""
        if figure.picture is None:
            raise ValueError("a figure without its picture")
        page = LANDSCAPE if landscape else PORTRAIT
        high = (page.height - page.top - page.bottom) / _TWIPS - _CAPTION_ROOM
        width, height = figure.picture.fitted(page.text_width / _TWIPS, high)
        extent = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
        self._shown += 1
        name = self._names[figure.picture.sha256]
        described = f'id="{self._shown}" name="Figure {self._shown}" descr="{escaped(figure.description)}"'
        return (
            '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0" '
            f'xmlns:wp="{_DRAWING}/wordprocessingDrawing"><wp:extent {extent}/><wp:docPr {described}/>'
            f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{_id(name)}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect">'
            "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def _id(name: str) -> str:
    return f"rId{name.partition('.')[0].capitalize()}"


def _figures(report: Report) -> Iterator[Figure]:
    return (part for block in report.blocks for part in block.parts if isinstance(part, Figure))
