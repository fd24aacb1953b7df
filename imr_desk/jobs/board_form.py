"""Filling in the panel’s own blank form for a chronology, and taking its headings over as columns (R-076, R-078).

What fills a column is told from its heading: as the author named a column of the review, as one of the column sets
names it, or as agencies usually word it. A heading that none of these knows stays, and its cells stay empty.
"""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from imr_desk.errors import BadInputError, ExportError, GateShutError
from imr_desk.export.board_form import LARGEST, BoardForm, form_of, read_board_form, too_large
from imr_desk.export.extracts import build_table
from imr_desk.export.gate import write_checked
from imr_desk.export.profiles import TABLE, Profile
from imr_desk.export.report import Report, Table
from imr_desk.export.settled import settled
from imr_desk.i18n import tr
from imr_desk.intake.headings import fits
from imr_desk.jobs.export import Exported, may_be_final, scan_with, why_not_final
from imr_desk.jobs.names_in_form import names_in_form, refuse_unseen, with_headings_seen
from imr_desk.names.guard import Guard
from imr_desk.names.scan import DraftNames
from imr_desk.operations.general import SetFields
from imr_desk.review.chronology_columns import CELLS, OWN, TOGETHER, column_sets, columns_of
from imr_desk.review.review import Review
from imr_desk.session import Session

_BY_FIELD = {
    "date": "date", "end_date": "end_date", "time": "time", "end_time": "end_time", "learned_on": "learned",
    "source": "source", "event": "event", "people": "people", "action": "outcome", "comment": "comment",
}  # fmt: skip
_ALSO = (
    ("ref", re.compile(r"^(?:(?:event|entry|item|row)\s+)?(?:ref(?:erence)?|no|number|id)\b\.?|^(?:#|no\.|row)$")),
    ("concerns", re.compile(r"^(?:name of )?subjects?$|\b(?:child|adult|person|people|family members?) concerned$")),
    ("questions", re.compile(r"^questions?\b(?! asked)|\bterms? of reference\b|^tors?$|^key lines? of enquiry")),
    ("agency", re.compile(r"^(?:name of )?(?:agency|organisation|organization|service)(?: name)?$")),
    ("case", re.compile(r"^case(?: code| reference)?$")),
    ("practice", re.compile(r"expected practice|practice met")),
    ("basis", re.compile(r"^(?:basis|rationale|reasons? for decision)")),
    ("decision", re.compile(r"^decisions?\b")),
    ("knowledge", re.compile(r"first.?hand|how (?:it )?is known|fact or opinion")),
    ("significant", re.compile(r"^significant\??$")),
    ("staff", re.compile(r"^(?:staff|job title|professional)")),
    ("source", re.compile(r"^(?:documents?|records?|files?|papers) (?:\w+ )*(?:seen|read|examined|consulted|used)$")),
)
_TOLD_OF = re.compile(r"\b(?:informed|notified|told)\b")
"""Whom somebody told of it is not who took part."""
_KNOWN, _NAMED_SO = 10, 100
"""How well a heading says what it holds: as agencies usually word it, and in so many words."""
_NAMED = {
    "event": re.compile(r"\b(?:events?|incidents?|contacts?|what happened|details)\b"),
    "decision": re.compile(r"\bdecisions?\b"),
    "outcome": re.compile(r"\b(?:actions?|outcomes?|responses?)\b"),
    "comment": re.compile(r"\b(?:comments?|commentary|analysis|remarks?|observations?|reflections?)\b"),
}
"""What one heading may name beside each other, in the order in which it is said."""


@dataclass(frozen=True)
class Binding:
    """A form with what fills each of its columns: a word of `CELLS`, one of the author’s own, or "" for nothing."""

    form: BoardForm = field(repr=False)
    cells: tuple[str, ...]
    names: tuple[str, ...] = field(default=(), repr=False)
    """Words of the form itself that look like names, and that the person has seen: they stay."""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Heading and word of each column."""
        return tuple(zip(self.form.headings, self.cells, strict=True))

    def filled(self) -> tuple[str, ...]:
        """What fills each column. A heading such as ‘Outcome/Comment’ has all it names that no other column has.

        Where whom it concerns has a column, that of the people holds the others alone.
        """
        there, found = set(self.cells), list(self.cells)
        if {"people", "concerns"} <= there:
            found[self.cells.index("people")] = f"{TOGETHER}staff+others"
        for at, (heading, cell) in enumerate(self.pairs):
            if cell not in _NAMED:
                continue
            bare = _bare(heading)
            more = {each for each, pattern in _NAMED.items() if each not in there and pattern.search(bare)}
            if more:
                there |= more
                found[at] = TOGETHER + "+".join(each for each in _NAMED if each == cell or each in more)
        return tuple(found)


def bind(data: bytes, review: Review, chosen: Mapping[str, str] | None = None) -> Binding:
    """Read a blank form and propose what fills it; `chosen` says otherwise for some headings.

    BadInputError for a form that cannot be filled, a heading in `chosen` that is not there, or an unknown word.
    """
    form = read_board_form(data, _is_date)
    cells = _proposed(form.headings, review)
    for heading, cell in (chosen or {}).items():
        places = [at for at, each in enumerate(form.headings) if _bare(each) == _bare(heading)]
        if not places:
            raise BadInputError(tr("The form has no heading ‘{heading}’.").format(heading=heading))
        if cell and cell not in CELLS and cell != "agency" and not cell.startswith(OWN):
            raise BadInputError(
                tr("‘{cell}’ is not a column of the chronology. There are: {cells}.").format(
                    cell=cell, cells=", ".join(CELLS)
                )
            )
        for at in places:
            cells[at] = cell
    return Binding(form, tuple(cells))


def _bare(heading: str) -> str:
    return " ".join(heading.split()).casefold().rstrip(" :*?")


def _is_date(heading: str) -> bool:
    return fits(heading).get("date", 0) >= 6 or _bare(heading) in ("start date", "date from")


def _proposed(headings: tuple[str, ...], review: Review) -> list[str]:
    own = {_bare(each.heading): each.cell for each in columns_of(review)}
    of_sets = {_bare(each.heading): each.cell for _, columns in column_sets().values() for each in columns}
    told: list[tuple[str, int]] = []
    for heading in headings:
        bare = _bare(heading)
        named = own.get(bare) or of_sets.get(bare)
        told.append((named, _NAMED_SO) if named else _told(heading, bare))
    best = {cell: max(likes for other, likes in told if other == cell) for cell, _ in told}
    found: list[str] = []
    for cell, likes in told:  # where two headings may be meant, the one that says it better
        found.append("" if cell in found or likes < best[cell] else cell)
    return found


def _told(heading: str, bare: str) -> tuple[str, int]:
    """What fills it, and how well the heading says so."""
    if bare in ("start date", "date from"):
        return "date", _NAMED_SO
    if bare in ("start time", "time from"):
        return "time", _NAMED_SO
    also = next((cell for cell, pattern in _ALSO if pattern.search(bare)), "")
    likes = fits(heading)
    best = max(likes, key=lambda name: likes[name], default="")
    if best == "people" and _TOLD_OF.search(bare):
        return "", 0
    if also and likes.get(best, 0) < _KNOWN:
        return also, _KNOWN
    return _BY_FIELD.get(best, "") or also, likes.get(best, 0)


def fill(
    review: Review,
    guard: Guard,
    binding: Binding,
    target: Path,
    *,
    draft: bool,
    today: dt.date,
    step: Callable[[str], None] | None = None,
) -> Exported:
    """Fill the form with the chronology, through the same gate as every other export; errors as in `export_review`.

    A final one is refused for what looks like a name in the form itself too, but for what `binding.names` says.
    """
    if target.suffix.casefold() != binding.form.ending:
        raise BadInputError(
            tr("This form is filled as it is: let the name end in {ending}. Nothing was written.").format(
                ending=binding.form.ending
            )
        )
    if not draft and not may_be_final(review, TABLE):
        raise GateShutError(why_not_final(review, TABLE))
    if not draft:
        refuse_unseen(binding.form, binding.names, guard, review)
    start = time.perf_counter()
    headings = binding.form.headings
    timed = "time" in binding.cells
    columns = tuple(zip(binding.filled(), headings, strict=True))
    shape = Profile("", "", "", columns, names_are_fixed=True, time_with_date=not timed)
    report = build_table(review, draft=draft, today=today, profile=shape)
    if draft:
        report = _with_headings(settled(report, DraftNames(guard)), headings)
    seconds = {"report": time.perf_counter() - start}
    look = scan_with(guard, review, foreign=True, notice=report.draft_notice)
    look, form = with_headings_seen(look, binding.form, binding.names), form_of(binding.form)
    written = write_checked(report, None, look, target, final=not draft, step=step, form=form)
    return Exported(written.path, not draft, written.rows, written.size, seconds | dict(written.seconds))


def export_form(
    session: Session,
    form: Path,
    target: Path,
    *,
    draft: bool,
    chosen: Mapping[str, str] | None = None,
    despite_names: bool = False,
) -> Exported:
    """Fill a form that lies in a file, never over the form or the review; errors as in `bind` and `fill`.

    With `despite_names` what looks like a name in the form itself stays.
    """
    if target.exists() and any(each.exists() and target.samefile(each) for each in (session.path, form)):
        raise ExportError(tr("‘{name}’ would be written over. Choose another name.").format(name=target.name))
    binding = bind(read_form_file(form), session.review, chosen)
    if despite_names:
        binding = replace(binding, names=names_in_form(binding.form, session.judge.guard, session.review))
    return fill(session.review, session.judge.guard, binding, target, draft=draft, today=session.clock().date())


def read_form_file(form: Path) -> bytes:
    """The bytes of a form. BadInputError where it cannot be read."""
    try:
        if form.stat().st_size > LARGEST:
            raise too_large()
        return form.read_bytes()
    except OSError as error:
        raise BadInputError(tr("‘{name}’ cannot be read.").format(name=form.name)) from error


def _with_headings(report: Report, headings: tuple[str, ...]) -> Report:
    """The report with the headings as the form has them, also in a draft: they are the panel’s."""
    (block,) = report.blocks
    (table,) = (part for part in block.parts if isinstance(part, Table))
    columns = tuple(replace(column, heading=each) for column, each in zip(table.columns, headings, strict=True))
    return replace(report, blocks=(replace(block, parts=(replace(table, columns=columns),)),))


def taking_over(binding: Binding) -> SetFields:
    """The headings of the form as the columns of the review: what no column of its own fills becomes one by hand."""
    rows = [{"cell": cell or f"{OWN}{heading}", "heading": heading} for heading, cell in binding.pairs]
    return SetFields("chronology_layout", "chronology_layout", {"columns": rows})
