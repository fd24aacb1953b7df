"""Who holds a sheet of the recovery key: an IMR belongs to the department, and somebody else may have to open it."""

from __future__ import annotations

from imr_desk.i18n import mark
from imr_desk.review.declare import Choices, choice, day, kind, line, number, process

KEPT_AS: Choices = (
    ("printed", mark("A printed sheet")),
    ("pdf", mark("A PDF file")),
    ("by hand", mark("Written by hand")),
    ("refused", mark("Refused")),
)

RECOVERY_SHEET = kind(
    "recovery_sheet",
    mark("Sheet of the recovery key"),
    mark("Sheets of the recovery key"),
    1,
    "RKS",
    process(
        number("sheet", mark("Sheet")),
        choice("kept_as", mark("Kept as"), KEPT_AS),
        day("kept_on", mark("Made or refused on")),
        line("accepted", mark("Refused in these words")),
        line("lodged_with", mark("Lodged with (post)"), mark("The post that keeps it, not a person’s name.")),
        day("lodged_on", mark("Lodged on")),
    ),
    title="lodged_with",
)
