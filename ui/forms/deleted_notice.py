"""What stands where a record was deleted: that it rests in the bin, and the way to put it back."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.record import Record
from imr_desk.review.review import Review
from ui.forms.host import FormHost
from ui.record_words import shortened, title_of
from ui.widgets.buttons import Button
from ui.widgets.notice import Notice
from ui.widgets.surfaces import column

LONGEST_NAME = 60


class DeletedNotice(QWidget):
    """Hidden until a record that was to be deleted is gone; hidden again as soon as it is back."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self._gone: tuple[Record, Review] | None = None
        self.button = Button(tr("Put it back"), "plain")
        self.button.clicked.connect(self._put_back)
        self._notice = Notice("accent", "", " ", self.button, beside=True)
        self.setLayout(column(self._notice, gap=0))
        self.hide()

    def expect(self, record_id: str) -> None:
        """Be ready: a record is about to be deleted."""
        record = self._host.review.get(record_id)
        self._gone = (record, self._host.review) if record is not None else None
        self.hide()

    def come(self) -> None:
        """Show the notice if the record is gone now."""
        if self._gone is not None and self._is_gone() and self.isHidden():
            record, before = self._gone
            self._notice.say(
                tr("‘{what}’ is deleted.").format(what=shortened(title_of(record, before), LONGEST_NAME)),
                tr("It rests in the bin (Review, Bin). Links to it went with it."),
            )
            self.show()
            self._notice.speak()

    def go(self) -> str:
        """Hide the notice if the record is back; gives the record if the keyboard was here, and "" otherwise."""
        if self._gone is None or self._is_gone() or self.isHidden():
            return ""
        back = str(self._gone[0].id) if self.button.hasFocus() else ""
        self._gone = None
        self.hide()
        return back

    def _is_gone(self) -> bool:
        return self._gone is not None and self._gone[0].id not in self._host.review

    @Slot()
    def _put_back(self) -> None:
        if self._gone is not None:
            from ui.forms.putting_back import put_back

            record, before = self._gone
            self._host.ask(put_back(before, self._host.review, record))
