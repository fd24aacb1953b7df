"""Entries taken in from a file or a paste: read and guarded in a worker, shown, corrected, stored as one edit."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from imr_desk.errors import ImrDeskError, StoppedError
from imr_desk.i18n import tr, trn
from ui.courtesy import Courtesy
from ui.taking_in_work import Going, Made, ReadIn, Source, made, read_path, read_source
from ui.widgets.announce import announce
from ui.widgets.dropped import CHRONOLOGY_ENDINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from imr_desk.intake.taken import Origin
    from imr_desk.names.guard import Guard
    from ui.open_review import OpenReview
    from ui.pages.intake import IntakePage
    from ui.program import Program

INTAKE, CHRONOLOGY = -23, 4
"""The window's place for the page, and the stage it lies over."""
LOOK_MS = 80


class TakingIn(QObject):
    """One for an open review."""

    def __init__(self, program: Program, review: OpenReview) -> None:
        super().__init__(review)
        self._program, self._review = program, review
        self._page: IntakePage | None = None
        self._read: ReadIn | None = None
        self._out: set[Origin] = set()
        self._allowed = False
        self._going = Going(Courtesy(self).breathe)
        self._breathe = Courtesy(self).breathe
        self._far = QTimer(self)
        self._far.setInterval(LOOK_MS)
        self._far.timeout.connect(self._tell_far)

    @classmethod
    def of(cls, program: Program, review: OpenReview) -> TakingIn:
        """That of this review, made when it is first asked for."""
        return review.findChild(cls) or cls(program, review)

    # ---- the page
    def show(self) -> None:
        """Show the page over the chronology."""
        pages = self._review.pages
        if pages.stage != CHRONOLOGY:
            pages.show(CHRONOLOGY)
        pages.show_over(INTAKE, self._made)
        if self._page is not None:
            self._page.enter()

    @Slot(object)
    def take_file(self, path: Path) -> None:
        """Show the page and read this file."""
        self.show()
        self._run(partial(read_path, path, self._review.bridge.review, self._guard(), self._forms()))

    def _made(self) -> IntakePage:
        from ui.pages.intake import IntakePage

        self._page = page = IntakePage()
        page.left.connect(self._leave)
        page.stopped.connect(self._stop)
        page.file_asked.connect(self._choose)
        page.paste_asked.connect(self._paste)
        page.file_dropped.connect(self.take_file)
        page.column_chosen.connect(self._correct)
        page.out_asked.connect(self._leave_out)
        page.same_out_asked.connect(self._leave_same_out)
        page.take_asked.connect(self._take)
        page.despite_asked.connect(self._allow)
        return page

    @Slot()
    def _leave(self) -> None:
        self._going.stop()
        self._forget()
        self._review.pages.show(CHRONOLOGY)
        self._program.window.focus_page()

    def _forget(self) -> None:
        """Let go of every word of the file."""
        self._read = None
        self._allowed = False
        self._out.clear()
        if self._page is not None:
            self._page.show_progress("", 0)
            self._page.show_rows((), "")

    # ---- reading
    @Slot()
    def _choose(self) -> None:
        from ui.ask import FileKind

        kept = self._program.kept
        kinds = (FileKind(tr("Chronologies"), CHRONOLOGY_ENDINGS),)
        path = self._program.ask.open_file(tr("Choose a chronology"), kinds, kept.folder(Path.home()))
        if path is not None:
            kept.chose_in(path.parent)
            self.take_file(path)

    @Slot()
    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        source = Source(tr("What was pasted"), text=data.text(), markup=data.html() if data.hasHtml() else "")
        if not source.text.strip() and not source.markup:
            self._refuse(tr("There is nothing to paste. Copy the table in Excel or Word first."))
            return
        self._again(source, {})

    @Slot(str, str)
    def _correct(self, name: str, letter: str) -> None:
        """Read the same rows again with another column for a field."""
        if self._read is not None:
            said = {**self._read.said, name: letter}
            for other, taken in tuple(said.items()):
                if other != name and letter and taken == letter:
                    del said[other]  # a column fills one field
            self._again(self._read.source, said)

    def _again(self, source: Source, said: dict[str, str]) -> None:
        forms = {} if said else self._forms()
        self._run(partial(read_source, source, said, self._review.bridge.review, self._guard(), forms))

    def _guard(self) -> Guard:
        return self._review.bridge.judging()[0].guard

    def _forms(self) -> dict[str, str]:
        return dict(self._program.kept.now.forms)

    def _run(self, work: Callable[..., ReadIn]) -> None:
        self._going.stop()
        self._going = going = Going(self._breathe)
        self._far.start()
        self._program.tasks.run(partial(work, going), partial(self._done, going), partial(self._refused, going))

    def _done(self, going: Going, result: object) -> None:
        if not isValid(self) or going is not self._going or self._page is None:
            return
        self._over()
        before, self._read = self._read, cast("ReadIn", result)
        read = self._read
        again = before is not None and before.source is read.source
        self._out &= {entry.origin for entry in read.taken.entries} if again else set()
        self._allowed = self._allowed and again
        from imr_desk.intake.remembered import main_table
        from ui.pages.intake_rows import LOOK

        table = main_table(read.taken)
        columns = table.columns if table is not None else ()
        fields: dict[str, str] = {}
        for letter, _, name in columns:
            if name != "comment" or name in read.taken.headings:
                fields.setdefault(name, letter)
        self._page.show_columns(tuple((letter, heading) for letter, heading, _ in columns), {**fields, **read.said})
        self._tell()
        self._page.enter()
        refused = self._refused_for(read)
        if refused:
            self._page.show_view(LOOK)
        announce(self._program.window, refused or self._lead(read))

    def _refused(self, going: Going, error: ImrDeskError) -> None:
        if isValid(self) and going is self._going:
            self._over()
            if isinstance(error, StoppedError):
                announce(self._program.window, error.sentence)
            else:
                self._refuse(error.sentence)

    def _refuse(self, sentence: str) -> None:
        self._read = None
        if self._page is not None:
            self._page.show_refusal(sentence)

    def _over(self) -> None:
        self._far.stop()
        if self._page is not None:
            self._page.show_progress("", 0)

    @Slot()
    def _tell_far(self) -> None:
        if self._page is not None:
            going = self._going
            self._page.show_progress(going.said, going.percent, can_stop=going.can_stop)

    @Slot()
    def _stop(self) -> None:
        self._going.stop()

    # ---- what is shown
    def _tell(self) -> None:
        if self._page is not None and self._read is not None:
            notes = " ".join(filter(None, (self._read.told, *self._read.taken.notes)))
            self._page.show_rows(self._read.rows_without(self._out), self._lead(self._read), notes)
            self._page.show_faults(self._refused_for(self._read))

    def _refused_for(self, read: ReadIn) -> str:
        """Which cells it is refused for; nothing where there are none, or the person wants the rest all the same."""
        return "" if self._allowed else read.refused

    @Slot()
    def _allow(self) -> None:
        """Take in what can be read of a file that is refused for some of its cells: each of them is listed."""
        self._allowed = True
        self._tell()
        if self._page is not None:
            self._page.take.setFocus()

    def _lead(self, read: ReadIn) -> str:
        """What was read, in a sentence or two."""
        taken = read.taken
        parts = [trn("{n} entry.", "{n} entries.", len(taken.entries))]
        if taken.problems:
            parts.append(trn("{n} row to look at.", "{n} rows to look at.", len(taken.problems)))
        if taken.duplicates:
            parts.append(trn("{n} seems to stand twice.", "{n} seem to stand twice.", len(taken.duplicates)))
        replaced = sum(1 for name in read.planned.names if name.code)
        if replaced:
            parts.append(trn("{n} name gave way to its code.", "{n} names gave way to their codes.", replaced))
        return f"{read.source.name}: {' '.join(parts)}"

    @Slot(str, bool)
    def _leave_out(self, key: str, out: bool) -> None:
        if self._read is not None and key.isdecimal() and not self._far.isActive():
            origin = self._read.taken.entries[int(key)].origin
            (self._out.add if out else self._out.discard)(origin)
            self._tell()

    @Slot()
    def _leave_same_out(self) -> None:
        if self._read is not None and not self._far.isActive():
            self._out.update(each.origin for each in self._read.taken.duplicates if each.same)
            self._tell()

    # ---- storing
    @Slot()
    def _take(self) -> None:
        """One edit, made by a worker while how far it is stands here; then the chronology is in sight again."""
        read = self._read
        if read is None or self._far.isActive() or self._refused_for(read):
            return
        from imr_desk.operations.importing import PARTS

        self._going = going = Going(self._breathe, tr("Storing the entries."))
        going.begin(going.said, (len(read.planned.entries) - len(self._out)) * (1 + PARTS))
        self._far.start()
        work = partial(made, read.planned.entries, self._review.bridge.review, frozenset(self._out), going)
        self._program.tasks.run(work, partial(self._store, going, read), partial(self._stored, going, read, 0))

    def _store(self, going: Going, read: ReadIn, values: object) -> None:
        """It is known what comes in: have it written."""
        if not isValid(self) or going is not self._going:
            return
        from imr_desk.jobs.importing import operation_of

        operation = operation_of(self._review.session(), cast("tuple[Made, ...]", values), going.told)
        if operation is not None:
            self._review.bridge.run_aside(operation, partial(self._stored, going, read, len(operation.records)))

    def _stored(self, going: Going, read: ReadIn, taken: int, error: ImrDeskError | None) -> None:
        """It is on disk, or nothing of it is."""
        if not isValid(self):
            return
        if going is self._going:
            self._over()
        if error is None:
            self._remember(read)
            self._is_in(taken)
        elif isinstance(error, StoppedError) or self._page is None or self._read is None:
            announce(self._program.window, error.sentence)
        else:
            self._page.show_trouble(error.sentence)

    def _is_in(self, taken: int) -> None:
        if self._review.pages.over == INTAKE:
            self._leave()
        else:
            self._forget()
        words = trn(
            "{n} entry was taken in. One undo takes it back.",
            "{n} entries were taken in. One undo takes them back.",
            taken,
        )
        announce(self._program.window, words)

    def _remember(self, read: ReadIn) -> None:
        """Keep which columns were corrected, for the next file of this form."""
        from imr_desk.intake.remembered import form_of

        form = form_of(read.taken)
        if form and read.said:
            self._program.kept.keep_form(form, dict(read.said))
