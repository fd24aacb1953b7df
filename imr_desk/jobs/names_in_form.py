"""What looks like a name in a panel’s own blank form: its author, its office, whoever the form is sent back to.

Nobody can settle it in the review, since it is not written there: the person sees it once and says that it stays.
"""

from __future__ import annotations

from typing import cast

from imr_desk.errors import NameFoundError
from imr_desk.export.board_form import BoardForm
from imr_desk.export.reading.shown_beside import shown_in
from imr_desk.export.refusal import Parts, Scan
from imr_desk.i18n import trn
from imr_desk.jobs.export import scan_with
from imr_desk.names.guard import Guard
from imr_desk.names.scan import CELL_END, Hit, ScanReport
from imr_desk.review.review import Review


def names_in_form(form: BoardForm, guard: Guard, review: Review) -> tuple[str, ...]:
    """What looks like a name in the form as a person meets it, each once; registered ones stop the filling itself."""
    found = scan_with(guard, review, foreign=True)(shown_in(form.data)).unknown
    return tuple(dict.fromkeys(cast("Hit", hit).words for hit in found))


def refuse_unseen(form: BoardForm, seen: tuple[str, ...], guard: Guard, review: Review) -> None:
    """Raise NameFoundError where something in the form looks like a name that nobody has `seen`."""
    unseen = len(set(names_in_form(form, guard, review)).difference(seen))
    if unseen:
        raise NameFoundError(
            trn(
                "{n} word in the panel’s own form looks like a name. Nothing was written. Take it out of the form; "
                "or if it is no member of staff, say that it stays: --despite-names.",
                "{n} words in the panel’s own form look like names. Nothing was written. Take them out of the form; "
                "or if none is a member of staff, say that they stay: --despite-names.",
                unseen,
            )
        )


def with_headings_seen(look: Scan, form: BoardForm, seen: tuple[str, ...]) -> Scan:
    """The scan; what was `seen` in the headings of the form is settled there, but for registered names."""
    if not any(name in heading for name in seen for heading in form.headings):
        return look
    headings = ("body chronology", CELL_END.join(form.headings))

    def without_headings(parts: Parts) -> ScanReport:
        whole = tuple(parts)
        unknown = look(each for each in whole if each != headings).unknown
        return ScanReport(
            cast("tuple[Hit, ...]", tuple(look(whole).registered)), cast("tuple[Hit, ...]", tuple(unknown))
        )

    return without_headings
