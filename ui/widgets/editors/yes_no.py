"""Yes, no, or not answered."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QWidget

from imr_desk.i18n import tr
from ui.widgets.buttons import Button
from ui.widgets.editors.base import Editor
from ui.widgets.surfaces import row


class YesNoEditor(Editor[bool | None]):
    """Two answers side by side, and a way back to none. An answer is committed as soon as it is given."""

    def __init__(self) -> None:
        super().__init__()
        self._yes, self._no = QRadioButton(tr("Yes")), QRadioButton(tr("No"))
        self._clear = Button(tr("Clear"), "link")
        keep = self._clear.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(keep)
        self._group = QButtonGroup(self)
        for answer in (self._yes, self._no):
            self._group.addButton(answer)
        self.setLayout(row(self._yes, self._no, self._clear, None, gap=20, margins=(0, 4, 0, 4)))
        self._kept = None
        self._show(None)
        self._group.buttonClicked.connect(self._answered)
        self._clear.clicked.connect(self._cleared)

    def value(self) -> bool | None:
        """The answer; None where there is none."""
        chosen = self._group.checkedButton()
        return None if chosen is None else chosen is self._yes

    def _show(self, value: bool | None) -> None:
        self._group.setExclusive(False)
        self._yes.setChecked(value is True)
        self._no.setChecked(value is False)
        self._group.setExclusive(True)
        self._clear.setVisible(value is not None and self._yes.isEnabled())

    def _state(self) -> object:
        return self.value()

    def controls(self) -> tuple[QWidget, ...]:
        """Both answers and the way back."""
        return (self._yes, self._no, self._clear)

    def describe(self, name: str, description: str = "") -> None:
        """Each answer says what it answers."""
        self.setAccessibleName(name)
        for answer in (self._yes, self._no, self._clear):
            words = answer.words() if isinstance(answer, Button) else answer.text()
            answer.setAccessibleName(f"{name}: {words}")
            answer.setAccessibleDescription(description)

    def set_read_only(self, on: bool) -> None:
        """Let it be read, and not changed."""
        self._yes.setEnabled(not on)
        self._no.setEnabled(not on)
        self._clear.setVisible(not on and self.value() is not None)

    @Slot(QAbstractButton)
    def _answered(self, _button: QAbstractButton) -> None:
        self._clear.setVisible(True)
        self.touched()
        self.commit()

    @Slot()
    def _cleared(self) -> None:
        self._yes.setFocus()
        self._show(None)
        self.touched()
        self.commit()
