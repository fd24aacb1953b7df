"""The properties of the file: title, agency, version; never a person, never the machine. And the seal, if there is one.

Times are those of the version's date, so that the same content gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping

from imr_desk.export.report import Report
from imr_desk.export.seal import to_properties
from imr_desk.export.word.markup import HEAD, escaped

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def core_xml(report: Report) -> str:
    """The part docProps/core.xml; author and last author are the agency."""
    moment = f'xsi:type="dcterms:W3CDTF">{report.date.isoformat()}T09:00:00Z'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(report.title)}</dc:title><dc:subject>{escaped(report.subject)}</dc:subject>"
        f"<dc:creator>{escaped(report.agency)}</dc:creator><cp:keywords>{escaped(report.marking)}</cp:keywords>"
        f"<cp:lastModifiedBy>{escaped(report.agency)}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<dcterms:created {moment}</dcterms:created><dcterms:modified {moment}</dcterms:modified>"
        f"<cp:category>Individual Management Review</cp:category>"
        f"<cp:contentStatus>{escaped(report.status)}</cp:contentStatus><dc:language>{report.language}</dc:language>"
        f"<cp:version>{report.version}</cp:version></cp:coreProperties>"
    )


def app_xml(report: Report) -> str:
    """The part docProps/app.xml: the program and the agency, nothing counted."""
    return (
        f'{HEAD}<Properties xmlns="{_OFFICE}/extended-properties"><Application>IMR Desk</Application>'
        f"<DocSecurity>0</DocSecurity><Company>{escaped(report.agency)}</Company><AppVersion>16.0000</AppVersion>"
        "</Properties>"
    )


def custom_xml(seal: Mapping[str, object]) -> str:
    """The part docProps/custom.xml, which carries the seal through every program that saves Word files."""
    values = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{pid}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for pid, (name, value) in enumerate(to_properties(seal).items(), 2)
    )
    return (
        f'{HEAD}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">{values}'
        "</Properties>"
    )
