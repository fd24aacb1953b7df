"""Print preview at work: the PDF is made and checked in a worker, and goes to the printer a page at a time.

Nothing is printed that would not be exported: it passes the same gate, and a registered name stops it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, QRectF, QTimer, Slot
from PySide6.QtGui import QPageLayout, QPainter

from imr_desk.errors import ImrDeskError, StoppedError
from imr_desk.i18n import tr, trn
from ui.ending import end
from ui.sign_off_work import Documents, documents_shown
from ui.tasks import Stoppable
from ui.widgets.announce import announce

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from imr_desk.jobs.export import Printable
    from imr_desk.jobs.names_left import NameLeft
    from imr_desk.names.guard import Guard
    from imr_desk.review.review import Review
    from ui.ask import Ask
    from ui.bridge import Bridge
    from ui.main_window import MainWindow
    from ui.page_host import PageHost
    from ui.pages.print_preview import PrintPreviewPage
    from ui.sign_off_jobs import PleaseLook
    from ui.tasks import Tasks
    from ui.widgets.pdf_pages import PdfSource

PREVIEW = -5
"""The window's place for the page; the stages begin at 1."""
FINEST = 300
"""Dots to an inch at which pages are drawn: words are sharp, and a page takes a moment."""
POINTS = 72


class Printing(QObject):
    """One for an open review."""

    def __init__(self, window: MainWindow, bridge: Bridge, pages: PageHost, tasks: Tasks, ask: Ask) -> None:
        super().__init__(pages)
        self._window, self._bridge, self._pages, self._tasks, self._ask = window, bridge, pages, tasks, ask
        self._page: PrintPreviewPage | None = None
        self._going: Stoppable | None = None
        self._made: Printable | None = None
        self._doubtful: tuple[NameLeft, ...] = ()
        self.please_look: PleaseLook | None = None
        """Who asks about words that may be names before something is printed."""
        self._run: PrintRun | None = None

    @Slot()
    def show(self) -> None:
        """Make the pages as the review stands, and show them."""
        self._pages.flush()
        self._pages.show_over(PREVIEW, self._made_page)
        page = self._page
        if page is None:
            return
        page.enter()
        page.show_working(tr("The pages are being made."))
        session = self._bridge.session
        self._going = going = Stoppable(tr("Stopped. Nothing was made."))
        kept = documents_shown(session)
        work = partial(_make, session.review, session.judge.guard, session.clock().date(), kept, going)
        look = self.please_look.work() if self.please_look is not None else None
        self._tasks.run(partial(_looked_and_made, look, work, going), self._show, self._refused)

    def _made_page(self) -> PrintPreviewPage:
        from ui.pages.print_preview import PrintPreviewPage

        self._page = page = PrintPreviewPage()
        page.left.connect(self._leave)
        page.print_asked.connect(self._print)
        page.save_asked.connect(self._save)
        page.stop_asked.connect(self._stop)
        return page

    def _show(self, made: object) -> None:
        if self._page is not None:
            self._made, self._doubtful = cast("tuple[Printable, tuple[NameLeft, ...]]", made)
            self._page.show_pages(self._made)

    def _refused(self, error: ImrDeskError) -> None:
        if isinstance(error, StoppedError):
            self._leave()
        elif self._page is not None:
            self._page.show_refused(error.sentence)
            announce(self._page, error.sentence)

    @Slot()
    def _stop(self) -> None:
        if self._run is not None:
            self._run.stop()
        elif self._going is not None:
            self._going.stop()
            self._leave()

    def end(self) -> None:
        """Stop and forget every page: the review is being closed."""
        if self._going is not None:
            self._going.stop()
        self._stop_run()
        if self._page is not None:
            self._page.forget()
        self._page = self._made = None
        self._doubtful = ()

    @Slot()
    def _leave(self) -> None:
        self._stop_run()
        if self._page is not None:
            self._page.forget()
        self._made = None
        self._pages.show(self._pages.stage)
        self._window.focus_page()

    def _stop_run(self) -> None:
        if self._run is not None:
            self._run.stop()

    # ---- what may be a name
    def _may_go_out(self) -> bool:
        """Ask once about words that may be names before anything leaves."""
        if self.please_look is None or not self.please_look.may_go_on(self._doubtful):
            return self.please_look is None
        self._doubtful = ()
        return True

    # ---- to a file
    @Slot()
    def _save(self) -> None:
        from imr_desk.jobs.export import save_printable
        from ui.ask import FileKind
        from ui.pages.sign_off_words import suggested_name

        if self._made is None or self._page is None or not self._may_go_out():
            return
        name = suggested_name(self._bridge.review, draft=not self._made.final)
        folder = self._bridge.session.path.absolute().parent
        kinds = (FileKind(tr("PDF"), (".pdf",)),)
        target = self._ask.save_file(tr("Save as PDF"), kinds, (folder / name).with_suffix(".pdf"))
        if target is None:
            return
        try:
            save_printable(self._made, target)
        except ImrDeskError as error:
            self._page.head.set_lead(error.sentence)
            announce(self._page, error.sentence)
            return
        said = tr("Saved as {name}").format(name=target.name)
        self._page.head.set_lead(said)
        announce(self._page, said)

    # ---- to the printer
    @Slot()
    def _print(self) -> None:
        if self._made is None or self._page is None or not self._may_go_out():
            return
        printer = self._ask.printer(tr("Print the report"), self._page.pages.count)
        if printer is None or self._made is None:
            return
        from ui.widgets.pdf_pages import PdfSource

        self._run = PrintRun(printer, PdfSource(self._made.data), self._page, self)
        self._run.begin(self._printed)

    def _printed(self, count: int, every: bool) -> None:
        self._run = None
        if self._page is None:
            return
        self._page.show_ready()
        said = trn("{n} page was sent to the printer.", "{n} pages were sent to the printer.", count)
        if not every:
            said = tr("Stopped. {sent}").format(sent=said)
        self._page.head.set_lead(said)
        announce(self._page, said)


def _looked_and_made(
    look: Callable[[Callable[[str], None]], tuple[NameLeft, ...]] | None,
    make: Callable[[], Printable],
    going: Stoppable,
) -> tuple[Printable, tuple[NameLeft, ...]]:
    """The pages, and the words in the review that may be names; runs in the worker."""
    made = make()
    return made, look(going) if look is not None else ()


class TellsHowFar(Protocol):
    """A page that can say how far the printing is."""

    def show_working(self, words: str) -> None:
        """Say it."""


class PrintRun(QObject):
    """Draws one page after the other for the printer, so that the window answers in between."""

    def __init__(self, printer: QPrinter, source: PdfSource, page: TellsHowFar, parent: QObject) -> None:
        super().__init__(parent)
        self._printer, self._source, self._page = printer, source, page
        first, last = printer.fromPage(), printer.toPage()
        count = len(source.sizes)
        self._wanted = list(range(max(first, 1), min(last or count, count) + 1))
        self._sent = 0
        self._painter = QPainter()
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._next)

    def begin(self, told: Callable[[int, bool], None]) -> None:
        """Begin. `told` gets how many pages were sent, and whether those were all."""
        self._told = told
        self._turn()
        if not self._painter.begin(self._printer):
            self._end(False)
            return
        self._soon.start()

    def stop(self) -> None:
        """Send no more pages."""
        if self._soon.isActive():
            self._end(False)

    def _turn(self) -> None:
        """Have the paper lie as the next page does."""
        if self._sent < len(self._wanted):
            width, height = self._source.sizes[self._wanted[self._sent] - 1]
            sideways = width > height
            self._printer.setPageOrientation(
                QPageLayout.Orientation.Landscape if sideways else QPageLayout.Orientation.Portrait
            )

    @Slot()
    def _next(self) -> None:
        at = self._wanted[self._sent] - 1
        self._page.show_working(
            tr("Page {n} of {all} goes to the printer.").format(n=self._sent + 1, all=len(self._wanted))
        )
        dots = min(self._printer.resolution(), FINEST)
        picture = self._source.image(at, dots / POINTS)
        width, height = self._source.sizes[at]
        scale = self._printer.resolution() / POINTS
        whole = self._printer.paperRect(self._printer.Unit.DevicePixel)
        inner = self._printer.pageRect(self._printer.Unit.DevicePixel)
        place = QRectF(whole.left() - inner.left(), whole.top() - inner.top(), width * scale, height * scale)
        self._painter.drawImage(place, picture)
        self._sent += 1
        if self._sent == len(self._wanted):
            self._end(True)
            return
        self._turn()
        self._printer.newPage()

    def _end(self, every: bool) -> None:
        self._soon.stop()
        if self._painter.isActive():
            self._painter.end()
        self._source.close()
        self._told(self._sent, every)
        end(self)


def _make(review: Review, guard: Guard, today: dt.date, kept: Documents, going: Stoppable) -> Printable:
    """Make the PDF; runs in the worker."""
    from imr_desk.jobs.export import printable
    from imr_desk.jobs.pictures import pictures_of

    return printable(review, guard, today=today, step=going, pictures=pictures_of(review, kept.__getitem__))
