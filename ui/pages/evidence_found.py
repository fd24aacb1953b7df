"""The evidence of a review, ready to be searched and told apart: what belongs to a question, what is used. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.links import targets
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.forms.words import shortened
from ui.icons import Glyph
from ui.pages.analysis_words import evidence_title
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
        self._near = dict(_near(review))
        self._words: dict[str, str] = {}

    def holds_for(self, review: Review) -> bool:
        """Whether it still is what stands in a review."""
        now = (review.all(kind) for kind in (*KINDS, "question", "staff"))
        return all(a is b for a, b in zip(self._of, now, strict=True))

    def near(self, question: str) -> frozenset[str]:
        """What belongs to a question."""
        return self._near.get(question, frozenset())

    def found(self, question: str, words: str, without: frozenset[str] = frozenset()) -> tuple[Record, ...]:
        """What holds every word, and is not among `without`; what belongs to the question comes first."""
        near, wanted = self.near(question), words.lower().split()
        kept = [each for each in self.records if each.id not in without]
        if wanted:
            kept = [each for each in kept if all(word in self._said(each) for word in wanted)]
        if not near:
            return tuple(kept)
        return (*(each for each in kept if each.id in near), *(each for each in kept if each.id not in near))

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
    return EvidenceCell(evidence.title(record), evidence.beginning(record), state, glyph, tone, near)


def _used_by(record: Record) -> frozenset[str]:
    return frozenset(targets(record))


def _near(review: Review) -> Iterator[tuple[str, frozenset[str]]]:
    """For each question the ids of what leads to it."""
    found: dict[str, set[str]] = {question.id: set() for question in review.all("question")}
    for kind in KINDS:
        for record in review.all(kind):
            asked = record.links("questions") if kind == "entry" else targets(record)
            for each in asked:
                if each in found:
                    found[each].add(record.id)
    return ((question, frozenset(ids)) for question, ids in found.items())
