"""What the section writers read: the review, its form, and the code that each record is printed under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from imr_desk.export.report import Paragraph, ParagraphKind, Run
from imr_desk.i18n import tr
from imr_desk.review.applies import are_met, words_of
from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.record import Record, RecordId
from imr_desk.review.review import Review
from imr_desk.review.templates import Template, template, template_of

# What carries an anchor in the report, so that a reference to it can be followed.
LINKED = frozenset(
    {
        "action", "early_action", "entry", "equality", "gap", "good_practice", "guidance_used", "interview",
        "key_decision", "lesson", "paragraph", "policy", "policy_version", "question", "recommendation", "record",
        "summary",
    }
)  # fmt: skip
_ID = re.compile(r"\b[A-Z]{1,4}-\d+[a-z]?(?:\.\d+)*\b")


@dataclass(frozen=True)
class Content:
    """A review on its way to being printed. `codes` holds only what is not printed under its own id."""

    review: Review
    template: Template
    draft: bool
    today: date
    codes: Mapping[str, str]

    @classmethod
    def of(cls, review: Review, template: Template, *, draft: bool, today: date) -> Content:
        """Look up every code once, so that printing a long chronology searches nothing."""
        return cls(review, template, draft, today, dict(_codes(review)))

    def one(self, kind: str) -> Record:
        """The record of a single kind."""
        return self.review.one(kind)

    def has(self, block_id: str) -> bool:
        """Whether the copy for the panel has that block."""
        return self.template.shows(block_id)

    @property
    def agency(self) -> str:
        """The stored word of the organisation: that of the review, else that of the template."""
        return self.one("review").text("agency") or self.template.agency or template("T1").agency

    @property
    def apart(self) -> bool:
        """Whether this is the chronology by itself beside a report of another form: it is signed off, not signed."""
        chronology_only = self.template.shows("B29") and not self.template.shows("B16")
        return chronology_only and template_of(self.review).id != self.template.id

    def asked(self, kind: str, field: str) -> str:
        """The text of a field of a single kind; nothing where it is not asked of this review."""
        words = words_of(self.review, self.template.agency)
        return self.one(kind).text(field) if are_met(field_of(kind, field).only, words) else ""

    def code(self, record_id: str) -> str:
        """What a record is printed under: `Crown Prosecutor 2`, `Child K`, `CE-027`."""
        return self.codes.get(record_id, record_id)

    def code_list(self, ids: Iterable[str]) -> str:
        """Codes for a table cell: comma within a kind, semicolon between kinds, each code once."""
        groups = groupby(dict.fromkeys(ids), self._kind)
        return "; ".join(", ".join(dict.fromkeys(self.code(each) for each in group)) for _, group in groups)

    def choice(self, record: Record, field: str) -> str:
        """The label of what was chosen in a field."""
        stored = record.text(field)
        return tr(dict(field_of(record.kind, field).choices).get(stored, stored))

    def paragraphs(
        self,
        text: str,
        refs: Iterable[RecordId] = (),
        *,
        kind: ParagraphKind = "numbered",
        lead: str = "",
        anchor: str = "",
    ) -> tuple[Paragraph, ...]:
        """What was typed into a large field: a paragraph a line.

        `lead` stands before the first in strong letters, the references after the last; the first has the anchor.
        Nothing where nothing was typed.
        """
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        parts = []
        for at, line in enumerate(lines):
            first, last = at == 0, at == len(lines) - 1
            front = (Run(lead, strong=True), Run(" ")) if lead and first else ()
            back = self.references(refs) if last else ()
            parts.append(Paragraph((*front, *self.words(line), *back), kind, anchor if first else ""))
        return tuple(parts)

    def words(self, text: str) -> tuple[Run, ...]:
        """Typed words as runs; the codes of records among them become references."""
        runs, done = [], 0
        for found in _ID.finditer(text):
            if self._is_linked(found[0]):
                runs += [Run(text[done : found.start()]), Run(found[0], target=found[0])]
                done = found.end()
        runs.append(Run(text[done:]))
        return tuple(run for run in runs if run.text)

    def references(self, ids: Iterable[RecordId]) -> tuple[Run, ...]:
        """` [CE-004, CE-008; REC-01]` as runs, or nothing."""
        runs: list[Run] = []
        for _, group in groupby(dict.fromkeys(ids), self._kind):
            for at, each in enumerate(group):
                runs.append(Run(", " if at else "; " if runs else " ["))
                runs.append(Run(self.code(each), target=each if self._is_linked(each) else ""))
        return (*runs, Run("]")) if runs else ()

    def _is_linked(self, record_id: str) -> bool:
        return self._kind(record_id) in LINKED

    def _kind(self, record_id: str) -> str:
        record = self.review.get(record_id)
        return record.kind if record else ""


def _codes(review: Review) -> Iterator[tuple[str, str]]:
    """Ids with what is printed in their stead, where that is not the id itself (R-184, R-186)."""
    for kind in ("subject", "professional", "case"):
        for record in review.all(kind):
            yield record.id, record.text("code") or record.id
    for record in review.all("staff"):
        yield record.id, record.text("code") or record.text("title") or record.id
    for record in review.all("contact"):
        yield record.id, record.text("role") or record.id
    parts = dict(kind_of("paragraph").field("part").choices)
    questions = {record.id: record.text("question") for record in review.all("section")}
    for record in review.all("paragraph"):
        question, part = questions.get(record.link("section"), ""), tr(parts.get(record.text("part"), ""))
        yield record.id, f"{question} ({part.lower()})" if question and part else question or tr("Analysis")
