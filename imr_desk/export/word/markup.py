"""WordprocessingML in small pieces: escaped text, runs, fields, links and bookmarks, as strings."""

from __future__ import annotations

from html import escape

from imr_desk.export.words import legal

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
TAB = "<w:r><w:tab/></w:r>"


def escaped(text: str) -> str:
    """Text fit to stand in an element or an attribute: nothing that XML forbids, line ends and tabs as blanks."""
    text = escape(legal(text))
    return text if text.isprintable() else text.replace("\n", " ").replace("\t", " ")


def run(text: str, style: str = "") -> str:
    """A run of text in a character style; nothing for no text."""
    if not text:
        return ""
    return f'<w:r>{_look(style)}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def field(instruction: str, result: str, style: str = "") -> str:
    """A field with its stored result, neither marked for updating nor locked."""
    look = _look(style)
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>{run(result, style)}'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def link(bookmark: str, inner: str) -> str:
    """A link to a place in the same document."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{inner}</w:hyperlink>'


def paragraph(style: str, inner: str, properties: str = "") -> str:
    """A paragraph in a style, given by its id; ``properties`` stand in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def numbering(level: int, number: int) -> str:
    """The place of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def border(side: str, eighths: int, colour: str = "000000", space: int = 0) -> str:
    """A rule; its width in eighths of a point, its distance in points."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def _look(style: str) -> str:
    return f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
