"""The quality checklist: begun in one step, what the program finds shown as such, the rest answered by a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QWidget
from shiboken6 import isValid

from imr_desk.i18n import tr, trn
from imr_desk.operations.general import Batch, SetFields
from imr_desk.review.catalogue import field_of, kind_of
from imr_desk.review.record import Record
from ui.ending import end
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_form import RecordForm
from ui.icons import Glyph
from ui.record_words import in_words
from ui.tokens import Tone
from ui.widgets.buttons import Button, FilterButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Flow
from ui.widgets.notice import Notice
from ui.widgets.opening_list import OpeningList
from ui.widgets.state_rows import StateRow
from ui.widgets.surfaces import Surface, column

if TYPE_CHECKING:
    from imr_desk.guidance.checklist import Found
    from imr_desk.guidance.facts import Result

KIND = "quality_item"
FIELDS = ("answer", "comment")
"""The fields of an item that a person writes; its number, its words and who decides it are the checklist's own."""
_SHOWN: dict[str, tuple[Glyph, Tone]] = {
    "yes": (Glyph.CIRCLE_CHECK, "good"),
    "no": (Glyph.CIRCLE_ALERT, "bad"),
    "n/a": (Glyph.CIRCLE_SLASH, "text_soft"),
    "": (Glyph.CIRCLE_DASHED, "text_quiet"),
}


class ChecklistPart(Part):
    """The items, each a line that opens."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        self._results: tuple[Result, ...] | None = None
        self._found: Mapping[str, Found] = {}
        self._open_only = False
        self._kept = ""
        """The item that is being answered: it stays where it is until another is opened."""
        self._form: RecordForm | None = None
        self.begin = Button(tr("Begin the checklist"))
        self.empty = EmptyState(
            tr("Fifty items, gone through before the senior manager counter-signs. The program answers some itself."),
            self.begin,
        )
        self.take = Button(tr("Take these answers"), "small")
        self.notice = Notice("accent", "", " ", self.take)
        self.list = OpeningList(tr("Items of the quality checklist"))
        self._held = QWidget()
        self._held.setLayout(column(gap=0, margins=(0, 8, 0, 0)))
        self.list.hold(self._held)
        self._frame = Surface(column(self.list, gap=0, margins=(1, 1, 1, 1)), fill="raised", edge="line", radius=8)
        self._every, self._open = FilterButton(""), FilterButton("")
        self._filters = QWidget()
        self._filters.setLayout(Flow(self._every, self._open, gap=8))
        self._filters.setAccessibleName(tr("Which items are listed"))
        self.setLayout(column(self.empty, self._filters, self.notice, self._frame, gap=10))
        self._connect()

    def _connect(self) -> None:
        choices = QButtonGroup(self)
        choices.setExclusive(True)
        for button in (self._every, self._open):
            choices.addButton(button)
        self._every.setChecked(True)
        self._every.clicked.connect(self._show_every)
        self._open.clicked.connect(self._show_open)
        self.begin.clicked.connect(self._begin)
        self.take.clicked.connect(self._take)
        self.list.selectionModel().currentChanged.connect(self._line_changed)
        self.list.opened.connect(self._enter)

    # ---- what is shown
    def show_review(self, *, reload_focused: bool = False) -> None:
        """Show the items as they stand."""
        self._renew()
        if self._form is not None and isValid(self._form):
            self._form.show_review(reload_focused=reload_focused)
            self.list.fit()

    def show_results(self, results: tuple[Result, ...]) -> None:
        """Find the program's own answers again."""
        from imr_desk.guidance.checklist import found

        self._results = results
        self._found = found(self._host.review, results, self._host.clock().date())
        self._renew()

    def _renew(self) -> None:
        records = self._host.review.all(KIND)
        lines = [(record, self._row(record)) for record in records]
        waiting = [pair for pair in lines if not pair[0].text("answer")]
        shown = [pair for pair in lines if pair in waiting or pair[0].id == self._kept] if self._open_only else lines
        self._every.say(tr("All · {n}").format(n=len(lines)))
        self._open.say(tr("Not answered yet · {n}").format(n=len(waiting)))
        self.empty.setHidden(bool(records))
        for widget in (self._frame, self._filters):
            widget.setHidden(not records)
        self._frame.setHidden(not shown)
        self.list.show_rows(tuple(row for _, row in shown))
        self._show_notice()
        self._line_changed()

    def _row(self, record: Record) -> StateRow:
        answer, decided = record.text("answer"), record.text("decided_by")
        own = self._found.get(record.text("item")) if decided != "ask" else None
        words = in_words(field_of(KIND, "answer"), record, self._host.review) or tr("Not answered yet")
        state = [words, _decided_words(decided, answered=bool(answer))]
        if own is not None and own.answer != answer:
            state.append(tr("the program finds: {answer}").format(answer=_answer_words(own.answer)))
        glyph, tone = _SHOWN[answer]
        detail = record.text("comment") or (own.words if own is not None else "")
        title = f"{record.text('item')}  {record.text('text')}"
        return StateRow(record.id, title, " · ".join(part for part in state if part), detail, glyph, tone)

    def _differing(self) -> list[Record]:
        """Items that the program answers by itself, where the checklist says something else."""
        return [
            record
            for record in self._host.review.all(KIND)
            if record.text("decided_by") == "auto"
            and (own := self._found.get(record.text("item"))) is not None
            and own.answer != record.text("answer")
        ]

    def _show_notice(self) -> None:
        differing = self._differing()
        self.notice.setHidden(not differing)
        if differing:
            words = trn(
                "The program finds another answer for {n} item that it answers itself.",
                "The program finds other answers for {n} items that it answers itself.",
                len(differing),
            )
            self.notice.say(words, tr("Items: {items}.").format(items=", ".join(r.text("item") for r in differing)))

    # ---- the open line
    @Slot()
    def _line_changed(self) -> None:
        """Put the form of the chosen item into its line."""
        key = self.list.key()
        if self._form is not None and self._form.record_id == key:
            return
        self._kept = key
        if self._form is not None:
            for row in self._form.rows:
                row.flush()
            self._form.hide()
            end(self._form)
            self._form = None
        if key and key in self._host.review:
            kind = kind_of(KIND)
            self._form = RecordForm(self._host, kind, [kind.field(name) for name in FIELDS], record_id=key)
            self._form.show_review()
            layout = self._held.layout()
            if layout is not None:
                layout.addWidget(self._form)
            self._host.rearranged.emit(self)
        self.list.fit()

    @Slot(str)
    def _enter(self, _key: str) -> None:
        first = self._form.first_control() if self._form is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    # ---- what is asked for
    @Slot()
    def _show_every(self) -> None:
        self._open_only = False
        self._renew()

    @Slot()
    def _show_open(self) -> None:
        self._open_only, self._kept = True, ""
        self._renew()

    @Slot()
    def _begin(self) -> None:
        """Add every item, with the answers that the program finds."""
        from imr_desk.guidance.checklist import PROGRAM, items

        rows = []
        for item in items():
            row = {"item": item.number, "text": tr(item.text), "decided_by": item.decided_by}
            if item.decided_by == PROGRAM and item.number in self._found:
                row["answer"] = self._found[item.number].answer
            rows.append(row)
        self._host.records_requested.emit(KIND, rows, ())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take(self) -> None:
        """Write the program's answers into the items that are its own."""
        steps = [
            SetFields(KIND, each.id, {"answer": self._found[each.text("item")].answer}) for each in self._differing()
        ]
        if steps:
            self._host.ask(Batch(tuple(steps)))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- going about
    def open_record(self, record_id: str) -> None:
        """Open the line of an item."""
        if not self.list.choose(record_id):
            self._open_only = False
            self._every.setChecked(True)
            self._renew()
            self.list.choose(record_id)
        self._line_changed()

    def first_control(self) -> QWidget | None:
        """The items; with none yet, what begins them."""
        return self.begin if not self._host.review.all(KIND) else self.list


def _decided_words(decided: str, *, answered: bool) -> str:
    """Who answered an item, or who is to answer it."""
    if answered:
        return tr("answered by the program") if decided == "auto" else tr("answered by a person")
    if decided == "ask":
        return tr("for a person to answer")
    return tr("for the program to answer") if decided == "auto" else tr("for the program, then a person, to answer")


def _answer_words(answer: str) -> str:
    return tr(dict(field_of(KIND, "answer").choices)[answer])
