"""The automatic numbers: chapters and their paragraphs, annexes and theirs, points (the part word/numbering.xml)."""

from __future__ import annotations

from functools import cache

from imr_desk.export.word.markup import HEAD, NAMESPACES
from imr_desk.export.word.styles import ANNEXES, BULLETS, CHAPTERS

_PLAIN = '<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>'


@cache
def numbering_xml() -> str:
    """Three multilevel lists, each level tied to its style both ways; whoever inserts a chapter renumbers the rest."""
    lists = {
        CHAPTERS: _level(0, "decimal", "%1", 850, 850, "Heading1")
        + _level(1, "decimal", "%1.%2", 850, 850, "NumberedParagraph", _PLAIN)
        + _level(2, "lowerLetter", "(%3)", 1417, 567, "NumberedSubparagraph", _PLAIN)
        + _inert(3),
        ANNEXES: _level(0, "upperLetter", "Annex %1", 1814, 1814, "AnnexHeading")
        + _level(1, "decimal", "%1.%2", 850, 850, "AnnexParagraph", _PLAIN)
        + _level(2, "lowerLetter", "(%3)", 1417, 567, "AnnexSubparagraph", _PLAIN)
        + _inert(3),
        BULLETS: _level(0, "bullet", "\u2022", 1247, 397, "ListBullet") + _inert(1),
    }
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:nsid w:val="4A1C000{key}"/><w:multiLevelType w:val="multilevel"/>'
        f'<w:tmpl w:val="4A1C000{key}"/>{levels}</w:abstractNum>'
        for key, levels in lists.items()
    )
    used = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in lists)
    return f"{HEAD}<w:numbering {NAMESPACES}>{abstract}{used}</w:numbering>"


def _level(at: int, form: str, text: str, left: int, hanging: int, style: str = "", letters: str = "") -> str:
    tied = f'<w:pStyle w:val="{style}"/>' if style else '<w:suff w:val="nothing"/>'
    tab = f'<w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{tied}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{tab}<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{letters}</w:lvl>'
    )


def _inert(first: int) -> str:
    """The levels that are not used, so that Word does not invent their look."""
    return "".join(_level(at, "none", "", 1814, 567) for at in range(first, 9))
