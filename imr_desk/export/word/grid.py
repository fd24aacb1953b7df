"""The markup of tables: opening, rows and cells, as text. Made for long tables: a row costs a few string operations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import gt

from imr_desk.export.word.faces import Face, letters_in
from imr_desk.export.word.markup import escaped

END = "</w:tbl>"
RUN = '<w:r><w:t xml:space="preserve">%s</w:t></w:r>'
_LONG = 2000  # letters; a cell that goes over many pages in one paragraph takes programs minutes to lay out


def opening(widths: Sequence[int], style: str, caption: str, description: str, *, first_column: bool = False) -> str:
    """The start of a table of fixed widths, with title and description for screen readers."""
    look = "04A0" if first_column else "0420"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="{int(first_column)}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(caption)}"/><w:tblDescription w:val="{escaped(description)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


class Grid:
    """Makes the rows of one table; ``kind`` is that of their paragraphs: ``Heading`` or ``Text``."""

    def __init__(self, widths: Sequence[int], face: Face, kind: str = "Text", *, together: bool = False) -> None:
        """`together`: no page ends between these rows and the next."""
        self._cells = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]
        keep = "<w:keepNext/>" if together else ""
        self._paragraph = f'<w:p><w:pPr><w:pStyle w:val="Table{kind}{face.paragraph}"/>{keep}</w:pPr>'
        self._letters = [letters_in(width, face) for width in widths]
        self._tallest = face.tallest
        self._most = [min(_LONG, face.tallest * letters) for letters in self._letters]
        self._rows: dict[tuple[bool, ...], str] = {}
        """Rows whose cells are one short line or empty, by which of them say something."""

    def row(
        self, cells: Sequence[str], *, heading: bool = False, height: int = 0, mark: Callable[[str], str] | None = None
    ) -> str:
        """A row; ``height`` is its least, ``mark`` puts a bookmark round what the first cell says.

        Raises ValueError where the number of cells is not that of the columns.
        """
        if not (heading or height or mark) and (plain := self._plain(cells)):
            return plain
        content = [self._content(cell) for cell in cells]
        if mark:
            content[0] = f"{self._paragraph}{mark(_runs(cells[0]))}</w:p>"
        joined = "".join([f"{cell}{inner}</w:tc>" for cell, inner in zip(self._cells, content, strict=True)])
        whole = "<w:cantSplit/>" if heading or not self._is_tall(cells) else ""
        high = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
        head = "<w:tblHeader/>" if heading else ""
        look = f"<w:trPr>{whole}{high}{head}</w:trPr>" if whole or high else ""
        return f"<w:tr>{look}{joined}</w:tr>"

    def _plain(self, cells: Sequence[str]) -> str:
        """The row if all its cells are one short line, as most are; "" where it takes more to tell how it is set."""
        whole = "".join(cells)
        if not whole.isprintable() or len(cells) != len(self._most) or any(map(gt, map(len, cells), self._most)):
            return ""
        if "&" in whole or "<" in whole or ">" in whole:
            cells = [escaped(cell) for cell in cells]
        says = tuple(map(bool, cells))
        if says not in self._rows:
            inner = (f"{self._paragraph}{RUN if there else ''}</w:p>" for there in says)
            joined = "".join(f"{cell}{each}</w:tc>" for cell, each in zip(self._cells, inner, strict=True))
            self._rows[says] = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{joined}</w:tr>"
        return self._rows[says] % tuple(filter(None, cells))

    def _content(self, cell: str) -> str:
        """The paragraphs of a cell: one for each line, or the empty one that every cell must have."""
        if "\n" not in cell and len(cell) <= _LONG:
            return f"{self._paragraph}{_runs(cell)}</w:p>"
        lines = [piece for line in cell.split("\n") if line.strip() for piece in _pieces(line)] or [""]
        return "".join(f"{self._paragraph}{_runs(line)}</w:p>" for line in lines)

    def _is_tall(self, cells: Sequence[str]) -> bool:
        """Whether a cell comes to more lines than a row may have that is kept on one page; roughly, and in no time."""
        return any(_lines(cell, letters) > self._tallest for cell, letters in zip(cells, self._letters, strict=True))


def _pieces(line: str) -> Iterator[str]:
    """A very long line in pieces, cut at blanks; a reader of the file joins paragraphs of a cell by a blank again."""
    start = 0
    while (at := line.find(". ", start + _LONG)) >= 0 or (at := line.find(" ", start + _LONG)) >= 0:
        yield line[start : at + 1]
        start = at + 1
    yield line[start:]


def _lines(cell: str, letters: float) -> float:
    """How many lines a cell comes to, at so many letters a line."""
    if "\n" not in cell:
        return len(cell) / letters
    return sum(1 + len(line) // letters for line in cell.split("\n"))


def _runs(words: str) -> str:
    return RUN % escaped(words) if words else ""
