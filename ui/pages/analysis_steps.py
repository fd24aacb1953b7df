"""What writing the analysis asks of the review: paragraphs begun, parted, joined, moved; sections begun. Pure.

Paragraphs of all sections stand in one order. A paragraph that comes after another in its section is put before
whatever follows that one, so that the order on the page is the order in print.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from imr_desk.guidance.facts import Place
from imr_desk.operations.base import Operation
from imr_desk.operations.general import Batch, Delete, Insert, Link, Move, SetFields
from imr_desk.review.kinds.analysis import PARTS
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review

NewId = Callable[[str], RecordId]
"""Gives a reference never used before to a record of a kind."""
Composed = tuple[Operation, Place]
"""What is to be done, and where the person is then."""
Composer = Callable[[NewId], Composed]

PARAGRAPH, SUMMARY, SECTION = "paragraph", "summary", "section"
PART_NAMES = tuple(name for name, _ in PARTS)


def written(review: Review, kind: str, section: str = "") -> tuple[Record, ...]:
    """The paragraphs of a section in order; those of no section for ""; all of them for the summary."""
    if kind != PARAGRAPH:
        return review.all(kind)
    if section:
        return review.following(PARAGRAPH, "section", section)
    return tuple(each for each in review.all(PARAGRAPH) if each.link("section") not in review)


def begin_after(review: Review, before: Record, *, part: str | None = None) -> Composer:
    """A new paragraph after another, of its part or of the one named."""
    values = _belongs(before)
    if part is not None:
        values["part"] = part

    def compose(new_id: NewId) -> Composed:
        made = new_id(before.kind)
        steps = _inserted(review, before, made, values)
        return _one(steps), Place(before.kind, made, "text", "")

    return compose


def begin_part(review: Review, section: str, part: str) -> Composer:
    """A new paragraph of a part, after the last of its part or where that part usually comes."""
    there = written(review, PARAGRAPH, section)
    rank = PART_NAMES.index(part)
    same = [each for each in there if each.text("part") == part]
    earlier = [each for each in there if _rank(each) <= rank]
    if same or earlier:
        return begin_after(review, (same or earlier)[-1], part=part)

    def compose(new_id: NewId) -> Composed:
        made = new_id(PARAGRAPH)
        steps: list[Operation] = [Insert(PARAGRAPH, made, {"section": section, "part": part})]
        if there:
            steps.append(Move(PARAGRAPH, made, there[0].id))
        return _one(steps), Place(PARAGRAPH, made, "text", "")

    return compose


def begin_summary() -> Composer:
    """A new paragraph at the end of the summary."""

    def compose(new_id: NewId) -> Composed:
        made = new_id(SUMMARY)
        return Insert(SUMMARY, made, {}), Place(SUMMARY, made, "text", "")

    return compose


def begin_section(question: str = "") -> Composer:
    """A section for a question, with its first paragraph begun; without a question one on a key episode."""

    def compose(new_id: NewId) -> Composed:
        made = new_id(SECTION)
        if not question:
            return Insert(SECTION, made, {}), Place(SECTION, made, "heading", "")
        first = new_id(PARAGRAPH)
        steps = [
            Insert(SECTION, made, {"question": question}),
            Insert(PARAGRAPH, first, {"section": made, "part": PART_NAMES[0]}),
        ]
        return Batch(steps), Place(PARAGRAPH, first, "text", "")

    return compose


def part_at(review: Review, record: Record, text: str, at: int) -> Composer:
    """Part a paragraph in two at a place counted in characters; the second keeps the evidence too."""
    values = _belongs(record)
    values |= {"text": text[at:].lstrip(), "refs": record.links("refs")}

    def compose(new_id: NewId) -> Composed:
        made = new_id(record.kind)
        cut = SetFields(record.kind, record.id, {"text": text[:at].rstrip()})
        return _one([cut, *_inserted(review, record, made, values)]), Place(record.kind, made, "text", "")

    return compose


def paste(review: Review, record: Record, texts: Sequence[str]) -> Composer:
    """The first of these texts in a paragraph, each further one in a new one after it."""
    values = _belongs(record)

    def compose(new_id: NewId) -> Composed:
        made = [(new_id(record.kind), text) for text in texts[1:]]
        steps: list[Operation] = [SetFields(record.kind, record.id, {"text": texts[0]})]
        for each, text in made:
            steps += _inserted(review, record, each, {**values, "text": text})
        return _one(steps), Place(record.kind, made[-1][0], "text", "")

    return compose


def join(before: Record, record: Record, text: str) -> Operation:
    """Put the words and the evidence of a paragraph at the end of the one before, and take it out."""
    both = " ".join(part for part in (before.text("text").rstrip(), text.lstrip()) if part)
    refs = tuple(dict.fromkeys((*before.links("refs"), *record.links("refs"))))
    return Batch((SetFields(before.kind, before.id, {"text": both, "refs": refs}), Delete(record.kind, record.id)))


def step(review: Review, record: Record, by: int) -> Operation | None:
    """One place up (-1) or down (1) in its section; over the heading of a part it first joins that part."""
    stream = written(review, record.kind, section_of(review, record))
    at = stream.index(record)
    to = at + by
    if not 0 <= to < len(stream):
        return None
    other = stream[to]
    if record.kind == PARAGRAPH and other.text("part") != record.text("part"):
        return SetFields(PARAGRAPH, record.id, {"part": other.text("part")})
    before = other.id if by < 0 else _next_id(review, other)
    return Move(record.kind, record.id, before)


def into_section(review: Review, record: Record, section: str) -> Operation:
    """Put a paragraph at the end of another section."""
    there = written(review, PARAGRAPH, section)
    steps: list[Operation] = [SetFields(PARAGRAPH, record.id, {"section": section})]
    if there:
        steps.append(Move(PARAGRAPH, record.id, _next_id(review, there[-1])))
    return _one(steps)


def link(record: Record, target: str) -> Operation:
    """Link a piece of evidence to a paragraph, or take that link away where there is one."""
    return Link(record.kind, record.id, "refs", target, target not in record.links("refs"))


def section_of(review: Review, record: Record) -> str:
    """The section a paragraph stands in; "" for the summary, and where its section is gone."""
    section = record.link("section") if record.kind == PARAGRAPH else RecordId("")
    return section if section in review else ""


# ---- pieces
def _belongs(record: Record) -> dict[str, object]:
    """What a new paragraph takes over from the one it follows."""
    return {name: record[name] for name in ("section", "part") if name in record}


def _inserted(review: Review, before: Record, made: RecordId, values: dict[str, object]) -> list[Operation]:
    steps: list[Operation] = [Insert(before.kind, made, values)]
    following = _next_id(review, before)
    if following:
        steps.append(Move(before.kind, made, following))
    return steps


def _next_id(review: Review, record: Record) -> str:
    """What follows a record among all of its kind; "" at the end."""
    order = review.all(record.kind)
    at = order.index(record) + 1
    return order[at].id if at < len(order) else ""


def _rank(record: Record) -> int:
    part = record.text("part")
    return PART_NAMES.index(part) if part in PART_NAMES else -1


def _one(steps: list[Operation]) -> Operation:
    return steps[0] if len(steps) == 1 else Batch(steps)
