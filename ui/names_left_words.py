"""The rows of the page of names, from what was found: in words, with the places they lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from imr_desk.guidance.facts import Place
from imr_desk.i18n import mark, tr, trn
from imr_desk.review.codes import code_of
from ui.pages.names_left_rows import NameRow, SentenceRow, WordRow
from ui.place_words import place_in_words
from ui.widgets.names.settling import NameAsked

if TYPE_CHECKING:
    from imr_desk.jobs.names_answered import Answer
    from imr_desk.jobs.names_left import NameLeft
    from imr_desk.jobs.words_left import WordLeft
    from imr_desk.operations.resolving import Replacing
    from imr_desk.review.review import Review

MOST_SHOWN = 300
"""How many sentences of one name are shown; they are made while the window waits."""
_NOBODY = {"nobody": mark("Never a person"), "here": mark("Not a person here")}
_SAYS = {
    "registered": mark("A registered name."),
    "unknown": mark("It looks like a name."),
    "look": mark("It may be a name."),
}
_TAKEN_FOR = {
    1: mark("People bear it as a name"),
    2: mark("In no dictionary"),
    3: mark("A name, and an everyday word too"),
    4: mark("An everyday word, a place or short for something"),
}
_LEFT = {
    "signed": mark("Stays as it is: the report is signed."),
    "longer name": mark("Stays as it is: it is part of a longer name, who may be somebody else."),
}


def name_rows(
    names: Iterable[NameLeft],
    review: Review,
    answer: Callable[[NameLeft], Answer | None],
    numbers: Mapping[str, int] = MappingProxyType({}),
) -> tuple[NameRow, ...]:
    """One row a name. `review` holds the people who were answered to be new; `numbers` are those of a draft."""
    return tuple(
        NameRow(_asked(name, review, answer(name)), len(name.places), numbers.get(name.key, 0)) for name in names
    )


def _asked(name: NameLeft, review: Review, answer: Answer | None) -> NameAsked:
    people = [(found.kind, str(found.id), found.text("code")) for each in name.people if (found := review.get(each))]
    shut = all(place.shut for place in name.places)
    says = tr(_SAYS[name.level])
    if name.level == "registered" and not name.certain:
        says = tr("It is like a registered name.")
    if name.certain and len(people) > 1:
        says = tr("It stands for more than one person. Return on a sentence goes there, to say who it is.")
    if shut:
        says = f"{says} {tr('The report is signed: it can be replaced once the report is reopened.')}"
    coded = tuple(each for each in people if each[2])
    words = _answer_words(answer, review) if answer is not None else ""
    doable = not shut or (answer is not None and answer.kind in _NOBODY)
    return NameAsked(name.key, name.words, name.level, name.certain, coded, says, words, shut, doable)


def _answer_words(answer: Answer, review: Review) -> str:
    if answer.kind in _NOBODY:
        return tr(_NOBODY[answer.kind])
    return code_of(review, answer.person) or answer.new_code


def sentence_rows(name: NameLeft, review: Review) -> tuple[SentenceRow, ...]:
    """The sentences of a name as they are; of a name that stands everywhere the first ones."""
    rows = [
        SentenceRow(
            f"{at}",
            place_in_words(Place(each.kind, each.record_id, each.field, ""), review),
            each.sentence.words,
            place=(each.kind, each.record_id, each.field),
        )
        for at, each in enumerate(name.places[:MOST_SHOWN])
    ]
    if rest := len(name.places) - len(rows):
        rows.append(SentenceRow("more", "", trn("and {n} more place", "and {n} more places", rest)))
    return tuple(rows)


def planned_rows(shown: Iterable[Replacing], review: Review) -> tuple[SentenceRow, ...]:
    """Every sentence that will change, and those that stay, with the reason."""
    return tuple(
        SentenceRow(
            f"{at}",
            tr("In the bin: {reference}").format(reference=each.record_id)
            if each.binned
            else place_in_words(Place(each.kind, each.record_id, each.field, ""), review),
            each.before,
            each.after,
            tr(_LEFT[each.left]) if each.left else "",
            None if each.binned else (each.kind, each.record_id, each.field),
        )
        for at, each in enumerate(shown)
    )


def word_rows(words: Iterable[WordLeft], review: Review) -> tuple[WordRow, ...]:
    """The last list."""
    return tuple(
        WordRow(
            each.key,
            each.words,
            tr(_TAKEN_FOR[int(each.sort)]),
            each.count,
            place_in_words(Place(each.kind, each.record_id, each.field, ""), review),
            each.sentence.words,
            each.looked,
            (each.kind, each.record_id, each.field),
        )
        for each in words
    )
