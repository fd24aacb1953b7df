"""A section of a page of forms: heading, one line of reason, and what it holds, made only when it is wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from imr_desk.i18n import tr
from imr_desk.review.review import Review
from ui import theme
from ui.forms.bound_field import BoundField
from ui.forms.fold_button import FoldButton
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_form import RecordForm
from ui.forms.record_list import RecordList
from ui.forms.specs import SectionOf, Spec
from ui.widgets.labels import Label
from ui.widgets.surfaces import at_left, at_top, column, row

BETWEEN_PARTS = 24


class FoldingSection(QWidget):
    """One section. Until it is built, an empty place about as high stands for what it holds."""

    wanted = Signal()
    """It was opened and has to be built."""

    def __init__(self, host: FormHost, spec: SectionOf) -> None:
        super().__init__()
        self.spec = spec
        self.parts: tuple[Part, ...] = ()
        self._made: list[Part] = []
        """What was made of it so far; nothing of it is seen before all is there."""
        self._told = 0
        """To how many of them the review was shown."""
        self._as_of: Review | None = None
        """The review that was shown to the first of them."""
        self._host = host
        self.head = FoldButton(tr(spec.heading))
        self.head.clicked.connect(self.toggle)
        self._reason = Label(tr(spec.reason), "small", "text_soft")
        if not spec.reason:  # shown without a parent it would be a window of its own
            self._reason.hide()
        self._body = QWidget()
        self._holder = QWidget()
        self._holder.hide()
        self._content = column(gap=BETWEEN_PARTS, margins=(0, 12, 0, 0))
        self._holder.setLayout(self._content)
        self._body.setLayout(column(self._holder, gap=0))
        self._beside = QWidget()
        self._top = row(gap=8)
        self._top.addLayout(column(at_left(self.head), self._reason, gap=3), 1)
        self._top.addWidget(self._beside)
        self.setLayout(column(self._top, self._body, gap=0, margins=(0, 12, 0, 0)))
        self.setAccessibleName(tr(spec.heading))
        self._open = True
        self.set_open(not spec.folded)

    @property
    def opened(self) -> bool:
        """Whether it stands open."""
        return self._open

    @property
    def built(self) -> bool:
        """Whether what it holds was made."""
        return bool(self.parts)

    @Slot()
    def toggle(self) -> None:
        """Open it or fold it. What was typed in it is kept."""
        if self._open:
            self.flush()
        self.set_open(not self._open)

    def set_open(self, on: bool) -> None:
        """Open it or fold it."""
        self._open = on
        self._body.setHidden(not on)
        self._beside.setHidden(not on)
        self.head.show_open(on)
        if on and not self.built:
            self.wanted.emit()

    # ---- building
    def reserve(self) -> None:
        """Take about the room that it will need, so that the page need not jump when it is built."""
        if not self.built:
            self._body.setMinimumHeight(theme.px(self.spec.height(self._host.review)))

    def make_some(self) -> bool:
        """Make a piece of what it holds, and show nothing of it; whether there was still one to be made.

        A section that is wanted later is made so, piece by piece, since all of it would keep the window waiting.
        """
        if self.built or self._told == len(self.spec.holds):
            return False
        if self._told < len(self._made):
            self._made[self._told].show_review()
            self._told += 1
            self._as_of = self._host.review if self._as_of is None else self._as_of
        else:
            self._made.append(self.spec.holds[len(self._made)].make(self._host))
            self._content.addWidget(self._made[-1])
        return True

    def build(self) -> None:
        """Make what it holds, and show the review in it."""
        if self.built:
            return
        before = self._as_of
        while self.make_some():
            pass
        if before is not None and before is not self._host.review:
            for part in self._made:
                part.show_review()
        self.parts = tuple(self._made)
        self._show_what_applies()
        self._body.setMinimumHeight(0)
        self._holder.show()  # all of it at once: what is added in sight is shown, and so measured, a moment later
        first = self.parts[0]
        if isinstance(first, RecordList) and (add := first.give_add_button()) is not None:
            self._beside.setLayout(at_top(add))
        self._host.rearranged.emit(self)

    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the review that the host holds now."""
        if not self.built:
            self.reserve()
        for part in self.parts:
            part.show_review(reload_focused=reload_focused)
        self._show_what_applies()

    def _show_what_applies(self) -> None:
        """Hide what is not asked of the review and holds nothing; where the keyboard is, nothing goes away."""
        focus = QApplication.focusWidget()
        shown: list[tuple[SectionOf | Spec, QWidget]] = [(self.spec, self)]
        shown += zip(self.spec.holds, self.parts, strict=False)  # there are no parts before they are built
        for spec, widget in shown:
            here = focus is not None and widget.isAncestorOf(focus)
            widget.setHidden(not here and not spec.applies(self._host))

    # ---- going about
    def flush(self) -> None:
        """Ask at once for what is typed in it and not yet committed."""
        for field in self.findChildren(BoundField):
            field.flush()

    def place(self, kind: str, record_id: str, field: str) -> QWidget | None:
        """The field, the card or the button for a place in it; opens what has to be open. None where it is not here.

        The section has to be built.
        """
        for spec, part in zip(self.spec.holds, self.parts, strict=True):
            if spec.covers(kind, field):
                wanted = record_id or part_record(part)
                if not wanted:
                    return part.first_control()
                part.open_record(wanted)
                return part.control_of(wanted) or self._field(kind, wanted, field)
        return None

    def _field(self, kind: str, record_id: str, name: str) -> BoundField | None:
        """A field of a record; its first for no name, and for what is only read. None where it is not asked here."""
        every = [row for row in self.findChildren(BoundField) if (row.kind.name, row.record_id) == (kind, record_id)]
        found = next((row for row in every if row.field.name == name), next(iter(every), None))
        return found if found is not None and not found.isHidden() else None


def part_record(part: Part) -> str:
    """The record that a form shows; "" for a list."""
    return part.record_id if isinstance(part, RecordForm) else ""
