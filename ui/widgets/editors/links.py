"""Links to other records: those chosen as chips, and a field in which another is found."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from ui.ending import end
from ui.icons import Glyph
from ui.widgets.announce import announce
from ui.widgets.buttons import IconButton
from ui.widgets.chips import Chip
from ui.widgets.editors.base import Editor
from ui.widgets.editors.findable import Choices, Findable
from ui.widgets.editors.link import how_to_find, not_found
from ui.widgets.editors.link_box import LinkBox
from ui.widgets.flow import Flow
from ui.widgets.surfaces import column, row


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
        self._prepare: Callable[[], None] | None = None
        self._found: Findable | None = None
        self._ids: tuple[str, ...] = ()
        self._linked: list[_Linked] = []
        self._name, self._description, self._read_only = "", "", False
        self._flow = Flow(gap=8)
        self.box = LinkBox(self, self._findable, self.value)
        self.box.setPlaceholderText(tr("Add a link: type to find"))
        self.box.come_to.connect(self._come_to)
        self.box.picked.connect(self._add)
        self.box.left_list.connect(self.box.clear)
        self.box.textEdited.connect(self._typed)
        self.box.editingFinished.connect(self.commit)
        self.setLayout(column(self._flow, self.box, gap=6))
        self._kept = self._state()
        self.set_choices(choices)

    def set_choices(self, choices: Choices) -> None:
        """Offer other records; what is linked stays linked."""
        self._choices = choices
        self._later = self._name_of = self._prepare = None
        self._draw()

    def offer_later(
        self, name_of: Callable[[str], str], choices: Callable[[], Choices], prepare: Callable[[], None] | None = None
    ) -> None:
        """Offer records of which there are so many that the list is filled only when somebody comes to it."""
        names = [name_of(each) for each in self._ids]
        drawn = self._later is not None and names == [each.chip.words() for each in self._linked]
        self._name_of, self._later, self._prepare = name_of, choices, prepare
        if not drawn:
            self._draw()

    @Slot()
    def _come_to(self) -> None:
        if self._prepare is not None:
            self._prepare()

    def _findable(self) -> Findable:
        choices = self._later() if self._later is not None else self._choices
        if self._found is None or self._found.choices is not choices:
            self._found = Findable.of(choices)
        return self._found

    def value(self) -> tuple[str, ...]:
        """The ids, in order."""
        return self._ids

    def _show(self, value: tuple[str, ...] | None) -> None:
        self.box.clear()
        if tuple(value or ()) != self._ids:
            self._ids = tuple(value or ())
            self._draw()

    def _state(self) -> object:
        return self._ids, self.box.text().strip()

    def find_problem(self) -> str:
        """That nothing is called so."""
        typed = self.box.text().strip()
        return not_found(typed) if typed else ""

    def controls(self) -> tuple[QWidget, ...]:
        """Chips, their buttons, and the field in which another is found."""
        inner = [control for each in self._linked for control in (each.chip, each.remove)]
        return (*inner, self.box)

    def first_control(self) -> QWidget:
        """The field in which another is found; while it may not be changed, the first chip."""
        return self.box if self.box.isVisibleTo(self) else self.controls()[0]

    def describe(self, name: str, description: str = "") -> None:
        """The field says what it adds to and how; each chip says what it leads to."""
        self._name, self._description = name, description
        self.setAccessibleName(name)
        self.box.setAccessibleName(tr("{name}: add a link").format(name=name) if name else "")
        self.box.setAccessibleDescription(" ".join(part for part in (description, how_to_find()) if part))

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
                end(widget)
        names = {} if self._name_of is not None else dict(self._choices)
        name_of = self._name_of or (lambda each: names.get(each, each))
        self._linked = [_Linked(name_of(each)) for each in self._ids]
        for each, linked in zip(self._ids, self._linked, strict=True):
            linked.chip.clicked.connect(partial(self.opened.emit, each))
            linked.remove.clicked.connect(partial(self._remove, each))
            linked.remove.setVisible(not self._read_only)
            self._flow.addWidget(linked)
        self.updateGeometry()
        self.rearranged.emit()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self.touched()
        self.pause_timer.stop()  # somebody who stops to read the list has not finished

    @Slot(str)
    def _add(self, record_id: str) -> None:
        if record_id in self._ids:
            return
        self.box.clear()
        self._change((*self._ids, record_id))
        announce(self, tr("Linked: {what}.").format(what=self._linked[-1].chip.words().rstrip(".")))

    @Slot()
    def commit(self) -> None:
        """Take what is named in full; then as every editor."""
        typed = self.box.text().strip()
        found = self._findable().named(typed, self._ids) if typed and not self.box.listing else ""
        if found:
            self._add(found)
            return
        super().commit()

    def _remove(self, gone: str) -> None:
        self._change(tuple(each for each in self._ids if each != gone))
        self.box.setFocus()

    def _change(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self._draw()
        self.touched()
        self.commit()
