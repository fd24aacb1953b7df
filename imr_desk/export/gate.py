"""The one way out for a report: built and scanned in memory, read back, and only then written; or not at all."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from pathlib import Path

from imr_desk.errors import ExportError
from imr_desk.export.compare import differences
from imr_desk.export.formats import Form, form_for
from imr_desk.export.readback import ReadBack
from imr_desk.export.refusal import Scan, refuse_names
from imr_desk.export.report import Report, Table
from imr_desk.files import write_whole
from imr_desk.i18n import tr

_MODE = 0o666  # an export is meant for others; the usual mask of the person's account applies
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY)


@dataclass(frozen=True)
class Written:
    """A file that was written: where, its size in bytes, the rows of its tables, and the seconds each step took.

    The steps are ``build``, ``read_back``, ``scan`` and ``write``.
    """

    path: Path
    size: int
    rows: int
    seconds: Mapping[str, float]


@dataclass(frozen=True)
class Checked:
    """A file that may go out, in memory: its bytes, the rows of its tables, and the seconds each step took."""

    data: bytes
    rows: int
    seconds: Mapping[str, float]


def checked(
    report: Report,
    seal: Mapping[str, object] | None,
    guard_scan: Scan,
    name: Path,
    *,
    final: bool,
    step: Callable[[str], None] | None = None,
    form: Form | None = None,
) -> Checked:
    """Build the report in the form that the name asks for, if it reads back as it should and holds no name.

    `form` takes the place of the one that the name asks for.

    Nothing is written: this is what is shown and printed too. Errors and steps are those of `write_checked`.
    """
    seconds: dict[str, float] = {}
    tell = step or _nobody
    form = form or form_for(name, report.extent)
    tell("build")
    with _timed(seconds, "build"):
        data = form.write(report, seal)
    tell("read_back")
    with _timed(seconds, "read_back"):
        found = form.read(data)
        _hold_to(report, form, found)
    with _timed(seconds, "scan"):
        refuse_names(guard_scan, name.name, found, form, report, final=final, told=partial(_told, tell))
    rows = sum(len(part.rows) for block in report.blocks for part in block.parts if isinstance(part, Table))
    return Checked(data, rows, seconds)


def write_checked(
    report: Report,
    seal: Mapping[str, object] | None,
    guard_scan: Scan,
    target: Path,
    *,
    final: bool,
    step: Callable[[str], None] | None = None,
    form: Form | None = None,
) -> Written:
    """Write the report, in the form that the target's name asks for, if it reads back as it should and holds no name.

    A registered name stops every export, an unknown one a final export (R-183): NameFoundError, and nothing is
    written. ExportError where the file cannot be written; no part of it is left behind, and an older file of that
    name stays as it was.

    `step` is told "build", "read_back", "scan" (for each part that is scanned) and "write" before they begin, and may
    end the work with an error of its own; after "write" nothing stops it any more.
    """
    if target.is_dir():
        raise ExportError(tr("‘{name}’ is a folder. Choose another name for the file.").format(name=target.name))
    made = checked(report, seal, guard_scan, target, final=final, step=step, form=form)
    seconds = dict(made.seconds)
    (step or _nobody)("write")
    with _timed(seconds, "write"):
        write_out(target, made.data)
    return Written(target, len(made.data), made.rows, seconds)


def _nobody(_step: str) -> None:
    """Nobody wants to know."""


def _told(tell: Callable[[str], None], parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The parts, and before each it is told that the scan goes on."""
    for part in parts:
        tell("scan")
        yield part


@contextmanager
def _timed(seconds: dict[str, float], step: str) -> Iterator[None]:
    start = time.perf_counter()
    yield
    seconds[step] = time.perf_counter() - start


def _hold_to(report: Report, form: Form, found: ReadBack) -> None:
    """Refuse a file that does not say what the report says."""
    if all(wanted == got for wanted, got in zip_longest(form.says(report), found.lines)):
        return
    first = differences(tuple(form.says(report)), found.lines, report if form.placed else None)[0]
    raise ExportError(
        tr("The file does not read back as the review says, at: {where}. Nothing was written.").format(
            where=first.where
        )
    )


def write_out(target: Path, data: bytes) -> None:
    """Write the bytes whole, and read them from the disk once more; ExportError where that cannot be done."""
    if target.is_dir():
        raise ExportError(tr("‘{name}’ is a folder. Choose another name for the file.").format(name=target.name))
    try:
        write_whole(target, data, _MODE)
    except OSError as problem:
        raise ExportError(_sentence(problem, target)) from problem
    if not _holds(target, data):
        target.unlink(missing_ok=True)
        raise ExportError(
            tr("The disk did not keep what was written, and the file was removed. Choose another folder or disk.")
        )


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.read_bytes() == data
    except OSError:
        return False


def _sentence(problem: OSError, target: Path) -> str:
    folder = str(target.parent)
    if not target.parent.is_dir():
        return tr("The folder ‘{folder}’ is not there. Nothing was written.").format(folder=folder)
    if problem.errno in _FULL:
        return tr("There is no room left in ‘{folder}’. Nothing was written.").format(folder=folder)
    if problem.errno in _REFUSED:
        return tr(
            "‘{name}’ could not be written: the folder allows no changes, or the file is open in another program. "
            "Nothing was written. Close the file there, or choose another folder."
        ).format(name=target.name)
    return tr("‘{name}’ could not be written in ‘{folder}’. Nothing was written. Choose another folder.").format(
        name=target.name, folder=folder
    )
