"""Exporting an open review: built, scanned, written and read back, or not written at all (design sections 5 and 8)."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from imr_desk.errors import ExportError, GateShutError
from imr_desk.export import extracts
from imr_desk.export.build import build_report
from imr_desk.export.formats import form_for
from imr_desk.export.gate import Written, checked, write_checked, write_out
from imr_desk.export.picture import Picture
from imr_desk.export.profiles import DATA, EDTF, TABLE
from imr_desk.export.refusal import FILE_NAME, Scan, refuse_file_name
from imr_desk.export.report import SIGNATURES, Report
from imr_desk.export.settled import settled
from imr_desk.export.words import lines, word_digest
from imr_desk.guidance.details import unsettled
from imr_desk.i18n import tr, trn
from imr_desk.jobs.pictures import pictures_of, with_pictures
from imr_desk.jobs.words_written import WordsWritten, only_words_of
from imr_desk.names.guard import NEAR, Guard
from imr_desk.names.lists import the_lists
from imr_desk.names.normalise import Shape, read
from imr_desk.names.scan import DraftNames, Hit, ScanReport, scan
from imr_desk.operations.sealing import signed_of
from imr_desk.review.chronology_versions import in_force
from imr_desk.review.review import Review
from imr_desk.review.sealing import (
    AUTHOR,
    COUNTER_SIGNATORY,
    chronology_signed_off,
    is_final,
    signature_in_force,
)
from imr_desk.review.templates import template_of
from imr_desk.review.values import Plain
from imr_desk.session import Session

_LISTS = {".csv": EDTF, ".xlsx": TABLE, ".json": DATA}
"""In which shape the chronology goes out as a list, where none is asked for."""
_IN_FILE_NAMES = frozenset(
    ("imr", "draft", "report", "review", "chronology", "sheet", "sheets", "record", "interview", "signed", "final",
     "version", "copy", "table", "part", "cps", "ho")
)  # fmt: skip
"""What files of a review are called."""
_IN_FORMS = _IN_FILE_NAMES | {"of", "not", "and", "off", "counter", "official", "sensitive"}
"""What the program itself says in a form of somebody else’s: ‘DRAFT – version 1 of 22 November 2026 – not signed’."""
SEAL_FORMAT = "imr-desk seal 1"


@dataclass(frozen=True)
class Exported:
    """What was written; `seconds` has report, scan, write and read_back, `rows` counts the rows of all tables.

    `details` counts what else in the review's report could pick a person out and was neither taken out nor accepted
    (R-185); a draft does not say, since everything in it is still to be settled.
    """

    path: Path
    final: bool
    rows: int
    size: int
    seconds: Mapping[str, float]
    details: int = 0


def export(session: Session, target: Path, *, draft: bool, template: str | None = None) -> Exported:
    """Write the report of an open review, never over the review; errors as in `export_review`."""
    if target.exists() and target.samefile(session.path):
        raise ExportError(tr("‘{name}’ is the review itself. Choose another name.").format(name=target.name))
    today, shown = session.clock().date(), pictures_of(session.review, session.read_document)
    return export_review(
        session.review, session.judge.guard, target, draft=draft, today=today, template=template, pictures=shown
    )


def export_review(
    review: Review,
    guard: Guard,
    target: Path,
    *,
    draft: bool,
    today: dt.date,
    template: str | None = None,
    step: Callable[[str], None] | None = None,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> Exported:
    """Write the report as Word or PDF, or its chronology as a list, as the name ends.

    `template` is one of `extracts.choices`: in place of the report it can be the chronology by itself, that as one
    plain table, or the separate sheets; or it is the id of an interview, whose record goes out by itself (R-086).

    It reads nothing but its arguments, so it may run in a worker thread. A final report needs both signatures, and a
    final chronology by itself its own sign-off or both signatures (GateShutError); sheets need neither.
    NameFoundError where a registered name would go out, or an unresolved unknown one in a final export;
    RegisterUnreadableError where the register cannot be read; BadInputError for a name of another ending; ExportError
    where the file cannot be written. In each case nothing is written.

    `pictures` are those of `pictures_of`. `step` is told "report", "build", "read_back", "scan" and "write" before each
    begins. An error that it raises ends the work, and nothing is written.
    """
    chosen = _chosen(target, template)
    form_for(target, extracts.extent_of(chosen))
    start = time.perf_counter()
    report, seal = _to_go_out(review, guard, draft=draft, today=today, template=chosen, step=step)
    report = with_pictures(report, pictures)
    seconds = {"report": time.perf_counter() - start}
    written = write_checked(report, seal, scan_with(guard, review), target, final=not draft, step=step)
    return _exported(written, seconds, 0 if draft else len({each.key for each in unsettled(review)}), final=not draft)


@dataclass(frozen=True)
class Printable:
    """What can be shown and printed: a PDF in memory, and whether it is the signed report or a draft.

    `scan` is what it was searched with for names; the name of a file that it is saved in passes it too.
    """

    data: bytes
    final: bool
    scan: Scan = field(repr=False, compare=False)


def printable(
    review: Review,
    guard: Guard,
    *,
    today: dt.date,
    step: Callable[[str], None] | None = None,
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> Printable:
    """The report as it goes to paper: signed where both signatures are in, else a draft marked on every page.

    It passes the same gate as a file that is written; errors and steps are those of `export_review`.
    """
    final = is_final(review)
    report, seal = _to_go_out(review, guard, draft=not final, today=today, template=None, step=step)
    report = with_pictures(report, pictures)
    look = scan_with(guard, review)
    made = checked(report, seal, look, Path("report.pdf"), final=final, step=step)
    return Printable(made.data, final, look)


def save_printable(made: Printable, target: Path) -> None:
    """Write what was shown as a file.

    NameFoundError where the name of the file holds one; ExportError where it cannot be written. Nothing is left behind
    then.
    """
    refuse_file_name(made.scan, target.name, final=made.final)
    write_out(target, made.data)


def _to_go_out(
    review: Review,
    guard: Guard,
    *,
    draft: bool,
    today: dt.date,
    template: str | None,
    step: Callable[[str], None] | None,
) -> tuple[Report, dict[str, Plain] | None]:
    """The report and its seal, if they may go out at all."""
    if not draft and not may_be_final(review, template):
        raise GateShutError(why_not_final(review, template))
    if step is not None:
        step("report")
    report = extracts.build(review, template, draft=draft, today=today)
    if draft:
        return settled(report, DraftNames(guard)), None
    if is_extract(review, template):
        return report, None
    _says_what_was_signed(report, review)
    return report, seal_of(review)


def is_extract(review: Review, chosen: str | None) -> bool:
    """Whether this is no report that is signed, but the chronology by itself beside one, its table, or a sheet."""
    beside = chosen == extracts.CHRONOLOGY and template_of(review).id != chosen
    return beside or extracts.extent_of(chosen) != "report"


def may_be_final(review: Review, chosen: str | None = None) -> bool:
    """Whether this can go out as final: what is signed, with both signatures; a chronology, once it is signed off.

    Sheets and the record of an interview are never signed.
    """
    if extracts.extent_of(chosen) == "sheets" or is_final(review):
        return True
    return is_extract(review, chosen) and in_force(review) is not None


def why_not_final(review: Review, chosen: str | None) -> str:
    """The sentence that says what it waits for."""
    if is_extract(review, chosen):
        if chronology_signed_off(review) is not None:
            return tr(
                "Not exported: the chronology has changed since it was signed off. Record a sign-off of its next "
                "version under ‘Chronology’, or export a draft."
            )
        return tr(
            "Not exported: the chronology goes out as final when its sign-off is recorded with a date and a post, or "
            "when both signatures are in. Export a draft, or record the sign-off under ‘Chronology’ first."
        )
    return tr("Not exported: a final report needs both signatures. Export a draft, or sign and counter-sign first.")


def _chosen(target: Path, template: str | None) -> str | None:
    """What is asked for; a list or spreadsheet is always one of a plain table, since both are for whoever merges."""
    usual = _LISTS.get(target.suffix.casefold())
    return template if usual is None or extracts.extent_of(template) != "report" else usual


def _says_what_was_signed(report: Report, review: Review) -> None:
    """Refuse a final report in another template, or made by a program that would print other words."""
    digest = word_digest(lines(report))
    for role in (AUTHOR, COUNTER_SIGNATORY):
        signature = signature_in_force(review, role)
        if signature is None or signed_of(signature).statement.word_digest != digest:
            raise ExportError(
                tr(
                    "Not exported: the report would not say what was signed. "
                    "A final report is written in the template it was signed in, by the program it was signed with."
                )
            )


def _exported(written: Written, seconds: dict[str, float], details: int, *, final: bool) -> Exported:
    steps = dict(written.seconds)
    seconds["report"] += steps.pop("build")
    return Exported(written.path, final, written.rows, written.size, seconds | steps, details)


def details_in_words(count: int) -> str:
    """That details are left in what was written, and where they are listed; "" where none is."""
    if not count:
        return ""
    return trn(
        "{n} detail in it could pick a person out and was not accepted; ‘Identifying details’ lists it.",
        "{n} details in it could pick a person out and were not accepted; ‘Identifying details’ lists them.",
        count,
    )


def scan_with(guard: Guard, review: Review, *, foreign: bool = False, notice: str = "") -> Scan:
    """The scan of what goes out. The two signatories may be named, and on the signature page only (conflict C-7).

    An everyday word that is only close to a registered name (‘Panel’ to Patel) counts where somebody wrote it: there it
    is marked and can be decided. In the program's own sentences nobody could. `foreign` where the file began as
    somebody else's form: what is a name there letter by letter counts too,
    but for the program's own words in `notice`.
    """
    allowed = {
        word
        for role in (AUTHOR, COUNTER_SIGNATORY)
        if (signature := signature_in_force(review, role)) is not None
        for word in signature.text("name").split()
    }
    places = (f"body {SIGNATURES}", "seal")
    written = WordsWritten(review, guard)
    own = _IN_FORMS | {word.word for word in read(notice).words}

    def others(hits: Iterable[Hit], read_in: Mapping[str, list[str]]) -> Iterator[Hit]:
        for hit in hits:
            texts = read_in.get(hit.place, [])
            may_be_named = hit.place in places and allowed.issuperset(hit.words.split())
            in_notice = hit.place != "properties" and hit.words.casefold() in _IN_FORMS
            of_program = in_notice and only_words_of(hit, texts, own)
            named = foreign and guard.bears(hit.words) and not of_program
            counts = hit.level != "look" or named or written.holds(hit, texts)
            if not may_be_named and counts:
                yield hit

    def look(parts: Iterable[tuple[str, str]]) -> ScanReport:
        read_in: dict[str, list[str]] = {}
        report = scan(guard, _noting(parts, read_in))
        registered = tuple(others(report.registered, read_in))
        if FILE_NAME in read_in and not any(hit.place == FILE_NAME for hit in registered):
            registered += tuple(_in_file_name(guard, read_in[FILE_NAME][0]))
        return ScanReport(registered, tuple(others(report.unknown, read_in)))

    return look


def _noting(parts: Iterable[tuple[str, str]], read_in: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The parts, which are kept by their places in `read_in`."""
    for part in parts:
        read_in.setdefault(part[0], []).append(part[1])
        yield part


def _in_file_name(guard: Guard, name: str) -> Iterator[Hit]:
    """Everyday words that are somebody's registered name, in the name of a file: another name is easily chosen."""
    stem = name.rpartition(".")[0] or name
    known = _IN_FILE_NAMES | the_lists().times if any(map(str.isdigit, stem)) else _IN_FILE_NAMES
    words = [word for word in read(stem).words if word.word not in known]
    for word in words:
        small = word.shape is Shape.LOWER and len(words) > 1
        if not small and guard.bears(word.word):
            said = stem[word.start : word.end]
            yield Hit(FILE_NAME, word.start, word.end, said, "", guard.key_for(said), NEAR)


def seal_of(review: Review) -> dict[str, Plain]:
    """What travels in the exported file: signatures over one overall digest, nothing of single paragraphs."""
    signatures: list[Plain] = []
    for role in (AUTHOR, COUNTER_SIGNATORY):
        signature = signature_in_force(review, role)
        if signature is not None:
            signatures.append({**signed_of(signature).to_plain(), "route": signature.text("route")})
    return {"format": SEAL_FORMAT, "signatures": signatures}


def report_of(session: Session, *, draft: bool, template: str | None = None) -> Report:
    """The neutral report as it would be exported now, for a preview or for comparing."""
    return build_report(session.review, template_id=template, draft=draft, today=session.clock().date())
