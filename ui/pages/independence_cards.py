"""The cards of ‘Independence and notices’: who declared, who was told, and how every other process stands."""

from __future__ import annotations

from collections.abc import Mapping

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr, trn
from imr_desk.review.applies import choices_offered, words_of
from imr_desk.review.catalogue import field_of
from imr_desk.review.kinds.notices import EACH_ANSWERED
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.forms.card_words import CardMaker, CardWords, ChipWords
from ui.icons import Glyph
from ui.record_words import in_words, shortened, title_of
from ui.widgets.state_view import StateWords

_NO_PART = ("no_direct_involvement", "no_line_management")
DECLARES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("cps", "author"): (*_NO_PART, "no_connection"),
    ("ho", "author"): (*_NO_PART, "no_connection"),
    ("ho", "panel_member"): _NO_PART,
}
"""What each has to declare besides conflicts of interest, which all do (R-042, R-043, R-048, R-050)."""
LONGEST = 200


# ---- declarations
def declaration_cards(review: Review) -> CardMaker:
    """Who declared, when, and what is not said yet."""
    agency = review.one("review").text("agency") or "cps"

    def make(record: Record) -> CardWords:
        day, again = record.day("declared_on"), record.day("declared_again_on")
        wanted = (*DECLARES.get((agency, record.text("part")), ()), "conflicts")
        blank = [tr(field_of("declaration", each).label) for each in wanted if each not in record]
        conflicts = shortened(record.text("conflicts"), LONGEST)
        said = tr("Conflicts of interest: {words}").format(words=conflicts) if conflicts else ""
        later = tr("Declared again {date}").format(date=day_in_words(again)) if again else ""
        return CardWords(
            title=in_words(field_of("declaration", "part"), record, review) or tr("Nobody chosen yet"),
            state=_done(tr("Declared {date}").format(date=day_in_words(day))) if day else _open(tr("Not dated yet")),
            warning=tr("Not said yet: {parts}").format(parts="; ".join(blank)) if blank else "",
            second=tuple(line for line in (said, later) if line),
        )

    return make


def next_declaration(review: Review) -> Mapping[str, object]:
    """The part that has not declared yet: author, then manager, then panel member."""
    made = {each.text("part") for each in review.all("declaration")}
    left = [stored for stored, _ in field_of("declaration", "part").choices if stored not in made]
    return {"part": left[0]} if left else {}


# ---- notices, reports, contacts
def notice_cards(review: Review) -> CardMaker:
    """Whom, as what, by which means, and the beginning of what they were told."""

    def make(record: Record) -> CardWords:
        kind, dated = in_words(field_of("notification", "recipient"), record, review), record.day("date")
        to = record.text("to_role") or kind or tr("Nobody named yet")
        by = tr("Told by {post}").format(post=record.text("by_role")) if record.text("by_role") else ""
        said = "" if record.text("recipient") == "other" or kind in to else kind
        facts = " · ".join(part for part in (said, by, record.text("channel")) if part)
        same = record.flag("same_person") is True
        return CardWords(
            title=to,
            lead=day_in_words(dated) if dated else "",
            state=None if dated else _done(tr("Told as the line manager")) if same else _open(tr("Not dated yet")),
            second=tuple(line for line in (facts, shortened(record.text("what"), LONGEST)) if line),
        )

    return make


def next_notice(review: Review) -> Mapping[str, object]:
    """The next who is to be told in a review of this agency, and was not."""
    recipient = field_of("notification", "recipient")
    told = {each.text("recipient") for each in review.all("notification")}
    offered = choices_offered(recipient, "", words_of(review)) if review.one("review").text("agency") else ()
    left = [(stored, label) for stored, label in offered if stored not in told and stored != "other"]
    return {"recipient": left[0][0], "to_role": tr(left[0][1])} if left else {}


def report_cards(_review: Review) -> CardMaker:
    """When, to whom, and the beginning of the report."""

    def make(record: Record) -> CardWords:
        dated = record.day("date")
        text = shortened(record.text("text"), LONGEST)
        return CardWords(
            title=record.text("to_role") or tr("Nobody named yet"),
            lead=day_in_words(dated) if dated else "",
            state=None if dated else _open(tr("Not dated yet")),
            second=(text,) if text else (),
        )

    return make


def next_report(review: Review) -> Mapping[str, object]:
    """To the post that had the last one."""
    last = by_day(review, "progress_report")[:1]
    to = last[0].text("to_role") if last else ""
    return {"to_role": to} if to else {}


def contact_cards(review: Review) -> CardMaker:
    """When, about what, and with whom."""

    def make(record: Record) -> CardWords:
        dated, contact = record.day("date"), review.get(record.link("contact"))
        return CardWords(
            title=record.text("about") or tr("No words yet"),
            lead=day_in_words(dated) if dated else "",
            state=None if dated else _open(tr("Not dated yet")),
            second=(title_of(contact, review),) if contact else (),
        )

    return make


def by_day(review: Review, kind: str) -> tuple[Record, ...]:
    """The records of a kind with the latest first; what has no date stands before them, to be dated."""
    return tuple(sorted(review.all(kind), key=lambda each: each.text("date") or "9999", reverse=True))


# ---- parallel processes
def process_cards(review: Review) -> CardMaker:
    """Which process, how it stands, when that was looked into, and what it means for the report."""

    def make(record: Record) -> CardWords:
        looked, contact = record.day("checked_on"), review.get(record.link("contact"))
        process = in_words(field_of("parallel_process", "process"), record, review)
        into = tr("Looked into on {date}").format(date=day_in_words(looked)) if looked else ""
        facts = " · ".join(part for part in (record.text("body"), into) if part)
        effect = shortened(record.text("effect"), LONGEST) if record.text("status") != "none" else ""
        post = title_of(contact, review) if contact else ""
        chips = (ChipWords(post, Place(contact.kind, contact.id, "", ""), glyph=Glyph.USER),) if contact else ()
        return CardWords(
            title=process or tr("No process chosen yet"),
            state=process_state(record),
            warning="" if looked else tr("No day on which this was looked into"),
            second=tuple(line for line in (facts, effect) if line),
            chips=chips,
        )

    return make


def process_state(record: Record) -> StateWords:
    """How a process stands, with the day that belongs to it."""
    status = record.text("status")
    started, expected, ended = (record.day(name) for name in ("started", "expected_end", "ended"))
    if status == "running":
        since = tr("Running since {date}").format(date=day_in_words(started)) if started else tr("Running")
        return StateWords(since, "accent", Glyph.CIRCLE_DOT)
    if status == "possible":
        to = tr("Possible, to {date}").format(date=day_in_words(expected)) if expected else tr("Possible")
        return StateWords(to, "wait", Glyph.CIRCLE_PAUSE)
    if status == "ended":
        return _done(tr("Ended {date}").format(date=day_in_words(ended)) if ended else tr("Ended"))
    if status == "none":
        return StateWords(tr("None"), "text_soft", Glyph.CIRCLE_SLASH)
    return _open(tr("Not answered yet"))


def processes_left(review: Review) -> tuple[str, ...]:
    """The kinds of process that each need an answer and have no row yet (R-167)."""
    there = {each.text("process") for each in review.all("parallel_process")}
    return tuple(each for each in EACH_ANSWERED if each not in there)


def next_process(review: Review) -> Mapping[str, object]:
    """The next kind that has no row yet."""
    left = processes_left(review)
    return {"process": left[0]} if left else {}


# ---- the page in one line
def in_short(review: Review) -> str:
    """What is there, counted in words; nothing for an empty page."""
    declared = sum(1 for each in review.all("declaration") if each.day("declared_on"))
    told = sum(1 for each in review.all("notification") if each.day("date"))
    statuses = [each.text("status") for each in review.all("parallel_process")]
    running, possible = statuses.count("running"), statuses.count("possible")
    answered = sum(1 for each in statuses if each)
    parts = (
        (declared, trn("{n} declaration", "{n} declarations", declared)),
        (told, trn("{n} notice", "{n} notices", told)),
        (answered, trn("{n} process answered", "{n} processes answered", answered)),
        (running, trn("{n} running", "{n} running", running)),
        (possible, trn("{n} possible", "{n} possible", possible)),
    )
    return " · ".join(words for count, words in parts if count)


def _done(words: str) -> StateWords:
    return StateWords(words, "good", Glyph.CIRCLE_CHECK)


def _open(words: str) -> StateWords:
    return StateWords(words, "wait", Glyph.CIRCLE_DASHED)
