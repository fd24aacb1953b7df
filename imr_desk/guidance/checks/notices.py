"""Who had to be told, how e-mail is headed, and the proceedings beside the review (R-051, R-053, R-054, R-167)."""

from __future__ import annotations

from collections.abc import Iterator

from imr_desk.guidance.declare import check
from imr_desk.guidance.facts import Facts, Place
from imr_desk.guidance.readings import blanks, called
from imr_desk.i18n import mark, tr
from imr_desk.review.catalogue import field_of
from imr_desk.review.dates import day_in_words
from imr_desk.review.kinds.notices import EACH_ANSWERED
from imr_desk.review.posts import title_of_post
from imr_desk.review.record import Record

SUBJECT = "serious case review"
_TOLD = {
    "date": mark("It is not said when the {post} was told."),
    "by_role": mark("It is not said which post told the {post}."),
    "what": mark("It is not said what the {post} was told."),
}
_OFFICER = "coo"
_TO_BE_TOLD = ("scs_line_manager", "scs_childrens_lead", "psu", "occ")


@check("R-051", reads=("notification", "version"))
def chief_operating_officer(facts: Facts) -> Iterator[Place]:
    """One notice to the Chief Operating Officer that says who, when and what, before the first draft."""
    post = tr(title_of_post(_OFFICER))
    notices = [each for each in facts.review.all("notification") if each.text("recipient") == _OFFICER]
    if not notices:
        words = tr("No notice to the {post} is recorded.").format(post=post)
        yield Place.without("notification", "recipient", words)
        return
    complete = [notice for notice in notices if not any(blanks(notice, _TOLD))]
    if not complete:
        for place in blanks(notices[0], _TOLD):
            yield Place.at(notices[0], place.field, place.words.format(post=post))
        return
    told, notice = min(((day, each) for each in complete if (day := each.day("date"))), key=lambda pair: pair[0])
    first = min((day for each in facts.review.all("version") if (day := each.day("date"))), default=None)
    if first and told > first:
        words = tr("The {post} was told on {told}, after the first draft of {first}.")
        words = words.format(post=post, told=day_in_words(told), first=day_in_words(first))
        yield Place.at(notice, "date", words)


@check("R-053", reads=("notification",))
def four_parties(facts: Facts) -> Iterator[Place]:
    """Four dated notices; the Children's Lead may be the same person as the line manager."""
    notices = facts.review.all("notification")
    names = dict(field_of("notification", "recipient").choices)
    for recipient in _TO_BE_TOLD:
        mine = [each for each in notices if each.text("recipient") == recipient]
        if any(each.day("date") or _same(each) for each in mine):
            continue
        words = tr("No dated notice is recorded to: {recipient}.").format(recipient=tr(names[recipient]))
        yield Place.at(mine[0], "date", words) if mine else Place.without("notification", "recipient", words)


def _same(notice: Record) -> bool:
    return notice.text("recipient") == "scs_childrens_lead" and notice.flag("same_person") is True


@check("R-054", reads=("notification", "circulation", "afterwards", "review"))
def subject_lines(facts: Facts) -> Iterator[Place]:
    """The phrase in the subject line of every e-mail on record; the review's own name stands for it."""
    phrases = {SUBJECT, facts.review.one("review").text("review_type").strip().casefold()} - {""}
    sent = [(each, "channel", "subject") for each in facts.review.all("notification")]
    sent += [(each, "channel", "subject") for each in facts.review.all("circulation")]
    sent.append((facts.review.one("afterwards"), "presented_channel", "presented_subject"))
    for record, channel, field in sent:
        subject = record.text(field).casefold()
        by_mail = "mail" in record.text(channel).casefold()
        if (subject or by_mail) and not any(phrase in subject for phrase in phrases):
            words = tr("The subject line to {who} does not carry ‘Serious Case Review’.")
            yield Place.at(record, field, words.format(who=called(facts.review, record)))


@check("R-167", reads=("parallel_process",))
def parallel_processes(facts: Facts) -> Iterator[Place]:
    """Every kind of process answered, with the date on which it was looked into."""
    labels = dict(field_of("parallel_process", "process").choices)
    rows = facts.review.all("parallel_process")
    for process in EACH_ANSWERED:
        if not any(row.text("process") == process for row in rows):
            words = tr("Not answered yet: {process}.").format(process=tr(labels[process]))
            yield Place.without("parallel_process", "process", words)
    for row in rows:
        what = tr(labels.get(row.text("process"), ""))
        yield from (
            Place.at(row, place.field, place.words.format(process=what))
            for place in blanks(
                row,
                {
                    "status": mark("It is not said whether it is running: {process}."),
                    "checked_on": mark("No date on which this was looked into: {process}."),
                },
            )
        )
