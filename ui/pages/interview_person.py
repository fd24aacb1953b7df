"""The right half of ‘Interviews’: a member of staff with their interviews, or what goes before all interviews."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from imr_desk.guidance.facts import Place
from imr_desk.i18n import tr
from imr_desk.review.catalogue import kind_of
from imr_desk.review.record import Record
from ui.ending import end
from ui.forms.bound_field import BoundField
from ui.forms.card_face import CardFace
from ui.forms.card_words import CardWords
from ui.forms.host import FormHost
from ui.forms.part import Part
from ui.forms.record_form import RecordForm
from ui.forms.record_item import RecordItem
from ui.icons import Glyph
from ui.pages.interview_card import InterviewCard
from ui.pages.interviews_words import facts_of, interviews_of, part_of
from ui.record_words import title_of
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label
from ui.widgets.surfaces import Surface, at_left, column

REASON = "not_interviewed_reason"


class Pane(Part):
    """What stands beside the list for one row of it. `key` is that of the row."""

    key: str

    @abstractmethod
    def rows(self) -> tuple[BoundField, ...]:
        """Every field that was made."""

    @abstractmethod
    def field_at(self, place: Place) -> QWidget | None:
        """The field, or whatever takes the keyboard, for a place; None where it is not here or not asked."""


class GeneralPane(Pane):
    """What is written once for all interviews: what staff are told, and what the police answered (R-087, R-090)."""

    key = "interviewing"
    first_asked = Signal()
    """The first person is to be added."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host
        add = Button(tr("Add the first person"), "plain", Glyph.PLUS)
        add.clicked.connect(self.first_asked)
        self.empty = EmptyState(
            tr(
                "Everybody who had a part in the case goes on this list, by job title and number and never by name. "
                "Each is interviewed, or there is a reason why not."
            ),
            add,
            heading=tr("Nobody on the list yet"),
            example=tr("Crown Prosecutor 2 · reviewing lawyer, October 2011 to April 2012 · Held 9 September 2014"),
        )
        self.forms = (
            RecordForm(host, kind_of("interviewing")),
            RecordForm(host, kind_of("witness_status"), heading=tr("Possible witnesses")),
        )
        family = Label(
            tr(
                "There is no form for the family here: the overview author, with the police, leads contact with them. "
                "The agency does not approach them on its own."
            ),
            "small",
            "text_soft",
        )
        self.register = Button(tr("The register of proceedings"), "link")
        self.register.clicked.connect(self._go_to_register)
        self.title = Label(tr("Before the interviews"), "title")
        self.setLayout(column(self.title, self.empty, *self.forms, at_left(self.register), family, None, gap=18))
        self.setAccessibleName(self.title.text())

    def show_review(self, *, reload_focused: bool = False) -> None:
        """As of a Part."""
        review = self._host.review
        self.empty.setHidden(bool(review.all("staff")) or self._host.sealed)
        for form in self.forms:
            form.show_review(reload_focused=reload_focused)
            form.setHidden(all(row.isHidden() for row in form.rows))

    @Slot()
    def _go_to_register(self) -> None:
        """To the row that says how criminal proceedings stand."""
        rows = self._host.review.all("parallel_process")
        criminal = next((each.id for each in rows if each.text("process") == "criminal proceedings"), "")
        self._host.place_requested.emit(Place("parallel_process", criminal, "status", ""))

    def rows(self) -> tuple[BoundField, ...]:
        """As of a Pane."""
        return tuple(row for form in self.forms for row in form.rows)

    def field_at(self, place: Place) -> QWidget | None:
        """As of a Pane."""
        rows = (row for row in self.rows() if row.kind.name == place.kind and not row.isHidden())
        return next((row for row in rows if not place.field or row.field.name == place.field), None)

    def first_control(self) -> QWidget | None:
        """The first field."""
        return self.forms[0].first_control()


class PersonPane(Pane):
    """Job title, part in the case, the interviews in order, and why there is none. `key` may be an interview’s."""

    interview_asked = Signal(str)
    """An interview with that person is to be planned."""
    delete_asked = Signal(str, str)
    """A kind and a record of it."""
    move_asked = Signal(str, str, int)
    """A kind, a record of it, and -1 for up or 1 for down."""
    record_wanted = Signal(str)
    """The record of that interview is to be written as a file."""

    def __init__(self, host: FormHost, key: str) -> None:
        super().__init__()
        self.key, self._host = key, host
        self._cards: dict[str, InterviewCard] = {}
        self.title = Label("", "title")
        self.plan = Button("", "plain", Glyph.PLUS)
        self.plan.clicked.connect(self._plan_asked)
        self._box = column(gap=16)
        self.person: RecordItem | None = None
        self.reason: RecordForm | None = None
        parts: list[QWidget] = []
        if key in host.review and host.review[key].kind == "staff":
            parts.append(self._make_person())
            self.reason = RecordForm(host, kind_of("staff"), (kind_of("staff").field(REASON),), record_id=key)
        content = column(self.title, *parts, gap=10)
        content.addLayout(self._box)
        content.addLayout(at_left(self.plan))
        if self.reason is not None:
            content.addSpacing(6)
            content.addWidget(self.reason)
        content.addStretch(1)
        self.setLayout(content)

    def _make_person(self) -> QWidget:
        """The card of the person, with the form of what is known by job title, and what can be done with it."""
        kind = kind_of("staff")
        fields = tuple(each for each in kind.fields if each.name != REASON)
        self.person = RecordItem(self._host, kind, self.key, CardFace(0, ()), fields)
        self.person.delete_asked.connect(self._delete_person)
        self.person.move_asked.connect(self._move_person)
        return Surface(column(self.person, gap=0, margins=(1, 1, 1, 1)), fill="raised", edge="line", radius=8)

    # ---- what is shown
    def show_review(self, *, reload_focused: bool = False) -> None:
        """As of a Part."""
        review = self._host.review
        record = review.get(self.key)
        if record is None:
            return
        self.title.setText(title_of(record, review))
        self.setAccessibleName(self.title.text())
        if self.person is not None:
            self._show_person(self.person, record, reload_focused=reload_focused)
        interviews = interviews_of(self.key, review) if record.kind == "staff" else (record,)
        self._show_interviews(interviews, reload_focused=reload_focused)
        self.plan.setHidden(self._host.sealed or record.kind != "staff")
        self.plan.say(tr("Plan another interview") if interviews else tr("Plan the interview"))
        if self.reason is not None:
            self.reason.show_review(reload_focused=reload_focused)
            held = any(each.text("status") in ("held", "planned") for each in interviews)
            self.reason.setHidden(held and not record.text(REASON))

    def _show_person(self, item: RecordItem, record: Record, *, reload_focused: bool) -> None:
        review = self._host.review
        order = [each.id for each in review.all("staff")]
        item.set_edges(order[0] == self.key, order[-1] == self.key)
        item.rule.hide()
        item.show_review(reload_focused=reload_focused)
        facts = facts_of(record, review)
        item.show_words(CardWords(part_of(record), second=(facts,) if facts else ()))

    def _show_interviews(self, interviews: tuple[Record, ...], *, reload_focused: bool) -> None:
        there = {each.id for each in interviews}
        for gone in [each for each in self._cards if each not in there]:
            card = self._cards.pop(gone)
            focus = self.window().focusWidget()
            if focus is not None and card.isAncestorOf(focus):
                self.plan.setFocus()
            self._box.removeWidget(card)
            card.hide()
            end(card)
        for at, interview in enumerate(interviews):
            if interview.id not in self._cards:
                self._cards[interview.id] = self._made(interview.id)
                self._host.rearranged.emit(self)
            card = self._cards[interview.id]
            if self._box.indexOf(card) != at:
                self._box.insertWidget(at, card)
                card.show()
            card.show_review(reload_focused=reload_focused)

    def _made(self, record_id: str) -> InterviewCard:
        card = InterviewCard(self._host, record_id)
        card.delete_asked.connect(self._delete_interview)
        card.move_asked.connect(self._move_interview)
        card.record_wanted.connect(self.record_wanted)
        return card

    # ---- going about
    def rows(self) -> tuple[BoundField, ...]:
        """As of a Pane."""
        person = self.person.form.rows if self.person is not None and self.person.form is not None else ()
        reason = self.reason.rows if self.reason is not None else ()
        return (*person, *(row for card in self._cards.values() for row in card.rows()), *reason)

    def card(self, record_id: str) -> InterviewCard:
        """The card of an interview; KeyError where it is not here."""
        return self._cards[record_id]

    def has_card(self, record_id: str) -> bool:
        """Whether that interview is here."""
        return record_id in self._cards

    def field_at(self, place: Place) -> QWidget | None:
        """As of a Pane."""
        if place.kind == "interview":
            if not place.record_id:
                return self.plan if not self.plan.isHidden() else self.first_control()
            card = self._cards.get(place.record_id)
            return card.field(place.field) if card is not None else None
        if place.field == REASON and self.reason is not None:
            self.reason.show()
            return self.reason.rows[0]
        if self.person is None:
            return None
        self.person.open()
        rows = self.person.form.rows if self.person.form is not None else ()
        found = next((row for row in rows if not place.field or row.field.name == place.field), None)
        return found if found is not None and not found.isHidden() else None

    def first_control(self) -> QWidget | None:
        """The first interview; where there is none, the button that plans one."""
        card = next(iter(self._cards.values()), None)
        if card is not None:
            return card.first_control()
        return self.plan if not self.plan.isHidden() else self.person.button if self.person is not None else None

    # ---- what is asked for
    @Slot()
    def _plan_asked(self) -> None:
        self.interview_asked.emit(self.key)

    @Slot(str)
    def _delete_person(self, record_id: str) -> None:
        self.delete_asked.emit("staff", record_id)

    @Slot(str)
    def _delete_interview(self, record_id: str) -> None:
        self.delete_asked.emit("interview", record_id)

    @Slot(str, int)
    def _move_person(self, record_id: str, by: int) -> None:
        self.move_asked.emit("staff", record_id, by)

    @Slot(str, int)
    def _move_interview(self, record_id: str, by: int) -> None:
        self.move_asked.emit("interview", record_id, by)
