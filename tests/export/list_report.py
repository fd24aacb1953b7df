"""A fictional report with lists in a chapter and in an annex."""

from __future__ import annotations

from dataclasses import replace

from word_sample import sample_report

from imr_desk.export.report import Block, Report, Run, bullet, finding, numbered, prose, refer
from imr_desk.export.typed_lists import with_lists

LISTED = "Three were read:\n(a) the file;\n(b) the log;\n(c) the notes.\nAll were whole."


def listed_report() -> Report:
    """Two lists in a chapter, one in an annex, points, and a reference to a sub-paragraph."""
    parts = with_lists(
        (
            *prose(LISTED),
            finding("Two faults:"),
            *prose("(a) late;\n(b) short."),
            numbered("So:"),
            bullet("one"),
            bullet("two"),
        )
    )
    sub = replace(parts[2], anchor="p-sub")
    last = numbered((Run("See "), refer("p-sub"), Run(".")))
    chapter = Block("B18", "Lists", "chapter", (*parts[:2], sub, *parts[3:], last))
    annex = Block("B31", "More lists", "annex", with_lists(tuple(prose(LISTED))))
    report = sample_report()
    return replace(report, blocks=(*report.blocks[:4], chapter, *report.blocks[4:], annex))
