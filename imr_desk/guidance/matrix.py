"""The terms of reference against what answers them: for each question, what leads to it, and what nobody found yet.

Pure. A cell counts the records that a reader could be led to. Where nothing stands, it says whether a reason does: one
given for that cell (`question.not_needed`), or one in the analysis or the lessons themselves (R-024, R-103).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from imr_desk.i18n import mark, tr
from imr_desk.review.record import Record
from imr_desk.review.review import Review

COLUMNS = (
    ("entries", mark("Entries")),
    ("records", mark("Records")),
    ("interviews", mark("Interviews")),
    ("policies", mark("Policies")),
    ("analysis", mark("Analysis")),
    ("findings", mark("Findings")),
    ("recommendations", mark("Recommended")),
)
"""The stored word of each column, and its head."""
_COLUMN_OF = {
    "entry": "entries",
    "record": "records",
    "document": "records",
    "interview": "interviews",
    "policy": "policies",
    "policy_version": "policies",
}
KINDS = frozenset(
    {
        "question",
        "section",
        "paragraph",
        "entry",
        "record",
        "document",
        "interview",
        "policy",
        "policy_version",
        "key_decision",
        "lesson",
        "recommendation",
    }
)
"""The kinds from which the matrix is made."""

Found = dict[str, dict[str, None]]
"""Ids by column, each once, in the order in which they were found."""


@dataclass(frozen=True)
class MatrixCell:
    """One question in one column: the records that answer it there, or the reason why none is needed, or neither."""

    column: str
    leads: tuple[str, ...] = ()
    reason: str = ""

    @property
    def missing(self) -> bool:
        """Whether there is nothing, and nobody said why."""
        return not self.leads and not self.reason


@dataclass(frozen=True)
class MatrixRow:
    """One question with its cells, in the order of `COLUMNS`. `heading` is that of its section, where it has one."""

    question: str
    number: str
    text: str
    cells: tuple[MatrixCell, ...]
    heading: str = ""

    @property
    def missing(self) -> tuple[MatrixCell, ...]:
        """The cells in which nothing stands, without a reason."""
        return tuple(cell for cell in self.cells if cell.missing)


AT_ONCE = 2_000
"""How many entries are read between two looks at what else there is to do."""


class _Entry(NamedTuple):
    """An entry as it was read: the questions it bears on and the records it was taken from."""

    record: Record
    questions: tuple[str, ...]
    sources: tuple[str, ...]


class _Evidence(NamedTuple):
    """Entries that bear on a question, and the records these were taken from."""

    entries: dict[str, None]
    records: dict[str, None]


class MatrixMaker:
    """Makes the matrix of one review after the other; of the chronology only entries that changed are read again."""

    def __init__(self) -> None:
        self._entries: tuple[Record, ...] = ()
        self._read: dict[str, _Entry] = {}
        self._by_question: dict[str, _Evidence] = {}
        self._next: tuple[tuple[Record, ...], int] = ((), 0)

    def read_some(self, review: Review) -> bool:
        """Read some of a long chronology; whether all of it is read, so that `rows` has not much left to do."""
        entries = review.all("entry")
        at = self._next[1] if self._next[0] is entries else 0
        for entry in entries[at : at + AT_ONCE]:
            known = self._read.get(entry.id)
            if known is None or known.record is not entry:
                self._read[entry.id] = _Entry(entry, entry.links("questions"), tuple(_sources(entry)))
        self._next = (entries, at + AT_ONCE)
        return at + AT_ONCE >= len(entries)

    def rows(self, review: Review) -> tuple[MatrixRow, ...]:
        """A row for each question, in their order."""
        self._read_entries(review)
        return tuple(self._row(question, review) for question in review.all("question"))

    def _read_entries(self, review: Review) -> None:
        entries = review.all("entry")
        if entries is self._entries:
            return
        self._entries = entries
        before, self._read, self._by_question = self._read, {}, {}
        for entry in entries:
            known = before.get(entry.id)
            if known is None or known.record is not entry:
                known = _Entry(entry, entry.links("questions"), tuple(_sources(entry)))
            self._read[entry.id] = known
            for question in known.questions:
                evidence = self._by_question.get(question)
                if evidence is None:
                    evidence = self._by_question[question] = _Evidence({}, {})
                evidence.entries[entry.id] = None
                for source in known.sources:
                    evidence.records[source] = None

    def _row(self, question: Record, review: Review) -> MatrixRow:
        sections = [each for each in review.all("section") if each.link("question") == question.id]
        own = {section.id for section in sections}
        texts = (each for each in review.all("paragraph") if each.link("section") in own)
        written = [each for each in texts if each.text("text").strip()]
        decisions = [each for each in review.all("key_decision") if question.id in each.links("questions")]
        found = self._evidence(question, written, decisions, review)
        found["analysis"] = {each.id: None for each in written}
        found["findings"] = {each.id: None for each in written if each.text("part") == "finding"}
        lessons = _lessons(written, decisions, review)
        found["recommendations"] = dict.fromkeys(_recommended(lessons, review))
        reasons = _reasons(question, sections, lessons)
        cells = tuple(
            MatrixCell(name, tuple(found[name]), "" if found[name] else reasons.get(name, "")) for name, _ in COLUMNS
        )
        number = question.number("number")
        heading = next((text for each in sections if (text := each.text("heading").strip())), "")
        return MatrixRow(question.id, str(number) if number is not None else "", question.text("text"), cells, heading)

    def _evidence(self, question: Record, written: list[Record], decisions: list[Record], review: Review) -> Found:
        """What the question rests on: entries that bear on it, and all that its answer and its decisions cite."""
        found: Found = defaultdict(dict)
        bearing = self._by_question.get(question.id, _Evidence({}, {}))
        entries, records = dict(bearing.entries), dict(bearing.records)
        cited = [each for text in written for each in text.links("refs")]
        for decision in decisions:
            cited += (*decision.links("entries"), *decision.links("policies"))
            cited += (row.link("ref") for name in ("known_then", "known_later") for row in decision.rows(name))
        cited += (each.id for each in review.all("policy_version") if question.id in each.links("used_in"))
        for target in dict.fromkeys(cited):
            record = review.get(target)
            if record is not None and record.kind == "entry":
                entries[record.id] = None
                records |= dict.fromkeys(_sources(record))
            elif record is not None and record.kind in _COLUMN_OF:
                found[_COLUMN_OF[record.kind]][record.id] = None
        found["entries"] = entries
        found["records"] |= records
        return found


def _sources(entry: Record) -> Iterable[str]:
    """The records that an entry was taken from."""
    return [record for source in entry.rows("sources") if (record := source.link("record"))]


def _lessons(written: list[Record], decisions: list[Record], review: Review) -> list[Record]:
    """The lessons that rest on the answer, or on a decision it looks at."""
    here = {each.id for each in (*written, *decisions)}
    return [lesson for lesson in review.all("lesson") if not here.isdisjoint(lesson.links("evidence"))]


def _recommended(lessons: list[Record], review: Review) -> Iterable[str]:
    """The recommendations that follow from these lessons."""
    ids = {lesson.id for lesson in lessons}
    named = {lesson.link("recommendation") for lesson in lessons}
    return (each.id for each in review.all("recommendation") if each.link("lesson") in ids or each.id in named)


def _reasons(question: Record, sections: list[Record], lessons: list[Record]) -> dict[str, str]:
    """Why nothing is needed in a column, by column, in the words of whoever said so."""
    reasons: dict[str, str] = {}
    stated = next((text for each in sections if (text := each.text("no_evidence_held").strip())), "")
    if stated:
        said = tr("No evidence held: {reason}").format(reason=stated)
        reasons |= dict.fromkeys(("entries", "records", "interviews", "policies", "analysis", "findings"), said)
    none = [text for lesson in lessons if (text := lesson.text("reason_for_none").strip())]
    if none and len(none) == len(lessons):
        reasons["recommendations"] = none[0]
    for row in question.rows("not_needed"):
        if row.text("reason").strip():
            reasons[row.text("what")] = row.text("reason").strip()
    return reasons
