"""Records: secured, paper and electronic, what was destroyed, what was read (R-062, R-063, R-066, R-068)."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.guidance.declare import check
from imr_desk.guidance.facts import Facts, Place
from imr_desk.guidance.readings import called, is_blank
from imr_desk.i18n import mark, tr

_GONE = ("destroyed", "not held")
_INCOMPLETE = ("destroyed", "partly missing")
_MEDIA = {
    "paper": mark("Nothing says whether there are paper records."),
    "electronic": mark("Nothing says whether there are electronic records."),
}


@check("R-062", reads=("record",))
def secured(facts: Facts) -> Iterator[Place]:
    """Each record has a date of securing, or a status that says why it has none."""
    records = facts.review.all("record")
    if not records:
        yield Place.without("record", "description", tr("No record is on the register yet."))
    for record in records:
        if record.day("secured_on") is None and record.text("status") not in _GONE:
            words = tr("No date of securing, and no reason for that: {record}.")
            yield Place.at(record, "secured_on", words.format(record=called(facts.review, record)))


@check("R-063", reads=("record",))
def paper_and_electronic(facts: Facts) -> Iterator[Place]:
    """The register answers for paper and for electronic records; none held is an answer."""
    answered = " ".join(
        record.text("medium") for record in facts.review.all("record") if not is_blank(record, "status")
    )
    for medium, words in _MEDIA.items():
        if medium not in answered:
            yield Place.without("record", "medium", tr(words))


@check("R-066", reads=("record",))
def police_asked(facts: Facts) -> Iterator[Place]:
    """For each record destroyed, or lost in part, the police were asked, and what came of it is recorded."""
    for record in facts.review.all("record"):
        if record.text("status") not in _INCOMPLETE:
            continue
        what = called(facts.review, record)
        if record.day("police_asked_on") is None:
            words = tr("Nothing says when the police were asked for what is gone: {record}.")
            yield Place.at(record, "police_asked_on", words.format(record=what))
        if is_blank(record, "police_reply"):
            words = tr("Nothing says what the police replied about: {record}.")
            yield Place.at(record, "police_reply", words.format(record=what))


@check("R-068", reads=("record",))
def examined(facts: Facts) -> Iterator[Place]:
    """Each record that is held was read, or there is a reason why not."""
    for record in facts.review.all("record"):
        unread = record.day("examined_on") is None and is_blank(record, "not_examined_reason")
        if unread and record.text("status") not in _GONE:
            words = tr("Not examined, and no reason given: {record}.")
            yield Place.at(record, "examined_on", words.format(record=called(facts.review, record)))
