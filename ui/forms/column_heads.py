"""The labels over the columns of a list of cards."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from imr_desk.i18n import tr
from imr_desk.review.fields import Kind
from ui import theme
from ui.forms.card_face import CELL_GAP
from ui.forms.card_words import ListColumn
from ui.widgets.labels import Label
from ui.widgets.surfaces import row


class ColumnHeads(QWidget):
    """Lead, title and columns, each as wide as in the cards; `beside` is what stands at the right of the columns.

    All widths are in pixels at 100 %.
    """

    def __init__(
        self, kind: Kind, lead: ListColumn | None, columns: tuple[ListColumn, ...], left: int, beside: int
    ) -> None:
        super().__init__()
        self._columns = ((lead,) if lead else ()) + columns
        self._left, self._beside = left, beside
        title = tr(kind.field(kind.title).label) if kind.title else ""
        self._heads = tuple(Label(tr(kind.field(each.field).label), "caption", "text_soft") for each in self._columns)
        self._box = row(gap=CELL_GAP)
        after_lead = 1 if lead else 0
        for head in self._heads[:after_lead]:
            self._box.addWidget(head)
        self._box.addWidget(Label(title, "caption", "text_soft"), 1)
        for head in self._heads[after_lead:]:
            self._box.addWidget(head)
        self.setLayout(self._box)
        self._set_widths()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._set_widths()

    def _set_widths(self) -> None:
        self._box.setContentsMargins(self._left, 0, theme.px(self._beside), 0)
        for head, each in zip(self._heads, self._columns, strict=True):
            head.setFixedWidth(theme.px(each.width))
