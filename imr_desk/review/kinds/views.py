"""Stage 4: how the chronology is looked at: saved views, and its picture as it goes into the report (R-072, B15)."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import day, kind, line, lines, link, process, prose, single

VIEW = kind(
    "chronology_view",
    mark("Saved view"),
    mark("Saved views"),
    4,
    "VIEW",
    process(
        line("name", mark("Name of the view")),
        line("words", mark("Words")),
        day("first", mark("From")),
        day("last", mark("To")),
        link("record", mark("Source"), "record"),
        link("person", mark("Person"), "staff", "subject", "professional"),
        link("case", mark("Case"), "case"),
        link("question", mark("Question"), "question"),
        lines("flags", mark("Marks")),
    ),
    title="name",
)

PICTURE = single(
    "chronology_picture",
    mark("Picture of the whole period"),
    4,
    [
        *process(link("picture", mark("Picture"), "document"), line("drawn_from", mark("Drawn from"))),
        line("picture_sha256", mark("Digest of the picture")),
        prose(
            "picture_description",
            mark("Description of the picture"),
            mark("What it shows, for whoever does not see it. By codes, as in the picture itself."),
        ),
    ],
)

KINDS = (VIEW, PICTURE)
SHOWN = ("genogram", "chronology_picture")
"""The kinds whose picture, with its description, goes into the report."""
