"""The agreed format, with nothing mandatory left empty (R-144)."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.guidance.declare import EVERY_KIND, check
from imr_desk.guidance.facts import Facts, Place
from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from imr_desk.review.templates import blocks, empty_blocks


@check("R-144", reads=EVERY_KIND)
def nothing_mandatory_is_empty(facts: Facts) -> Iterator[Place]:
    """Each mandatory section of the template holds something that the signatures will seal; a picture is described."""
    for block_id, heading in empty_blocks(facts.review):
        yield _place(
            block_id, tr("The section ‘{heading}’ is mandatory and holds nothing yet.").format(heading=heading)
        )
    for kind, words in (
        ("genogram", tr("The picture of the genogram has no description for whoever does not see it.")),
        ("chronology_picture", tr("The picture of the whole period has no description for whoever does not see it.")),
    ):
        about = facts.review.one(kind)
        if about.text("picture_sha256") and not about.text("picture_description"):
            yield Place(kind, kind, "picture_description", words)


def _place(block_id: str, words: str) -> Place:
    """Where the section would first be filled."""
    kind, _, field = blocks()[block_id].filled_by[0].partition(".")
    spec = kind_of(kind)
    return Place(kind, kind if spec.single else "", field or spec.fields[0].name, words)
