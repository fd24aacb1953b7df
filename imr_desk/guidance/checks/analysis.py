"""The analysis: why, an answer to each question, resources, accuracy (R-102, R-103, R-105, R-114)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from imr_desk.guidance.declare import check
from imr_desk.guidance.facts import Facts, Place
from imr_desk.guidance.readings import blanks, called, is_blank
from imr_desk.i18n import mark, tr
from imr_desk.review.record import Record, RecordId


@check("R-102", reads=("key_decision",))
def why(facts: Facts) -> Iterator[Place]:
    """A ‘why’ for every key decision."""
    for decision in facts.review.all("key_decision"):
        if is_blank(decision, "why"):
            words = tr("Nothing says why: {decision}.").format(decision=called(facts.review, decision))
            yield Place.at(decision, "why", words)


@check("R-103", reads=("question", "section", "paragraph"))
def every_question_answered(facts: Facts) -> Iterator[Place]:
    """For each question a section with text and evidence, or the statement that no evidence is held."""
    questions = facts.review.all("question")
    if not questions:
        yield Place.without("question", "text", tr("No question of the terms of reference is recorded."))
    sections, texts = _by_link(facts, "section", "question"), _by_link(facts, "paragraph", "section")
    for question in questions:
        yield from _answered(question, sections[question.id], texts)


def _by_link(facts: Facts, kind: str, field: str) -> defaultdict[RecordId, list[Record]]:
    found: defaultdict[RecordId, list[Record]] = defaultdict(list)
    for record in facts.review.all(kind):
        found[record.link(field)].append(record)
    return found


def _answered(question: Record, sections: list[Record], texts: defaultdict[RecordId, list[Record]]) -> Iterator[Place]:
    number = question.number("number") or question.id
    if not sections:
        words = tr("Question {number} has no section in the analysis.").format(number=number)
        yield Place.without("section", "question", words)
        return
    if any(not is_blank(section, "no_evidence_held") for section in sections):
        return
    written = [text for section in sections for text in texts[section.id] if not is_blank(text, "text")]
    if not written:
        words = tr("Question {number} has no text yet.").format(number=number)
        yield Place.at(sections[0], "heading", words)
    elif not any(text.links("refs") for text in written):
        words = tr("The answer to question {number} rests on no evidence.").format(number=number)
        yield Place.at(written[0], "refs", words)


@check("R-105", reads=("findings",))
def resources(facts: Facts) -> Iterator[Place]:
    """One overall answer; ‘no shortfall found’ is one."""
    yield from blanks(
        facts.review.one("findings"),
        {"resources_overall": mark("Nothing says whether anything was left undone for lack of resources.")},
    )


@check("R-114", reads=("accuracy", "paragraph", "summary"))
def accuracy(facts: Facts) -> Iterator[Place]:
    """The declaration, the look through what has no source, and each such statement on that list."""
    declared = facts.review.one("accuracy")
    yield from blanks(
        declared,
        {
            "text": mark("The declaration of accuracy is not written."),
            "declared_on": mark("The declaration of accuracy has no date."),
            "unsourced_reviewed_on": mark("The statements without a source have not been looked through."),
        },
    )
    listed = set(declared.links("unsourced"))
    for statement in (*facts.review.all("summary"), *facts.review.all("paragraph")):
        if not is_blank(statement, "text") and not statement.links("refs") and statement.id not in listed:
            words = tr("This text has no evidence and is not on the list of statements without a source: {text}")
            yield Place.at(statement, "refs", words.format(text=called(facts.review, statement)))
