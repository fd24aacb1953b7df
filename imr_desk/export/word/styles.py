"""The styles of our Word file: built-in names where Word has one, everything else based on a built-in.

Sizes are half-points, distances twentieths of a point. Left-out paragraphs are told by the *name* of their style,
which other programs keep when they save the file: it ends in ``Unsealed``, or is the panel's number box.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from imr_desk.export.report import ParagraphKind
from imr_desk.export.word.faces import CLOSE, PLAIN, RULED, Face
from imr_desk.export.word.markup import HEAD, NAMESPACES, border, numbering

CHAPTERS, ANNEXES, BULLETS = 1, 2, 3
"""The three lists of the file: chapters with their paragraphs, annexes with theirs, points."""

UNSEALED = " Unsealed"
NUMBER_BOX = "Cover Box"
BOX_TAG = "panel_report_number"
"""The content control for the panel's own number."""
CAPTION = "caption"

OF_KIND: dict[ParagraphKind, str] = {
    "numbered": "NumberedParagraph",
    "plain": "BodyText",
    "finding": "Finding",
    "quote": "Quote",
    "sub": "NumberedSubparagraph",
    "bullet": "ListBullet",
    "note": "TableNote",
    "label": "CoverDetail",
}

_BLUE, _GREY, _LIGHT, _RULE = "1F3A5F", "E6E6E6", "F2F2F2", "7F7F7F"
_BOLD = "<w:b/><w:bCs/>"
_COLOUR = f'<w:color w:val="{_BLUE}"/>'
_KEEP_NEXT, _KEEP_LINES = "<w:keepNext/>", "<w:keepLines/>"
_NO_NUMBER = '<w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/>'
_CENTRED = '<w:jc w:val="center"/>'


@dataclass(frozen=True)
class _Style:
    id: str
    name: str
    based_on: str = "Normal"
    next: str = ""
    paragraph: str = ""
    letters: str = ""
    kind: str = "paragraph"
    priority: int = 10


def left_out(style_name: str) -> bool:
    """Whether the digest leaves out a paragraph of the style with this name, as any program may spell it."""
    name = style_name.casefold()
    return name.endswith(UNSEALED.casefold()) or name == NUMBER_BOX.casefold()


def unsealed(style_id: str) -> str:
    """The id of the style that looks like ``style_id`` and keeps its paragraph out of the digest."""
    return f"{style_id}Unsealed"


@cache
def styles_xml(language: str) -> str:
    """The part word/styles.xml; ``language`` is that of the whole document (``en-GB``)."""
    return f"{HEAD}<w:styles {NAMESPACES}>{_defaults(language)}{''.join(map(_xml, _all()))}{_tables()}</w:styles>"


@cache
def known_names() -> frozenset[str]:
    """The names of our own styles in small letters, which need no scan for names of people."""
    ours = {style.name.casefold() for style in _all()}
    return frozenset(
        ours
        | {"normal", "default paragraph font", "normal table", "no list"}
        | {name.casefold() for name in _TABLES.values()}
    )


def _space(before: int, after: int, line: int = 240) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _indent(left: int, hanging: int = 0, right: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def _all() -> list[_Style]:
    return [*_headings(), *_text(), *_cover(), *_small(), *_characters(), *_unsealed()]


def _headings() -> list[_Style]:
    keep = _KEEP_NEXT + _KEEP_LINES
    rule = f"<w:pBdr>{border('bottom', 6, _BLUE, 4)}</w:pBdr>"
    first = keep + numbering(0, CHAPTERS) + rule + _space(440, 180) + _outline(0)
    return [
        _Style("Heading1", "heading 1", "Normal", OF_KIND["numbered"], first, _BOLD + _COLOUR + _size(36), priority=2),
        _Style("Heading2", "heading 2", "Normal", OF_KIND["numbered"], keep + _space(320, 120) + _outline(1),
               _BOLD + _COLOUR + _size(28), priority=2),
        _Style("Heading3", "heading 3", "Normal", OF_KIND["numbered"], keep + _space(200, 80) + _outline(2),
               _BOLD + _size(24), priority=2),
        _Style("Heading1Unnumbered", "Heading 1 Unnumbered", "Heading1", "BodyText", _NO_NUMBER, priority=2),
        _Style("AnnexHeading", "Annex Heading", "Heading1", "AnnexParagraph", numbering(0, ANNEXES), priority=2),
        _Style("TOCHeading", "TOC Heading", "Heading1Unnumbered", "BodyText", _space(0, 120) + _outline(9),
               priority=39),
    ]  # fmt: skip


def _text() -> list[_Style]:
    bar = f'<w:pBdr>{border("left", 24, _BLUE, 6)}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{_LIGHT}"/>'
    return [
        _Style("BodyText", "Body Text", priority=1),
        _Style("NumberedParagraph", "Numbered Paragraph", "BodyText", "", numbering(1, CHAPTERS), priority=1),
        _Style("NumberedSubparagraph", "Numbered Sub-paragraph", "NumberedParagraph", "",
               numbering(2, CHAPTERS) + _space(0, 100, 276), priority=1),
        _Style("AnnexParagraph", "Annex Paragraph", "BodyText", "", numbering(1, ANNEXES), priority=1),
        _Style("AnnexSubparagraph", "Annex Sub-paragraph", "AnnexParagraph", "",
               numbering(2, ANNEXES) + _space(0, 100, 276), priority=1),
        _Style("Finding", "Finding", "NumberedParagraph", "NumberedParagraph",
               _KEEP_LINES + numbering(1, CHAPTERS) + bar + _space(120, 240, 276), priority=3),
        _Style("FindingUnnumbered", "Finding Unnumbered", "Finding", "BodyText", _NO_NUMBER, priority=3),
        _Style("ListBullet", "List Bullet", "BodyText", "", numbering(0, BULLETS) + _space(0, 80, 276), priority=3),
        _Style("Quote", "Quote", "BodyText", "NumberedParagraph", _space(0, 160, 264) + _indent(1247, 0, 567),
               priority=3),
    ]  # fmt: skip


def _cover() -> list[_Style]:
    tab = '<w:tabs><w:tab w:val="left" w:pos="3402"/></w:tabs>'
    box = "".join(border(side, 8, "000000", 10) for side in ("top", "left", "bottom", "right"))
    rule = f"<w:pBdr>{border('bottom', 18, _BLUE, 8)}</w:pBdr>"
    return [
        _Style("Title", "Title", "Normal", "Subtitle", _KEEP_NEXT + _space(0, 160), _BOLD + _COLOUR + _size(56)),
        _Style("Subtitle", "Subtitle", "Normal", "BodyText", _space(0, 900), _size(36)),
        _Style("CoverAgency", "Cover Agency", "Normal", "Title", rule + _space(360, 1900), _BOLD + _size(32)),
        _Style("CoverDetail", "Cover Detail", "Normal", "", tab + _space(0, 140, 252) + _indent(3402, 3402)),
        _Style("CoverBox", NUMBER_BOX, "Normal", "BodyText",
               f"{_KEEP_LINES}<w:pBdr>{box}</w:pBdr>{tab}{_space(640, 640)}{_indent(227, 0, 227)}"),
    ]  # fmt: skip


def _small() -> list[_Style]:
    above = f"<w:pBdr>{border('top', 4, _RULE, 5)}</w:pBdr>"
    entry = '<w:tabs><w:tab w:val="left" w:pos="1247"/></w:tabs>' + _space(70, 0) + _indent(1247, 1247)
    marking = f'{_BOLD}<w:caps/><w:spacing w:val="10"/>{_size(24)}'
    return [
        _Style(
            "Caption", CAPTION, "Normal", "BodyText", _KEEP_NEXT + _KEEP_LINES + _space(240, 100), _BOLD + _size(22)
        ),
        _Style("TableText", "Table Text", "Normal", "", _space(30, 30), _size(20)),
        _Style("TableHeading", "Table Heading", "TableText", "", _KEEP_NEXT, _BOLD),
        _Style("TableTextSmall", "Table Text Small", "TableText", "", "", _size(19)),
        _Style("TableHeadingSmall", "Table Heading Small", "TableTextSmall", "", _KEEP_NEXT, _BOLD),
        _Style("Figure", "Figure", "Normal", "BodyText", _KEEP_NEXT + _space(0, 80)),
        _Style("TableNote", "Table Note", "Normal", "BodyText", _space(100, 240, 252), _size(20)),
        _Style("TOC1", "toc 1", "Normal", "", entry, _size(23), priority=39),
        _Style("TOC2", "toc 2", "Normal", "", _space(0, 0) + _indent(1247), _size(21), priority=39),
        _Style("Header", "header", "Normal", "", _space(0, 0) + _CENTRED, _size(20), priority=99),
        _Style("Footer", "footer", "Normal", "", above + _space(0, 60) + _CENTRED, _size(19), priority=99),
        _Style("ProtectiveMarking", "Protective Marking", "Header", "", "", marking),
        _Style("DraftNotice", "Draft Notice", "Header", "", "", _BOLD + _size(22)),
    ]


def _characters() -> list[_Style]:
    base = "DefaultParagraphFont"
    return [
        _Style("Strong", "Strong", base, letters=_BOLD, kind="character", priority=22),
        _Style("Hyperlink", "Hyperlink", base, letters=_COLOUR, kind="character", priority=99),
        _Style("Reference", "Reference", base, letters=_COLOUR, kind="character"),
    ]


def _unsealed() -> list[_Style]:
    """The twins of the styles of text, for paragraphs that the digest leaves out."""
    named = {style.id: style.name for style in (*_text(), *_cover(), *_small())}
    in_list = {"NumberedParagraph": numbering(1, CHAPTERS), "AnnexParagraph": numbering(1, ANNEXES)}
    return [
        _Style(unsealed(twin), named[twin] + UNSEALED, twin, paragraph=in_list.get(twin, ""), priority=40)
        for twin in (*OF_KIND.values(), "AnnexParagraph", "FindingUnnumbered")
    ]


_BUILT_IN = {
    "heading 1", "heading 2", "heading 3", "Body Text", "Title", "Subtitle", "List Bullet", "Quote", "caption", "toc 1",
    "toc 2", "TOC Heading", "header", "footer", "Strong", "Hyperlink",
}  # fmt: skip


def _xml(style: _Style) -> str:
    custom = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    letters = f"<w:rPr>{style.letters}</w:rPr>" if style.letters else ""
    return (
        f'<w:style w:type="{style.kind}"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:uiPriority w:val="{style.priority}"/><w:qFormat/>'
        f"{paragraph}{letters}</w:style>"
    )


def _defaults(tongue: str) -> str:
    """Arial, 12 point, one language throughout; only our own styles show in Word's list."""
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    language = f'<w:lang w:val="{tongue}" w:eastAsia="{tongue}" w:bidi="ar-SA"/>'
    hidden = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    margin = "".join(f'<w:{side} w:w="{w}" w:type="dxa"/>' for side, w in _margins(0, 108))
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}{_size(24)}{language}</w:rPr></w:rPrDefault><w:pPrDefault/>"
        '</w:docDefaults><w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
        'w:defUnhideWhenUsed="1" w:defQFormat="0"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr><w:widowControl/>{_space(0, 160, 276)}</w:pPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        f'<w:name w:val="Default Paragraph Font"/>{hidden}</w:style>'
        f'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>{hidden}'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margin}</w:tblCellMar></w:tblPr></w:style>'
        f'<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>{hidden}</w:style>'
    )


def _margins(above: int, beside: int) -> list[tuple[str, int]]:
    return [("top", above), ("left", beside), ("bottom", above), ("right", beside)]


_TABLES = {"IMRTable": "IMR Table", "IMRTableRuled": "IMR Table Ruled", "IMRTableClose": "IMR Table Close"}


def _tables() -> str:
    """Rules across only, and for tables that are read cell by cell upright rules as well."""
    upright = border("insideV", 4, "A6A6A6")
    return _table(PLAIN, "") + _table(RULED, upright) + _table(CLOSE, upright)


def _table(face: Face, upright: str) -> str:
    rules = border("top", 8) + border("bottom", 8) + border("insideH", 4, _RULE) + upright
    margin = "".join(f'<w:{side} w:w="{w}" w:type="dxa"/>' for side, w in _margins(face.above, face.beside))
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{face.table}"><w:name w:val="{_TABLES[face.table]}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="10"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders><w:tblCellMar>{margin}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{_BOLD}</w:rPr><w:tblPr/><w:tcPr><w:tcBorders>{border("bottom", 8)}'
        f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{_GREY}"/><w:vAlign w:val="bottom"/></w:tcPr>'
        f'</w:tblStylePr><w:tblStylePr w:type="firstCol"><w:rPr>{_BOLD}</w:rPr></w:tblStylePr></w:style>'
    )
