"""What the sign-off page has done in a worker thread: functions of an immutable Review that touch no session.

Nothing of it is imported before it is asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ui.tasks import Stoppable

if TYPE_CHECKING:
    from imr_desk.jobs.board_form import Binding
    from imr_desk.jobs.export import Exported
    from imr_desk.jobs.preview import Preview
    from imr_desk.jobs.sign import Ready, SigningTask
    from imr_desk.jobs.verify import Verdict
    from imr_desk.names.guard import Guard
    from imr_desk.operations.preparing import Prepared
    from imr_desk.review.review import Review
    from imr_desk.session import Session

Documents = Mapping[str, bytes]
"""The bytes of kept documents, by their references."""


def documents_shown(session: Session) -> Documents:
    """The bytes of the documents that a report shows as pictures; the rest of the work needs no session."""
    from imr_desk.jobs.pictures import documents_shown as shown

    return {each: session.read_document(each) for each in shown(session.review)}


def digest(path: Path) -> str:
    """SHA-256 of a scan or message."""
    from imr_desk.jobs.sign import scan_digest

    return scan_digest(path)


def write(path: Path, content: bytes) -> None:
    """Write bytes outside the review, whole."""
    from imr_desk.export.gate import write_out

    write_out(path, content)


def ready(task: SigningTask, name: str, job_title: str, passphrase: str, going: Stoppable) -> Ready:
    """All of a signature that takes long."""
    from imr_desk.jobs.sign import ready_to_sign

    return ready_to_sign(task, name, job_title, passphrase, step=going)


def ready_elsewhere(task: SigningTask, scan: Path, going: Stoppable) -> tuple[Prepared, bytes, str, str]:
    """How the review stands; the scan, its digest and what it is."""
    from hashlib import sha256

    from imr_desk.jobs.sign import read_scan

    content, media_type = read_scan(scan)
    return task.prepared(going), content, sha256(content).hexdigest(), media_type


def preview(review: Review, guard: Guard, draft: bool, today: dt.date, going: Stoppable) -> Preview:
    """What an export will say."""
    from imr_desk.jobs.preview import preview as make

    return make(review, guard, draft=draft, today=today, step=going)


def export(
    review: Review, guard: Guard, path: Path, draft: bool, today: dt.date, kept: Documents, going: Stoppable
) -> Exported:
    """Write the report."""
    from imr_desk.jobs.export import export_review
    from imr_desk.jobs.pictures import pictures_of

    shown = pictures_of(review, kept.__getitem__)
    return export_review(review, guard, path, draft=draft, today=today, step=going, pictures=shown)


def extract(
    review: Review, guard: Guard, path: Path, chosen: str, today: dt.date, kept: Documents, going: Stoppable
) -> Exported:
    """Write the chronology by itself, its plain table or the sheets: a draft where it may not be final yet."""
    from imr_desk.jobs.export import export_review, may_be_final
    from imr_desk.jobs.pictures import pictures_of

    draft, shown = not may_be_final(review, chosen), pictures_of(review, kept.__getitem__)
    return export_review(review, guard, path, draft=draft, today=today, template=chosen, step=going, pictures=shown)


def bind(form: Path, review: Review, guard: Guard) -> Binding:
    """A panel’s blank form, what would fill it, and what looks like a name in it: the person is shown both."""
    from imr_desk.jobs.board_form import bind, read_form_file
    from imr_desk.jobs.names_in_form import names_in_form

    binding = bind(read_form_file(form), review)
    return replace(binding, names=names_in_form(binding.form, guard, review))


def fill(review: Review, guard: Guard, path: Path, binding: Binding, today: dt.date, going: Stoppable) -> Exported:
    """The form filled in: a draft where the chronology may not be final yet."""
    from imr_desk.export.profiles import TABLE
    from imr_desk.jobs.board_form import fill
    from imr_desk.jobs.export import may_be_final

    return fill(review, guard, binding, path, draft=not may_be_final(review, TABLE), today=today, step=going)


def verify(path: Path, review: Review, guard: Guard, nonce: str, kept: Documents, going: Stoppable) -> Verdict:
    """Compare a file with the review."""
    from imr_desk.jobs.pictures import pictures_of
    from imr_desk.jobs.verify import verify_review

    going("compare")
    verdict = verify_review(path, review, nonce, pictures_of(review, kept.__getitem__), guard)
    going("told")
    return verdict


def more_in_words(made: Exported, said: str) -> str:
    """Where the file stands, after `said` with its folder; and how many details are left in a final one."""
    from imr_desk.jobs.export import details_in_words

    return " ".join(part for part in (said.format(folder=made.path.parent), details_in_words(made.details)) if part)
