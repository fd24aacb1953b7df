"""What the page of the analysis says of sections, paragraphs and their evidence, in words. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from imr_desk.guidance.facts import Place
from imr_desk.i18n import mark, tr, trn
from imr_desk.review.catalogue import field_of
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.forms.card_words import ChipWords
from ui.icons import Glyph
from ui.record_words import shortened, title_of

LONGEST_CHIP = 28
GLYPHS = {
    "record": Glyph.FOLDER_OPEN,
    "document": Glyph.FILE_TEXT,
    "interview": Glyph.USER,
    "policy": Glyph.BOOK_OPEN,
    "policy_version": Glyph.BOOK_OPEN,
}
"""The icon of a kind of evidence; every other one has a link."""


_HINTS = {
    "what happened": mark("What the records show, in order"),
    "expected then": mark("What was asked for at that time, and by what"),
    "why it made sense": mark("What they knew that day, and why they did it"),
    "resources": mark("What time, people and systems allowed"),
    "finding": mark("What you find, of persons and of the organisation"),
    "good practice": mark("What was done well"),
}


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def count_of(records: Iterable[Record]) -> int:
    """How many words these paragraphs have together."""
    return sum(words_in(record.text("text")) for record in records)


def state_of(paragraphs: tuple[Record, ...], *, stated: bool = False) -> str:
    """How a section stands: paragraphs, those without evidence, words. `stated`: it says that no evidence is held."""
    begun = tuple(each for each in paragraphs if each.text("text").strip())
    if not begun:
        return tr("Says that no evidence is held") if stated else tr("No text yet") if paragraphs else tr("Not begun")
    bare = bare_in(begun)
    parts = [trn("{n} paragraph", "{n} paragraphs", len(begun))]
    parts.append(tr("{n} without evidence").format(n=bare) if bare else tr("all with evidence"))
    count = count_of(begun)
    parts.append(trn("{n} word", "{n} words", count).replace(str(count), f"{count:,}"))
    return " · ".join(parts)


def part_named(part: str) -> str:
    """The heading of a part of a section."""
    return tr(dict(field_of("paragraph", "part").choices).get(part, "")) or tr("Part not chosen")


def hint_of(record: Record) -> str:
    """What belongs into a paragraph that is still empty."""
    return tr(_HINTS.get(record.text("part"), "")) or tr("Write here")


def bare_in(paragraphs: Iterable[Record]) -> int:
    """How many of these paragraphs are written and rest on nothing."""
    return sum(1 for each in paragraphs if each.text("text").strip() and not each.links("refs"))


def question_named(question: Record) -> str:
    """‘Question 3’; by its reference while it has no number."""
    return tr("Question {number}").format(number=question.number("number") or question.id)


def section_named(review: Review, question: str, section: str) -> str:
    """What a section is called in its heading and in the outline."""
    asked, record = review.get(question), review.get(section)
    heading = record.text("heading") if record is not None else ""
    if asked is None:
        return heading or (tr("Section without a heading") if record is not None else tr("Paragraphs of no section"))
    number = question_named(asked)
    return tr("{question}: {heading}").format(question=number, heading=heading) if heading else number


def chip_of(target: Record, review: Review) -> ChipWords:
    """The chip of a piece of evidence. What was learned later than it happened is said, in accent (R-069)."""
    words, learned = short_of(target, review), target.known("learned_on") if target.kind == "entry" else None
    if learned is not None:
        words = tr("{what} · learned {day}").format(what=words, day=learned.in_words())
    place = Place(target.kind, target.id, "", "")
    return ChipWords(words, place, "accent" if learned else "plain", GLYPHS.get(target.kind, Glyph.LINK))


def short_of(target: Record, review: Review) -> str:
    """A piece of evidence in a few words: its reference, and its date or name."""
    known = target.known("date") if target.kind == "entry" else None
    if known is None:
        return named_short(target, evidence_title(target, review))
    exact = known.exact and known.earliest is not None
    return named_short(target, day_in_words(known.earliest) if exact and known.earliest else known.in_words())


def named_short(target: Record, name: str) -> str:
    """Reference and name, no longer than a chip may be."""
    return " · ".join(part for part in (target.id, shortened(name, LONGEST_CHIP)) if part)


def evidence_title(target: Record, review: Review) -> str:
    """What names a piece of evidence; nothing for an entry without a date."""
    if target.kind == "entry":
        return ""
    if target.kind == "interview":
        staff = review.get(target.link("staff"))
        return staff.text("code") or staff.text("title") if staff is not None else ""
    if target.kind == "policy_version":
        policy = review.get(target.link("policy"))
        title = policy.text("title") if policy is not None else ""
        return ", ".join(part for part in (title, target.text("version")) if part)
    return title_of(target, review)
