"""The field a record is found in: what is typed narrows a list under it, and the arrows and Return take one of it.

The list lies over the window and is no window of its own: the keyboard stays in the field, and nothing is grabbed.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from imr_desk.i18n import tr, trn
from ui import icons, theme
from ui.ending import end
from ui.icons import Glyph
from ui.widgets.announce import announce
from ui.widgets.editors.base import Editor
from ui.widgets.editors.findable import Adding, Findable, Match
from ui.widgets.editors.line import LineBox
from ui.widgets.editors.match_list import ADD, MatchList

MOST = 50
"""How many matches are listed; who wants another types on."""
ARROW = 32
"""The room at the right, in pixels at 100 %, in which the list is opened by the mouse."""
SAID_MS = 400
"""How long after the last key what was found is said."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class LinkBox(LineBox):
    """A line with a list under it while somebody looks for a record. The list is made when it is first wanted."""

    picked = Signal(str)
    """The id of the record that was taken from the list."""
    come_to = Signal()
    """It has the keyboard now: what can be found may be made ready."""
    left_list = Signal()
    """Esc: the list was put away, and nothing was taken."""

    def __init__(self, owner: Editor[Any], find: Callable[[], Findable], without: Callable[[], Container[str]]) -> None:
        super().__init__(owner)
        self._find, self._without = find, without
        self._list: MatchList | None = None
        self.adding: Adding | None = None
        """How a record that was not found is added from here, where it can be."""
        self.when_empty = ""
        """What is said where there is nothing to choose from."""
        self._words = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAID_MS)
        self._soon.timeout.connect(self._say_now)
        self.textEdited.connect(self._look_for)
        self._keep_room()

    # ---- the list
    @property
    def listing(self) -> bool:
        """Whether the list stands open."""
        return self._list is not None

    def matches(self) -> list[str]:
        """The words of the list as it stands."""
        return self._list.words() if self._list is not None else []

    @Slot(str)
    def _look_for(self, typed: str) -> None:
        """List what matches; the first stands ready for Return."""
        words = typed.strip()
        if not words:
            self.close_list()
            return
        found, count = self._find().matching(typed, self._without(), MOST)
        named = self.adding is None or bool(self._find().named(words))
        offer = "" if named or self.adding is None else self.adding.offer(words)
        if found:
            self._open(found, count, offer=offer).step(1)
            said = trn("{n} found", "{n} found", count)
            self._say_soon(tr("{count}. {first}").format(count=said, first=found[0].words))
            return
        note = tr("Nothing is found.")
        self._open([], 0, note, offer)
        self._say_soon(tr("{note} Down, then Return: {offer}.").format(note=note, offer=offer) if offer else note)

    def _say_soon(self, words: str) -> None:
        """Have it said when no more is typed for a moment: a reader is not to speak over every letter."""
        self._words = words
        self._soon.start()

    @Slot()
    def _say_now(self) -> None:
        announce(self, self._words)

    @Slot()
    def open_list(self) -> None:
        """List everything, with nothing chosen yet."""
        found, count = self._find().matching("", self._without(), MOST)
        note = "" if found else self._why_none()
        self._open(found, count, note)
        announce(self, note or trn("{n} can be chosen.", "{n} can be chosen.", count))

    def _why_none(self) -> str:
        """Why there is nothing to choose from: everything is chosen, or nothing is there yet."""
        if self._find().matching("", (), 1)[1]:
            return tr("Everything is chosen already.")
        return self.when_empty or tr("There is nothing to choose from yet.")

    def _open(self, found: list[Match], count: int, note: str = "", offer: str = "") -> MatchList:
        if self._list is None:
            self._list = MatchList(self.window())
            self._list.taken.connect(self._take)
            for widget in self._around():
                widget.installEventFilter(self)
            for bar in self._bars():
                bar.valueChanged.connect(self.close_list)
        self._list.show_matches(found, count, note, offer)
        self._list.place_under(self)
        return self._list

    def _around(self) -> list[QWidget]:
        """Everything the field stands in, up to the window."""
        found: list[QWidget] = []
        above: QWidget | None = self.parentWidget()
        while above is not None:
            found.append(above)
            above = None if above.isWindow() else above.parentWidget()
        return found

    def _bars(self) -> list[QScrollBar]:
        """The scroll bars that move this field about."""
        found: list[QScrollBar] = []
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                found.append(above.verticalScrollBar())
            above = above.parentWidget()
        return found

    @Slot()
    def close_list(self) -> None:
        """Put the list away."""
        self._soon.stop()
        if self._list is not None:
            for bar in self._bars():
                bar.valueChanged.disconnect(self.close_list)
            for widget in self._around():
                widget.removeEventFilter(self)
            self._list.hide()
            end(self._list)
            self._list = None

    @Slot(str)
    def _take(self, record_id: str) -> None:
        """Take a record, or add the one that is not there yet."""
        self.close_list()
        if record_id == ADD and self.adding is not None:
            record_id = self.adding.add(self.text().strip())
        if record_id:
            self.picked.emit(record_id)

    # ---- keys and mouse
    def event(self, event: QEvent) -> bool:
        """Tab takes what is chosen, as Return does, and then goes on; Esc belongs to the list while it is open."""
        if self._list is not None and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._take_chosen()
        return super().event(event)

    def _take_chosen(self) -> None:
        chosen = self._list.chosen() if self._list is not None else ""
        self._take(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list; in it arrows choose, Return takes, and Esc puts it away."""
        key = Qt.Key(event.key())
        if self._list is None:
            if key == Qt.Key.Key_Down and not self.isReadOnly():
                (self._look_for(self.text()) if self.isModified() and self.text().strip() else self.open_list())
                return
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._soon.stop()
            self._list.step(_STEPS[key])
            announce(self, self._list.chosen_words())
        elif key in _TAKES and self._list.chosen():
            self._take_chosen()
        elif key in _TAKES and self._list.only_adds():
            self._list.step(1)  # a slip of the hand is not to add a record: that takes Return once more
            announce(self, self._list.chosen_words())
        elif key in _TAKES:
            self.close_list()
            self.editingFinished.emit()
        elif key == Qt.Key.Key_Escape:
            found = self._list.finds()
            self.close_list()
            if found:  # words that nothing is called by stay: they may be all there is of them
                self.left_list.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody is here."""
        super().focusInEvent(event)
        self.come_to.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere leaves the list; what is longer than the field is seen from its beginning again."""
        self.close_list()
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with the field."""
        self.close_list()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list goes when the window is resized or pressed beside it, and follows where the field moves."""
        kind = event.type()
        if watched is self.window():
            if kind in (QEvent.Type.Resize, QEvent.Type.MouseButtonPress):
                self.close_list()
        elif kind in (QEvent.Type.Move, QEvent.Type.Resize) and self._list is not None:
            self._list.place_under(self)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The arrow opens the list, and puts it away."""
        super().mousePressEvent(event)
        if event.position().x() >= self.width() - theme.px(ARROW) and not self.isReadOnly():
            (self.close_list if self.listing else self.open_list)()

    # ---- look
    def changeEvent(self, event: QEvent) -> None:
        """Keep words clear of the arrow."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._keep_room()

    def _keep_room(self) -> None:
        self.setTextMargins(0, 0, 0 if self.isReadOnly() else theme.px(ARROW - 8), 0)

    def setReadOnly(self, on: bool) -> None:
        """Let it be read and copied, and not changed."""
        super().setReadOnly(on)
        self._keep_room()
        self.close_list()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then our own arrow, which has the colours in force."""
        super().paintEvent(event)
        if not self.isReadOnly():
            side = theme.px(16)
            at = QRect(self.width() - side - theme.px(8), (self.height() - side) // 2, side, side)
            icons.draw(QPainter(self), at, Glyph.CHEVRON_DOWN, "text")
