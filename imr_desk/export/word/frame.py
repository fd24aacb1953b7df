"""What stands on every page: the protective marking above and below, the draft notice, the line with the page."""

from __future__ import annotations

from imr_desk.export.frame_words import foot_line, head_lines
from imr_desk.export.report import Report
from imr_desk.export.word.markup import HEAD, NAMESPACES, field, paragraph, run


def header_xml(report: Report) -> str:
    """The header of all sections: the marking, and for a draft its notice in plain text, not as a watermark."""
    _, notice = head_lines(report)
    lines = _marking(report)
    if notice:
        lines += paragraph("DraftNotice", run(notice))
    return f"{HEAD}<w:hdr {NAMESPACES}>{lines or paragraph('Header', '')}</w:hdr>"


def footer_xml(report: Report) -> str:
    """The footer: what this is, its version and date, the page; then the marking again."""
    page = run(foot_line(report)) + field("PAGE", "1") + run(" of ") + field("NUMPAGES", "1")
    return f"{HEAD}<w:ftr {NAMESPACES}>{paragraph('Footer', page)}{_marking(report)}</w:ftr>"


def _marking(report: Report) -> str:
    marking, _ = head_lines(report)
    return paragraph("ProtectiveMarking", run(marking)) if marking else ""
