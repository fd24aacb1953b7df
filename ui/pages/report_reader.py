"""The report to be read in the window: before it is exported, and before it is counter-signed.

Three ways to look at it: the report, its contents, and what is left out of it and why. Nothing is written from here but
by ‘Save the report’.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from imr_desk.i18n import tr, trn
from ui.ending import end
from ui.icons import Glyph
from ui.models.reading import ReadingModel
from ui.pages.sign_off_step import NoticePlace
from ui.widgets.buttons import Button, FilterButton
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.page_frame import MARGIN, PageHead
from ui.widgets.reading_view import ReadingView
from ui.widgets.surfaces import Rule, Scroll, Surface, column

if TYPE_CHECKING:
    from imr_desk.export.readable import Chapter
    from imr_desk.jobs.preview import LeftOut, Preview

REPORT, CONTENTS, LEFT_OUT = range(3)


class ReportReader(Surface):
    """Shows one Preview. `left` asks to go back, `save_asked` to write it, `counter_sign_asked` to sign it."""

    left = Signal()
    save_asked = Signal(bool)
    """Whether a draft is to be saved."""
    counter_sign_asked = Signal()
    stop_asked = Signal()
    """The job that runs is to end."""

    def __init__(self) -> None:
        super().__init__(fill="page")
        self.shown: Preview | None = None
        self.draft = True
        self.signs = ""
        self.back = Button(tr("Go back"), "plain")
        self.save = Button(tr("Save the report"), "main", Glyph.FILE_TEXT)
        self.counter_sign = Button(tr("Counter-sign"), "plain")
        self.head = PageHead("")
        self.marking = Label("", "label", weight=600)
        self.facts = Label("", "small", "text_soft")
        self.notice = NoticePlace()
        self.words_line = Label(
            tr("Before you counter-sign: the author reads six words to you. They must be these."), "body"
        )
        self.words = Label("", "section")
        self.model = ReadingModel(self)
        self.view = ReadingView(tr("The report"), self.model)
        self.contents, self.left_out = _Lines(tr("Contents")), _Lines(tr("What is left out, and why"))
        self.ways = tuple(FilterButton(words) for words in (tr("The report"), tr("Contents"), ""))
        self._lay_out()
        self._connect()
        self.setAccessibleName(tr("The report"))

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for part in (self.view, self.contents.area, self.left_out.area):
            self._stack.addWidget(part)
        self._group = QButtonGroup(self)
        for at, way in enumerate(self.ways):
            self._group.addButton(way, at)
        self.ways[REPORT].setChecked(True)
        top = column(
            self.head,
            self.marking,
            self.facts,
            self.words_line,
            self.words,
            self.notice,
            Flow(self.save, self.counter_sign, self.back, *self.ways, gap=8),
            gap=6,
            margins=(MARGIN, 20, MARGIN, 10),
        )
        box = column(top, Rule(), gap=0)
        box.addWidget(self._stack, 1)
        self.setLayout(box)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self._save)
        self.counter_sign.clicked.connect(self.counter_sign_asked)
        self.notice.stop_asked.connect(self.stop_asked)
        self._group.idClicked.connect(self.show_way)

    @Slot()
    def _save(self) -> None:
        self.save_asked.emit(self.draft)

    # ---- what it shows
    def begin(self, *, draft: bool, signs: str = "", words: tuple[str, ...] = ()) -> None:
        """Say that the report is put together. `signs` is the button that follows where it is read to be signed.

        `words` are matching words, to be compared before that button can be pressed.
        """
        self.forget()
        self.draft, self.signs = draft, signs
        self.counter_sign.say(signs)
        self.head.title.setText(tr("Read the report") if signs else tr("What will be written"))
        self.head.set_lead("")
        for part in (self.marking, self.facts):
            part.hide()
        self.words.setText(" · ".join(words))
        self.words.setAccessibleName(tr("Matching words: {words}").format(words=", ".join(words)))
        for part in (self.words, self.words_line):
            part.setVisible(bool(words))
        self.show_way(REPORT)
        self._show_ready(on=False)

    def forget(self) -> None:
        """Keep no word of what was read."""
        self.shown, self.signs = None, ""
        self.model.set_lines(())
        self.contents.fill(())
        self.left_out.fill(())
        self.notice.clear()

    def show_preview(self, preview: Preview, target: Path) -> None:
        """Show what will be written, how it is marked, and where it will be saved."""
        self.shown = preview
        self.notice.clear()
        self.head.set_lead(self._lead(preview))
        self.marking.setText(" · ".join(part for part in (preview.marking, preview.notice) if part))
        self.marking.show()
        where = tr("It will be saved as ‘{name}’ in {folder}, unless you choose another place.").format(
            name=target.name, folder=target.parent
        )
        self.facts.setText(where)
        self.facts.setVisible(not self.signs)
        self.model.set_lines(preview.report.lines)
        count = len(preview.left_out)
        self.ways[LEFT_OUT].say(trn("{n} thing left out", "{n} things left out", count))
        self.contents.fill(_link(chapter, self._go_to) for chapter in preview.report.chapters)
        self.left_out.fill(_line(each) for each in preview.left_out)
        self._show_ready(on=True)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.show_line(0)

    def written(self) -> None:
        """It was written: where to is said by the notice, and nothing any more says that it was not."""
        if self.shown is not None:
            self.head.set_lead(self._lead(self.shown, written=True))
        self.facts.hide()

    def _lead(self, preview: Preview, *, written: bool = False) -> str:
        rows = trn("{n} row in its tables", "{n} rows in its tables", preview.rows)
        if self.signs:
            return tr("Version {n}, with {rows}. This is what the signature is given to.").format(
                n=preview.version, rows=rows
            )
        shape = (
            tr("A draft of version {n}, with {rows}. Every page says that it is one.")
            if preview.draft
            else tr("Version {n}, signed and counter-signed, with {rows}.")
        )
        lead = shape.format(n=preview.version, rows=rows)
        return lead if written else " ".join((lead, tr("Nothing is written yet.")))

    def _show_ready(self, *, on: bool) -> None:
        self.save.setVisible(on and not self.signs)
        self.counter_sign.setVisible(on and bool(self.signs))
        self.ways[LEFT_OUT].setVisible(on)
        for way in self.ways[:LEFT_OUT]:
            way.setVisible(on)

    @Slot(int)
    def show_way(self, way: int) -> None:
        """Show the report, its contents, or what is left out."""
        self.ways[way].setChecked(True)
        self._stack.setCurrentIndex(way)

    def _go_to(self, at: int) -> None:
        """Show the report at a chapter."""
        self.show_way(REPORT)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.show_line(at)

    # ---- jobs
    def set_busy(self, on: bool) -> None:
        """While it is written it can be read on, and not be written twice."""
        self.save.setEnabled(not on)
        self.counter_sign.setEnabled(not on)

    def way_on(self) -> QWidget:
        """Where the keyboard goes when a job has ended."""
        return self.save if self.save.isVisible() else self.back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc stops what runs, and else goes back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.notice.progress is not None:
            self.stop_asked.emit()
        else:
            self.left.emit()


class _Lines(QWidget):
    """Chapters, or things left out, one under the other; it scrolls."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._box = column(gap=6, margins=(MARGIN, 14, MARGIN, 24))
        self.setLayout(self._box)
        self.setAccessibleName(name)
        self.area = Scroll(self)

    def fill(self, parts: Iterable[QWidget]) -> None:
        """Show these in place of what was shown before."""
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                end(widget)
        for part in parts:
            self._box.addWidget(part)
        self._box.addStretch(1)


def _link(chapter: Chapter, go_to: Callable[[int], None]) -> Button:
    """A chapter as a link."""
    link = Button(" ".join(part for part in (chapter.number, chapter.heading) if part), "link")
    link.clicked.connect(partial(_go, go_to, chapter.at))
    return link


def _go(go_to: Callable[[int], None], at: int, _checked: bool = False) -> None:
    """Go there, without the state Qt sends along."""
    go_to(at)


def _line(left_out: LeftOut) -> QWidget:
    """What is left out, and why."""
    line = QWidget()
    line.setLayout(column(Label(left_out.what, "label"), Label(left_out.why, "small", "text_soft"), gap=1))
    return line
