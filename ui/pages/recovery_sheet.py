"""The sheet with the recovery key: to print, to save as a PDF or to write by hand; refused only in words.

The key is not in sight until it is asked for, and goes out of sight again by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.pages.recovery_parts import AlonePage
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.editors.line import LineEditor
from ui.widgets.editors.prose import ProseEditor
from ui.widgets.field_row import FieldRow
from ui.widgets.flow import Flow
from ui.widgets.labels import Label
from ui.widgets.names.watching import watch_row
from ui.widgets.notice import Notice
from ui.widgets.page_frame import Section
from ui.widgets.surfaces import Item, at_left, column, row

if TYPE_CHECKING:
    from imr_desk.jobs.recovery import RecoverySheet

A_LINE = 4
SHOWN_MS = 5 * 60 * 1000
"""How long a key that was asked for stays in sight."""


class _KeyLine(Label):
    """Some groups of the key: a stop of the keyboard, spelt out by a screen reader."""

    def __init__(self, first: int, groups: tuple[str, ...]) -> None:
        super().__init__("   ".join(groups), "title")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spelt = ", ".join(" ".join(group) for group in groups)
        last = first + len(groups) - 1
        self.setAccessibleName(tr("Groups {first} to {last}: {spelt}").format(first=first, last=last, spelt=spelt))


class _KeyCard(QWidget):
    """The key in lines, and the way to say that it was written down."""

    def __init__(self, groups: tuple[str, ...]) -> None:
        super().__init__()
        self.done = Button(tr("I have written it down"), "plain")
        self.hide_again = Button(tr("Hide it"), "small_link")
        box = column(gap=6)
        for at in range(0, len(groups), A_LINE):
            number = Label(str(at + 1), "small", "text_quiet")
            number.setFixedWidth(32)
            line = row(number, gap=8)
            line.addWidget(_KeyLine(at + 1, groups[at : at + A_LINE]), 1)
            box.addLayout(line)
        box.addSpacing(6)
        box.addLayout(Flow(self.done, self.hide_again, gap=12))
        self.setLayout(column(Card(box), gap=0))

    def first_line(self) -> QWidget:
        """Where the keyboard goes when the key comes in sight."""
        return self.findChildren(_KeyLine)[0]


class _Refusal(Section):
    """Going on without a recovery key, in words that are typed or taken over."""

    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__(tr("Without a recovery key"), tr("It can be made later from the menu File."))
        self._words = tr("I accept that without it a forgotten passphrase loses this review.")
        self.editor = LineEditor()
        hint = tr("Type it, or take these words over: ‘{words}’ They are kept in the review.").format(words=self._words)
        self.take = Button(tr("Take these words over"), "small_link")
        self.go = Button(tr("Go on without a recovery key"), "plain")
        words = FieldRow(tr("I do without one, and accept what that means"), self.editor, hint)
        watch_row(words)
        self.add(words)
        self.add(column(at_left(self.take), at_left(self.go), gap=8))
        self.take.clicked.connect(self._take)
        self.go.clicked.connect(self._go)

    @Slot()
    def _take(self) -> None:
        self.editor.set_value(self._words)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go(self) -> None:
        self.editor.pause_timer.stop()
        words = self.editor.value().strip()
        if words:
            self.refused.emit(words)
            return
        self.editor.not_kept(tr("Say in words that you do without it, or keep the recovery key."))
        self.editor.setFocus()


class _Check(Section):
    """Which sheet is this? Beside the open review it can be told exactly."""

    asked = Signal(str)

    def __init__(self, sheets: tuple[str, ...]) -> None:
        super().__init__(tr("Which sheet is this?"), " ".join(sheets))
        self.editor = ProseEditor("body", fewest=2, most=6)
        self.editor.box.setTabChangesFocus(True)
        self.button = Button(tr("Look it up"), "plain")
        self.answer = Notice("accent", " ", "")
        self.answer.hide()
        self.add(FieldRow(tr("The groups of a sheet at hand"), self.editor))
        self.add(column(at_left(self.button), self.answer, gap=8))
        self.button.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.editor.pause_timer.stop()
        self.asked.emit(self.editor.value())

    def tell(self, sentence: str) -> None:
        """Say which one it is."""
        self.answer.say(sentence)
        self.answer.show()
        announce(self, sentence)


class RecoverySheetPage(AlonePage):
    """`to_keep`: one of the ways, or a refusal, before the person goes on; else the page is left like any other."""

    print_asked = Signal()
    save_asked = Signal()
    kept = Signal(str)
    """The sheet was kept: ‘by hand’."""
    refused = Signal(str)
    """The person does without one, in these words."""
    check_asked = Signal(str)
    """The groups of a sheet of which it should be told what it is."""

    def __init__(self, sheet: RecoverySheet, sheets: tuple[str, ...] = (), *, to_keep: bool) -> None:
        """`sheets` says of the earlier ones what they open."""
        self._to_keep, self._done = to_keep, not to_keep
        self.print_button = Button(tr("Print …"), "plain")
        self.save_button = Button(tr("Save as PDF …"), "plain")
        self.hand_button = Button(tr("Write it by hand"), "plain")
        self.key = _KeyCard(sheet.groups)
        self.key.hide()
        self.said = Notice("good", " ", "")
        self.said.hide()
        self.refusing = _Refusal() if to_keep else None
        self.check = None if to_keep else _Check(sheets)
        self.go_on = Button(tr("Go on to the review") if to_keep else tr("Back to the review"), "main")
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        super().__init__(
            tr("Recovery key, sheet {n}").format(n=sheet.number),
            tr("If the passphrase is forgotten, this key is the only other way into the review."),
            *self._items(sheet),
            ways=(self.go_on,),
        )
        self._timer.setParent(self)
        self._connect()

    def _items(self, sheet: RecoverySheet) -> tuple[Item, ...]:
        facts = tr("For ‘{file}’, since {day}. Check value of the sheet: {check}").format(
            file=sheet.file, day=sheet.since, check=sheet.check
        )
        where = tr(
            "Whoever has it opens the review. Keep it away from the file and the passphrase, best with a post of your "
            "organisation, and record who has it under ‘Retention’."
        )
        more = self.refusing or self.check
        ways = Flow(self.print_button, self.save_button, self.hand_button, gap=12)
        items: tuple[Item, ...] = (
            Label(facts, "body"),
            Label(where, "body", "text_soft"),
            4,
            ways,
            self.key,
            self.said,
        )
        return (*items, 8, more) if more is not None else items

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.hand_button.clicked.connect(self.show_key)
        self.key.hide_again.clicked.connect(self.hide_key)
        self.key.done.clicked.connect(self._written)
        self.go_on.clicked.connect(self.leave)
        self._timer.timeout.connect(self.hide_key)
        if self.refusing is not None:
            self.refusing.refused.connect(self.refused)
        if self.check is not None:
            self.check.asked.connect(self.check_asked)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the first way."""
        self.print_button.setFocus(reason)

    @Slot()
    def show_key(self) -> None:
        """Show the key for a while, to be written by hand."""
        self.key.show()
        self._timer.start()
        self.key.first_line().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def hide_key(self) -> None:
        """Take the key out of sight."""
        self._timer.stop()
        focus = self.focusWidget()
        if focus is not None and self.key.isAncestorOf(focus):
            self.hand_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.key.hide()

    @Slot()
    def _written(self) -> None:
        self.hide_key()
        self.tell_kept(tr("Written by hand. Try it once on the page ‘Forgotten passphrase?’ of a copy."))
        self.kept.emit("by hand")

    def tell_kept(self, sentence: str) -> None:
        """Say that the sheet is kept now, and let the person go on."""
        self._done = True
        self.refusal.hide()
        if self.refusing is not None:
            self.refusing.hide()
        self.said.say(sentence)
        self.said.show()
        announce(self, sentence)
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_working(self, words: str) -> None:
        """Say how far the printing is."""
        self.said.say(words)
        self.said.show()

    def leave(self) -> None:
        """Go on, if the sheet is kept or was refused; else say what is wanted."""
        if not self._done:
            self.refuse(
                tr("The recovery key is not kept yet. Keep it in one of three ways, or say that you do without.")
            )
            return
        super().leave()
