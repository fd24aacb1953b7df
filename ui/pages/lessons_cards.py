"""The cards of ‘Lessons and recommendations’: each says what it rests on, what follows from it, and what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import field_of
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.forms.card_words import CardMaker, CardWords, ChipWords
from ui.icons import Glyph
from ui.record_words import in_words, shortened

LONGEST_REASON = 160
MOST_FINDINGS = 3
PARTS = ("specific", "measurable", "achievable", "relevant", "time_bound")
"""What a recommendation has to say of itself (R-118)."""

Linked = defaultdict[str, list[Record]]


def linked_by(review: Review, kind: str, field: str) -> Linked:
    """The records of a kind by the record that their LINK or LINKS field leads to."""
    found: Linked = defaultdict(list)
    for record in review.all(kind):
        targets = record.links(field) if isinstance(record.get(field), tuple) else (record.link(field),)
        for target in targets:
            found[target].append(record)
    return found


def number_of(record: Record) -> str:
    """How a recommendation or an action is called: its number, else its reference."""
    number = record.number("number")
    return record.id if number is None else str(number)


def lesson_cards(review: Review) -> CardMaker:
    """Lessons: what they rest on, and the recommendation or the action that follows."""
    recommendations, actions = linked_by(review, "recommendation", "lesson"), linked_by(review, "action", "lesson")
    early = linked_by(review, "early_action", "lesson")

    def make(lesson: Record) -> CardWords:
        follows = dict.fromkeys(each.id for each in recommendations[lesson.id])
        if lesson.link("recommendation"):
            follows[review[lesson.link("recommendation")].id] = None
        chips = [_evidence(lesson), *_findings(lesson, review), *(_recommendation(review[each]) for each in follows)]
        chips += [_leads(each, tr("Early action"), Glyph.CIRCLE_CHECK) for each in early[lesson.id]]
        reason = lesson.text("reason_for_none")
        if not follows and not actions[lesson.id] and not early[lesson.id] and not reason:
            chips.append(_missing(tr("Nothing follows yet"), lesson, "recommendation"))
        level = in_words(field_of("lesson", "level"), lesson, review)
        wider = tr("Wider than this case") if lesson.flag("wider_than_this_case") else ""
        none = tr("No recommendation, because: {reason}").format(reason=shortened(reason, LONGEST_REASON))
        facts = " · ".join(part for part in (level, wider) if part)
        return CardWords(
            title=lesson.text("text") or tr("No words yet"),
            second=tuple(line for line in (facts, none if reason and not follows else "") if line),
            chips=tuple(chips),
        )

    return make


def recommendation_cards(review: Review) -> CardMaker:
    """Recommendations: the lesson they answer, their actions, whether they are cleared, and what they do not say."""
    actions, cleared = linked_by(review, "action", "recommendation"), linked_by(review, "clearance", "about")
    asks_clearance = review.one("review").text("agency") != "ho"

    def make(record: Record) -> CardWords:
        lesson = review.get(record.link("lesson"))
        chips = [_lesson(record, review), *(_findings(lesson, review) if lesson else ())]
        chips += [_action(each) for each in actions[record.id]]
        if not actions[record.id]:
            chips.append(_missing(tr("No action yet"), record, "", kind="action"))
        if asks_clearance or cleared[record.id]:
            chips.append(_clearance(record, cleared[record.id]))
        due = record.day("time_bound")
        blank = [tr(field_of("recommendation", each).label) for each in PARTS if each not in record]
        return CardWords(
            title=record.text("text") or tr("No words yet"),
            lead=number_of(record) if record.number("number") is not None else "",
            warning=tr("Not said yet: {parts}").format(parts="; ".join(blank)) if blank else "",
            second=(tr("By {date}").format(date=day_in_words(due)),) if due else (),
            chips=tuple(chips),
        )

    return make


def action_cards(review: Review) -> CardMaker:
    """Rows of the action plan: what, by whom, by when, how far; and what they carry out."""

    def make(record: Record) -> CardWords:
        due = record.day("due")
        when = day_in_words(due) if due else tr("No date yet")
        status = in_words(field_of("action", "status"), record, review)
        target = review.get(record.link("recommendation"))
        lesson = review.get(record.link("lesson"))
        chips = [_recommendation(target)] if target else [_leads(lesson, tr("Lesson"))] if lesson else []
        early = tr("Early action") if record.flag("early_action") else ""
        owner = record.text("owner")
        return CardWords(
            title=record.text("action") or tr("No words yet"),
            lead=number_of(record) if record.number("number") is not None else "",
            cells=(when, status),
            joined=" · ".join(part for part in (when, status) if part),
            warning="" if owner else tr("No owner yet"),
            second=tuple(part for part in (" · ".join(p for p in (owner, early) if p),) if part),
            chips=tuple(chips),
        )

    return make


def clearance_cards(review: Review) -> CardMaker:
    """Whom it was sent to, what came back, and what it is about."""

    def make(record: Record) -> CardWords:
        day = record.day("cleared_on") or record.day("sent")
        shown = (in_words(field_of("clearance", name), record, review) for name in ("what", "status"))
        kind, status = shown
        version = record.number("version")
        facts = [kind, tr("Version {n}").format(n=version) if version else "", record.text("about_words")]
        when = day_in_words(day) if day else ""
        about = [found for each in record.links("about") if (found := review.get(each)) is not None]
        return CardWords(
            title=record.text("who") or tr("Nobody named yet"),
            cells=(status, when),
            joined=" · ".join(part for part in (status, when) if part),
            second=tuple(
                line for line in (" · ".join(fact for fact in facts if fact), shortened(record.text("reply"))) if line
            ),
            chips=tuple(_recommendation(each) for each in about),
        )

    return make


# ---- chips
def _leads(record: Record, words: str, glyph: Glyph = Glyph.LINK) -> ChipWords:
    return ChipWords(words, Place(record.kind, record.id, "", ""), "plain", glyph)


def _missing(words: str, record: Record, field: str, *, kind: str = "") -> ChipWords:
    place = Place(kind, "", field, "") if kind else Place(record.kind, record.id, field, "")
    return ChipWords(words, place, "wait", Glyph.CIRCLE_DASHED)


def _recommendation(record: Record) -> ChipWords:
    words = tr("Recommendation {n}").format(n=number_of(record))
    return ChipWords(words, Place(record.kind, record.id, "", ""), "accent", Glyph.LINK)


def _action(record: Record) -> ChipWords:
    return _leads(record, tr("Action {n}").format(n=number_of(record)))


def _lesson(record: Record, review: Review) -> ChipWords:
    """The lesson a recommendation comes from; amber where it comes from none."""
    lesson = review.get(record.link("lesson"))
    if lesson is None:
        return _missing(tr("From no lesson yet"), record, "lesson")
    at = review.all("lesson").index(lesson) + 1
    return _leads(lesson, tr("Lesson {n}").format(n=at))


def _evidence(lesson: Record) -> ChipWords:
    """How much a lesson rests on."""
    count = len(lesson.links("evidence"))
    place = Place("lesson", lesson.id, "evidence", "")
    if count:
        return ChipWords(trn("Rests on {n} place", "Rests on {n} places", count), place)
    return ChipWords(tr("No evidence yet"), place, "wait", Glyph.CIRCLE_DASHED)


def _findings(lesson: Record, review: Review) -> list[ChipWords]:
    """The findings a lesson rests on, the first few."""
    cited = (review.get(each) for each in lesson.links("evidence"))
    found = [each for each in cited if each is not None and each.text("part") == "finding"]
    return [_leads(each, tr("Finding {id}").format(id=each.id), Glyph.FILE_TEXT) for each in found[:MOST_FINDINGS]]


def _clearance(record: Record, rows: list[Record]) -> ChipWords:
    """Whether all whose clearance was asked for have given it (R-128)."""
    if not rows:
        return _missing(tr("Not sent for clearance"), record, "who", kind="clearance")
    waiting = [row for row in rows if row.text("status") not in ("cleared", "agreed")]
    if waiting:
        words = trn("{n} clearance to come", "{n} clearances to come", len(waiting))
        return ChipWords(words, Place("clearance", waiting[0].id, "status", ""), "wait", Glyph.CIRCLE_PAUSE)
    return _leads(rows[0], tr("Cleared"), Glyph.CIRCLE_CHECK)


# ---- what a new record begins with
def next_recommendation(review: Review) -> Mapping[str, object]:
    """The next number."""
    return {"number": _next(review, "recommendation")}


def next_action(review: Review) -> Mapping[str, object]:
    """The next number, answered for by the manager named for the whole plan."""
    manager = review.one("action_plan").text("accountable_senior_manager")
    first: dict[str, object] = {"number": _next(review, "action"), "status": "not started"}
    return first | ({"accountable_senior_manager": manager} if manager else {})


def next_clearance(review: Review) -> Mapping[str, object]:
    """A commitment, in the version at hand."""
    return {"what": "commitment", "status": "sent", "version": review.one("review").number("version") or 1}


def _next(review: Review, kind: str) -> int:
    return max((each.number("number") or 0 for each in review.all(kind)), default=0) + 1
