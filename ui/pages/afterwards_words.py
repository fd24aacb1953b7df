"""What ‘Afterwards’ says of itself: how things stand, and the cards of its lists. Pure; nothing is shown here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr, trn
from imr_desk.review.applies import applies, words_of
from imr_desk.review.catalogue import kind_of
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.forms.card_words import CardMaker, CardWords, ChipWords
from ui.icons import Glyph
from ui.record_words import in_words, shortened, title_of

LONGEST = 200


def has_begun(review: Review) -> bool:
    """Whether there is anything that can come after: a signature, of whatever version, or a presented report."""
    return bool(review.all("signature")) or review.one("afterwards").day("presented_on") is not None


# ---- how it stands
def standing(review: Review) -> dict[str, str]:
    """The six facts at the head of the page; "" for one of which nothing is known."""
    return {
        "presented": _presented(review),
        "questions": _questions(review),
        "feedback": _feedback(review),
        "overview": _done_or_expected(review, "overview_completed_on", "overview_complete_expected"),
        "published": _done_or_expected(review, "published_on", "publication_expected"),
        "actions": _actions(review),
    }


def _presented(review: Review) -> str:
    after = review.one("afterwards")
    on, version = after.day("presented_on"), after.number("presented_version")
    if on is None:
        return ""
    return tr("{day}, version {n}").format(day=day_in_words(on), n=version) if version else day_in_words(on)


def _questions(review: Review) -> str:
    every = review.all("panel_question")
    open_ones = sum(not _answered(each) for each in every)
    if not every:
        return ""
    asked = trn("{n} question", "{n} questions", len(every))
    if not open_ones:
        return tr("{asked}, answered").format(asked=asked)
    return tr("{asked}, {open}").format(asked=asked, open=trn("{n} without answer", "{n} without answer", open_ones))


def _answered(question: Record) -> bool:
    return bool(question.text("answer").strip() or question.day("answered_on"))


def _feedback(review: Review) -> str:
    """How many of the staff had feedback, and for how many a reason is given why not (R-151)."""
    staff = review.all("staff")
    held = {each.link("staff") for each in review.all("debrief") if each.day("first_held")}
    excused = {each.link("staff") for each in review.all("debrief") if each.text("reason").strip()} - held
    if not staff:
        return ""
    words = [tr("{n} of {all} staff").format(n=sum(each.id in held for each in staff), all=len(staff))]
    if excused:
        words.append(trn("a reason for {n}", "a reason for {n}", len(excused)))
    return ", ".join(words)


def _done_or_expected(review: Review, done: str, expected: str) -> str:
    day, hoped = review.one("afterwards").day(done), review.one("debriefing").day(expected)
    if day is not None:
        return day_in_words(day)
    return tr("Expected {day}").format(day=day_in_words(hoped)) if hoped else ""


def _actions(review: Review) -> str:
    every = review.all("action")
    if not every:
        return ""
    done = sum(latest_status(each, review) == "done" for each in every)
    return tr("{n} of {all} done").format(n=done, all=len(every))


# ---- progress of actions
def progress_of(action_id: str, review: Review) -> tuple[Record, ...]:
    """What was noted of an action, in order; with "", what belongs to no action."""
    return tuple(each for each in review.all("progress") if each.link("action") == action_id)


def _latest(action: Record, review: Review) -> Record | None:
    noted = [each for each in progress_of(action.id, review) if each.text("status")]
    return max(noted, key=lambda each: (each.day("date") or dt.date.min, each.position), default=None)


def latest_status(action: Record, review: Review) -> str:
    """The stored word of how an action stands: the latest that was noted, else what the plan says."""
    latest = _latest(action, review)
    return latest.text("status") if latest is not None else action.text("status")


def status_line(action: Record, review: Review) -> str:
    """How an action stands, in words: ‘Under way · 3 March 2015’."""
    latest = _latest(action, review)
    source = latest if latest is not None else action
    words = in_words(kind_of(source.kind).field("status"), source, review)
    if latest is None:
        return tr("{status} · as in the plan").format(status=words) if words else tr("No progress noted yet")
    day = latest.day("date")
    return tr("{status} · {day}").format(status=words, day=day_in_words(day)) if day else words


def action_facts(action: Record) -> str:
    """Whose an action is and when it is due."""
    due = action.day("due")
    parts = (
        tr("Owner: {post}").format(post=action.text("owner")) if action.text("owner") else "",
        tr("due {day}").format(day=day_in_words(due)) if due else "",
    )
    return " · ".join(part for part in parts if part)


def progress_cards(review: Review) -> CardMaker:
    """Cards of one action: date, status, and the beginning of the evidence."""
    status, date = kind_of("progress").field("status"), kind_of("progress").field("date")

    def make(record: Record) -> CardWords:
        evidence = shortened(record.text("evidence"), LONGEST)
        return CardWords(
            title=in_words(status, record, review) or tr("No status yet"),
            lead=in_words(date, record, review),
            second=(evidence,) if evidence else (),
        )

    return make


# ---- questions, debriefs, disagreements
def question_cards(review: Review) -> CardMaker:
    """Cards of the panel's questions: who asked and when, whether it is answered, and what changed."""

    def make(record: Record) -> CardWords:
        asked = record.day("asked_on")
        return CardWords(
            title=shortened(record.text("question"), LONGEST) or tr("No words yet"),
            lead=day_in_words(asked) if asked else "",
            second=(record.text("asked_by"),) if record.text("asked_by") else (),
            chips=(_answer_chip(record), *_change_chips(record, review)),
        )

    return make


def _answer_chip(question: Record) -> ChipWords:
    place, answered = Place(question.kind, question.id, "answer", ""), question.day("answered_on")
    if not _answered(question):
        return ChipWords(tr("No answer yet"), place, "wait", Glyph.CIRCLE_DASHED)
    words = tr("Answered {day}").format(day=day_in_words(answered)) if answered else tr("Answered")
    return ChipWords(words, place, "plain", Glyph.CIRCLE_CHECK)


def _change_chips(question: Record, review: Review) -> tuple[ChipWords, ...]:
    """A chip for each changed place, and one for the version that came of it."""
    targets = (review.get(change.link("where")) for change in question.rows("changes"))
    changed = tuple(
        ChipWords(
            tr("Changed {what}").format(what=each.id), Place(each.kind, each.id, "", ""), "plain", Glyph.FILE_TEXT
        )
        for each in targets
        if each is not None
    )
    version = question.number("new_version")
    if version is None:
        return changed
    place = Place(question.kind, question.id, "new_version", "")
    return (*changed, ChipWords(tr("Version {n}").format(n=version), place, "accent", Glyph.FILE_PLUS))


def debrief_cards(review: Review) -> CardMaker:
    """Cards of feedback to staff: both sessions, held or planned, or why not (R-151, R-152)."""

    def make(record: Record) -> CardWords:
        cells = tuple(_session(record, each) for each in ("first", "second"))
        person = review.get(record.link("staff"))
        reason, note = (shortened(record.text(each), LONGEST) for each in ("reason", "note"))
        joined = (tr("First: {when}"), tr("Second: {when}"))
        return CardWords(
            title=title_of(person, review) if person else tr("No job title yet"),
            cells=cells,
            joined=" · ".join(shape.format(when=cell) for shape, cell in zip(joined, cells, strict=True)),
            second=tuple(each for each in (reason and tr("Not held: {why}").format(why=reason), note) if each),
        )

    return make


def _session(record: Record, which: str) -> str:
    held, planned = record.day(f"{which}_held"), record.day(f"{which}_planned")
    if held is not None:
        return day_in_words(held)
    return tr("Planned {day}").format(day=day_in_words(planned)) if planned else tr("Not planned")


def next_debrief(review: Review) -> Mapping[str, object]:
    """What a new debrief begins with: the first of the staff who has none."""
    there = {each.link("staff") for each in review.all("debrief")}
    person = next((each for each in review.all("staff") if each.id not in there), None)
    return {"staff": person.id} if person else {}


def disagreement_cards(review: Review) -> CardMaker:
    """Cards of disagreements: the point, and how it ended (R-157)."""

    def make(record: Record) -> CardWords:
        place, raised = Place(record.kind, record.id, "outcome", ""), record.day("raised_on")
        outcome = shortened(record.text("outcome"), LONGEST)
        open_one = ChipWords(tr("No outcome yet"), place, "wait", Glyph.CIRCLE_DASHED)
        return CardWords(
            title=shortened(record.text("point"), LONGEST) or tr("No words yet"),
            lead=day_in_words(raised) if raised else "",
            second=(tr("Outcome: {words}").format(words=outcome),) if outcome else (),
            chips=() if outcome else (open_one,),
        )

    return make


def disclosure_cards(review: Review) -> CardMaker:
    """Cards of review material: date, what it is, and whether it is relevant (R-188 to R-190)."""
    kind, words = kind_of("disclosure_item"), words_of(review)

    def make(record: Record) -> CardWords:
        facts = (in_words(kind.field(name), record, review) for name in ("author_role", "owner", "schedule_ref"))
        line = " · ".join(dict.fromkeys(each for each in facts if each))
        return CardWords(
            title=shortened(record.text("description"), LONGEST) or tr("Not described yet"),
            lead=in_words(kind.field("date"), record, review),
            second=(line,) if line else (),
            chips=(_relevance(record),) if applies(kind.field("relevant"), record, words) else (),
        )

    return make


def _relevance(record: Record) -> ChipWords:
    place, answer = Place(record.kind, record.id, "relevant", ""), record.text("relevant")
    if answer == "yes":
        return ChipWords(tr("Relevant"), place, "accent", Glyph.CIRCLE_DOT)
    if answer == "no":
        return ChipWords(tr("Not relevant"), place, "plain", Glyph.CIRCLE_SLASH)
    return ChipWords(tr("Relevance not settled"), place, "wait", Glyph.CIRCLE_DASHED)
