"""Elements stand in the order of the schema: Word repairs, or refuses, a file in which they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx_tools import W, parts_of
from figure_report import figure, figure_report
from list_report import listed_report
from lxml import etree
from odd_report import odd_report
from word_sample import SEAL, sample_report

from imr_desk.export.report import Report
from imr_desk.export.word import write_word

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents jc textDirection "
    "textAlignment outlineLvl divId cnfStyle rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd vertAlign rtl cs em lang",
    "numPr": "ilvl numId",
    "pBdr": "top left bottom right between bar",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols titlePg",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "numbering": "numPicBullet abstractNum num",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "settings": "zoom removePersonalInformation mirrorMargins defaultTabStop characterSpacingControl compat "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "font": "altName panose1 charset family notTrueType pitch sig",
    f"{_WP}inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
}
ORDER = {name if name.startswith("{") else f"{W}{name}": words.split() for name, words in _ORDER.items()}


def faults(part: str, content: bytes) -> list[str]:
    """Elements that stand where the schema does not have them."""
    found = []
    for element in etree.fromstring(content).iter(*ORDER):
        wanted = ORDER[str(element.tag)]
        names = [etree.QName(child).localname for child in element.iterchildren(tag=etree.Element)]
        names = [name for name in names if not name.startswith("bookmark")]
        unknown = [name for name in names if name not in wanted]
        places = [wanted.index(name) for name in names if name in wanted]
        if unknown or places != sorted(places):
            found.append(f"{part}: {etree.QName(element).localname}: {' '.join(names)}")
    return found


@pytest.mark.parametrize(
    "report",
    [
        sample_report(),
        sample_report(draft=True),
        odd_report(),
        listed_report(),
        figure_report(figure(), figure("JPEG")),
        replace(sample_report(), extent="table"),
    ],
    ids=["final", "draft", "odd", "lists", "pictures", "plain table"],
)
def test_elements_stand_in_the_order_of_the_schema(report: Report) -> None:
    parts = parts_of(write_word(report, SEAL))
    assert [fault for name, content in parts.items() if name.startswith("word/") and name.endswith(".xml")
            for fault in faults(name, content)] == []  # fmt: skip


def test_element_out_of_order_is_told() -> None:
    wrong = f'<w:p xmlns:w="{W[1:-1]}"><w:pPr><w:spacing/><w:pStyle/></w:pPr></w:p>'.encode()
    assert faults("x", wrong) == ["x: pPr: spacing pStyle"]
