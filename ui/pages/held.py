"""A stage whose form is still to come: what the stage is for, and what the review already holds of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr, trn
from imr_desk.review.catalogue import kinds_of_stage
from imr_desk.review.fields import Kind
from imr_desk.review.review import Review
from imr_desk.review.stages import STAGES
from ui.pages.page import Page
from ui.widgets.cards import CardList
from ui.widgets.labels import Label
from ui.widgets.notice import Notice
from ui.widgets.page_frame import PageFrame, Section
from ui.widgets.surfaces import column, row


class HeldPage(Page):
    """Counts by kind, from the declarations. It shows and changes nothing, and says so."""

    def __init__(self) -> None:
        super().__init__()
        about = STAGES[self.stage - 1]
        self._kinds = kinds_of_stage(self.stage)
        self.frame = PageFrame(tr(about.name), tr(about.purpose))
        self.notice = Notice(
            "accent",
            tr("The form of this stage comes with the next version."),
            tr(
                "What the review holds of it is kept, checked, signed and exported as it is. "
                "What is asked for here stands in the guidance panel."
            ),
        )
        self.held = Section(tr("What the review holds"))
        self._list: QWidget | None = None
        self.frame.add(self.notice)
        self.frame.add(self.held)
        self.setLayout(column(self.frame, gap=0))
        self.setAccessibleName(tr(about.name))

    def show_review(self, review: Review, *, reload_focused: bool = False) -> None:
        """Count what is there."""
        lines = [_Line(kind, words) for kind in self._kinds if (words := _held(kind, review))]
        shown: QWidget = CardList(*lines) if lines else Label(tr("Nothing yet."), "body", "text_soft")
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        self._list = shown
        self.held.add(shown)

    def focus_place(self, place: Place) -> bool:
        """It has no fields."""
        return False


def held_page(stage: int) -> type[HeldPage]:
    """The page class of one stage."""
    kinds = frozenset(kind.name for kind in kinds_of_stage(stage))
    return type(f"HeldPage{stage}", (HeldPage,), {"stage": stage, "kinds": kinds})


class _Line(QWidget):
    """A kind of record and how much of it there is."""

    def __init__(self, kind: Kind, words: str) -> None:
        super().__init__()
        name = Label(tr(kind.label if kind.single else kind.plural), "body")
        box = row(gap=16, margins=(16, 10, 16, 10))
        box.addWidget(name, 1)
        box.addWidget(Label(words, "body", "text_soft", wrap=False))
        self.setLayout(box)


def _held(kind: Kind, review: Review) -> str:
    """How much of a kind there is, in words; nothing where there is none."""
    if not kind.single:
        count = len(review.all(kind.name))
        return trn("{n} record", "{n} records", count) if count else ""
    filled = len(review.one(kind.name))
    if not filled:
        return ""
    return tr("{n} of {all} fields filled").format(n=filled, all=len(kind.fields))
