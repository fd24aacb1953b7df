"""What stands on every page: the protective marking above and below, the draft notice, the line with the page."""

from __future__ import annotations

from imr_desk.export.report import Report
from imr_desk.export.word.markup import HEAD, NAMESPACES, field, paragraph, run
from imr_desk.review.known_date import day_in_words

_BAR = "  |  "


def header_xml(report: Report) -> str:
    """The header of all sections: the marking, and for a draft its notice in plain text, not as a watermark."""
    lines = _marking(report)
    if report.draft_notice:
        lines += paragraph("DraftNotice", run(report.draft_notice))
    return f"{HEAD}<w:hdr {NAMESPACES}>{lines or paragraph('Header', '')}</w:hdr>"


def footer_xml(report: Report) -> str:
    """The footer: what this is, its version and date, the page; then the marking again."""
    version = f"Draft of version {report.version}" if report.draft_notice else f"Version {report.version}"
    known = [words for words in (report.footer_label, version, day_in_words(report.date)) if words]
    page = run(_BAR.join([*known, "Page "])) + field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    return f"{HEAD}<w:ftr {NAMESPACES}>{paragraph('Footer', page)}{_marking(report)}</w:ftr>"


def _marking(report: Report) -> str:
    return paragraph("ProtectiveMarking", run(report.marking.upper())) if report.marking else ""
