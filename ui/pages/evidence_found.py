"""The evidence of a review, ready to be searched and told apart: what belongs to a question, what is used. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.links import targets
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.icons import Glyph
from ui.pages.analysis_words import evidence_title
from ui.record_words import shortened
from ui.tokens import Tone
from ui.widgets.evidence_list import EvidenceCell

KINDS = field_of("paragraph", "refs").to
USING = ("paragraph", "summary", "context", "key_decision", "good_practice")
"""The kinds of the analysis that use evidence."""
BEGINNING = 160
_TEXTS = {
    "entry": ("event", "decision"),
    "record": ("system", "period"),
    "interview": ("setting",),
    "policy_version": ("point",),
    "policy": ("body",),
    "key_decision": ("what_happened", "why"),
    "good_practice": ("spread",),
}


class Evidence:
    """Every piece in order, and for each question those that belong to it. Kept while none of it changes."""

    def __init__(self, review: Review) -> None:
        self._of = tuple(review.all(kind) for kind in (*KINDS, "question", "staff"))
        self.review = review
        self.records: tuple[Record, ...] = tuple(each for kind in KINDS for each in review.all(kind))
        self.ids = frozenset(each.id for each in self.records)
        self._near = dict(_near(review))
        self._ordered: dict[str, tuple[Record, ...]] = {}
        self._words: dict[str, str] = {}
        self._read = 0

    def holds_for(self, review: Review) -> bool:
        """Whether it still is what stands in a review."""
        now = (review.all(kind) for kind in (*KINDS, "question", "staff"))
        return all(a is b for a, b in zip(self._of, now, strict=True))

    def near(self, question: str) -> frozenset[str]:
        """What belongs to a question."""
        return self._near.get(question, frozenset())

    def found(self, question: str, words: str, without: frozenset[str] = frozenset()) -> tuple[Record, ...]:
        """What holds every word, and is not among `without`; what belongs to the question comes first."""
        wanted, kept = words.lower().split(), self.ordered(question)
        if without:
            kept = tuple([each for each in kept if each.id not in without])
        for word in wanted:
            kept = tuple([each for each in kept if word in self._said(each)])
        return kept

    def ordered(self, question: str) -> tuple[Record, ...]:
        """All of it, what belongs to the question first."""
        if question not in self._ordered:
            near, every = self.near(question), self.records
            first, rest = [each for each in every if each.id in near], [each for each in every if each.id not in near]
            self._ordered[question] = (*first, *rest) if near else every
        return self._ordered[question]

    @property
    def unread(self) -> bool:
        """Whether some of it is not ready to be searched yet."""
        return self._read < len(self.records)

    def read_on(self, count: int) -> None:
        """Make some more of it ready to be searched."""
        for record in self.records[self._read : self._read + count]:
            self._said(record)
        self._read += count

    def unfit_for(self, record: Record | None) -> frozenset[str]:
        """What cannot be linked to a paragraph of its kind."""
        if record is None or record.kind == "paragraph":
            return frozenset()
        fit = field_of(record.kind, "refs").to
        return frozenset(each.id for kind in KINDS if kind not in fit for each in self.review.all(kind))

    def unused(self, used: frozenset[str], question: str = "") -> int:
        """How much of it, or of what belongs to a question, is not among `used`."""
        ids = self.near(question) if question else self.ids
        return len(ids) - len(ids & used)

    def _said(self, record: Record) -> str:
        said = self._words.get(record.id)
        if said is None:
            texts = (record.text(name) for name in _TEXTS.get(record.kind, ()))
            parts = (tr(kind_of(record.kind).label), self.title(record), *texts)
            said = self._words[record.id] = "\n".join(parts).lower()
        return said

    def title(self, record: Record) -> str:
        """Reference, and date or name."""
        known = record.known("date") if record.kind == "entry" else None
        name = (known.words or known.in_words()) if known is not None else evidence_title(record, self.review)
        return " · ".join(part for part in (record.id, name) if part)

    def beginning(self, record: Record) -> str:
        """How its text begins."""
        texts = (record.text(name) for name in _TEXTS.get(record.kind, ()))
        text = next((each for each in texts if each), "")
        return shortened(text or tr(kind_of(record.kind).label), BEGINNING)

    def count(self, records: Iterable[Record]) -> str:
        """How many there are: ‘4 entries, 2 others’."""
        entries = others = 0
        for record in records:
            entries += record.kind == "entry"
            others += record.kind != "entry"
        parts = [trn("{n} entry", "{n} entries", entries)] if entries or not others else []
        if others:
            parts.append(trn("{n} other", "{n} others", others) if entries else trn("{n} piece", "{n} pieces", others))
        return ", ".join(parts)


class Use:
    """What of the evidence is used: by one paragraph, by its section, anywhere in the analysis."""

    def __init__(self, review: Review, paragraph: str = "") -> None:
        self.anywhere = frozenset(each for kind in USING for record in review.all(kind) for each in _used_by(record))
        here = review.get(paragraph)
        self.here: frozenset[str] = frozenset(here.links("refs")) if here is not None else frozenset()
        section = here.link("section") if here is not None and here.kind == "paragraph" else ""
        beside = review.following("paragraph", "section", section) if section else ()
        self.section: frozenset[str] = frozenset(each for record in beside for each in record.links("refs"))

    def state(self, record_id: str) -> tuple[str, Glyph, bool]:
        """In words, with its icon, and whether it is good to know."""
        if record_id in self.here:
            return tr("Linked to this paragraph"), Glyph.CIRCLE_CHECK, True
        if record_id in self.section:
            return tr("Used in this section"), Glyph.CHECK, True
        if record_id in self.anywhere:
            return tr("Used elsewhere"), Glyph.CHECK, False
        return tr("Not used yet"), Glyph.CIRCLE_DASHED, False


def cell_of(record: Record, evidence: Evidence, use: Use, question: str) -> EvidenceCell:
    """The card of a piece of evidence."""
    state, glyph, good = use.state(record.id)
    near = record.id in evidence.near(question)
    tone: Tone = "good" if good else "text_quiet"
    linked = record.id in use.here
    return EvidenceCell(evidence.title(record), evidence.beginning(record), state, glyph, tone, near, linked)


def _used_by(record: Record) -> frozenset[str]:
    return frozenset(targets(record))


def _near(review: Review) -> Iterator[tuple[str, frozenset[str]]]:
    """For each question the ids of what leads to it."""
    found: dict[str, set[str]] = {question.id: set() for question in review.all("question")}
    for kind in KINDS:
        for record in review.all(kind):
            asked = record.get("questions") if kind == "entry" else tuple(targets(record))
            for each in asked if isinstance(asked, tuple) else ():
                if each in found:
                    found[str(each)].add(record.id)
    return ((question, frozenset(ids)) for question, ids in found.items())
