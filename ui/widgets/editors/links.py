"""Links to other records: those chosen as chips, and a list from which another is taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.icons import Glyph
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Chip
from ui.widgets.editors.base import Editor
from ui.widgets.editors.choice import ChoiceBox, Choices
from ui.widgets.flow import Flow
from ui.widgets.surfaces import at_left, column, row


class _Linked(QWidget):
    """One chosen record: the chip goes to it, the cross takes the link out."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.chip = Chip(words, "plain", Glyph.LINK)
        self.remove = IconButton(tr("Take out the link to {what}").format(what=words), Glyph.X, look="mini")
        self.setLayout(row(self.chip, self.remove, gap=2))


class LinksEditor(Editor[tuple[str, ...]]):
    """Ids of records, in the order they were linked. Nothing is ever unlinked but by its own button."""

    opened = Signal(str)
    """The id of the record whose chip was pressed."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices: Choices = ()
        self._later: Callable[[], Choices] | None = None
        self._name_of: Callable[[str], str] | None = None
        self._offered: tuple[str, ...] = ()
        self._ids: tuple[str, ...] = ()
        self._linked: list[_Linked] = []
        self._name, self._description, self._read_only = "", "", False
        self._flow = Flow(gap=8)
        self.box = ChoiceBox()
        self.box.activated.connect(self._chosen)
        self.box.come_to.connect(self._fill)
        self.setLayout(column(self._flow, at_left(self.box), gap=6))
        self._kept = self._ids
        self.set_choices(choices)

    def set_choices(self, choices: Choices) -> None:
        """Offer other records; what is linked stays linked."""
        self._choices = choices
        self._later = self._name_of = None
        self._draw()

    def offer_later(self, name_of: Callable[[str], str], choices: Callable[[], Choices]) -> None:
        """Offer records of which there are so many that the list is filled only when somebody comes to it."""
        names = [name_of(each) for each in self._ids]
        drawn = self._later is not None and names == [each.chip.words() for each in self._linked]
        self._name_of, self._later = name_of, choices
        if not drawn:
            self._draw()

    @Slot()
    def _fill(self) -> None:
        """Fill the list: somebody is there."""
        if self._later is not None and self._later() is not self._choices:
            self._choices = self._later()
            self._fill_box()

    def value(self) -> tuple[str, ...]:
        """The ids, in order."""
        return self._ids

    def _show(self, value: tuple[str, ...] | None) -> None:
        if tuple(value or ()) != self._ids:
            self._ids = tuple(value or ())
            self._draw()

    def _state(self) -> object:
        return self._ids

    def controls(self) -> tuple[QWidget, ...]:
        """Chips, their buttons, and the list to take another from."""
        inner = [control for each in self._linked for control in (each.chip, each.remove)]
        return (*inner, self.box)

    def first_control(self) -> QWidget:
        """The list to take another from; while it may not be changed, the first chip."""
        return self.box if self.box.isVisibleTo(self) else self.controls()[0]

    def describe(self, name: str, description: str = "") -> None:
        """The list says what it adds to; each chip says what it leads to."""
        self._name, self._description = name, description
        self.setAccessibleName(name)
        self.box.setAccessibleName(tr("{name}: add a link").format(name=name) if name else "")
        self.box.setAccessibleDescription(description)

    def set_read_only(self, on: bool) -> None:
        """Let the links be followed, and not changed."""
        self._read_only = on
        self.box.setVisible(not on)
        for each in self._linked:
            each.remove.setVisible(not on)

    def _draw(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        names = {} if self._name_of is not None else dict(self._choices)
        name_of = self._name_of or (lambda each: names.get(each, each))
        self._linked = [_Linked(name_of(each)) for each in self._ids]
        for each, linked in zip(self._ids, self._linked, strict=True):
            linked.chip.clicked.connect(partial(self.opened.emit, each))
            linked.remove.clicked.connect(partial(self._remove, each))
            linked.remove.setVisible(not self._read_only)
            self._flow.addWidget(linked)
        if self._later is not None and not self.box.hasFocus():
            self._choices = ()  # until somebody comes to the list
        self._fill_box()
        self.updateGeometry()
        self.rearranged.emit()

    def _fill_box(self) -> None:
        free = [(stored, label) for stored, label in self._choices if stored not in self._ids]
        self._offered = tuple(stored for stored, _ in free)
        self.box.clear()
        self.box.addItems([tr("Add a link"), *(label for _, label in free)])

    @Slot(int)
    def _chosen(self, index: int) -> None:
        if 0 < index <= len(self._offered):
            self._change((*self._ids, self._offered[index - 1]))

    def _remove(self, gone: str) -> None:
        self._change(tuple(each for each in self._ids if each != gone))
        self.box.setFocus()

    def _change(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self._draw()
        self.touched()
        self.commit()
