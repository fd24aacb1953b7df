"""The cards of ‘Records’: how each record stands, what was searched, which policies were in force, what is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from imr_desk.guidance.facts import Place
from imr_desk.i18n import mark, tr, trn
from imr_desk.review.catalogue import field_of
from imr_desk.review.kinds.sources import THERE
from imr_desk.review.known_date import day_in_words
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.forms.card_words import CardMaker, CardWords, ChipWords
from ui.icons import Glyph
from ui.record_words import in_words, shortened, title_of
from ui.widgets.state_view import StateWords

LONGEST = 200
LONGEST_CHIP = 40
MEDIA: Mapping[str, str] = {
    "application/pdf": mark("PDF"),
    "application/msword": mark("Word document"),
    "application/rtf": mark("Text"),
    "application/zip": mark("Archive"),
    "application/vnd.ms-excel": mark("Spreadsheet"),
    "application/vnd.ms-outlook": mark("E-mail"),
    "message/rfc822": mark("E-mail"),
    "text/csv": mark("Spreadsheet"),
}
_BY_BEGINNING: tuple[tuple[str, str], ...] = (
    ("image/", mark("Picture")),
    ("text/", mark("Text")),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml", mark("Word document")),
    ("application/vnd.oasis.opendocument.text", mark("Text document")),
    ("application/vnd.openxmlformats-officedocument.presentationml", mark("Presentation")),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml", mark("Spreadsheet")),
    ("application/vnd.oasis.opendocument.spreadsheet", mark("Spreadsheet")),
)


# ---- the register
def record_cards(review: Review) -> CardMaker:
    """What it is, whether it is there and was read, the case it belongs to, and what was kept of it."""
    kept: defaultdict[str, list[Record]] = defaultdict(list)
    for document in review.all("document"):
        kept[document.link("record")].append(document)

    def make(record: Record) -> CardWords:
        medium = in_words(field_of("record", "medium"), record, review)
        facts = (medium, record.text("system"), record.text("period"), record.text("held_by"))
        case = review.get(record.link("case"))
        chips = [_leads(case, title_of(case, review))] if case else []
        chips += [_document(each, review) for each in kept[record.id]]
        there = record.text("status") in THERE
        return CardWords(
            title=record.text("description") or tr("No description yet"),
            state=record_state(record),
            warning=tr("Not secured yet") if there and record.day("secured_on") is None else "",
            second=tuple(line for line in (" · ".join(fact for fact in facts if fact),) if line),
            chips=tuple(chips),
        )

    return make


def record_state(record: Record) -> StateWords:
    """Whether a record is there, and whether it was read."""
    status, read = record.text("status"), record.day("examined_on")
    if status == "destroyed":
        gone = record.known("gone_when")
        words = tr("Destroyed, {date}").format(date=gone.in_words()) if gone else tr("Destroyed")
        return StateWords(words, "text_soft", Glyph.CIRCLE_SLASH)
    if status == "not held":
        return StateWords(tr("None held"), "text_soft", Glyph.CIRCLE_SLASH)
    if not status:
        return StateWords(tr("Not said yet whether it is held"), "wait", Glyph.CIRCLE_DASHED)
    looked = _examined(record)
    if status == "partly missing":
        return StateWords(tr("Partly missing · {read}").format(read=looked), "wait", Glyph.TRIANGLE_ALERT)
    words = tr("Held · {read}").format(read=looked)
    if read:
        return StateWords(words, "good", Glyph.CIRCLE_CHECK)
    if record.text("not_examined_reason"):
        return StateWords(words, "text_soft", Glyph.CIRCLE_SLASH)
    return StateWords(words, "wait", Glyph.CIRCLE_DASHED)


def _examined(record: Record) -> str:
    read = record.day("examined_on")
    if read:
        return tr("examined {date}").format(date=day_in_words(read))
    return tr("not examined, with a reason") if record.text("not_examined_reason") else tr("not examined yet")


def in_short(review: Review) -> str:
    """The register counted in words: ‘19 records · 2 not held · 1 not examined’; nothing where it is empty."""
    records = review.all("record")
    gone = sum(1 for each in records if each.text("status") in ("not held", "destroyed"))
    missing = sum(1 for each in records if each.text("status") == "partly missing")
    unread = sum(1 for each in records if each.text("status") in THERE and each.day("examined_on") is None)
    documents = len(review.all("document"))
    parts = (
        (len(records), trn("{n} record", "{n} records", len(records))),
        (gone, trn("{n} not held", "{n} not held", gone)),
        (missing, trn("{n} partly missing", "{n} partly missing", missing)),
        (unread, trn("{n} not examined", "{n} not examined", unread)),
        (documents, trn("{n} document kept here", "{n} documents kept here", documents)),
    )
    return " · ".join(words for count, words in parts if count)


def next_record(review: Review) -> Mapping[str, object]:
    """Paper or electronic, whichever nothing was said of yet (R-063)."""
    said = " ".join(each.text("medium") for each in review.all("record"))
    left = [medium for medium in ("paper", "electronic") if medium not in said]
    return {"medium": left[0]} if left else {}


# ---- cases and searches
def case_cards(review: Review) -> CardMaker:
    """What it concerned, from when to when, and how many records it has."""
    counts: defaultdict[str, list[Record]] = defaultdict(list)
    for record in review.all("record"):
        counts[record.link("case")].append(record)

    def make(record: Record) -> CardWords:
        began, ended = record.day("began"), record.day("ended")
        both = tr("{start} to {end}").format(
            start=day_in_words(began) if began else "…", end=day_in_words(ended) if ended else "…"
        )
        earlier = tr("Earlier related case") if record.flag("related_case") else ""
        facts = " · ".join(part for part in (both if began or ended else "", earlier) if part)
        held = counts[record.id]
        words = trn("{n} record", "{n} records", len(held))
        return CardWords(
            title=record.text("code") or tr("No code yet"),
            second=tuple(line for line in (shortened(record.text("what"), LONGEST), facts) if line),
            chips=(_leads(held[0], words),) if held else (),
        )

    return make


def search_cards(_review: Review) -> CardMaker:
    """When which system was searched, for what, and what came of it."""

    def make(record: Record) -> CardWords:
        day, terms = record.day("searched_on"), record.text("terms")
        for_what = tr("For {terms}").format(terms=terms) if terms else ""
        return CardWords(
            title=record.text("system") or tr("No system named yet"),
            lead=day_in_words(day) if day else "",
            warning="" if record.text("result") else tr("No result yet"),
            second=tuple(line for line in (for_what, shortened(record.text("result"), LONGEST)) if line),
        )

    return make


# ---- policies
def policy_cards(review: Review) -> CardMaker:
    """A policy, whose it is, and its versions with the time they were in force."""
    versions: defaultdict[str, list[Record]] = defaultdict(list)
    for version in review.all("policy_version"):
        versions[version.link("policy")].append(version)

    def make(record: Record) -> CardWords:
        none = (ChipWords(tr("No version yet"), Place("policy", record.id, "", ""), "wait", Glyph.CIRCLE_DASHED),)
        chips = tuple(_leads(each, version_words(each)) for each in versions[record.id])
        body = record.text("body")
        return CardWords(
            title=record.text("title") or tr("No title yet"), second=(body,) if body else (), chips=chips or none
        )

    return make


def version_words(version: Record) -> str:
    """A version by its name and the years it was in force."""
    start, end = version.day("in_force_from"), version.day("in_force_to")
    name = version.text("version") or version.id
    if start and end and start.year != end.year:
        return tr("{version} ({start} to {end})").format(version=name, start=start.year, end=end.year)
    if start and not end:
        return tr("{version} (from {start})").format(version=name, start=start.year)
    return tr("{version} ({year})").format(version=name, year=(start or end).year) if start or end else name  # type: ignore[union-attr]


def version_cards(review: Review) -> CardMaker:
    """A version, from when to when it was in force, and what it asked for."""

    def make(record: Record) -> CardWords:
        start, end = record.day("in_force_from"), record.day("in_force_to")
        force = tr("In force from {start} to {end}").format(
            start=day_in_words(start) if start else "…", end=day_in_words(end) if end else tr("today, or not known")
        )
        used = [found for each in record.links("used_in") if (found := review.get(each)) is not None]
        return CardWords(
            title=record.text("version") or tr("No version named yet"),
            warning="" if start else tr("Not said yet since when it was in force"),
            second=tuple(line for line in (force if start else "", shortened(record.text("point"), LONGEST)) if line),
            chips=tuple(_leads(each, shortened(title_of(each, review), LONGEST_CHIP)) for each in used),
        )

    return make


# ---- documents
def document_cards(review: Review) -> CardMaker:
    """What a kept document is called, what it is, how large, and the record it belongs to."""

    def make(record: Record) -> CardWords:
        owner = review.get(record.link("record"))
        return CardWords(
            title=record.text("name") or tr("No description yet"),
            second=(kind_and_size(record),),
            chips=(_leads(owner, shortened(title_of(owner, review), LONGEST_CHIP)),) if owner else (),
        )

    return make


def kind_and_size(document: Record) -> str:
    """‘PDF · 240 KB’."""
    size = document.number("size")
    return " · ".join(part for part in (media_words(document.text("media_type")), size_in_words(size or 0)) if part)


def media_words(media_type: str) -> str:
    """What a kind of file is called."""
    begun = next((words for beginning, words in _BY_BEGINNING if media_type.startswith(beginning)), mark("File"))
    return tr(MEDIA.get(media_type, begun))


def size_in_words(size: int) -> str:
    """A size in bytes, as people read it."""
    if size < 1024:
        return trn("{n} byte", "{n} bytes", size)
    if size < 1024 * 1024:
        return tr("{n} KB").format(n=round(size / 1024))
    return tr("{n} MB").format(n=f"{size / 1024 / 1024:.1f}")


def _document(document: Record, review: Review) -> ChipWords:
    return _leads(document, shortened(title_of(document, review), LONGEST_CHIP), Glyph.FILE_TEXT)


def _leads(record: Record, words: str, glyph: Glyph = Glyph.LINK) -> ChipWords:
    return ChipWords(words, Place(record.kind, record.id, "", ""), "plain", glyph)
