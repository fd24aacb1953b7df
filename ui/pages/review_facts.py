"""The card at the head of ‘The review’: the few facts by which a review is known."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout

from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from imr_desk.review.known_date import day_in_words
from imr_desk.review.review import Review
from ui import theme
from ui.record_words import in_words
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, row

LABEL_WIDTH = 104


class FactsCard(Surface):
    """Four facts to read, two side by side. Nothing is typed here."""

    def __init__(self) -> None:
        self._labels: list[Label] = []
        self._values: dict[str, Label] = {}
        left, right = self._grid("type", "agency"), self._grid("period", "commissioned")
        box = row(gap=24, margins=(16, 12, 16, 14))
        box.addLayout(left, 1)
        box.addLayout(right, 1)
        super().__init__(box, fill="raised", edge="line", radius=8)
        self.setAccessibleName(tr("The review in short"))

    def _grid(self, *names: str) -> QGridLayout:
        words = {
            "type": tr("Kind of review"),
            "agency": tr("Agency"),
            "period": tr("Period"),
            "commissioned": tr("Commissioned"),
        }
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(names):
            label, value = Label(words[name], "small", "text_soft"), Label("", "body")
            label.setFixedWidth(theme.px(LABEL_WIDTH))
            self._labels.append(label)
            self._values[name] = value
            grid.addWidget(label, at, 0)
            grid.addWidget(value, at, 1)
        grid.setRowStretch(len(names), 1)
        return grid

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            for label in self._labels:
                label.setFixedWidth(theme.px(LABEL_WIDTH))

    def show_review(self, review: Review) -> None:
        """Show the facts as they are now."""
        for name, words in facts_of(review).items():
            value = self._values[name]
            value.setText(words or tr("Not recorded yet"))
            value.set_tone("text" if words else "text_quiet")


def facts_of(review: Review) -> dict[str, str]:
    """The four facts in words; "" for one that is not recorded."""
    one, period = review.one("review"), review.one("period")
    agency = in_words(kind_of("review").field("agency"), one, review)
    start, end = period.day("start"), period.day("cut_off")
    both = tr("{start} to {end}").format(
        start=day_in_words(start) if start else "…", end=day_in_words(end) if end else "…"
    )
    asked = review.one("decision").day("letter_dated") or review.one("invitation").day("dated")
    return {
        "type": one.text("review_type"),
        "agency": ", ".join(part for part in (agency, one.text("case_area")) if part),
        "period": both if start or end else "",
        "commissioned": day_in_words(asked) if asked else "",
    }
