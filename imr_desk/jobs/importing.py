"""Taking a chronology into an open review: what a file gave becomes records, registered names replaced before that.

`read` reads, `plan` puts codes where registered names stood and tells what looks like a name, `store` is the one edit.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from imr_desk.errors import BadInputError, FileProblemError
from imr_desk.i18n import tr
from imr_desk.intake.duplicates import duplicates_in
from imr_desk.intake.take import take
from imr_desk.intake.taken import Entry, Origin, Taken
from imr_desk.names.guard import REGISTERED, Guard
from imr_desk.names.replace import replace_names
from imr_desk.operations.importing import Import
from imr_desk.operations.importing import Step as Told
from imr_desk.review.known_date import UNKNOWN, KnownDate
from imr_desk.review.review import Review
from imr_desk.review.text import clean_line
from imr_desk.review.values import LONGEST_LINE
from imr_desk.session import Outcome, Session
from imr_desk.store.transaction import told_to_nobody

LARGEST = 100 * 1024 * 1024
"""Bytes of a file that is read: it is held in memory whole."""
GUARDED = ("date_words", "date_text", "learned_words", "source", "event", "people", "action", "comment")
_DATES = ("date_words", "date_text", "learned_words")
_PLAIN_DATE = re.compile(r"[\d\s/.,:?~-]*(?:[A-Z]?[a-z]{2,8})?[\d\s/.,:?~-]*")
"""Figures with at most one word between them, as a month: no name stands there."""
_BETWEEN = re.compile(r"\s*(?:[;,/&\n]|\band\b)\s*")
Step = Callable[[], None]
Values = Mapping[str, object]


@dataclass(frozen=True)
class NameOnTheWay:
    """A name in what comes in. `code` is what stands in its place now; "" where it is still to be dealt with."""

    origin: Origin
    place: str
    words: str = field(repr=False)
    kind: str = ""
    code: str = ""

    def as_json(self) -> dict[str, object]:
        """For the command line; a registered name that was replaced is not said again."""
        told: dict[str, object] = {"origin": self.origin.as_json(), "field": self.place, "kind": self.kind}
        return {**told, "replaced_by": self.code} if self.code else {**told, "text": self.words}


@dataclass(frozen=True)
class Planned:
    """What would be stored: the entries with codes in the place of registered names, and the names that were seen."""

    entries: tuple[Entry, ...]
    names: tuple[NameOnTheWay, ...] = ()


def file_bytes(path: Path) -> bytes:
    """The bytes of a file that is chosen. BadInputError for a folder or one too large, FileProblemError otherwise."""
    if path.is_dir():
        raise BadInputError(tr("‘{name}’ is a folder. Choose a file in it.").format(name=path.name))
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise BadInputError(tr("‘{name}’ is no file, so nothing can be read from it.").format(name=path.name))
        if about.st_size > LARGEST:
            sentence = tr("‘{name}’ is larger than 100 MB, so it was not read. Nothing was changed.")
            raise BadInputError(sentence.format(name=path.name))
        return path.read_bytes()
    except OSError as problem:
        sentence = tr("‘{name}’ cannot be read. Look whether it is there and not open elsewhere. Nothing was changed.")
        raise FileProblemError(sentence.format(name=path.name)) from problem


def read(path: Path, review: Review, columns: Mapping[str, str] | None = None, step: Step | None = None) -> Taken:
    """What a file holds, compared with the entries of the review. Errors as of `take`; it may run in any thread."""
    return take(file_bytes(path), path.name, columns, review.all("entry"), step)


def plan(entries: Sequence[Entry], guard: Guard, review: Review, step: Step | None = None) -> Planned:
    """Put codes where registered names stand. RegisterUnreadableError where the register cannot be read."""
    codes = _codes(review)
    names: list[NameOnTheWay] = []
    done = []
    for entry in entries:
        if step is not None:
            step()
        done.append(_guarded(entry, guard, codes, names))
    return Planned(tuple(done), tuple(names))


def compared(taken: Taken, planned: Planned, review: Review) -> Taken:
    """What was taken, with what stands twice told of the words that would be stored: those of the review have codes."""
    if not any(name.code for name in planned.names):
        return taken
    return replace(taken, duplicates=tuple(duplicates_in(planned.entries, review.all("entry"))))


def store(session: Session, entries: Sequence[Entry], without: Collection[Origin] = ()) -> Outcome:
    """Add the entries as one edit, those of the rows in `without` left out. Errors as of `Session.run`."""
    operation = operation_for(session, entries, without)
    if operation is None:
        raise BadInputError(tr("There is nothing to take in. Nothing was changed."))
    return session.run(operation)


def operation_for(session: Session, entries: Sequence[Entry], without: Collection[Origin] = ()) -> Import | None:
    """The edit that `store` makes; None where nothing is left to take in."""
    return operation_of(session, values_for(session.review, entries, without))


def values_for(
    review: Review, entries: Sequence[Entry], without: Collection[Origin] = (), step: Step | None = None
) -> tuple[Values, ...]:
    """The fields of the records that entries become, those of the rows in `without` left out; in any thread."""
    kept = [entry for entry in entries if entry.origin not in without]
    fields = _Fields(review)
    made = []
    for entry in kept:
        if step is not None:
            step()
        made.append(fields.of(entry))
    return tuple(made)


def operation_of(session: Session, values: Sequence[Values], told: Told = told_to_nobody) -> Import | None:
    """The edit that adds these records; `told` is told how far it is. None where there are none."""
    ids = session.new_ids("entry", len(values))
    return Import("entry", tuple(zip(map(str, ids), values, strict=True)), told) if values else None


def _codes(review: Review) -> Mapping[str, str]:
    """What stands for each registered person, by the id of the record."""
    return {
        str(record.id): record.text("code")
        for kind in ("staff", "subject", "professional")
        for record in review.all(kind)
        if record.text("code")
    }


def _guarded(entry: Entry, guard: Guard, codes: Mapping[str, str], names: list[NameOnTheWay]) -> Entry:
    new: dict[str, str] = {}
    for name in GUARDED:
        words = getattr(entry, name)
        dated = name in _DATES
        if not words or (dated and _PLAIN_DATE.fullmatch(words)):
            continue
        edits = []
        for mark in guard.registered_in(words) if dated else guard.marks(words):
            code = codes.get(mark.person, "") if mark.kind == REGISTERED and mark.certain else ""
            edits += [(mark.start, mark.end, code)] if code else []
            if name != "date_words":
                names.append(NameOnTheWay(entry.origin, name, words[mark.start : mark.end], mark.kind, code))
        if edits:
            new[name] = replace_names(words, edits)
    return replace(entry, cells=(), **new) if new else entry  # type: ignore[arg-type]


class _Fields:
    """From an entry to the fields of a record, with links where the words are codes or records of the review."""

    def __init__(self, review: Review) -> None:
        self._people = {
            record.text("code").casefold(): (kind, str(record.id))
            for kind in ("staff", "subject")
            for record in review.all(kind)
            if record.text("code")
        }
        self._records = {
            words.casefold(): str(record.id)
            for record in review.all("record")
            for words in (str(record.id), record.text("description"))
            if words
        }

    def of(self, entry: Entry) -> dict[str, object]:
        """The values of the record; what has no field of its own stands in the comment."""
        over = list(self._over(entry))
        values: dict[str, object] = {
            "date": self._date(entry),
            "event": entry.event,
            "action_outcome": entry.action,
            "comment": "\n".join([*([entry.comment] if entry.comment else []), *over]),
            "sources": self._sources(entry.source),
            "learned_on": self._learned(entry),
            **self._links(entry.people),
        }
        return {name: value for name, value in values.items() if value not in (None, "", ())}

    def _over(self, entry: Entry) -> Iterator[str]:
        if entry.time and "T" not in entry.kept:
            yield f"{tr('Time')}: {entry.time}"
        if len(clean_line(entry.source).text) > LONGEST_LINE:
            yield f"{tr('Source')}: {entry.source}"
        tokens = _BETWEEN.split(entry.people.casefold()) if entry.people else []
        if any(token not in self._people for token in tokens if token):
            yield f"{tr('People')}: {entry.people}"

    def _date(self, entry: Entry) -> KnownDate | None:
        words = clean_line(entry.date_words or entry.date_text).text[:LONGEST_LINE]
        if not entry.kept:
            return KnownDate(UNKNOWN, words) if words else None
        return KnownDate(entry.kept, words)

    def _learned(self, entry: Entry) -> KnownDate | None:
        words = clean_line(entry.learned_words).text[:LONGEST_LINE]
        return KnownDate(entry.learned_kept, words) if entry.learned_kept else None

    def _sources(self, source: str) -> tuple[dict[str, object], ...]:
        if len(clean_line(source).text) > LONGEST_LINE:
            return ()
        lines = (clean_line(line).text for line in source.split("\n"))
        return tuple(self._source(line) for line in lines if line)

    def _source(self, line: str) -> dict[str, object]:
        """A record of the review with a place in it, where the words begin with one; else the words as they are."""
        known, _, place = line.partition(", ")
        for record, rest in ((line, ""), (known, place)):
            if record.casefold() in self._records:
                row: dict[str, object] = {"record": self._records[record.casefold()]}
                return {**row, "place": rest} if rest else row
        return {"place": line}

    def _links(self, people: str) -> dict[str, object]:
        found: dict[str, list[str]] = {"staff": [], "subject": []}
        for token in _BETWEEN.split(people.casefold()) if people else ():
            kind, record_id = self._people.get(token, ("", ""))
            if kind and record_id not in found[kind]:
                found[kind].append(record_id)
        return {"staff": tuple(found["staff"]), "concerns": tuple(found["subject"])}
