"""What the file says of itself: title, agency, language, version; never a person, never the machine.

Times are those of the version's date. The file claims PDF/UA-1 and PDF/A-2a, and holds what they ask for.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from xml.sax.saxutils import escape

from PIL import ImageCms

from imr_desk import __version__
from imr_desk.export.pdf.file import Id, PdfFile, ref, text_string
from imr_desk.export.report import Report
from imr_desk.export.seal import to_properties

_UA = "http://www.aiim.org/pdfua/ns/id/"
_PDFA = "http://www.aiim.org/pdfa/ns"
_PRODUCER = f"IMR Desk {__version__}"


def info(file: PdfFile, report: Report, seal: Mapping[str, object] | None) -> Id:
    """The dictionary of properties, with the seal among them if there is one."""
    moment = f"(D:{report.date:%Y%m%d}090000Z)"
    said = {
        "Title": report.title,
        "Subject": report.subject,
        "Author": report.agency,
        "Keywords": report.marking,
        "Creator": "IMR Desk",
        "Producer": _PRODUCER,
    }
    entries = "".join(f"/{name} {text_string(words)}" for name, words in said.items())
    pieces = (
        ""
        if seal is None
        else "".join(f"/{name.replace(' ', '#20')} ({value})" for name, value in to_properties(seal).items())
    )
    return file.add(f"<<{entries}{pieces}/CreationDate {moment}/ModDate {moment}>>")


def metadata(file: PdfFile, report: Report) -> Id:
    """The same in XML, unpacked, as the standards ask."""
    number = file.new()
    file.stream(number, _xmp(report).encode(), "/Type/Metadata/Subtype/XML", packed=False)
    return number


def colours(file: PdfFile) -> Id:
    """What the colours of the file mean."""
    profile = file.new()
    file.stream(profile, _srgb(), "/N 3")
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)"
        f"/DestOutputProfile {ref(profile)}>>"
    )


@cache
def _srgb() -> bytes:
    """The profile of sRGB, with a fixed date in place of today's."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = b"\x07\xd0\x00\x01\x00\x01" + bytes(6)  # 1 January 2000
    data[84:100] = bytes(16)  # the digest of the profile is over other bytes now
    return bytes(data)


def _xmp(report: Report) -> str:
    moment = f"{report.date.isoformat()}T09:00:00Z"
    out = io.StringIO()
    out.write('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">')
    out.write('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">')
    out.write('<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"')
    out.write(' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"')
    out.write(f' xmlns:pdfuaid="{_UA}" xmlns:pdfaid="{_PDFA}/id/">')
    out.write(f"<dc:title>{_alternative(report.title)}</dc:title>")
    out.write(f"<dc:description>{_alternative(report.subject)}</dc:description>")
    out.write(f"<dc:creator><rdf:Seq><rdf:li>{escape(report.agency)}</rdf:li></rdf:Seq></dc:creator>")
    out.write(f"<dc:language><rdf:Bag><rdf:li>{report.language}</rdf:li></rdf:Bag></dc:language>")
    out.write(f"<pdf:Keywords>{escape(report.marking)}</pdf:Keywords><pdf:Producer>{_PRODUCER}</pdf:Producer>")
    out.write(f"<xmp:CreatorTool>IMR Desk</xmp:CreatorTool><xmp:CreateDate>{moment}</xmp:CreateDate>")
    out.write(f"<xmp:ModifyDate>{moment}</xmp:ModifyDate>")
    out.write("<pdfuaid:part>1</pdfuaid:part><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>")
    out.write(f"</rdf:Description>{_EXTENSION}</rdf:RDF></x:xmpmeta>\n")
    out.write('<?xpacket end="w"?>')
    return out.getvalue()


def _alternative(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(words)}</rdf:li></rdf:Alt>'


_EXTENSION = (
    f'<rdf:Description rdf:about="" xmlns:pdfaExtension="{_PDFA}/extension/" xmlns:pdfaSchema="{_PDFA}/schema#" '
    f'xmlns:pdfaProperty="{_PDFA}/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    f"<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>{_UA}"
    "</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>The part of ISO 14289 that the file keeps to</pdfaProperty:description></rdf:li>"
    "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
"""PDF/A asks that a property it does not know itself be described in the file."""
