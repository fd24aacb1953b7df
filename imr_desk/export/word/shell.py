"""The parts of the package that hold nothing of any review: settings, fonts, theme, content types, relationships."""

from __future__ import annotations

from functools import cache

from imr_desk.export.word.markup import HEAD, NAMESPACES

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "settings": "settings.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme/theme1.xml",
    "header": "header1.xml",
    "footer": "footer1.xml",
}
HEADER_ID, FOOTER_ID = "rIdHeader", "rIdFooter"


@cache
def content_types(*, custom: bool, pictures: frozenset[str] = frozenset()) -> str:
    """The part [Content_Types].xml; `pictures` are the kinds of pictures in the file ("png", "jpeg")."""
    types = {"/word/document.xml": f"{_WORD_TYPE}.document.main+xml"}
    types |= {f"/word/{part}": f"{_WORD_TYPE}.{kind}+xml" for kind, part in _PARTS.items()}
    types["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    types["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    types["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    if custom:
        types["/docProps/custom.xml"] = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in types.items())
    shown = "".join(f'<Default Extension="{kind}" ContentType="image/{kind}"/>' for kind in sorted(pictures))
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{shown}{overrides}</Types>'
    )


@cache
def package_relationships(*, custom: bool) -> str:
    """The part _rels/.rels."""
    targets = {
        f"{_OFFICE}/officeDocument": "word/document.xml",
        f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
        f"{_OFFICE}/extended-properties": "docProps/app.xml",
    }
    if custom:
        targets[f"{_OFFICE}/custom-properties"] = "docProps/custom.xml"
    return _relationships({f"rId{at}": pair for at, pair in enumerate(targets.items(), 1)})


@cache
def document_relationships(pictures: tuple[tuple[str, str], ...] = ()) -> str:
    """The part word/_rels/document.xml.rels; `pictures` are ids and parts of the pictures that the document shows."""
    targets = {f"rId{kind[0].upper()}{kind[1:]}": (f"{_OFFICE}/{kind}", part) for kind, part in _PARTS.items()}
    return _relationships(targets | {key: (f"{_OFFICE}/image", part) for key, part in pictures})


@cache
def settings_xml(language: str) -> str:
    """Settings: nothing that makes Word ask a question, and today's compatibility mode."""
    modes = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in modes.items()
    )
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        f'<w:themeFontLang w:val="{language}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


@cache
def fonts_xml() -> str:
    """The font table: Arial, and what stands in for it where it is missing."""
    return (
        f'{HEAD}<w:fonts {NAMESPACES}><w:font w:name="Arial"><w:altName w:val="Liberation Sans"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


@cache
def theme_xml() -> str:
    """A theme is required of a Word file; its fonts are Arial and its colours ours."""
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3A5F", "lt2": "E6E6E6", "accent1": "1F3A5F", "accent2": "595959",
        "accent3": "7F7F7F", "accent4": "404040", "accent5": "A6A6A6", "accent6": "262626", "hlink": "1F3A5F",
        "folHlink": "1F3A5F",
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="IMR"><a:themeElements>'
        f'<a:clrScheme name="IMR">{scheme}</a:clrScheme><a:fontScheme name="IMR"><a:majorFont>{font}</a:majorFont>'
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="IMR"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _relationships(targets: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{part}"/>' for key, (kind, part) in targets.items()
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
