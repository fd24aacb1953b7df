"""A form in a window, for tests."""

from __future__ import annotations

from factories import record, review
from form_tools import Asked, after
from PySide6.QtWidgets import QLineEdit, QWidget

from imr_desk.review.catalogue import kind_of
from imr_desk.review.review import Review
from ui.forms.bound_field import BoundField
from ui.forms.host import FormHost
from ui.forms.record_form import RecordForm
from ui.widgets.surfaces import column

PAINTED = (
    record("review", "review", agency="cps", review_type="Serious Case Review", subject="SUB-01"),
    record("subject", "SUB-01", code="Child K"),
    record("subject", "SUB-02", code="Mother"),
    record("period", "period", start="2011-03-01", background="Two earlier matters."),
    record(
        "participation", "participation", reasons=("One.",), factors=({"factor": "sub judice", "answer": "It was"},)
    ),
    record("early_action", "EA-001", action="A check."),
    record("extension", "extension", asked_on="2014-06-02"),
    record("entry", "CE-001", date="about July 2013", event="A call."),
)


class Bench:
    """A form in a window, with something to go to after it."""

    def __init__(self, kind: str, of: Review | None = None, record_id: str = "") -> None:
        self.window = QWidget()
        self.host = FormHost(self.window)
        self.asked = Asked(self.host)
        self.review = of or review(*PAINTED)
        self.form = RecordForm(self.host, kind_of(kind), record_id=record_id)
        self.window.setLayout(column(self.form, QLineEdit()))
        self.take(self.review)

    def take(self, review: Review, *, reload_focused: bool = False) -> None:
        self.review = review
        self.host.take(review, renew=reload_focused)
        self.form.show_review(reload_focused=reload_focused)

    def keep(self) -> None:
        """From now on what is asked for is kept at once, as by the program."""
        self.host.change_requested.connect(self._keep)

    def _keep(self, operation: object, _visit: str) -> None:
        self.take(after(self.review, operation))

    def row(self, name: str) -> BoundField:
        return self.form.row(name)
