"""The cards of ‘The review’ that say more than their own record: questions, with what answers them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr, trn
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.forms.card_words import CardMaker, CardWords, ChipWords
from ui.icons import Glyph


def question_cards(review: Review) -> CardMaker:
    """Cards of questions: the words, what they were before, and how much of the chronology and analysis answers."""
    entries: Counter[str] = Counter()
    first: dict[str, str] = {}
    for entry in review.all("entry"):  # gone through once: a chronology can be very long
        for each in entry.links("questions"):
            entries[each] += 1
            first.setdefault(each, entry.id)
    sections = {section.link("question"): section.id for section in reversed(review.all("section"))}
    first_version = review.one("terms_of_reference").number("current_version") or 1

    def make(question: Record) -> CardWords:
        number = question.number("number")
        agreed = question.day("agreed_on")
        version = question.number("version")
        later = version is not None and version > 1
        shape = tr("Changed {date}") if later else tr("Agreed {date}")
        facts = [shape.format(date=day_in_words(agreed))] if agreed else []
        if version and first_version > 1:
            facts.append(tr("Version {n}").format(n=version))
        if question.text("from_whom"):
            facts.append(tr("From {whom}").format(whom=question.text("from_whom")))
        earlier = question.text("earlier_text")
        return CardWords(
            title=question.text("text") or tr("No words yet"),
            lead=str(number) if number is not None else "",
            warning=tr("Was ‘{words}’").format(words=earlier) if earlier else "",
            second=(" · ".join(facts),) if facts else (),
            chips=(_entries(entries[question.id], first.get(question.id, "")), _section(sections.get(question.id))),
        )

    return make


def _entries(count: int, first: str) -> ChipWords:
    """How many entries of the chronology bear on it."""
    place = Place("entry", first, "questions", "")
    if count:
        return ChipWords(trn("{n} entry", "{n} entries", count), place)
    return ChipWords(tr("No entries yet"), place, "wait", Glyph.CIRCLE_DASHED)


def _section(section: str | None) -> ChipWords:
    """Whether a section of the analysis answers it."""
    if section:
        return ChipWords(tr("Section of the analysis"), Place("section", section, "", ""), "plain", Glyph.FILE_TEXT)
    return ChipWords(tr("No section yet"), Place("section", "", "question", ""), "wait", Glyph.CIRCLE_DASHED)


def next_question(review: Review) -> Mapping[str, object]:
    """What a new question begins with: the next number, in the version of the terms in force."""
    numbers = [question.number("number") or 0 for question in review.all("question")]
    version = review.one("terms_of_reference").number("current_version")
    return {"number": max(numbers, default=0) + 1} | ({"version": version} if version else {})


def next_terms_version(review: Review) -> Mapping[str, object]:
    """What a new version of the terms begins with: its number."""
    return {"version": max((each.number("version") or 0 for each in review.all("terms_version")), default=0) + 1}
