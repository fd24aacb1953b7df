"""Ages and intervals of the entry that is open, worked out when they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from imr_desk.i18n import tr
from ui.widgets.announce import announce
from ui.widgets.buttons import FilterButton
from ui.widgets.labels import Label
from ui.widgets.surfaces import at_left, column

if TYPE_CHECKING:
    from imr_desk.review.record import Record
    from ui.forms.host import FormHost


class Reckoning(QWidget):
    """A button, and under it what is told while it is pressed in. It stays so from entry to entry."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self._entry: Record | None = None
        self.button = FilterButton(tr("Ages and intervals"))
        self.told = Label("", "small", "text_soft")
        self.told.hide()
        self.setLayout(column(at_left(self.button), self.told, gap=8, margins=(16, 12, 12, 0)))
        self.button.clicked.connect(self._asked)

    def show_entry(self, entry: Record | None) -> None:
        """Be about another entry, or the same as it is now."""
        self._entry = entry
        self._tell()

    @Slot()
    def _asked(self) -> None:
        self._tell()
        if self.button.isChecked():
            announce(self, self.told.text())
            QTimer.singleShot(0, self, self._bring_into_sight)  # once it has its place

    @Slot()
    def _bring_into_sight(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and not self.told.isHidden():
            above.ensureWidgetVisible(self.told, 0, 24)

    def _tell(self) -> None:
        wanted = self.button.isChecked() and self._entry is not None
        if wanted and self._entry is not None:
            from imr_desk.review.reckoned import reckoned

            words = reckoned(self._host.review, self._entry)
            self.told.setText("\n".join(words) or tr("Its date is not known, so nothing can be reckoned."))
        self.told.setVisible(wanted)
