"""The pictures that a report shows, taken from the documents kept in the review, and put in before it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from imr_desk.errors import ExportError
from imr_desk.export.picture import Picture, picture_of
from imr_desk.export.report import Block, Figure, Report
from imr_desk.i18n import tr
from imr_desk.review.kinds.views import SHOWN
from imr_desk.review.review import Review


def documents_shown(review: Review) -> tuple[str, ...]:
    """The kept documents that a report of the review shows as pictures."""
    wanted = (review.one(kind).link("picture") for kind in SHOWN)
    return tuple(each for each in wanted if review.get(each) is not None)


def pictures_of(review: Review, read: Callable[[str], bytes]) -> Mapping[str, Picture]:
    """The pictures that a report of the review shows, by digest; `read` gives the bytes of a kept document."""
    pictures = (_picture(review, document, read) for document in documents_shown(review))
    return {picture.sha256: picture for picture in pictures}


def _picture(review: Review, document: str, read: Callable[[str], bytes]) -> Picture:
    try:
        return picture_of(read(document))
    except ValueError as error:
        if document == review.one("genogram").link("picture"):
            words = tr("The picture of the genogram cannot be shown: choose it again under ‘Subjects and family’.")
        else:
            words = tr("The picture of the whole period cannot be shown: draw it again at ‘Chronology’.")
        raise ExportError(words) from error


def has_all(report: Report, pictures: Mapping[str, Picture]) -> bool:
    """Whether the picture of every figure is there."""
    return all(part.sha256 in pictures for block in report.blocks for part in block.parts if isinstance(part, Figure))


def with_pictures(report: Report, pictures: Mapping[str, Picture]) -> Report:
    """The report with the pictures of its figures. ExportError where one is not there."""
    if not any(isinstance(part, Figure) for block in report.blocks for part in block.parts):
        return report
    return replace(report, blocks=tuple(_block(block, pictures) for block in report.blocks))


def _block(block: Block, pictures: Mapping[str, Picture]) -> Block:
    parts = (_shown(part, pictures) if isinstance(part, Figure) else part for part in block.parts)
    return replace(block, parts=tuple(parts))


def _shown(figure: Figure, pictures: Mapping[str, Picture]) -> Figure:
    if figure.sha256 not in pictures:
        raise ExportError(
            tr("The picture ‘{caption}’ is not the one that is kept. Nothing was written. Choose it again.").format(
                caption=figure.caption
            )
        )
    return replace(figure, picture=pictures[figure.sha256])
