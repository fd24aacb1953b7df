"""The picture of the whole period put into the report: drawn from the chronology, kept in the review, described.

It is sealed with the report as it was drawn. What is written into the chronology later does not change it, so the page
says when it shows another chronology than that of now.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from imr_desk.errors import BadInputError
from imr_desk.export.period_picture import drawn
from imr_desk.export.picture import Picture
from imr_desk.i18n import tr
from imr_desk.operations.base import Operation
from imr_desk.operations.documents import KeepDocument
from imr_desk.operations.general import Batch, Delete, SetFields
from imr_desk.review.record import RecordId
from imr_desk.review.review import Review
from imr_desk.review.whole_period import WholePeriod, described, whole_period

KIND = "chronology_picture"


@dataclass(frozen=True)
class Drawn:
    """The picture, what it shows in words, and a digest of the figures it was drawn from."""

    picture: Picture = field(repr=False)
    description: str = field(repr=False)
    drawn_from: str


def drawn_of(review: Review) -> Drawn:
    """Draw the chronology as it stands. BadInputError where no entry has a date."""
    whole = whole_period(review)
    if whole is None:
        raise BadInputError(tr("No entry has a date yet, so there is nothing to draw."))
    return Drawn(drawn(whole), described(whole), figures_digest(whole))


def figures_digest(whole: WholePeriod) -> str:
    """SHA-256 of all that is drawn, 64 hexadecimal digits: dates, counts and codes."""
    return sha256(repr(whole).encode()).hexdigest()


def is_of_now(review: Review) -> bool | None:
    """Whether the picture in the report shows the chronology as it stands; None where there is no picture."""
    about = review.one(KIND)
    if not about.text("picture_sha256"):
        return None
    whole = whole_period(review)
    return whole is not None and figures_digest(whole) == about.text("drawn_from")


def keeping(review: Review, made: Drawn, document: RecordId) -> Operation:
    """What keeps the picture under a new reference and shows it in the report, as one step.

    The one before goes to the bin, and its description with it: it told what that picture showed.
    """
    kept = KeepDocument(document, tr("Picture of the whole period"), f"image/{made.picture.kind}", made.picture.data)
    shown = {
        "picture": document,
        "picture_sha256": made.picture.sha256,
        "picture_description": made.description,
        "drawn_from": made.drawn_from,
    }
    return Batch((kept, SetFields(KIND, KIND, shown), *_without(review)))


def taking_out(review: Review) -> Operation:
    """What takes the picture out of the report."""
    emptied = dict.fromkeys(("picture", "picture_sha256", "picture_description", "drawn_from"))
    return Batch((SetFields(KIND, KIND, emptied), *_without(review)))


def _without(review: Review) -> tuple[Operation, ...]:
    """What puts the picture of now into the bin, where it is kept and nothing else leads to it."""
    before = review.one(KIND).link("picture")
    leading = [each for each in review.linked_from(before) if each.kind != KIND] if before in review else [None]
    return () if leading else (Delete("document", before),)
