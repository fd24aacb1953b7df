"""The step of one signature: what holds it, the form to sign with, and afterwards who signed, as what and when."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr, trn
from imr_desk.review.record import Record
from imr_desk.review.sealing import AUTHOR
from ui.ending import end
from ui.icons import Glyph
from ui.pages import sign_off_words as words
from ui.pages.sign_off_forms import ElsewhereForm, SignForm
from ui.pages.sign_off_step import Step, StepState
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.surfaces import at_left, column, row
from ui.widgets.tab_order import tab_stops
from ui.widgets.word_tiles import WordTiles

MOST_HELD, MORE_HELD = 6, 20
"""Things that hold a signature that are listed at once, and how many more a press shows."""


class SignatureStep(Step):
    """A signature that is still to be made, or the one in force."""

    sign_asked = Signal(str, str, str, str)
    """As of the form."""
    record_asked = Signal(object)
    """As of the form for signatures made elsewhere."""
    scan_wanted = Signal()
    place_asked = Signal(object)
    """The Place of something that holds the signature."""
    read_asked = Signal()
    """The person wants to read the report before it is signed."""

    def __init__(self, role: str, heading: str) -> None:
        super().__init__(heading)
        self.role = role
        self.sign: SignForm | None = None
        self.elsewhere: ElsewhereForm | None = None
        self._post = ""
        self._open = False
        self._lines: list[HeldLine] = []
        self._held = QWidget()
        self._held_box = column(gap=6)
        self._held.setLayout(self._held_box)
        self._kept = Label("", "small", "text_soft")
        self._words_line = Label("", "body")
        self.words = WordTiles(tr("Matching words"))
        self._forms = column(gap=0)
        self.read = Button(tr("Read the report first"), "plain", Glyph.BOOK_OPEN)
        self.read.hide()
        self.read.clicked.connect(self.read_asked)
        for part in (self._held, self._kept, self._words_line, self.words):
            part.hide()
            self.add(part)
        self.add(at_left(self.read))
        self.add(self._forms)

    def _words_said(self, *, waiting: bool) -> str:
        if waiting:
            return tr(
                "Matching words, worked from what was signed and the key. Read them to the senior manager by "
                "telephone: the same six must be on both screens."
            )
        if self.role == AUTHOR:
            return tr("Matching words of the author’s signature:")
        return tr("Matching words of the counter-signature:")

    # ---- what it shows
    def show_signed(self, signature: Record) -> None:
        """Show the signature in force."""
        self.show_state(StepState.DONE, words.signed_line(signature))
        kept = words.kept_line(signature)
        self._kept.setText(kept)
        self._kept.setVisible(bool(kept))
        self._show_held(())
        self._open_forms(on=False)

    def show_words(self, matching: str, *, waiting: bool = False) -> None:
        """Show the matching words of the signature in force, or none; `waiting` while the other is still to come."""
        self._words_line.setText(self._words_said(waiting=waiting))
        self.words.show_words(tuple(matching.split()))
        self._words_line.setVisible(bool(matching))

    def show_later(self, line: str) -> None:
        """It is not this step's turn yet."""
        self._unsigned()
        self.show_state(StepState.LATER, line)
        self._show_held(())
        self._open_forms(on=False)

    def show_open(self, held: tuple[words.Held, ...] | None, post: str) -> None:
        """It can be signed, unless something is missing; with None that is not known yet."""
        self._unsigned()
        self._post = post
        if held:
            self.show_state(StepState.HELD, words.held_line(self.role, len(held)))
        else:
            line = tr("Nothing that was asked for is missing.") if held is not None else ""
            self.show_state(StepState.NEXT, line)
        self._show_held(held or ())
        self._open_forms(on=not held)

    def _unsigned(self) -> None:
        if self.state is StepState.DONE:
            self.notice.clear()
        self._kept.hide()
        self.show_words("")

    def _show_held(self, held: tuple[words.Held, ...]) -> None:
        while (item := self._held_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                end(widget)
        self._lines = []
        self._list_held(held, MOST_HELD)
        self._held.setVisible(bool(held))

    def _list_held(self, held: tuple[words.Held, ...], most: int, _checked: bool = False) -> None:
        """List the first few; a link shows more of them."""
        shown = len(self._lines)
        for each in held[shown:most]:
            line = HeldLine(each)
            self._lines.append(line)
            line.link.clicked.connect(partial(self.place_asked.emit, each.place))
            self._held_box.addWidget(line)
        rest = len(held) - most
        if rest > 0:
            more = _MoreLine(rest)
            more.link.clicked.connect(partial(self._show_more, held, most + MORE_HELD, more))
            self._held_box.addWidget(more)
            self._put_in_order(*self._lines, more)
        else:
            self._put_in_order(*self._lines)

    def _put_in_order(self, *parts: QWidget) -> None:
        """Have Tab go through what came after ‘Read the report first’ in the order it stands there."""
        for before, after in pairwise((self.read, *(stop for part in parts for stop in tab_stops(part)))):
            QWidget.setTabOrder(before, after)

    def _show_more(self, held: tuple[words.Held, ...], most: int, more: QWidget, _checked: bool = False) -> None:
        """Show more of what holds the signature, and go on from there."""
        at = len(self._lines)
        self._held_box.removeWidget(more)
        more.hide()
        end(more)
        self._list_held(held, most)
        self._lines[at].link.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- the forms
    def _open_forms(self, *, on: bool) -> None:
        self.read.setVisible(on)
        if on is self._open:
            return
        self._open = on
        if on:
            self._show_form(elsewhere=False)
            return
        for form in (self.sign, self.elsewhere):
            if form is not None:
                self._forms.removeWidget(form)
                form.hide()
                end(form)
        self.sign = self.elsewhere = None

    def _show_form(self, *, elsewhere: bool) -> None:
        """Show one of the two forms; what was typed in the other stays in it."""
        shown = self._elsewhere_form() if elsewhere else self._sign_form()
        other = self.sign if elsewhere else self.elsewhere
        if other is not None:
            other.hide()
            name, post = other.who()
            shown.prefill(post, name)
        shown.prefill(self._post)
        shown.show()
        self._put_in_order(shown)

    def _sign_form(self) -> SignForm:
        if self.sign is None:
            self.sign = SignForm(self.role)
            self.sign.sign_asked.connect(self.sign_asked)
            self.sign.elsewhere.clicked.connect(self._to_elsewhere)
            self._forms.addWidget(self.sign)
        return self.sign

    def _elsewhere_form(self) -> ElsewhereForm:
        if self.elsewhere is None:
            self.elsewhere = ElsewhereForm(self.role)
            self.elsewhere.record_asked.connect(self.record_asked)
            self.elsewhere.scan_wanted.connect(self.scan_wanted)
            self.elsewhere.here.clicked.connect(self._to_here)
            self._forms.addWidget(self.elsewhere)
        return self.elsewhere

    @Slot()
    def _to_elsewhere(self) -> None:
        self._show_form(elsewhere=True)
        if self.elsewhere is not None:
            self.elsewhere.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_here(self) -> None:
        self._show_form(elsewhere=False)
        if self.sign is not None:
            self.sign.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_scan(self, path: Path, digest: str) -> None:
        """Show the scan that was chosen, in the form that asked for it."""
        if self.elsewhere is not None:
            self.elsewhere.show_scan(path, digest)

    def button_words(self) -> str:
        """What the button says that signs."""
        return tr("Sign as author") if self.role == AUTHOR else tr("Counter-sign as senior manager")

    def first_held(self) -> QWidget | None:
        """The link to the first thing that holds the signature."""
        return self._lines[0].link if self._lines else None

    def way_on(self) -> QWidget:
        """Where the keyboard goes to go on with this step: what is open of it, or what holds it."""
        for form in (self.elsewhere, self.sign):
            if form is not None and not form.isHidden():
                return form.name.editor if not form.name.editor.value() else form.button
        return self.first_held() or self.read

    def set_busy(self, on: bool) -> None:
        """While a job runs, take no second press."""
        for form in (self.sign, self.elsewhere):
            if form is not None:
                form.button.setEnabled(not on)
        self.read.setEnabled(not on)

    def forget(self) -> None:
        """Keep no passphrase in a field."""
        if self.sign is not None:
            self.sign.forget()


class HeldLine(QWidget):
    """One thing that is missing, and the way to it."""

    def __init__(self, held: words.Held) -> None:
        super().__init__()
        self.link = Button(tr("Go to it"), "small_link")
        self.link.setAccessibleName(tr("Go to it: {what}").format(what=held.words))
        asked = " · ".join(part for part in (held.where, held.requirement) if part)
        self.link.setAccessibleDescription(asked)
        box = row(gap=12)
        box.addLayout(column(Label(held.words, "body"), Label(asked, "caption", "text_quiet"), gap=0), 1)
        box.addLayout(column(at_left(self.link), None, gap=0))
        self.setLayout(box)


class _MoreLine(QWidget):
    """The way to the rest of what is missing."""

    def __init__(self, rest: int) -> None:
        super().__init__()
        self.link = Button(trn("Show {n} more", "Show {n} more", rest), "small_link")
        self.setLayout(at_left(self.link))
