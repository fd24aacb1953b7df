"""The names of one field: marks in its text boxes, and under it the answers to the name at the caret.

For a field that is no FieldRow: make a FieldNames with the widget it is, a function that gives its text boxes
(QTextEdit, QPlainTextEdit or QLineEdit), one that keeps what is typed as a step of its own, and the layout under it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QLayout, QLineEdit, QWidget
from shiboken6 import isValid

from imr_desk.i18n import tr, trn
from ui.once import once
from ui.widgets.announce import announce
from ui.widgets.names.bar import NameBar, NameShown
from ui.widgets.names.boxes import TextBox, Units, caret, plain, put, select
from ui.widgets.names.marker import REGISTERED, Marker, NameAt
from ui.widgets.names.reveal import reveal
from ui.widgets.names.watch import NameAnswer, watch

CARET_MS = 60
"""How long the caret rests before the answers follow it: a key is not to wait for them."""
PAINTED_MS = 10
"""How long after its marks a text is asked about: they are painted first."""


class FieldNames(QObject):
    """Found by `names_round` from whatever has the keyboard."""

    noted = Signal(str)
    """What a screen reader is to say of the field: that names are to be resolved in it, or nothing."""
    rearranged = Signal()
    """Answers came or went: the order of Tab has to be set again."""

    def __init__(
        self, field: QWidget, boxes: Callable[[], Iterable[TextBox]], keep: Callable[[], object], under: QLayout | None
    ) -> None:
        super().__init__(field)
        _ROUND[field] = self
        self._field, self._boxes, self._keep, self._under = field, boxes, keep, under
        self._markers: dict[TextBox, Marker] = {}
        self._at: Marker | None = None
        self.bar: NameBar | None = None
        self._soon = once(self, CARET_MS)
        self._soon.timeout.connect(self._show)
        self._later = once(self, PAINTED_MS)
        self._later.timeout.connect(self._show)
        self._look = once(self, 0)
        self._look.timeout.connect(self._reveal)
        self.look()

    @Slot()
    def look(self) -> None:
        """To be called when text boxes came or went."""
        boxes = tuple(self._boxes())
        self._markers = {box: self._markers.get(box) or self._made(box) for box in boxes}
        self._show()

    def _made(self, box: TextBox) -> Marker:
        watch().guards(box)
        marker = Marker(box)
        marker.found.connect(self._later.start)
        marker.moved.connect(self._soon.start)
        return marker

    # ---- the names
    def _all(self) -> list[tuple[Marker, NameAt]]:
        return [(marker, name) for box, marker in self._markers.items() if isValid(box) for name in marker.names()]

    def current(self) -> tuple[Marker, NameAt] | None:
        """The name at the caret, or else the next after it, or the first of the field."""
        return self._current(self._all())

    def _current(self, every: list[tuple[Marker, NameAt]]) -> tuple[Marker, NameAt] | None:
        focus = QApplication.focusWidget()
        self._at = next((each for box, each in self._markers.items() if box is focus), self._at)
        if self._at is not None and isValid(self._at):
            here = caret(self._at.box)
            for marker, name in every:
                if marker is self._at and name.end >= here:
                    return marker, name
        return every[0] if every else None

    @Slot()
    def _show(self) -> None:
        self._soon.stop()
        self._later.stop()
        every = self._all() if watch().book is not None else []
        current = self._current(every)
        said = tr("The answers are after the text.")
        count = trn("{n} name to resolve here.", "{n} names to resolve here.", len(every))
        self.noted.emit(f"{count} {said}" if every else "")
        if current is None:
            self._hide_bar()
            return
        if self.bar is None:
            self.bar = self._make_bar()
        name = self._shown(current, every)
        new = self.bar.isHidden() or (self.bar.shown is not None and self.bar.shown.key != name.key)
        self.bar.show_name(name)
        if self.bar.isHidden():
            self.bar.show()
            self.rearranged.emit()
        if new and self._has_keyboard():
            announce(self.bar, name.sentence())

    def _shown(self, current: tuple[Marker, NameAt], every: list[tuple[Marker, NameAt]]) -> NameShown:
        marker, name = current
        book, mark = watch().book, name.mark
        persons = (mark.person,) if mark.person else mark.others
        people = tuple((person, code) for person in persons if book is not None and (code := book.code(person)))
        read_only, number = marker.box.isReadOnly(), every.index(current) + 1
        return NameShown(
            name.words, mark.key, mark.kind == REGISTERED, mark.certain, people, read_only, number, len(every)
        )

    def _make_bar(self) -> NameBar:
        bar = NameBar(_people, _next_code)
        bar.hide()
        bar.replace_asked.connect(self._replace_asked)
        bar.answer_given.connect(self._answered)
        bar.who_given.connect(self._who_given)
        bar.left.connect(self.go_to_text)
        bar.rearranged.connect(self.rearranged)
        bar.entered.connect(self._look.start)
        if self._under is not None:
            self._under.addWidget(bar)
        return bar

    def _hide_bar(self) -> None:
        if self.bar is not None and not self.bar.isHidden():
            if self.bar.has_keyboard():
                self.go_to_text()
            self.bar.hide()
            self.bar.shown = None
            self.rearranged.emit()

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._field.isAncestorOf(focus)

    # ---- going about
    def read_now(self) -> None:
        """Read every text of the field at once."""
        for box, marker in self._markers.items():
            if isValid(box):
                marker.read_now()
        self._show()

    def go_to_name(self, by: int, *, from_caret: bool) -> bool:
        """Put the caret on the next name (`by` 1) or the one before (-1); False where the field has no more."""
        self.read_now()
        every = self._all()
        if from_caret and self._at is not None:
            boxes = list(self._markers)
            here = (boxes.index(self._at.box), _chosen(self._at.box))
            left = [one for one in every if _is_past((boxes.index(one[0].box), one[1]), here, by)]
        else:
            left = every
        if not left:
            return False
        marker, name = left[0] if by > 0 else left[-1]
        marker.box.setFocus(Qt.FocusReason.OtherFocusReason)
        select(marker.box, name.start, name.end)
        self._show()
        self._look.start()
        return True

    @Slot()
    def _reveal(self) -> None:
        """Bring the answers and the caret into sight."""
        reveal(self.bar, QApplication.focusWidget() if self._has_keyboard() else None)

    @Slot()
    def go_to_text(self) -> None:
        """Give the text back the keyboard."""
        marker = self._at if self._at is not None and isValid(self._at) else next(iter(self._markers.values()), None)
        if marker is not None:
            marker.box.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what is asked for
    def replace(self) -> str:
        """Replace the registered name at the caret; the code that stands there now, or "" where there is none."""
        focus = QApplication.focusWidget()
        marker = next((each for box, each in self._markers.items() if box is focus), None)
        if marker is None and self.bar is not None and self.bar.has_keyboard():
            marker = self._at
        if marker is None:
            return ""
        marker.read_now()
        name, book = marker.at_caret(), watch().book
        if name is None or book is None or not name.mark.person:
            return ""
        code = book.code(name.mark.person)
        return code if code and self._put(marker, name, code) else ""

    def replace_with(self, person: str) -> bool:
        """Put the code of a person where the name stands that the answers are about."""
        current, book = self.current(), watch().book
        code = book.code(person) if book is not None else ""
        return bool(current and code) and current is not None and self._put(*current, code)

    def _put(self, marker: Marker, name: NameAt, code: str) -> bool:
        """Replace a name as one step of its own, with the grammar of the sentence kept."""
        from imr_desk.names.replace import edit_for

        if marker.box.isReadOnly():
            return False
        self._keep()
        text = plain(marker.box)
        units = Units(text)
        edit = edit_for(text, units.from_qt(name.start), units.from_qt(name.end), code)
        put(marker.box, units.to_qt(edit.start), units.to_qt(edit.end), edit.words)
        marker.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep()
        marker.read_now()
        self._show()
        return True

    @Slot(str, bool)
    def _replace_asked(self, person: str, everywhere: bool) -> None:
        if self.bar is not None and self.bar.shown is not None:
            shown = self.bar.shown
            watch().answered.emit(NameAnswer("replace", shown.words, shown.key, person, "", everywhere), self)

    @Slot(str)
    def _answered(self, kind: str) -> None:
        if self.bar is not None and self.bar.shown is not None:
            key = self._key_here() if kind == "here" else self.bar.shown.key
            watch().answered.emit(NameAnswer(kind, self.bar.shown.words, key), self)

    def _key_here(self) -> str:
        """The hash of the name that the answers are about, between the words beside it."""
        current, book = self.current(), watch().book
        if current is None or book is None:
            return ""
        marker, name = current
        text = plain(marker.box)
        units = Units(text)
        return book.key_here(text, units.from_qt(name.start), units.from_qt(name.end))

    @Slot(str, str, str, bool)
    def _who_given(self, kind: str, person: str, code: str, everywhere: bool) -> None:
        if self.bar is not None and self.bar.shown is not None:
            shown = self.bar.shown
            watch().answered.emit(NameAnswer(kind, shown.words, shown.key, person, code, everywhere), self)


_ROUND: WeakKeyDictionary[QWidget, FieldNames] = WeakKeyDictionary()


def names_round(widget: QWidget | None) -> FieldNames | None:
    """The names of the field in which a widget stands."""
    while widget is not None:
        found = _ROUND.get(widget)
        if found is not None and isValid(found):
            return found
        widget = widget.parentWidget()
    return None


def _chosen(box: TextBox) -> tuple[int, int]:
    """Where the caret stands, or the words that are chosen begin and end."""
    if isinstance(box, QLineEdit):
        start = box.selectionStart() if box.hasSelectedText() else box.cursorPosition()
        return start, start + len(box.selectedText())
    cursor = box.textCursor()
    return cursor.selectionStart(), cursor.selectionEnd()


def _is_past(name: tuple[int, NameAt], here: tuple[int, tuple[int, int]], by: int) -> bool:
    """Whether a name of a box lies after what is chosen in its field, or before it."""
    box, (start, end) = here
    if name[0] != box:
        return (name[0] > box) is (by > 0)
    return name[1].start >= end and (name[1].start, name[1].end) != (start, end) if by > 0 else name[1].end <= start


def _people(kind: str) -> tuple[tuple[str, str], ...]:
    book = watch().book
    return book.people(kind) if book is not None else ()


def _next_code(kind: str, words: str) -> str:
    book = watch().book
    return book.next_code(kind, words) if book is not None else ""
