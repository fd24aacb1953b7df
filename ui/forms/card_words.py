"""What the closed card of a record says. Pure values; `card_face` paints them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imr_desk.i18n import tr
from imr_desk.review.fields import Field, FieldType, Kind
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.icons import Glyph
from ui.record_words import in_words, shortened, title_of
from ui.widgets.chips import ChipLook
from ui.widgets.state_view import StateWords

if TYPE_CHECKING:
    from imr_desk.guidance.facts import Place

LONGEST_TITLE, LONGEST_PROSE, MOST_FACTS = 400, 200, 4
_WITHOUT_LABEL = frozenset({FieldType.LINE, FieldType.CHOICE, FieldType.LINK})
_LONG = frozenset({FieldType.PROSE, FieldType.LINES, FieldType.ROWS, FieldType.LINKS})


@dataclass(frozen=True)
class ChipWords:
    """One chip: its words and where it leads."""

    words: str
    place: Place
    look: ChipLook = "plain"
    glyph: Glyph = Glyph.LINK


@dataclass(frozen=True)
class CardWords:
    """A card. `lead` is a number or a date at the left, `lead_note` what is said of it.

    `cells` stand in columns where there is room for them; where there is none, `joined` says the same in one line.
    """

    title: str
    lead: str = ""
    lead_note: str = ""
    cells: tuple[str, ...] = ()
    joined: str = ""
    warning: str = ""
    state: StateWords | None = None
    second: tuple[str, ...] = ()
    chips: tuple[ChipWords, ...] = ()


@dataclass(frozen=True)
class ListColumn:
    """A field with a column of its own; `width` in pixels at 100 %. `note` is a field that stands under it."""

    field: str
    width: int
    note: str = ""


CardMaker = Callable[[Record], CardWords]
CardMakers = Callable[[Review], CardMaker]
"""Gives the maker of cards for a review, so that what all cards need is worked out once."""


def cards_of(
    kind: Kind, lead: ListColumn | None = None, cells: tuple[str, ...] = (), facts: tuple[str, ...] = ()
) -> CardMakers:
    """Cards from the declaration: title, the few short facts beside it, and the beginning of the first long text.

    `facts` names the fields from which these are taken; empty, they are taken from all that have no place yet.
    """
    first = tuple(kind.field(name) for name in (lead.field, lead.note) if name) if lead else ()
    taken = {kind.title, *cells, *(field.name for field in first)}
    wanted = (field for field in kind.fields if field.name in facts or not facts)
    rest = tuple(field for field in wanted if field.name not in taken and not field.private)
    cell_fields = tuple(kind.field(name) for name in cells)

    def makers(review: Review) -> CardMaker:
        def make(record: Record) -> CardWords:
            return CardWords(
                title=shortened(title_of(record, review), LONGEST_TITLE),
                lead=in_words(first[0], record, review) if first else "",
                lead_note=in_words(first[1], record, review) if len(first) > 1 else "",
                cells=tuple(in_words(field, record, review) for field in cell_fields),
                joined=_joined(cell_fields, record, review),
                second=_second(rest, record, review),
            )

        return make

    return makers


def _second(fields: tuple[Field, ...], record: Record, review: Review) -> tuple[str, ...]:
    """Facts on one line, then the first of the long texts."""
    facts = _joined(tuple(field for field in fields if field.type not in _LONG), record, review)
    prose = (in_words(field, record, review) for field in fields if field.type in _LONG)
    lines = (facts, next((text for text in prose if text), ""))
    return tuple(shortened(line, LONGEST_PROSE) for line in lines if line)


def _joined(fields: tuple[Field, ...], record: Record, review: Review) -> str:
    facts = [_fact(field, record, review) for field in fields if field.name in record]
    return " · ".join([fact for fact in facts if fact][:MOST_FACTS])


def _fact(field: Field, record: Record, review: Review) -> str:
    words = in_words(field, record, review)
    if not words or field.type in _WITHOUT_LABEL:
        return words
    return tr("{label}: {value}").format(label=tr(field.label), value=words)
